"""From verdicts on pairs to groups of records that are one edition."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

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
    members: list[int]
    identifiers: frozenset[IdentifierKey]


def form_groups(records: Mapping[int, Candidate], edges: Mapping[Pair, Verdict], judge: Judge) -> list[tuple[int, ...]]:
    """Groups of records, by their places in the order of assignment; a record that is like no other is one alone.

    The best-founded pairs come first, ties by assignment. Two groups join if no pair between them is contradicted, and
    no partner would be in it twice (unless those two share an identifier and a title). A text-only likeness joins
    them only if every pair between them is the same edition; an identifier, if half of them are: so no chain of weak
    links makes a group. The result depends on nothing but the arguments.
    """
    group_of = {each: _Group([each], candidate.identifiers) for each, candidate in sorted(records.items())}
    for (one, other), verdict in sorted(edges.items(), key=lambda edge: (not edge[1].strong, -edge[1].score, edge[0])):
        mine, yours = group_of[one], group_of[other]
        if mine is not yours and _may_join(mine, yours, verdict, records, judge):
            joined = _Group(sorted(mine.members + yours.members), mine.identifiers & yours.identifiers)
            group_of.update(dict.fromkeys(joined.members, joined))
    groups = {id(group): tuple(group.members) for group in group_of.values()}
    return sorted(groups.values())


def _may_join(mine: _Group, yours: _Group, link: Verdict, records: Mapping[int, Candidate], judge: Judge) -> bool:
    size = sum(1 + records[each].copies for each in (*mine.members, *yours.members))
    if size > LARGEST_WITHOUT_IDENTIFIER and not mine.identifiers & yours.identifiers:
        return False
    unlike = 0
    for one in mine.members:
        for other in yours.members:
            verdict = judge(one, other)
            if verdict.contradicted or (records[one].partner == records[other].partner and not verdict.strong):
                return False
            unlike += not verdict.same
    most = len(mine.members) * len(yours.members) // 2 if link.strong else 0
    return unlike <= most


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
