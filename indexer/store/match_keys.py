"""Match keys, and the marks on records that are to be matched (again).

A packed key list begins with the record's likeness: what of it matching looks at, and whose it is. Of the living
records of one likeness only the earliest-assigned one, their leader, can be found by its other keys. The rest would be
judged exactly as it is, and a partner's file of copies would make every key a crowd.
"""

from collections.abc import Sequence
from itertools import repeat
from operator import itemgetter

from sqlalchemy import Connection, bindparam, delete, false, func, insert, literal, select

from indexer.store.batches import among, insert_rows, numbers
from indexer.store.packed_keys import unpack_keys
from indexer.store.schema import Number, match_keys, match_marks, source_records

Keyed = tuple[int, bytes]  # a record's sequence and its packed keys

_FORGET_KEY = delete(match_keys).where(
    match_keys.c.key == bindparam("old_key", type_=Number),
    match_keys.c.sequence == bindparam("old_sequence", type_=Number),
)
_LEADERS = (
    select(match_keys.c.key, func.min(match_keys.c.sequence).label("first"))
    .where(among(match_keys.c.key, numbers("likenesses")))
    .group_by(match_keys.c.key)
)
_SHARING_AFTER = (
    select(match_keys.c.sequence)
    .where(match_keys.c.key == bindparam("key", type_=Number))
    .where(match_keys.c.sequence > bindparam("after", type_=Number))
    .order_by(match_keys.c.sequence)
    .limit(1000)
)
_PACKED = select(source_records.c.sequence, source_records.c.match_keys).where(
    among(source_records.c.sequence, numbers("sequences"))
)
_UNMARK = delete(match_marks).where(among(match_marks.c.sequence, numbers("sequences")))
_MARK_SHARERS = insert(match_marks).from_select(
    ["sequence", "content"],
    select(match_keys.c.sequence, false())
    .where(among(match_keys.c.key, numbers("keys")))
    .where(~select(literal(1)).where(match_marks.c.sequence == match_keys.c.sequence).exists())
    .distinct(),
)
_MARK = insert(match_marks).from_select(
    ["sequence", "content"],
    select(source_records.c.sequence, false())
    .where(among(source_records.c.sequence, numbers("sequences")))
    .where(~select(literal(1)).where(match_marks.c.sequence == source_records.c.sequence).exists()),
)


def leaders(connection: Connection, likenesses: Sequence[int]) -> dict[int, int]:
    """The first living record of each of these likenesses, where there is one."""
    if not likenesses:
        return {}
    return {row.key: row.first for row in connection.execute(_LEADERS, {"likenesses": likenesses}).all()}


def sharing_after(connection: Connection, key: int, after: int) -> list[int]:
    """The next of the living records that have this key."""
    return list(connection.scalars(_SHARING_AFTER, {"key": key, "after": after}))


def add_keys(connection: Connection, records: Sequence[Keyed]) -> dict[int, int]:
    """Make records findable by their keys; those that follow a leader, each with its leader."""
    keyed = [(sequence, unpack_keys(keys)) for sequence, keys in sorted(records) if keys]
    leading = leaders(connection, [keys[0] for _, keys in keyed])
    rows: list[tuple[int, int]] = []
    following: dict[int, int] = {}
    deposed: list[int] = []
    for sequence, (likeness, *others) in keyed:
        rows.append((likeness, sequence))
        leader = leading.get(likeness)
        if leader is not None and leader < sequence:
            following[sequence] = leader
            continue
        if leader is not None:
            deposed.append(leader)
        leading[likeness] = sequence
        rows += zip(others, repeat(sequence))
    _depose(connection, deposed)
    # In the table's order, so that each of its pages is found once for all its keys: of 1,600,000 each took 2.3 µs, the
    # sorting included, and 3.7 as the records have them.
    rows.sort(key=itemgetter(0))
    insert_rows(connection, match_keys, rows)
    return following


def forget_keys(connection: Connection, records: Sequence[Keyed]) -> None:
    """Take records out of the keys they had, and mark those that shared one.

    A neighbour may have been merged only because of the record that now leaves, or kept apart because of it.
    """
    keyed = [(sequence, unpack_keys(keys)) for sequence, keys in records if keys]
    if not keyed:
        return
    leading = leaders(connection, [keys[0] for _, keys in keyed])
    led = [(sequence, keys) for sequence, keys in keyed if leading[keys[0]] == sequence]
    connection.execute(_FORGET_KEY, _old([(sequence, keys[:1]) for sequence, keys in keyed]))
    _forget(connection, [(sequence, keys[1:]) for sequence, keys in led])
    heirs = list(leaders(connection, [keys[0] for _, keys in led]).values())
    _find_by_all_keys(connection, heirs)
    mark(connection, heirs)


def _depose(connection: Connection, sequences: Sequence[int]) -> None:
    """Leaders that an earlier-assigned record of their likeness replaces: they are found by their likeness alone."""
    if sequences:
        packed = connection.execute(_PACKED, {"sequences": sequences})
        _forget(connection, [(row.sequence, unpack_keys(row.match_keys)[1:]) for row in packed])
        mark(connection, sequences)


def _forget(connection: Connection, records: Sequence[tuple[int, list[int]]]) -> None:
    if rows := _old(records):
        connection.execute(_MARK_SHARERS, {"keys": sorted({row["old_key"] for row in rows})})
        connection.execute(_FORGET_KEY, rows)


def _old(records: Sequence[tuple[int, list[int]]]) -> list[dict[str, int]]:
    return [{"old_key": key, "old_sequence": sequence} for sequence, keys in records for key in keys]


def _find_by_all_keys(connection: Connection, sequences: Sequence[int]) -> None:
    packed = connection.execute(_PACKED, {"sequences": sequences})
    rows = [(key, row.sequence) for row in packed for key in unpack_keys(row.match_keys)[1:]]
    insert_rows(connection, match_keys, rows)


def mark_changed(connection: Connection, sequences: Sequence[int], *, new: bool = False) -> None:
    """These records' content is new: match them, and publish their clusters whatever the match says.

    `new` says that they were never marked before.
    """
    if not new:
        unmark(connection, sequences)
    insert_rows(connection, match_marks, [(each, True) for each in sequences])


def mark(connection: Connection, sequences: Sequence[int]) -> None:
    """Have these records matched again; their content is what it was, unless they are marked as changed already."""
    if sequences:
        connection.execute(_MARK, {"sequences": sequences})


def unmark(connection: Connection, sequences: Sequence[int]) -> None:
    """These records have been matched."""
    if sequences:
        connection.execute(_UNMARK, {"sequences": sequences})


def marked_count(connection: Connection) -> int:
    """How many records wait to be matched."""
    return connection.scalar(select(func.count()).select_from(match_marks)) or 0
