"""Holdings records, and the bibliographic records of the same partner whose holdings they are.

They are joined when a union record is read, so it doesn't matter which came first, and one whose bibliographic record
isn't there waits for it. What a changed one belongs to is marked for publication. Which record has another number than
its 001 in common with one that would wait is found at the end of a run: see `indexer.store.described`.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, delete, exists, func, literal, select, update

from indexer.store.authorities import mark_records_for_publication
from indexer.store.batches import among, insert_rows, numbers, texts
from indexer.store.described import descriptions, replace_found
from indexer.store.packing import APART, HoldingsWay, PackedRecord
from indexer.store.schema import contents, holdings_links, properties, source_records
from indexer.store.store import Store, set_property

_LINK: HoldingsWay = "link"
_NUMBER: HoldingsWay = "number"
_ALONE: HoldingsWay = "number alone"
_NUMBERED = (_NUMBER, _ALONE)
_FOUND = "found"
_SHARING = "holdings share the number of their record:"

_l = holdings_links.c
_r = source_records.c
_host = source_records.alias("host")
_sibling = holdings_links.alias("sibling")
_newer = source_records.alias("newer")
_better = holdings_links.alias("better")

# A number that is said to be the bibliographic record's comes before one that merely is the same as its 001.
_IS_OUTDONE = and_(
    _l.way == _ALONE,
    exists().where(_better.c.sequence == _l.sequence, _better.c.way == _FOUND).correlate(holdings_links),
)

_FORGET = delete(holdings_links).where(among(_l.sequence, numbers("sequences")))
_HOSTS = select(_l.host).where(among(_l.sequence, numbers("sequences"))).distinct()
_ANY = select(literal(1)).select_from(holdings_links).limit(1)
_OF_PARTNER = select(literal(1)).where(_l.partner == bindparam("of_partner")).limit(1)
_BELONGING = (
    select(_l.host, _l.way, _l.partner, _r.source_id, _r.confirmed, contents.c.mapped)
    .join(source_records, _r.sequence == _l.sequence)
    .join(contents, contents.c.sequence == _l.sequence)
    .where(_r.live, among(_l.host, texts("hosts")), ~_IS_OUTDONE)
    .order_by(_l.host, _r.source_id)
)
_JOINED = (
    select(func.count(_l.sequence.distinct()))
    .join(_host, _host.c.id == _l.host)
    .where(_host.c.live, _l.partner == bindparam("of_partner"), _l.way == bindparam("by_way"))
)
_PRESENT = (
    update(source_records)
    .where(
        _r.kind == "holdings",
        _r.sequence.in_(select(_l.sequence).where(_l.way.in_(_NUMBERED), among(_l.host, texts("hosts")))),
    )
    .values(run=bindparam("this_run"))
)


class Belonging(NamedTuple):
    """A holdings record that belongs to a bibliographic one: its date of confirmation, and the record as JSON."""

    confirmed: str
    mapped: bytes


class Waiting(NamedTuple):
    """A living holdings record whose bibliographic record isn't there, or can't be told from the others in `shared`."""

    file: str
    position: int
    identifier: str
    run: int
    shared: tuple[str, ...] = ()


def add_links(connection: Connection, items: Sequence[tuple[int, PackedRecord]]) -> None:
    """Note what these holdings records belong to, in place of what was noted, and mark it for publication."""
    if not items:
        return
    drop_links(connection, [sequence for sequence, _ in items])
    rows = {
        (sequence, link.way, link.host): (sequence, link.way, link.host, item.partner, link.reference)
        for sequence, item in items
        for link in reversed(item.links)
    }
    insert_rows(connection, holdings_links, list(rows.values()))
    mark_records_for_publication(connection, sorted({host for _, _, host in rows}))


def mark_hosts(connection: Connection, sequences: Sequence[int]) -> None:
    """What these holdings records belong to is published again."""
    if sequences and connection.execute(_ANY).first() is not None:
        mark_records_for_publication(connection, sorted(connection.scalars(_HOSTS, {"sequences": sequences})))


def drop_links(connection: Connection, sequences: Sequence[int]) -> None:
    """These records are gone, or belong to others now: what they belonged to is marked for publication."""
    if not sequences or connection.execute(_ANY).first() is None:
        return
    hosts = list(connection.scalars(_HOSTS, {"sequences": sequences}))
    if hosts:
        mark_records_for_publication(connection, sorted(hosts))
        connection.execute(_FORGET, {"sequences": sequences})


def belonging_to(connection: Connection, hosts: Sequence[str]) -> Mapping[str, tuple[Belonging, ...]]:
    """The holdings records of these bibliographic records, by their ids, in an order that no run changes."""
    if connection.execute(_ANY).first() is None:
        return {}
    sharing = _sharing_partners(connection)
    found: dict[str, dict[str, Belonging]] = {}
    for row in connection.execute(_BELONGING, {"hosts": list(hosts)}):
        if _counts(row.way, row.partner in sharing):
            found.setdefault(row.host, {})[row.source_id] = Belonging(row.confirmed, row.mapped)
    return {host: tuple(records.values()) for host, records in found.items()}


def settle_links(connection: Connection, partner: str) -> bool:
    """Decide whether this partner's 004 names its records, or its holdings records have their record's own number.

    SirsiDynix writes another system's number into 004 and one number into all the 001s. So the way counts by which
    more holdings records find their bibliographic record; where that turns over, all of them are published again.
    Whether there are some that only other numbers of its records can help.
    """
    if connection.execute(_OF_PARTNER, {"of_partner": partner}).first() is None:
        return False
    joined = {way: connection.scalar(_JOINED, {"of_partner": partner, "by_way": way}) or 0 for way in (_LINK, _NUMBER)}
    told = descriptions(connection, partner, shares=False)
    shares = joined[_NUMBER] > joined[_LINK] + sum(bool(each.hosts) and not each.joined for each in told)
    if shares != (partner in _sharing_partners(connection)):
        set_property(connection, _SHARING + partner, "yes" if shares else "no")
        hosts = connection.scalars(select(_l.host).where(_l.partner == partner, _l.way != _ALONE).distinct())
        mark_records_for_publication(connection, sorted(hosts))
    wanting = descriptions(connection, partner, shares=True) if shares else told
    replace_found(connection, partner, wanting)
    return bool(told or wanting)


def outdated(partner: str, run: int) -> Select[Any]:
    """The sequences of living holdings records of which this run brought another version, under the same number.

    Those that have an identifier of their own, beside the number, are told apart by that.
    """
    return (
        select(_l.sequence)
        .join(source_records, _r.sequence == _l.sequence)
        .join(_sibling, and_(_sibling.c.host == _l.host, _sibling.c.way.in_(_NUMBERED)))
        .join(_newer, _newer.c.sequence == _sibling.c.sequence)
        .where(_l.partner == partner, _l.way.in_(_NUMBERED), _r.live, _r.run != run, _newer.c.run == run)
        .where(_r.source_id.contains(APART))
        .distinct()
    )


def keep_numbered(connection: Connection, hosts: Sequence[str], run: int) -> None:
    """The holdings records with the numbers of these records count as seen: what couldn't be read may be one."""
    connection.execute(_PRESENT, {"hosts": hosts, "this_run": run})


