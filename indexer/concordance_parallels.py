"""Which headings of one record, or of two partners' records of one thing, stand in one place of two lists."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from discovery.catalog.one_line import whole_heading
from discovery.catalog.subject import Subject
from indexer.concordance_languages import language_or_name, same_language
from indexer.concordance_terms import number_of

# A period is no subject of its own, and forms would link every "Periodicals" with every "Zeitschrift" beside it.
LEFT_OUT = frozenset({"period"})
# More than three headings that belong together side by side were never seen.
_PERIODS = (3, 4)


class Pair(NamedTuple):
    """Two texts, each with its vocabulary, that stand in one place of two lists.

    `lists` tells these two lists from others, 0 where each holds this one heading, which can belong to no other.
    `is_form` says that they name what a thing is and not what it is about.
    """

    one: tuple[str, str]
    other: tuple[str, str]
    lists: int
    is_form: bool = False


def parallel_texts(subjects: Sequence[Subject]) -> Iterator[Pair]:
    """The parallel headings of one record: whole strings, and their main terms.

    Headings with unlike numbers of subdivisions don't say the same, and tell nothing.
    """
    if len(subjects) > 1 and _are_of_several_languages(frozenset([subject.scheme for subject in subjects])):
        for one, other, lists in _parallel_subjects(subjects):
            yield from _texts(one.scheme, one, other.scheme, other, lists)


def shared_texts(one: str, ones: Sequence[Subject], other: str, others: Sequence[Subject]) -> Iterator[Pair]:
    """The headings that two partners gave one thing, paired by place where each used one list of its own, as long.

    A list without a name is another one with each partner.
    """
    if len(ones) != len(others) or len({subject.scheme for subject in (*ones, *others)}) > 2:
        return
    lists = _listsnumber_of(ones, others)
    for first, second in zip(ones, others, strict=True):
        vocabularies = first.scheme or f"@{one}", second.scheme or f"@{other}"
        if first.kind != second.kind or vocabularies[0] == vocabularies[1] or same_language(*vocabularies):
            return
        yield from _texts(vocabularies[0], first, vocabularies[1], second, lists)


def _texts(one: str, first: Subject, other: str, second: Subject, lists: int) -> Iterator[Pair]:
    if len(first.subdivisions) == len(second.subdivisions):
        is_form = first.kind == "genre"
        yield Pair((one, first.term), (other, second.term), lists, is_form)
        if first.subdivisions:
            whole = (one, whole_heading(first)), (other, whole_heading(second))
            yield Pair(*whole, lists, is_form)


def _listsnumber_of(ones: Sequence[Subject], others: Sequence[Subject]) -> int:
    return number_of("\0".join([whole_heading(each) for each in (*ones, *others)])) if len(ones) > 1 else 0


def named_beside_none(pair: Pair) -> str:
    """The name of a pair's one named vocabulary; "" where both have a name or neither has."""
    one, other = pair.one[0], pair.other[0]
    return "" if one and other else one or other


@lru_cache(maxsize=1_024)
def _are_of_several_languages(vocabularies: frozenset[str]) -> bool:
    """Whether some of these vocabularies' headings may be parallel; most records use no more than two, of one."""
    return len(vocabularies) > 1 and len(set(map(language_or_name, vocabularies))) > 1


def _parallel_subjects(subjects: Sequence[Subject]) -> Iterator[tuple[Subject, Subject, int]]:
    kinds: dict[str, list[Subject]] = {}
    for subject in subjects:
        if subject.kind not in LEFT_OUT:
            kinds.setdefault(subject.kind, []).append(subject)
    for alike in kinds.values():
        if len(alike) > 1:
            yield from _aligned(alike)


def _aligned(subjects: list[Subject]) -> Iterator[tuple[Subject, Subject, int]]:
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
                lists_number = _listsnumber_of(ones, others)
                yield from ((first, second, lists_number) for first, second in zip(ones, others, strict=True))
    if not found and len(lists) > 1:
        yield from _rounds([subject.scheme for subject in subjects], subjects)


def _rounds(schemes: list[str], subjects: list[Subject]) -> Iterator[tuple[Subject, Subject, int]]:
    """A vocabulary with a name comes once in a round, or the headings are simply two of its own.

    One round is no coming round: two headings of the library's own list beside one of LCSH are in one language.
    """
    for period in _PERIODS:
        named = [scheme for scheme in schemes[:period] if scheme]
        rounds, rest = divmod(len(schemes), period)
        if rest == 0 and rounds > 1 and len(set(named)) == len(named) and schemes == schemes[:period] * rounds:
            lists_number = _listsnumber_of(subjects, ())
            for start in range(0, len(subjects), period):
                for one, other in combinations(subjects[start : start + period], 2):
                    if not same_language(one.scheme, other.scheme):
                        yield one, other, lists_number
            return
