"""Which union record answers to which id after a merge, a split or a disappearance.

The rule is the design's ("Identifiers that never die"): a union record shows its earliest-assigned id and answers to
all its members' ids, past and present. On a split each part takes its own members' ids back, and the shown id stays
with its owner or, that gone, with the longest-standing member; so do the ids of members that are gone.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Standing(NamedTuple):
    """A record's place: its sequence, the cluster that answers to its id, and whether its partner still has it.

    A cluster's number is the sequence of the record whose id it shows.
    """

    sequence: int
    cluster: int
    live: bool


def assign_clusters(records: Iterable[Standing], groups: Sequence[tuple[int, ...]]) -> dict[int, int]:
    """The cluster of each record, given into which groups the living ones fall now.

    `records` holds every record, living or gone, of every cluster that the groups touch.
    """
    group_of = {member: group for group in groups for member in group}
    before: dict[int, list[Standing]] = {}
    for record in sorted(records):
        before.setdefault(record.cluster, []).append(record)
    holders: dict[tuple[int, ...], list[int]] = {group: list(group) for group in groups}
    vanished: dict[int, int] = {}
    for number, members in before.items():
        gone = [each.sequence for each in members if not each.live]
        heir = _heir(members)
        if heir is not None:
            holders[group_of[heir]] += gone
        else:
            vanished.update(dict.fromkeys(gone, number))
    shown = {sequence: min(ids) for ids in holders.values() for sequence in ids}
    return vanished | shown


def _heir(members: Sequence[Standing]) -> int | None:
    """The living record that the shown id goes with: its owner, or the longest-standing after it."""
    return next((each.sequence for each in members if each.live), None)
