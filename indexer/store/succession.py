"""What comes in the place of a record that left: noted until matching hands the ids on. docs/adr/0051."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, bindparam, delete, select, update

from indexer.store.batches import among, insert_rows, numbers
from indexer.store.schema import Number, source_records, successions

_s = successions.c
_FORGET = delete(successions).where(among(_s.sequence, numbers("sequences")))
_FIRST_SEEN = select(source_records.c.sequence, source_records.c.first_seen).where(
    among(source_records.c.sequence, numbers("sequences"))
)
_SEEN_BEFORE = (
    update(source_records)
    .where(source_records.c.sequence == bindparam("heir", type_=Number), source_records.c.first_seen > bindparam("day"))
    .values(first_seen=bindparam("day"))
)
_TAKEN = select(_s.heir).where(among(_s.heir, numbers("sequences")))


def note_heirs(connection: Connection, heirs: Mapping[int, int]) -> None:
    """For records that just left, by sequence, the one in their place. Who answers to their ids, matching decides:
    only then it is known which records are one. An heir is as old in the union catalogue as what it takes the place of.
    """
    if not heirs:
        return
    insert_rows(connection, successions, list(heirs.items()))
    seen = connection.execute(_FIRST_SEEN, {"sequences": list(heirs)}).all()
    connection.execute(_SEEN_BEFORE, [{"heir": heirs[sequence], "day": day} for sequence, day in seen])


def heirs_among(connection: Connection, sequences: Sequence[int]) -> set[int]:
    """Those of these records that come in the place of one that is noted."""
    return {*connection.scalars(_TAKEN, {"sequences": sequences})}


def forget_heirs(connection: Connection, sequences: Sequence[int]) -> None:
    """What came in the place of these is settled, or they leave anew."""
    if sequences:
        connection.execute(_FORGET, {"sequences": sequences})
