"""What a batch of a partner's records will do to the store: what is new, what changed, what was there already."""

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sqlalchemy import Connection, select

from indexer.report import Outcome
from indexer.store.batches import among, texts
from indexer.store.packing import PackedRecord
from indexer.store.schema import source_records

_r = source_records.c

KNOWN = select(_r.id, _r.sequence, _r.content_hash, _r.live, _r.run, _r.match_keys, _r.cluster, _r.confirmed)
_KNOWN_BY_ID = KNOWN.where(among(_r.id, texts("ids")))


class Known(NamedTuple):
    """What the store already has under an id. A cluster of None belongs to kinds that are never merged."""

    id: str
    sequence: int
    content_hash: bytes
    live: bool
    run: int
    keys: bytes
    cluster: int | None
    confirmed: str


@dataclass(frozen=True, slots=True)
class AsOf:
    """The day (ISO) as of which a run confirms what it meets; what comes in one of `files`, as of that one's.

    `by_name` says that the run speaks for nothing but what it names: no fact tells the day, only the records do.
    `today` is the day of the run itself.
    """

    day: str
    files: Mapping[str, str] = field(default_factory=dict)
    by_name: bool = False
    today: str = ""

    def of(self, item: PackedRecord) -> str:
        """The day for this record."""
        return self.files.get(item.file, self.day)

    def no_later_than(self, today: str) -> "AsOf":
        """Today's where nothing is said, and where a clock is ahead."""
        files = {name: min(day or today, today) for name, day in self.files.items()}
        return AsOf(min(self.day or today, today), files, self.by_name, today)


@dataclass(frozen=True, slots=True)
class Loading:
    """The run that loads: its number, as of which day it confirms, and whether its deletion lists name a record.

    `named` are the sequences of records that this run will take out, because their partner says so. Of a run that
    speaks for nothing but what it names, `days` are those as of which it did so, and `later` the records, by day and
    sequence, that are as they were and confirmed later than before.
    """

    run: int
    as_of: AsOf
    is_listed: Callable[[PackedRecord], bool]
    named: set[int] = field(default_factory=set)
    days: set[str] = field(default_factory=set)
    later: "dict[str, array[int]]" = field(default_factory=dict)


@dataclass(slots=True)
class Plan:
    """What a batch will do to the store, with one outcome for each of its items."""

    outcomes: list[Outcome] = field(default_factory=list)
    added: list[PackedRecord] = field(default_factory=list)
    changed: list[tuple[Known, PackedRecord]] = field(default_factory=list)
    deleted: list[Known] = field(default_factory=list)
    unchanged: list[tuple[Known, PackedRecord]] = field(default_factory=list)
    absent: list[int] = field(default_factory=list)


def plan_batch(connection: Connection, batch: Sequence[PackedRecord], loading: Loading) -> Plan:
    """Compare a batch with what is there, and write nothing."""
    ids = {"ids": [each for item in batch for each in item.ids]}
    known = {row.id: Known(*row) for row in connection.execute(_KNOWN_BY_ID, ids).all()}
    plan = Plan()
    seen: set[str] = set()
    for item in batch:
        before = _standing(item, known)
        if not seen.isdisjoint(item.ids) or (before is not None and before.run == loading.run):
            plan.outcomes.append("skipped")
            continue
        if before is not None and before.sequence in loading.named:
            before = before._replace(live=False)
        seen.update(item.ids)
        gone = item.deleted or loading.is_listed(item)
        plan.outcomes.append(_place(plan, item, before, gone=gone))
    return plan


def _standing(item: PackedRecord, known: Mapping[str, Known]) -> Known | None:
    """What is there under the item's id; where it doesn't say of what kind it is, what lives under one of its ids."""
    if not item.others:
        return known.get(item.id)
    found = [known[each] for each in item.ids if each in known]
    return next((each for each in found if each.live), found[0] if found else None)


def _place(plan: Plan, item: PackedRecord, before: Known | None, *, gone: bool) -> Outcome:
    if before is None:
        plan.added.append(_tombstone(item) if gone else item)
        return "deleted" if gone else "loaded"
    if gone:
        if not before.live:
            plan.absent.append(before.sequence)
            return "unchanged"
        plan.deleted.append(before)
        return "deleted"
    if before.live and before.content_hash == item.content_hash:
        plan.unchanged.append((before, item))
        return "unchanged"
    plan.changed.append((before, item))
    return "loaded"


def _tombstone(item: PackedRecord) -> PackedRecord:
    """What is kept of a record that was already deleted when it was first heard of: its id and its place."""
    return PackedRecord(
        id=item.id,
        partner=item.partner,
        kind=item.kind,
        source_id=item.source_id,
        file=item.file,
        position=item.position,
        title=item.title,
        deleted=True,
        links=item.links,
    )
