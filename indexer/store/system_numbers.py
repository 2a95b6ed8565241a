"""The numbers of bibliographic records beside 001, for partners whose holdings records name their record by those.

They are read from the stored sources once some holdings record finds its record by nothing else, and again from each
record that changes: other partners' records pay nothing for them.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, bindparam, delete, exists, func, insert, select

from discovery.search.compression import decompressed
from indexer.partners import Format
from indexer.report import SourceRecord
from indexer.store.batches import among, insert_rows, numbers, texts
from indexer.store.schema import Number, contents, number_marks, properties, source_records, system_numbers
from indexer.store.store import Store, property_of, set_property

_KEPT = "numbers kept:"
_PAGE = 500
_HOSTS = 5_000

_m = number_marks.c
_n = system_numbers.c
_r = source_records.c

_UNMARK = delete(number_marks).where(among(_m.sequence, numbers("sequences")))
_FORGET = delete(system_numbers).where(among(_n.sequence, numbers("sequences")))
_DESCRIPTIONS = select(_r.sequence).where(_r.partner == bindparam("of_partner"), _r.kind == "bibliographic")
_MARK_ALL = insert(number_marks).from_select(
    ["sequence"], _DESCRIPTIONS.where(_r.live, ~exists().where(_m.sequence == _r.sequence))
)
# Coalesced, or a database would look through all of the partner's records for the few that are marked.
_OF_PARTNER = func.coalesce(_r.partner, "") == bindparam("of_partner")
_MARKED = (
    select(_m.sequence, contents.c.file, contents.c.position, contents.c.format, contents.c.raw)
    .join(source_records, _r.sequence == _m.sequence)
    .join(contents, contents.c.sequence == _m.sequence)
    .where(_OF_PARTNER, _m.sequence > bindparam("after", type_=Number), _r.live)
    .order_by(_m.sequence)
    .limit(_PAGE)
)
_NUMBERED = (
    select(_n.host, _r.id, _r.source_id)
    .join(source_records, _r.sequence == _n.sequence)
    .where(_r.live, among(_n.host, texts("hosts")))
    .order_by(_n.host, _r.sequence)
)


def mark_descriptions(connection: Connection, partner: str, sequences: Sequence[int]) -> None:
    """These bibliographic records of a partner are new or changed: where its numbers are kept, read them again."""
    if sequences and keeps_numbers(connection, partner):
        connection.execute(_UNMARK, {"sequences": sequences})
        insert_rows(connection, number_marks, [(each,) for each in sequences])


def keeps_numbers(connection: Connection, partner: str) -> bool:
    """Whether this partner's numbers are kept, so that only those of changed records are to be read."""
    return property_of(connection, _KEPT + partner) is not None


def keep_numbers(connection: Connection, partner: str) -> None:
    """From now on this partner's numbers are kept; those of the records that stand are to be read."""
    set_property(connection, _KEPT + partner, "yes")
    connection.execute(_MARK_ALL, {"of_partner": partner})


def unread_descriptions(store: Store, partner: str) -> Iterator[tuple[list[int], list[SourceRecord]]]:
    """The records whose numbers are to be read, in pages: their sequences, and their sources in the same order."""
    after = 0
    while True:
        with store.transaction() as connection:
            rows = connection.execute(_MARKED, {"of_partner": partner, "after": after}).all()
        if not rows:
            return
        yield [row.sequence for row in rows], [_source(row) for row in rows]
        after = rows[-1].sequence


def _source(row: Row[*tuple[Any, ...]]) -> SourceRecord:
    form: Format = msgspec.convert(row.format, Format)
    return SourceRecord(row.file, row.position, form, decompressed(row.raw))


def replace_numbers(store: Store, sequences: Sequence[int], read: Sequence[tuple[str, ...]]) -> None:
    """Keep what was read of these records, as ids, in place of what was kept."""
    rows = [(host, sequence) for sequence, hosts in zip(sequences, read, strict=True) for host in hosts]
    with store.transaction() as connection:
        connection.execute(_FORGET, {"sequences": sequences})
        insert_rows(connection, system_numbers, rows)
        connection.execute(_UNMARK, {"sequences": sequences})


def described_by(connection: Connection, hosts: Sequence[str]) -> Mapping[str, dict[str, str]]:
    """The living records that have these numbers, by number: id → source id."""
    found: dict[str, dict[str, str]] = {}
    for start in range(0, len(hosts), _HOSTS):
        for row in connection.execute(_NUMBERED, {"hosts": list(hosts[start : start + _HOSTS])}):
            found.setdefault(row.host, {})[row.id] = row.source_id
    return found


def forget_numbers(connection: Connection, partner: str) -> None:
    """The partner has left."""
    for table in (system_numbers, number_marks):
        gone = delete(table).where(table.c.sequence.in_(_DESCRIPTIONS))
        connection.execute(gone, {"of_partner": partner})
    connection.execute(delete(properties).where(properties.c.name == _KEPT + partner))
