"""Which union record answers to which id after a merge, a split or a disappearance.

The rule is the design's ("Identifiers that never die"): a union record shows its earliest-assigned id and answers to
all its members' ids, past and present. On a split each part takes its own members' ids back, and the shown id stays
with its owner or, that gone, with the longest-standing member, one whose content is what it was before one that is
another now; so do the ids of members that are gone.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple


class Standing(NamedTuple):
    """A record's place: its sequence, the cluster that answers to its id, and whether its partner still has it.

    A cluster's number is the sequence of the record whose id it shows. `heir` comes in the place of a record that just
    left; None where nothing does. `changed` says that its content is new: it may be another book now.
    """

    sequence: int
    cluster: int
    live: bool
    heir: int | None = None
    changed: bool = False


def assign_clusters(records: Iterable[Standing], groups: Sequence[tuple[int, ...]]) -> dict[int, int]:
    """The cluster of each record, given into which groups the living ones fall now.

    `records` holds every record, living or gone, of every cluster that the groups touch.
    """
    known = {record.sequence: record for record in records}
    group_of = {member: group for group in groups for member in group}
    holders: dict[tuple[int, ...], list[int]] = {group: list(group) for group in groups}
    gone: dict[int, list[Standing]] = {}
    staying: dict[int, Standing] = {}
    for record in sorted(known.values(), key=_unchanged_first):
        if record.live:
            staying.setdefault(record.cluster, record)
        else:
            gone.setdefault(record.cluster, []).append(record)
    vanished: dict[int, int] = {}
    for number, members in gone.items():
        answering = [_answering(each, known, staying) for each in members]
        remaining = [staying[number].sequence] if number in staying else []
        first = next((each for each in (*answering, *remaining) if each is not None), None)
        for record, own in zip(members, answering, strict=True):
            heir = first if own is None else own
            if heir is None:
                vanished[record.sequence] = number
            else:
                holders[group_of[heir]].append(record.sequence)
    shown = {sequence: min(ids) for ids in holders.values() for sequence in ids}
    return vanished | shown


def _unchanged_first(record: Standing) -> tuple[bool, int]:
    return record.changed, record.sequence


def _answering(record: Standing, known: Mapping[int, Standing], staying: Mapping[int, Standing]) -> int | None:
    """The living record that the id of one that is gone goes with: the longest-standing of its cluster, else what comes
    in its place. None where there is at most what may be another book now.
    """
    while not record.live:
        stays = staying.get(record.cluster)
        if stays is not None and not stays.changed:
            return stays.sequence
        if record.heir is None:
            return None
        record = known[record.heir]
    return record.sequence
