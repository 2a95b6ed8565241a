"""Reads what records say about which headings of different vocabularies mean the same; on worker processes."""

from collections.abc import Container, Sequence
from itertools import combinations
from typing import Final

from discovery.catalog.record import Description, Record, UnionRecord
from discovery.catalog.subject import Subject
from discovery.search.counterparts import Basis
from indexer.concordance_evidence import Classed, Evidence, Listed, Parallel
from indexer.concordance_parallels import (
    LEFT_OUT,
    Pair,
    named_beside_none,
    parallel_texts,
    shared_texts,
)
from indexer.concordance_terms import Term, number_of, term_of

# A record that hundreds of members have says no more than its first few do.
_MOST_MEMBERS: Final = 6
_CLASSES: Final = frozenset({"ddc", "udc"})
# The first two digits of a class say too little about a subject.
_SHORTEST_CLASS: Final = 3


def read_evidence(evidence: Evidence, union: UnionRecord, records: Sequence[Record]) -> None:
    """Put what one union record's members say with the rest."""
    told = [(record, record.description.subjects) for record in records if record.description.subjects]
    if not told:
        return
    pairs: dict[tuple[Pair, str], Basis] = {}
    for record, subjects in told:
        mirrored = set()
        for pair in parallel_texts(subjects):
            named = named_beside_none(pair)
            pairs[pair, record.partner if named else ""] = "parallel"
            mirrored.add(named)
        _list(evidence, record.partner, subjects, mirrored)
    for (one, ones), (other, others) in combinations(told[:_MOST_MEMBERS], 2):
        for pair in shared_texts(one.partner, ones, other.partner, others):
            pairs[pair, ""] = "work"
    classed = [(record, subjects, number) for record, subjects in told if (number := _class_number(record.description))]
    if not (pairs or classed):
        return
    work = number_of(union.work)
    for (pair, partner), basis in pairs.items():
        _parallel(evidence, pair, partner, basis, work, union.id)
    for record, subjects, number in classed:
        _classed(evidence, record.partner, subjects, number, work)


def _list(evidence: Evidence, partner: str, subjects: Sequence[Subject], mirrored: Container[str]) -> None:
    listed = evidence.listed.setdefault(partner, {})
    for vocabulary in {subject.scheme for subject in subjects}:
        if vocabulary:
            found = listed.setdefault(vocabulary, Listed())
            found.records += 1
            found.mirrored += vocabulary in mirrored


def _parallel(evidence: Evidence, pair: Pair, partner: str, basis: Basis, work: int, record: str) -> None:
    one, other = _term(evidence, *pair.one), _term(evidence, *pair.other)
    if other < one:
        one, other = other, one
    evidence.parallels.append(
        Parallel(
            one.id, one.vocabulary, other.id, other.vocabulary, work, pair.lists or work, record, basis, partner,
            pair.is_form,
        )
    )  # fmt: skip


def _classed(evidence: Evidence, partner: str, subjects: Sequence[Subject], number: str, work: int) -> None:
    for subject in subjects:
        if subject.kind != "genre" and subject.kind not in LEFT_OUT:
            term = _term(evidence, subject.scheme or f"@{partner}", subject.term)
            evidence.classed.append(Classed(term.id, term.vocabulary, subject.kind, number, work))


def _term(evidence: Evidence, vocabulary: str, text: str) -> Term:
    term = term_of(vocabulary, text)
    evidence.terms[term.id] = term
    return term


def _class_number(description: Description) -> str:
    """The one class number of a record; "" where it has none or several, which are of different subjects."""
    if not description.classifications:
        return ""
    numbers = {
        f"{each.scheme} {each.number}"
        for each in description.classifications
        if each.scheme in _CLASSES and len(each.number) >= _SHORTEST_CLASS
    }
    return numbers.pop() if len(numbers) == 1 else ""
