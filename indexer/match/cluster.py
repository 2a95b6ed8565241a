"""From verdicts on pairs to groups of records that are one edition."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from indexer.match.compare import Verdict
from indexer.match.features import IdentifierKey

# More records than this are one edition only if one identifier stands on all of them.
LARGEST_WITHOUT_IDENTIFIER = 101

Pair = tuple[int, int]
Judge = Callable[[int, int], Verdict]


@dataclass(frozen=True, slots=True)
class Candidate:
    """What grouping needs to know of a record besides the verdicts; `copies` more of its partner's are just like it."""

    partner: str
    identifiers: frozenset[IdentifierKey]
    copies: int = 0


@dataclass(slots=True)
class _Group:
    """Records that are one edition, in units: a record, or several that a librarian joined."""

    units: tuple[tuple[int, ...], ...]
    identifiers: frozenset[IdentifierKey]

    @property
    def members(self) -> list[int]:
        return [each for unit in self.units for each in unit]


def form_groups(records: Mapping[int, Candidate], edges: Mapping[Pair, Verdict], judge: Judge) -> list[tuple[int, ...]]:
    """Groups of records, by their places in the order of assignment; a record that is like no other is one alone.

    What librarians decided comes first, then the best-founded pairs, ties by assignment. Two groups join if no pair
    between them is contradicted, and no partner would be in it twice (unless those two share an identifier and a
    title). A text-only likeness joins them only if every pair between them is the same edition; an identifier, if
    half of them are: so no chain of weak links makes a group. Records that a librarian joined count as one, by
    whichever of them is most like the other. The result depends on nothing but the arguments.
    """
    group_of = {each: _Group(((each,),), candidate.identifiers) for each, candidate in sorted(records.items())}
    for (one, other), verdict in sorted(edges.items(), key=_best_first):
        mine, yours = group_of[one], group_of[other]
        if mine is yours:
            continue
        if verdict.decided:
            unit = tuple(sorted((*mine.members, *yours.members)))
            joined = _Group((unit,), mine.identifiers | yours.identifiers)
        elif _may_join(mine, yours, verdict, records, judge):
            joined = _Group(mine.units + yours.units, mine.identifiers & yours.identifiers)
        else:
            continue
        group_of.update(dict.fromkeys(joined.members, joined))
    groups = {id(group): tuple(sorted(group.members)) for group in group_of.values()}
    return sorted(groups.values())


def _best_first(edge: tuple[Pair, Verdict]) -> tuple[bool, bool, float, Pair]:
    pair, verdict = edge
    return not verdict.decided, not verdict.strong, -verdict.score, pair


def _may_join(mine: _Group, yours: _Group, link: Verdict, records: Mapping[int, Candidate], judge: Judge) -> bool:
    size = sum(1 + records[each].copies for each in (*mine.members, *yours.members))
    if size > LARGEST_WITHOUT_IDENTIFIER and not mine.identifiers & yours.identifiers:
        return False
    unlike = 0
    for one in mine.units:
        for other in yours.units:
            verdict = _between(one, other, records, judge)
            if verdict is None:
                return False
            unlike += not verdict.same
    most = len(mine.units) * len(yours.units) // 2 if link.strong else 0
    return unlike <= most


def _between(
    one: tuple[int, ...], other: tuple[int, ...], records: Mapping[int, Candidate], judge: Judge
) -> Verdict | None:
    """The best verdict on two records of these units that allows them to be one; None if there is none."""
    best = None
    for mine, yours in product(one, other):
        verdict = judge(mine, yours)
        if verdict.decided:
            return None
        if verdict.contradicted or (records[mine].partner == records[yours].partner and not verdict.strong):
            continue
        if best is None or verdict.score > best.score:
            best = verdict
    return best


def connected(members: Sequence[int], links: Sequence[Pair]) -> list[list[int]]:
    """The members in sets that links connect, each set and the sets in ascending order."""
    leader = {each: each for each in members}

    def find(each: int) -> int:
        while leader[each] != each:
            leader[each] = leader[leader[each]]
            each = leader[each]
        return each

    for one, other in links:
        first, second = sorted((find(one), find(other)))
        leader[second] = first
    sets: dict[int, list[int]] = {}
    for each in sorted(members):
        sets.setdefault(find(each), []).append(each)
    return list(sets.values())
