"""A batch of a partner's records into the store."""

from array import array
from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Connection, bindparam, func, select, update

from indexer.report import Outcome
from indexer.store.authorities import mark_authorities
from indexer.store.batches import among, insert_rows, numbers
from indexer.store.holdings import add_links, drop_links
from indexer.store.match_keys import add_keys, forget_keys, mark_changed
from indexer.store.matching import clusters_of
from indexer.store.packed_keys import is_uniting, unpack_keys
from indexer.store.packing import PackedRecord
from indexer.store.plan import Known, Loading, Plan, plan_batch
from indexer.store.schema import Number, contents, source_records
from indexer.store.succession import forget_heirs
from indexer.store.system_numbers import mark_descriptions
from indexer.store.translations import forget_translations, note_translations, replace_translations

_r = source_records.c

_CONFIRM = (
    update(source_records)
    .where(among(_r.sequence, numbers("sequences")))
    .values(run=bindparam("this_run"), confirmed=bindparam("today"))
)
_TOUCH = update(source_records).where(among(_r.sequence, numbers("sequences"))).values(run=bindparam("this_run"))
_CHANGE = (
    update(source_records)
    .where(_r.sequence == bindparam("old_sequence", type_=Number))
    .values(
        content_hash=bindparam("new_hash"),
        match_keys=bindparam("new_keys"),
        quality=bindparam("new_quality", type_=Number),
        live=True,
        confirmed=bindparam("today"),
        run=bindparam("this_run"),
        cluster=func.coalesce(_r.cluster, bindparam("own_cluster", type_=Number)),
    )
)
_NEW_CONTENT = tuple(f"new_{column.name}" for column in contents.columns)[1:]
_CHANGE_CONTENT = (
    update(contents)
    .where(contents.c.sequence == bindparam("old_sequence", type_=Number))
    .values({column: bindparam(name) for column, name in zip(contents.columns.keys()[1:], _NEW_CONTENT, strict=True)})
)
_DELETE = update(source_records).where(among(_r.sequence, numbers("sequences"))).values(live=False, match_keys=b"")
_AUTHORITIES = select(_r.sequence).where(_r.kind == "authority", among(_r.sequence, numbers("sequences")))
_EMPTY = update(contents).where(among(contents.c.sequence, numbers("sequences"))).values(raw=b"", mapped=b"")


def load_batch(
    connection: Connection, batch: Sequence[PackedRecord], loading: Loading, first_sequence: int
) -> list[Outcome]:
    """Store a batch; an outcome for each item, in order. New records are numbered from `first_sequence`.

    What is deleted is only named here, and taken out when the run finishes.
    """
    plan = plan_batch(connection, batch, loading)
    _add(connection, plan.added, loading, first_sequence)
    _change(connection, plan.changed, loading)
    loading.named.update(each.sequence for each in plan.deleted)
    run = {"this_run": loading.run}
    _confirm(connection, plan.unchanged, loading)
    if loading.as_of.by_name:
        loading.days.update(map(loading.as_of.of, _met(plan)))
    if touched := [each.sequence for each in plan.deleted] + plan.absent:
        connection.execute(_TOUCH, run | {"sequences": touched})
    return plan.outcomes


def _confirm(connection: Connection, unchanged: Sequence[tuple[Known, PackedRecord]], loading: Loading) -> None:
    """These are as they were. Where the run speaks for nothing but what it names, how their later day is told is
    decided when it ends: see `indexer.store.confirmations`.
    """
    days: dict[str, list[int]] = {}
    for before, item in unchanged:
        day = loading.as_of.of(item)
        if loading.as_of.by_name:
            if before.confirmed < day:
                loading.later.setdefault(day, array("q")).append(before.sequence)
            day = before.confirmed
        days.setdefault(day, []).append(before.sequence)
    for day, sequences in days.items():
        connection.execute(_CONFIRM, {"this_run": loading.run, "today": day, "sequences": sequences})


def _met(plan: Plan) -> Iterator[PackedRecord]:
    """What the partner has, of a batch."""
    yield from (item for item in plan.added if not item.deleted)
    yield from (item for _, item in plan.changed)
    yield from (item for _, item in plan.unchanged)


