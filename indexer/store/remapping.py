"""Stored sources to be mapped anew, and what comes of it back into the store."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection, bindparam, select, update

from discovery.search.compression import decompressed
from indexer.partners import Format
from indexer.report import Outcome, Rejected, Skipped, SourceRecord
from indexer.store.batches import among, numbers
from indexer.store.loading import load_batch
from indexer.store.packing import PackedRecord
from indexer.store.plan import AsOf, Loading
from indexer.store.rejections import note_rejections
from indexer.store.schema import contents, properties, source_records
from indexer.store.store import Store, next_sequence, property_of, set_property

_r = source_records.c
_PLACE = "remapping"
# No run has this number: a record that is mapped anew was not seen by one.
_NO_RUN = -1
RENAMED = "as it is mapped now, this record has another identifier; `padu sync --full` takes it up"
_SOURCES = (
    select(_r.sequence, _r.id, _r.confirmed, _r.run, _r.quality)
    .add_columns(contents.c.file, contents.c.position, contents.c.format, contents.c.raw)
    .join(contents, contents.c.sequence == _r.sequence)
    .where(_r.live, contents.c.raw != b"")
    .order_by(_r.sequence)
)
_RESTORE = (
    update(source_records)
    .where(among(_r.sequence, numbers("sequences")))
    .values(confirmed=bindparam("was_confirmed"), run=bindparam("was_run"))
)
_ASSESS = (
    update(source_records).where(among(_r.sequence, numbers("sequences"))).values(quality=bindparam("new_quality"))
)


@dataclass(frozen=True, slots=True)
class StoredSource:
    """A living record's source, with what mapping it anew must leave as it is."""

    sequence: int
    id: str
    confirmed: str
    run: int
    quality: int
    source: SourceRecord


class Place(msgspec.Struct, frozen=True):
    """How far a remapping has come: all of the partners before `partner`, and of it all up to `sequence`.

    `mapping` tells one mapping from another: where it differs, the work begins anew.
    """

    mapping: str
    partner: str = ""
    sequence: int = 0


def stored_sources(store: Store, partner: str, after: int, size: int) -> Iterator[tuple[StoredSource, ...]]:
    """The sources of a partner's living records behind a sequence, in pages, in the order of their assignment."""
    while True:
        page = _SOURCES.where(_r.partner == partner, _r.sequence > after).limit(size)
        with store.transaction() as connection:
            rows = connection.execute(page).all()
        if not rows:
            return
        yield tuple(
            StoredSource(
                row.sequence, row.id, row.confirmed, row.run, row.quality,
                SourceRecord(row.file, row.position, _format(row.format), decompressed(row.raw)),
            )
            for row in rows
        )  # fmt: skip
        after = rows[-1].sequence


def _format(name: str) -> Format:
    form: Format = msgspec.convert(name, Format)
    return form


def place_of(store: Store, mapping: str) -> Place:
    """Where a remapping by this mapping was broken off; its beginning where it wasn't."""
    with store.transaction() as connection:
        kept = property_of(connection, _PLACE)
    place = msgspec.json.decode(kept, type=Place) if kept else Place(mapping)
    return place if place.mapping == mapping else Place(mapping)


def forget_place(store: Store) -> None:
    """The remapping is done, and published."""
    with store.transaction() as connection:
        connection.execute(properties.delete().where(properties.c.name == _PLACE))


def remap_page(
    store: Store,
    page: Sequence[StoredSource],
    packed: Sequence[PackedRecord],
    refused: Sequence[Rejected | Skipped],
    place: Place,
) -> list[Outcome]:
    """Put a page's new mappings in the place of the old, in one transaction with how far that is; an outcome for each.

    When a record was confirmed, and by which run, stays. What can't be mapped any more stays as it was, and so does a
    record that would have another identifier: ids are for ever, and only a harvest can say which record is which.
    """
    known = {each.id: each for each in page}
    same = [item for item in packed if item.id in known]
    renamed = [Skipped(item.file, item.position, item.source_id, RENAMED) for item in packed if item.id not in known]
    with store.transaction() as connection:
        loading = Loading(_NO_RUN, AsOf(""), lambda _: False)
        outcomes = load_batch(connection, same, loading, next_sequence(connection))
        _restore(connection, page)
        _assess(connection, known, same, outcomes)
        if page and (noted := [*refused, *renamed]):
            note_rejections(connection, place.partner, page[0].run, noted)
        set_property(connection, _PLACE, msgspec.json.encode(place).decode())
    ended: list[Outcome] = ["rejected" if isinstance(each, Rejected) else "skipped" for each in (*refused, *renamed)]
    return outcomes + ended


def _restore(connection: Connection, page: Sequence[StoredSource]) -> None:
    groups: dict[tuple[str, int], list[int]] = {}
    for each in page:
        groups.setdefault((each.confirmed, each.run), []).append(each.sequence)
    for (confirmed, run), sequences in groups.items():
        connection.execute(_RESTORE, {"was_confirmed": confirmed, "was_run": run, "sequences": sequences})


def _assess(
    connection: Connection,
    known: Mapping[str, StoredSource],
    packed: Sequence[PackedRecord],
    outcomes: Sequence[Outcome],
) -> None:
    """Records whose content stays but whose quality nobody had looked at."""
    groups: dict[int, list[int]] = {}
    for item, outcome in zip(packed, outcomes, strict=True):
        before = known[item.id]
        if outcome == "unchanged" and item.quality != before.quality:
            groups.setdefault(item.quality, []).append(before.sequence)
    for quality, sequences in groups.items():
        connection.execute(_ASSESS, {"new_quality": quality, "sequences": sequences})