def waiting_holdings(store: Store, partner: str) -> list[Waiting]:
    """The partner's living holdings records without a living bibliographic record, in the order of its files."""
    with store.transaction() as connection:
        shares = partner in _sharing_partners(connection)
        counting = (_ALONE, _FOUND, _NUMBER if shares else _LINK)
        found = (
            select(literal(1))
            .select_from(holdings_links)
            .join(_host, _host.c.id == _l.host)
            .where(_l.sequence == _r.sequence, _host.c.live, _l.way.in_(counting))
            .exists()
        )
        rows = connection.execute(
            select(_r.sequence, contents.c.file, contents.c.position, _r.source_id, _r.run)
            .join(contents, contents.c.sequence == _r.sequence)
            .where(_r.kind == "holdings", _r.live, ~found, _is_of(partner))
            .order_by(contents.c.file, contents.c.position)
        ).all()
        told = descriptions(connection, partner, shares=shares) if rows else ()
    shared = {each.sequence: each.shared for each in told}
    return [
        Waiting(row.file, row.position, row.source_id.partition(APART)[0], row.run, shared.get(row.sequence, ()))
        for row in rows
    ]


def _is_of(partner: str) -> ColumnElement[bool]:
    """By its links, which are few, rather than through all the partner's records."""
    return _r.sequence.in_(select(_l.sequence).where(_l.partner == partner))


def _sharing_partners(connection: Connection) -> frozenset[str]:
    rows = connection.scalars(
        select(properties.c.name).where(properties.c.name.startswith(_SHARING), properties.c.value == "yes")
    )
    return frozenset(name.removeprefix(_SHARING) for name in rows)


def _counts(way: str, shares: bool) -> bool:
    return way in (_ALONE, _FOUND) or way == (_NUMBER if shares else _LINK)