def _add(connection: Connection, items: Sequence[PackedRecord], loading: Loading, first_sequence: int) -> None:
    if not items:
        return
    numbered = list(enumerate(items, first_sequence))
    following = _followers(add_keys(connection, [(number, item.keys) for number, item in numbered]), numbered)
    cluster_of = _clusters(connection, following, first_sequence)
    rows = [_record_row(number, item, loading, cluster_of.get(number, number)) for number, item in numbered]
    insert_rows(connection, source_records, rows)
    insert_rows(connection, contents, [(number, *_content(item)) for number, item in numbered])
    merged = [number for number, item in numbered if _is_merged(item)]
    mark_changed(connection, [number for number in merged if number not in following], new=True)
    mark_authorities(connection, [number for number, item in numbered if _is_authority(item)])
    mark_changed(connection, sorted({each for each in following.values() if each < first_sequence}))
    add_links(connection, [(number, item) for number, item in numbered if item.links])
    mark_descriptions(connection, items[0].partner, merged)
    note_translations(connection, numbered)


def _followers(following: Mapping[int, int], numbered: Sequence[tuple[int, PackedRecord]]) -> dict[int, int]:
    """The records that are one with an earlier one of their partner, each with that one."""
    items = dict(numbered) if following else {}
    return {number: leader for number, leader in following.items() if is_uniting(unpack_keys(items[number].keys)[0])}


def _clusters(connection: Connection, following: Mapping[int, int], first_sequence: int) -> dict[int, int]:
    """The clusters of the records that follow: those of their leaders, which may be of this very batch."""
    cluster_of = clusters_of(connection, sorted({leader for leader in following.values() if leader < first_sequence}))
    return {number: cluster_of.get(leader, leader) for number, leader in following.items()}


def _is_merged(item: PackedRecord) -> bool:
    return item.kind == "bibliographic" and not item.deleted


def _is_authority(item: PackedRecord) -> bool:
    return item.kind == "authority" and not item.deleted


def _record_row(number: int, item: PackedRecord, loading: Loading, cluster: int) -> tuple[object, ...]:
    day = loading.as_of.of(item)
    return (
        number,
        item.id,
        item.partner,
        item.kind,
        item.source_id,
        item.content_hash,
        not item.deleted,
        loading.as_of.today or day,
        day,
        loading.run,
        cluster if _is_merged(item) else None,
        item.keys,
        item.quality,
    )


def _content(item: PackedRecord) -> tuple[str, int, str, str, bytes, bytes]:
    return (item.file, item.position, item.format, item.title, item.raw, item.mapped)


def _change(connection: Connection, changed: Sequence[tuple[Known, PackedRecord]], loading: Loading) -> None:
    if not changed:
        return
    forget_keys(connection, [(before.sequence, before.keys) for before, _ in changed])
    rows = [
        {
            "today": loading.as_of.of(item),
            "this_run": loading.run,
            "old_sequence": before.sequence,
            "new_hash": item.content_hash,
            "new_keys": item.keys,
            "new_quality": item.quality,
            "own_cluster": before.sequence if _is_merged(item) else None,
        }
        for before, item in changed
    ]
    connection.execute(_CHANGE, rows)
    connection.execute(_CHANGE_CONTENT, [_new_content(before.sequence, item) for before, item in changed])
    add_keys(connection, [(before.sequence, item.keys) for before, item in changed])
    merged = [before.sequence for before, item in changed if _is_merged(item)]
    mark_changed(connection, merged)
    mark_authorities(connection, [before.sequence for before, item in changed if _is_authority(item)])
    add_links(connection, [(before.sequence, item) for before, item in changed if item.links])
    mark_descriptions(connection, changed[0][1].partner, merged)
    replace_translations(connection, [(before.sequence, item) for before, item in changed])


def _new_content(number: int, item: PackedRecord) -> dict[str, object]:
    return {"old_sequence": number, **dict(zip(_NEW_CONTENT, _content(item), strict=True))}


def delete_records(connection: Connection, records: Sequence[Known]) -> None:
    """Keep their ids and titles, let go of the rest, and have their clusters matched again."""
    if not records:
        return
    forget_keys(connection, [(each.sequence, each.keys) for each in records])
    sequences = {"sequences": [each.sequence for each in records]}
    forget_heirs(connection, sequences["sequences"])
    connection.execute(_DELETE, sequences)
    connection.execute(_EMPTY, sequences)
    mark_changed(connection, [each.sequence for each in records if each.cluster is not None])
    forget_translations(connection, [each.sequence for each in records if each.cluster is not None])
    unmerged = [each.sequence for each in records if each.cluster is None]
    mark_authorities(connection, list(connection.scalars(_AUTHORITIES, {"sequences": unmerged})) if unmerged else ())
    drop_links(connection, unmerged)
