"""The keys by which records of the whole store meet, for whoever matches many.

Meeting are identifiers that several records have, and texts that several partners' records have; those of more than two
records are counted among them where another partner's records were assigned in between.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain, islice
from operator import ne

from sqlalchemy import Connection, func, select

from indexer.store.schema import match_keys, source_records

# Of sorted keys so many stand in one section, up to a factor of two, whatever their number.
_SECTION_BITS = 3
# Rows that are read at once: SQLAlchemy hands single ones on in five times the time.
_TOGETHER = 10_000

_k = match_keys.c
_r = source_records.c

# In the table's own order, so that a whole catalogue's keys are read in one pass; and whose all records are, from an
# index of its own, so that no record is looked up by itself: of a million records in 4 seconds instead of 11.
_SEVERAL = (
    select(_k.key, func.min(_k.sequence), func.max(_k.sequence), func.count())
    .group_by(_k.key)
    .having(func.count() > 1)
    .order_by(_k.key)
)
_OWNERS = select(_r.partner, _r.sequence).order_by(_r.partner, _r.sequence)
_LAST = select(func.max(_r.sequence))


class MeetingKeys:
    """Sorted keys, eight bytes each: a million records have as many.

    Being hashes they lie evenly, so their first bits tell where to look: in as few places among a million as among a
    thousand.
    """

    def __init__(self, keys: Iterable[int]) -> None:
        self._keys = array("q", keys)
        bits = max(1, len(self._keys).bit_length() - _SECTION_BITS)
        self._shift, self._below = 64 - bits, 1 << bits >> 1
        edges = ((section - self._below) << self._shift for section in range(1 << bits))
        self._edges = array("q", (bisect_left(self._keys, edge) for edge in edges))
        self._edges.append(len(self._keys))

    def among(self, keys: Iterable[int]) -> list[int]:
        """Those of these keys."""
        known, edges, shift, below = self._keys, self._edges, self._shift, self._below
        found = []
        for key in keys:
            section = (key >> shift) + below
            end = edges[section + 1]
            place = bisect_left(known, key, edges[section], end)
            if place < end and known[place] == key:
                found.append(key)
        return found


def meeting_keys(connection: Connection) -> MeetingKeys:
    """Read once for many records: it takes as long as asking for the keys of a tenth of them."""
    owner = _owners(connection)
    stretch = _stretches(owner)
    found = connection.execute(_SEVERAL).partitions(_TOGETHER)
    return MeetingKeys(
        key
        for key, first, last, count in chain.from_iterable(found)
        if key & 1 or owner[first] != owner[last] or (count > 2 and stretch[first] != stretch[last])
    )


def _stretches(owner: Sequence[int]) -> Sequence[int]:
    """A number for each unbroken run of one partner's records: a catalogue that was loaded at once is one."""
    changes = map(ne, owner, islice(owner, 1, None))
    return array("I", accumulate(changes, initial=0))


def _owners(connection: Connection) -> Sequence[int]:
    """A number for the partner of each record, by sequence."""
    owner = array("I", bytes(4 * ((connection.scalar(_LAST) or 0) + 1)))
    numbers: dict[str, int] = {}
    for partner, sequence in chain.from_iterable(connection.execute(_OWNERS).partitions(_TOGETHER)):
        owner[sequence] = numbers.setdefault(partner, len(numbers))
    return owner
