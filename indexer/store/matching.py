"""What matching reads from the store, and where it leaves its result."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, func, literal, select, update

from discovery.catalog.record import Record
from indexer.store.batches import among, each, numbers, texts
from indexer.store.match_keys import Keyed, add_keys, forget_keys, mark
from indexer.store.packing import unpack_record
from indexer.store.schema import Number, contents, match_keys, match_marks, source_records, successions

# A key that more records share than this says little; only the first of them are candidates by it.
MOST_PER_KEY = 101
_NO_LIMIT = 2**63 - 1

_r = source_records.c
_touched = source_records.alias("touched")
_batch = each(numbers("keys")).table_valued("value", name="value")
_crowd = match_keys.alias("crowd")

_MARKED = select(match_marks.c.sequence).order_by(match_marks.c.sequence)
_CHANGED = select(match_marks.c.sequence).where(
    match_marks.c.content, among(match_marks.c.sequence, numbers("sequences"))
)
_COMPANIONS = (
    select(_r.sequence, _r.cluster, _r.live, _r.partner, _r.match_keys, successions.c.heir)
    .join(_touched, _touched.c.cluster == _r.cluster)
    .outerjoin(successions, successions.c.sequence == _r.sequence)
    .where(among(_touched.c.sequence, numbers("sequences")))
)
# Most keys are one record's alone: those are left out before anything is read of the rest.
_second = select(_crowd.c.sequence).where(_crowd.c.key == _batch.c.value).limit(1).offset(1).scalar_subquery()
_shared = select(_batch.c.value).select_from(_batch).where(_second.is_not(None)).subquery("shared")
_furthest = (
    select(_crowd.c.sequence)
    .where(_crowd.c.key == _shared.c.value)
    .order_by(_crowd.c.sequence)
    .limit(1)
    .offset(MOST_PER_KEY - 1)
    .scalar_subquery()
)
_SHARING = (
    select(match_keys.c.key, match_keys.c.sequence)
    .select_from(_shared.join(match_keys, match_keys.c.key == _shared.c.value))
    .where(match_keys.c.sequence <= func.coalesce(_furthest, literal(_NO_LIMIT, Number)))
)
_PARTNERS = select(_r.sequence, _r.partner).where(among(_r.sequence, numbers("sequences")))
_CLUSTERS = select(_r.sequence, _r.cluster).where(among(_r.sequence, numbers("sequences")))
_MAPPED = select(contents.c.sequence, contents.c.mapped).where(among(contents.c.sequence, numbers("sequences")))
_LIVING = (
    select(_r.sequence)
    .where(_r.live, _r.cluster.is_not(None), _r.sequence > bindparam("after", type_=Number))
    .order_by(_r.sequence)
)
_PAGE = (
    select(contents.c.sequence, contents.c.mapped)
    .join(source_records, _r.sequence == contents.c.sequence)
    .where(_r.live, _r.cluster.is_not(None), _r.sequence > bindparam("after", type_=Number))
    .order_by(_r.sequence)
)
_RENEW = (
    update(source_records)
    .where(_r.sequence == bindparam("renewed", type_=Number))
    .values(match_keys=bindparam("new_keys"))
)
_NAMED = select(_r.id, _r.sequence, _r.cluster, _r.live, _r.partner, _r.match_keys).where(
    among(_r.id, texts("ids")), _r.cluster.is_not(None)
)
_NAMES = select(_r.cluster, _r.partner, _r.source_id).where(among(_r.cluster, numbers("clusters")), _r.live)
_OLD_KEYS = select(_r.sequence, _r.match_keys).where(among(_r.sequence, numbers("sequences")))
_MOVE = (
    update(source_records)
    .where(_r.sequence == bindparam("moved", type_=Number))
    .values(cluster=bindparam("to_cluster", type_=Number))
)


class Matchable(NamedTuple):
    """A record as matching meets it. `match_keys` are packed; a deleted record has none. `heir` is what comes in the
    place of one that just left, None where nothing does.
    """

    sequence: int
    cluster: int
    live: bool
    partner: str
    match_keys: bytes
    heir: int | None = None


def marked_records(connection: Connection, limit: int) -> list[int]:
    """The next records that wait to be matched, in the order of their assignment."""
    return list(connection.scalars(_MARKED.limit(limit)).all())


def changed_among(connection: Connection, sequences: Sequence[int]) -> list[int]:
    """Those of these records that are marked because their content is new."""
    return list(connection.scalars(_CHANGED, {"sequences": sequences}).all())


def companions(connection: Connection, sequences: Sequence[int]) -> list[Matchable]:
    """These records, and all others, living or gone, that are in one cluster with one of them."""
    rows = connection.execute(_COMPANIONS, {"sequences": sequences}).all()
    return list({row.sequence: Matchable(*row) for row in rows}.values())


def sharing(connection: Connection, keys: Sequence[int]) -> dict[int, list[int]]:
    """The living records that have each of these keys, where several do; of crowded keys the first `MOST_PER_KEY`."""
    found: dict[int, list[int]] = {}
    for key, sequence in connection.execute(_SHARING, {"keys": keys}).all():
        found.setdefault(key, []).append(sequence)
    return found


def named_records(connection: Connection, ids: Sequence[str]) -> dict[str, Matchable]:
    """The records of these ids that ever were matched, living or gone."""
    return {row.id: Matchable(*row[1:]) for row in connection.execute(_NAMED, {"ids": ids}).all()}


def living_names(connection: Connection, clusters: Sequence[int]) -> dict[tuple[int, str], list[str]]:
    """What each partner calls its living records, by cluster and partner."""
    found: dict[tuple[int, str], list[str]] = {}
    for row in connection.execute(_NAMES, {"clusters": clusters}).all() if clusters else ():
        found.setdefault((row.cluster, row.partner), []).append(row.source_id)
    return found


def partners_of(connection: Connection, sequences: Sequence[int]) -> dict[int, str]:
    """Whose records these are."""
    rows = connection.execute(_PARTNERS, {"sequences": sequences}).all() if sequences else ()
    return {row.sequence: row.partner for row in rows}


def clusters_of(connection: Connection, sequences: Sequence[int]) -> dict[int, int]:
    """The clusters of these records."""
    rows = connection.execute(_CLUSTERS, {"sequences": sequences}).all() if sequences else ()
    return {row.sequence: row.cluster for row in rows}


def mapped_records(connection: Connection, sequences: Sequence[int]) -> Iterator[tuple[int, Record]]:
    """These living records, in no order."""
    for sequence, mapped in connection.execute(_MAPPED, {"sequences": sequences}).all():
        yield sequence, unpack_record(mapped)


def sequences_after(connection: Connection, after: int, limit: int) -> list[int]:
    """The next living records that are matched, in the order of assignment."""
    return list(connection.scalars(_LIVING.limit(limit), {"after": after}))


def records_after(connection: Connection, after: int, limit: int) -> list[tuple[int, Record]]:
    """The next living records in the order of assignment."""
    rows = connection.execute(_PAGE.limit(limit), {"after": after})
    return [(row.sequence, unpack_record(row.mapped)) for row in rows]


def renew_keys(connection: Connection, records: Sequence[Keyed]) -> None:
    """Give living records other keys, and mark them to be matched."""
    if not records:
        return
    old = connection.execute(_OLD_KEYS, {"sequences": [sequence for sequence, _ in records]})
    forget_keys(connection, [(row.sequence, row.match_keys) for row in old])
    connection.execute(_RENEW, [{"renewed": sequence, "new_keys": keys} for sequence, keys in records])
    add_keys(connection, records)
    mark(connection, [sequence for sequence, _ in records])


def move_records(connection: Connection, clusters: Mapping[int, int]) -> None:
    """Put each of these records into its cluster."""
    if clusters:
        rows = [{"moved": sequence, "to_cluster": cluster} for sequence, cluster in clusters.items()]
        connection.execute(_MOVE, rows)
