"""What comes in the place of a record that left: noted until matching hands the ids on. docs/adr/0051."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, delete, select

from indexer.store.batches import among, insert_rows, numbers
from indexer.store.schema import successions

_s = successions.c
_FORGET = delete(successions).where(among(_s.sequence, numbers("sequences")))
_TAKEN = select(_s.heir).where(among(_s.heir, numbers("sequences")))


def note_heirs(connection: Connection, heirs: Mapping[int, int]) -> None:
    """For records that just left, by sequence, the one in their place. Who answers to their ids, matching decides:
    only then it is known which records are one.
    """
    insert_rows(connection, successions, list(heirs.items()))


def heirs_among(connection: Connection, sequences: Sequence[int]) -> set[int]:
    """Those of these records that come in the place of one that is noted."""
    return {*connection.scalars(_TAKEN, {"sequences": sequences})}


def forget_heirs(connection: Connection, sequences: Sequence[int]) -> None:
    """What came in the place of these is settled, or they leave anew."""
    if sequences:
        connection.execute(_FORGET, {"sequences": sequences})
