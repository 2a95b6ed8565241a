"""What records say about which headings of different vocabularies mean the same; gathered on worker processes."""

from collections.abc import Container, Sequence
from itertools import combinations
from typing import NamedTuple

import msgspec

from discovery.catalog.record import Description, Record, UnionRecord
from discovery.catalog.subject import Subject, SubjectKind
from discovery.search.counterparts import Basis
from indexer.concordance_parallels import LEFT_OUT, Pair, named_beside_none, parallel_texts, shared_texts
from indexer.concordance_terms import Term, number_of, term_of

# A record that hundreds of members have says no more than its first few do.
_MOST_MEMBERS = 6
_CLASSES = frozenset({"ddc", "udc"})
# The first two digits of a class say too little about a subject.
_SHORTEST_CLASS = 3


class Parallel(NamedTuple):
    """Two headings in one place of two lists, the one with the smaller number first.

    `basis` says whether both stand in one member's record ("parallel") or in those of two members ("work"). `witness`
    is the work, or the lists where they are longer than one heading: volumes and series repeat them to the letter, and
    with them whatever slip is in their order. `partner` is whose list without a name stands beside one with a name.
    """

    one: int
    one_vocabulary: str
    other: int
    other_vocabulary: str
    work: int
    witness: int
    record: str
    basis: Basis
    partner: str
    is_form: bool


class Listed(msgspec.Struct):
    """How many of a partner's records use a vocabulary, and in how many a list without a name runs beside it."""

    records: int = 0
    mirrored: int = 0


class Classed(NamedTuple):
    """A heading on a work that has one class number; `number` begins with its scheme: "ddc 330"."""

    term: int
    vocabulary: str
    kind: SubjectKind
    number: str
    work: int


class Evidence(msgspec.Struct):
    """What some union records say, with each term once. `listed` is by partner, then by vocabulary."""

    terms: dict[int, Term] = {}
    parallels: list[Parallel] = []
    classed: list[Classed] = []
    listed: dict[str, dict[str, Listed]] = {}

    def add(self, union: UnionRecord, records: Sequence[Record]) -> None:
        """Read one union record's members."""
        work = number_of(union.work)
        told = [(record.partner, record.description.subjects) for record in records if record.description.subjects]
        pairs: dict[tuple[Pair, str], Basis] = {}
        for partner, subjects in told:
            mirrored = set()
            for pair in parallel_texts(subjects):
                named = named_beside_none(pair)
                pairs[pair, partner if named else ""] = "parallel"
                mirrored.add(named)
            self._list(partner, subjects, mirrored)
        for (one, ones), (other, others) in combinations(told[:_MOST_MEMBERS], 2):
            pairs |= dict.fromkeys(((pair, "") for pair in shared_texts(one, ones, other, others)), "work")
        for (pair, partner), basis in pairs.items():
            first, second = sorted((self._term(*pair.one), self._term(*pair.other)))
            found = (first.id, first.vocabulary, second.id, second.vocabulary)
            self.parallels.append(Parallel(*found, work, pair.lists or work, union.id, basis, partner, pair.is_form))
        for record in records:
            if record.description.subjects and record.description.classifications:
                self._classed(record, work)

    def _list(self, partner: str, subjects: Sequence[Subject], mirrored: Container[str]) -> None:
        listed = self.listed.setdefault(partner, {})
        for vocabulary in {subject.scheme for subject in subjects}:
            if vocabulary:
                found = listed.setdefault(vocabulary, Listed())
                found.records += 1
                found.mirrored += vocabulary in mirrored

    def _classed(self, record: Record, work: int) -> None:
        number = _class_number(record.description)
        if not number:
            return
        for subject in record.description.subjects:
            if subject.kind != "genre" and subject.kind not in LEFT_OUT:
                term = self._term(subject.scheme or f"@{record.partner}", subject.term)
                self.classed.append(Classed(term.id, term.vocabulary, subject.kind, number, work))

    def _term(self, vocabulary: str, text: str) -> Term:
        term = term_of(vocabulary, text)
        self.terms[term.id] = term
        return term


def _class_number(description: Description) -> str:
    """The one class number of a record; "" where it has none or several, which are of different subjects."""
    numbers = {
        f"{each.scheme} {each.number}"
        for each in description.classifications
        if each.scheme in _CLASSES and len(each.number) >= _SHORTEST_CLASS
    }
    return numbers.pop() if len(numbers) == 1 else ""
