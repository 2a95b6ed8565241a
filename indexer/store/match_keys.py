"""Match keys, and the marks on records that are to be matched (again)."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, bindparam, delete, false, func, insert, literal, select

from indexer.store.batches import among, numbers
from indexer.store.packing import unpack_keys
from indexer.store.schema import Number, match_keys, match_marks, source_records

_FORGET_KEY = delete(match_keys).where(
    match_keys.c.key == bindparam("old_key", type_=Number),
    match_keys.c.sequence == bindparam("old_sequence", type_=Number),
)
_UNMARK = delete(match_marks).where(among(match_marks.c.sequence, numbers("sequences")))
_MARK_NEIGHBOURS = insert(match_marks).from_select(
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

Keyed = tuple[int, bytes]  # a record's sequence and its packed keys


def add_keys(connection: Connection, records: Iterable[Keyed]) -> None:
    """Make records findable by their keys."""
    rows = [{"key": key, "sequence": sequence} for sequence, keys in records for key in unpack_keys(keys)]
    if rows:
        connection.execute(insert(match_keys), rows)


def forget_keys(connection: Connection, records: Sequence[Keyed]) -> None:
    """Take records out of the keys they had, and mark those that shared one.

    A neighbour may have been merged only because of the record that now leaves, or kept apart because of it.
    """
    rows = [{"old_key": key, "old_sequence": sequence} for sequence, keys in records for key in unpack_keys(keys)]
    if rows:
        connection.execute(_MARK_NEIGHBOURS, {"keys": sorted({row["old_key"] for row in rows})})
        connection.execute(_FORGET_KEY, rows)


def mark_changed(connection: Connection, sequences: Sequence[int], *, new: bool = False) -> None:
    """These records' content is new: match them, and publish their clusters whatever the match says.

    `new` says that they were never marked before.
    """
    if sequences:
        if not new:
            unmark(connection, sequences)
        connection.execute(insert(match_marks), [{"sequence": each, "content": True} for each in sequences])


def mark(connection: Connection, sequences: Sequence[int]) -> None:
    """Have these records matched again; their content is what it was, unless they are marked as changed already."""
    connection.execute(_MARK, {"sequences": sequences})


def unmark(connection: Connection, sequences: Sequence[int]) -> None:
    """These records have been matched."""
    if sequences:
        connection.execute(_UNMARK, {"sequences": sequences})


def marked_count(connection: Connection) -> int:
    """How many records wait to be matched."""
    return connection.scalar(select(func.count()).select_from(match_marks)) or 0
