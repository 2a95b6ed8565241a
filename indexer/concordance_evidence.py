"""What records say about which headings of different vocabularies mean the same; gathered on worker processes."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations
from typing import NamedTuple

import msgspec

from discovery.catalog.record import Description, Record, UnionRecord
from discovery.catalog.subject import Subject
from discovery.search.counterparts import Basis
from discovery.search.keyword_fields import cut, heading_key
from indexer.concordance_languages import language_or_name, same_language

# A period is no subject of its own, and forms would link every "Periodicals" with every "Zeitschrift" beside it.
_LEFT_OUT = frozenset({"period"})
# More than three headings that belong together side by side were never seen.
_PERIODS = (3, 4)
# A record that hundreds of members have says no more than its first few do.
_MOST_MEMBERS = 6
_CLASSES = frozenset({"ddc", "udc"})
# The first two digits of a class say too little about a subject.
_SHORTEST_CLASS = 3


Pair = tuple[tuple[str, str], tuple[str, str]]


class Term(NamedTuple):
    """A heading of one vocabulary. `key` is its folded form, `id` a number made of both."""

    id: int
    vocabulary: str
    key: str
    text: str


class Parallel(NamedTuple):
    """Two headings in one place of two lists, the one with the smaller number first.

    `basis` says whether both stand in one member's record ("parallel") or in those of two members ("work").
    """

    one: int
    one_vocabulary: str
    other: int
    other_vocabulary: str
    work: int
    record: str
    basis: Basis


class Classed(NamedTuple):
    """A heading on a work that has one class number; `number` begins with its scheme: "ddc 330"."""

    term: int
    vocabulary: str
    number: str
    work: int


class Evidence(msgspec.Struct):
    """What some union records say, with each term once."""

    terms: dict[int, Term] = {}
    parallels: list[Parallel] = []
    classed: list[Classed] = []

    def add(self, union: UnionRecord, records: Sequence[Record]) -> None:
        """Read one union record's members."""
        work = _number(union.work)
        told = [(record.partner, record.description.subjects) for record in records if record.description.subjects]
        pairs: dict[Pair, Basis] = {}
        for _, subjects in told:
            pairs |= dict.fromkeys(parallel_texts(subjects), "parallel")
        for (one, ones), (other, others) in combinations(told[:_MOST_MEMBERS], 2):
            pairs |= dict.fromkeys(shared_texts(one, ones, other, others), "work")
        for (one_text, other_text), basis in pairs.items():
            first, second = sorted((self._term(*one_text), self._term(*other_text)))
            self.parallels.append(
                Parallel(first.id, first.vocabulary, second.id, second.vocabulary, work, union.id, basis)
            )
        for record in records:
            if record.description.subjects and record.description.classifications:
                self._classed(record, work)

    def _classed(self, record: Record, work: int) -> None:
        number = _class_number(record.description)
        if not number:
            return
        for subject in record.description.subjects:
            if subject.kind != "genre" and subject.kind not in _LEFT_OUT:
                term = self._term(subject.scheme or f"@{record.partner}", subject.term)
                self.classed.append(Classed(term.id, term.vocabulary, number, work))

    def _term(self, vocabulary: str, text: str) -> Term:
        term = term_of(vocabulary, text)
        self.terms[term.id] = term
        return term


def parallel_texts(subjects: Sequence[Subject]) -> Iterator[Pair]:
    """The parallel headings of one record as (vocabulary, text): whole strings, and their main terms.

    Headings with unlike numbers of subdivisions don't say the same, and tell nothing.
    """
    if len(subjects) > 1:
        for one, other in _parallel_subjects(subjects):
            yield from _texts(one.scheme, one, other.scheme, other)


def shared_texts(one: str, ones: Sequence[Subject], other: str, others: Sequence[Subject]) -> Iterator[Pair]:
    """The headings that two partners gave one thing, paired by place where each used one list of its own, as long.

    A list without a name is another one with each partner.
    """
    if len(ones) != len(others) or len({subject.scheme for subject in (*ones, *others)}) > 2:
        return
    for first, second in zip(ones, others, strict=True):
        vocabularies = first.scheme or f"@{one}", second.scheme or f"@{other}"
        if first.kind != second.kind or vocabularies[0] == vocabularies[1] or same_language(*vocabularies):
            return
        yield from _texts(vocabularies[0], first, vocabularies[1], second)


def _texts(one: str, first: Subject, other: str, second: Subject) -> Iterator[Pair]:
    if len(first.subdivisions) == len(second.subdivisions):
        yield (one, first.term), (other, second.term)
        if first.subdivisions:
            yield (one, first.heading), (other, second.heading)


def _parallel_subjects(subjects: Sequence[Subject]) -> Iterator[tuple[Subject, Subject]]:
    schemes = {subject.scheme for subject in subjects}
    if len(schemes) < 2 or len(set(map(language_or_name, schemes))) < 2:
        return
    kinds: dict[str, list[Subject]] = {}
    for subject in subjects:
        if subject.kind not in _LEFT_OUT:
            kinds.setdefault(subject.kind, []).append(subject)
    for alike in kinds.values():
        if len(alike) > 1:
            yield from _aligned(alike)


def _aligned(subjects: list[Subject]) -> Iterator[tuple[Subject, Subject]]:
    """The headings of one kind, paired by place: cataloguers give parallel headings in one order.

    As many headings of two vocabularies: the first belongs to the first, the second to the second. Otherwise, where
    the vocabularies come round again and again (own list, LCSH, own list in another language), each round is one
    subject: only then may two headings of libraries' own lists be parallel, as those lists name no language.
    """
    lists: dict[str, list[Subject]] = {}
    for subject in subjects:
        lists.setdefault(subject.scheme, []).append(subject)
    found = False
    for (one, ones), (other, others) in combinations(lists.items(), 2):
        if len(ones) == len(others):
            found = True
            if not same_language(one, other):
                yield from zip(ones, others, strict=True)
    if not found and len(lists) > 1:
        yield from _rounds([subject.scheme for subject in subjects], subjects)


def _rounds(schemes: list[str], subjects: list[Subject]) -> Iterator[tuple[Subject, Subject]]:
    """A vocabulary with a name comes once in a round, or the headings are simply two of its own."""
    for period in _PERIODS:
        named = [scheme for scheme in schemes[:period] if scheme]
        rounds, rest = divmod(len(schemes), period)
        if rest == 0 and len(set(named)) == len(named) and schemes == schemes[:period] * rounds:
            for start in range(0, len(subjects), period):
                for one, other in combinations(subjects[start : start + period], 2):
                    if not same_language(one.scheme, other.scheme):
                        yield one, other
            return


def _class_number(description: Description) -> str:
    """The one class number of a record; "" where it has none or several, which are of different subjects."""
    numbers = {
        f"{each.scheme} {each.number}"
        for each in description.classifications
        if each.scheme in _CLASSES and len(each.number) >= _SHORTEST_CLASS
    }
    return numbers.pop() if len(numbers) == 1 else ""


@lru_cache(maxsize=65_536)
def term_of(vocabulary: str, text: str) -> Term:
    """A heading of a vocabulary as the concordance counts it."""
    key = cut(heading_key(text))
    return Term(_number(f"{vocabulary}\0{key}"), vocabulary, key, text)


def _number(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), signed=True)
