"""Union records as the store knows them: which records they unite now, and which ids they answer to.

Every record, living or deleted, points at one cluster, and a cluster's number is the sequence of the earliest-assigned
record among those that point at it. That record's id is the shown id, and all their ids are what it answers to.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, bindparam, distinct, func, select, tuple_

from discovery.catalog.record import Record
from indexer.store.batches import among, numbers
from indexer.store.holdings import Belonging, belonging_to
from indexer.store.joining import with_holdings
from indexer.store.packing import unpack_record
from indexer.store.schema import Number, contents, source_records
from indexer.store.store import Store

_r = source_records.c
_PAGE = 1000

_ROWS = (
    select(_r.cluster, _r.sequence, _r.id, _r.live, _r.partner, _r.confirmed, _r.first_seen)
    .add_columns(contents.c.title, contents.c.format, contents.c.raw, contents.c.mapped)
    .join(contents, contents.c.sequence == _r.sequence)
    .order_by(_r.cluster, _r.sequence)
)
_OF_CLUSTERS = _ROWS.where(among(_r.cluster, numbers("clusters")))
_NEXT_PAGE = _ROWS.where(
    tuple_(_r.cluster, _r.sequence)
    > tuple_(bindparam("after_cluster", type_=Number), bindparam("after_sequence", type_=Number))
).limit(_PAGE)
_IDS = select(_r.sequence, _r.id).where(among(_r.sequence, numbers("sequences")))
_LIVING = select(func.count(distinct(_r.cluster))).where(_r.live)
_SOME_LIVING = select(_r.cluster).where(_r.live, _r.cluster.is_not(None)).distinct()
_NUMBER_OF = select(_r.cluster).where(_r.id == bindparam("id"), _r.cluster.is_not(None))


# The columns of `_ROWS`, then the holdings records.
_ClusterRow = tuple[int, int, str, bool, str, str, str, str, str, bytes, bytes, tuple[Belonging, ...]]


class StoredMember(msgspec.Struct, frozen=True):
    """A living record of a cluster. `raw` is its source record compressed, `confirmed` and `since`, when it was
    first stored, are ISO dates.

    `mapped` is the record as JSON: whoever needs it reads it, on a worker process if there are many. `holdings` are the
    holdings records that belong to it.
    """

    id: str
    partner: str
    confirmed: str
    format: str
    raw: bytes
    mapped: bytes
    holdings: tuple[Belonging, ...] = ()
    since: str = ""

    @property
    def record(self) -> Record:
        """The record itself with all its holdings, read anew each time."""
        record = unpack_record(self.mapped)
        return with_holdings(record, self.holdings) if self.holdings else record


class Cluster(msgspec.Struct, frozen=True):
    """One union record. `id` is the shown id, `ids` all it answers to, in the order they were assigned.

    `members` are in that order too. Without members it is gone, and `title` says what it was. Without `ids` it is no
    longer a union record: others answer to its id, and its document is to be deleted.
    """

    number: int
    id: str
    ids: tuple[str, ...] = ()
    members: tuple[StoredMember, ...] = ()
    title: str = ""


def stored_clusters(store: Store) -> Iterator[Cluster]:
    """All union records, living and gone, in the order of their numbers; a page at a time is held in memory."""
    for number, rows in groupby(_stored_rows(store), key=itemgetter(0)):
        yield cluster_of(number, list(rows))


def find_cluster(store: Store, record_id: str) -> Cluster | None:
    """The union record that answers to this id, living or gone; None where no partner ever had such a record."""
    with store.transaction() as connection:
        number = connection.scalar(_NUMBER_OF, {"id": record_id})
        return None if number is None else clusters_numbered(connection, [number])[0]


def union_record_count(store: Store) -> int:
    """How many union records have a living member."""
    with store.transaction() as connection:
        return connection.scalar(_LIVING) or 0


def are_fewer_than(store: Store, number: int) -> bool:
    """Whether fewer union records than this have a living member; it reads no further than it must."""
    with store.transaction() as connection:
        counted = select(func.count()).select_from(_SOME_LIVING.limit(number).subquery())
        return (connection.scalar(counted) or 0) < number


def clusters_numbered(connection: Connection, wanted: Sequence[int]) -> list[Cluster]:
    """These clusters, in this order. One to which no record points any longer has its id and nothing else."""
    found = _with_holdings(connection, connection.execute(_OF_CLUSTERS, {"clusters": wanted}).all())
    rows = {number: list(group) for number, group in groupby(found, key=itemgetter(0))}
    empty = [number for number in wanted if number not in rows]
    ids = {row.sequence: row.id for row in connection.execute(_IDS, {"sequences": empty})}
    return [cluster_of(each, rows[each]) if each in rows else Cluster(each, ids[each]) for each in wanted]


def cluster_of(number: int, rows: Sequence[_ClusterRow]) -> Cluster:
    """One cluster from the rows that point at it, in the order of their sequences."""
    members = tuple(
        [
            StoredMember(record_id, partner, confirmed, form, raw, mapped, holdings, since)
            for _, _, record_id, live, partner, confirmed, since, _, form, raw, mapped, holdings in rows
            if live
        ]
    )
    first = rows[0]
    return Cluster(number, first[2], tuple([row[2] for row in rows]), members, first[7])


def _stored_rows(store: Store) -> Iterator[_ClusterRow]:
    after = (0, 0)
    while True:
        place = {"after_cluster": after[0], "after_sequence": after[1]}
        with store.transaction() as connection:
            rows = _with_holdings(connection, connection.execute(_NEXT_PAGE, place).all())
        yield from rows
        if len(rows) < _PAGE:
            return
        after = rows[-1][:2]


def _with_holdings(connection: Connection, rows: Sequence[Row[*tuple[Any, ...]]]) -> list[_ClusterRow]:
    """Rows of `_ROWS`, each with the holdings records that belong to it."""
    belonging = belonging_to(connection, [row[2] for row in rows])
    return [(*row, belonging.get(row[2], ())) for row in rows]
