"""Holdings records whose bibliographic record is found by another of its numbers than 001.

What they come to is kept as links of the way "found", so that reading a union record asks no more than it did.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, and_, bindparam, delete, exists, select

from indexer.store.authorities import mark_records_for_publication
from indexer.store.batches import insert_rows
from indexer.store.schema import holdings_links, source_records
from indexer.store.system_numbers import described_by

_l = holdings_links.c
_host = source_records.alias("host")
_open = holdings_links.alias("open")
_self = source_records.alias("self")
_there = source_records.alias("there")

_Row = Row[*tuple[Any, ...]]

# What would have to be looked for in vain before other numbers are asked: 004 and 014, or the own number.
_TOLD = ("link", "named", "number alone")
_SHARED = ("number", "number alone")
_DIRECT = frozenset({"link", *_SHARED})
_ROWS = (
    select(_l.sequence, _l.way, _l.reference, _l.host, _host.c.source_id)
    .join(_self, and_(_self.c.sequence == _l.sequence, _self.c.live))
    .outerjoin(_host, and_(_host.c.id == _l.host, _host.c.live))
    .where(_l.partner == bindparam("of_partner"), _l.way != "found")
    .where(
        exists()
        .where(_open.c.sequence == _l.sequence, _open.c.way.in_(bindparam("ways", expanding=True)))
        .where(~exists().where(_there.c.id == _open.c.host, _there.c.live))
    )
    .order_by(_l.sequence, _l.reference)
)
_STANDING = select(_l.sequence, _l.host).where(_l.partner == bindparam("of_partner"), _l.way == "found")
_FORGET = delete(holdings_links).where(
    _l.way == "found", _l.sequence == bindparam("of_sequence"), _l.host == bindparam("of_host")
)


class Description(NamedTuple):
    """What one holdings record's numbers come to. `hosts` are ids of the bibliographic records that it belongs to.

    `shared` are the identifiers of those that have a number in common which should tell them apart. `joined` says
    that it belongs to a record by 004 or 014 as it is.
    """

    sequence: int
    hosts: frozenset[str]
    shared: tuple[str, ...]
    joined: bool


def descriptions(connection: Connection, partner: str, *, shares: bool) -> list[Description]:
    """What the other numbers of its records say, for each of the partner's holdings records that needs them.

    `shares` says that its holdings records have their record's number and that their 004 names nothing.
    """
    ways = _SHARED if shares else _TOLD
    rows = connection.execute(_ROWS, {"of_partner": partner, "ways": ways}).all()
    numbered = described_by(connection, sorted({row.host for row in rows}))
    return [
        _described(sequence, list(group), numbered, shares=shares)
        for sequence, group in groupby(rows, key=attrgetter("sequence"))
    ]


def replace_found(connection: Connection, partner: str, found: Sequence[Description]) -> None:
    """Keep what was found in place of what had been, and have what this touches published again."""
    standing = {(row.sequence, row.host) for row in connection.execute(_STANDING, {"of_partner": partner})}
    wanted = {(each.sequence, host) for each in found for host in each.hosts}
    if gone := sorted(standing - wanted):
        connection.execute(_FORGET, [{"of_sequence": sequence, "of_host": host} for sequence, host in gone])
    insert_rows(
        connection,
        holdings_links,
        [(sequence, "found", host, partner, 0) for sequence, host in sorted(wanted - standing)],
    )
    mark_records_for_publication(connection, sorted({host for _, host in standing ^ wanted}))


def _described(
    sequence: int, rows: Sequence[_Row], numbered: Mapping[str, Mapping[str, str]], *, shares: bool
) -> Description:
    """Each thing it says it belongs to by itself, for a volume may hold several; its own number where none is found."""
    hosts: set[str] = set()
    shared: set[str] = set()
    joined = False
    own = [row for row in rows if row.reference == 0]
    for _, told in groupby(() if shares else (row for row in rows if row.reference), key=attrgetter("reference")):
        group = list(told)
        if any(map(_is_joined, group)):
            joined = True
        else:
            _decide(_named(group, numbered), hosts, shared)
    alone = shares or any(row.way == "number alone" for row in own)
    if alone and not hosts and not any(map(_is_joined, own)):
        _decide(_named(own, numbered), hosts, shared)
    return Description(sequence, frozenset(hosts), tuple(sorted(shared)), joined)


def _is_joined(row: _Row) -> bool:
    """Whether a record has this very number as its 001."""
    return row.way in _DIRECT and row.source_id is not None


def _named(rows: Iterable[_Row], numbered: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """The records that have one of these numbers in one of their fields: id → source id."""
    found: dict[str, str] = {}
    for row in rows:
        if row.source_id is not None:
            found[row.host] = row.source_id
        found.update(numbered.get(row.host, {}))
    return found


def _decide(candidates: Mapping[str, str], hosts: set[str], shared: set[str]) -> None:
    """One record is the one; of several nobody can say which."""
    if len(candidates) == 1:
        hosts.update(candidates)
    else:
        shared.update(identity if own.startswith("sha256:") else own for identity, own in candidates.items())
