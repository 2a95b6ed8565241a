"""From bytes to what the store keeps, a batch at a time; runs on worker processes."""

import hashlib
from collections import Counter
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, field

import structlog

from discovery.catalog.authority import Authority
from discovery.catalog.holdings_record import HoldingsRecord
from indexer.enrich.language import LanguagePrior
from indexer.enrich.record import enriched
from indexer.formats import reading_of
from indexer.match.keys import match_keys
from indexer.mojibake import with_letters
from indexer.partners import LibraryRule
from indexer.quality import quality_bits
from indexer.readers.iso2709 import NoRecord, Unreadable
from indexer.report import Rejected, Skipped, SourceRecord
from indexer.store.packing import APART, PackedRecord, pack_authority, pack_deletion, pack_holdings, pack_record
from indexer.strays import stray_codes
from indexer.tables.columns import ColumnRule
from indexer.workers import in_step

log = structlog.get_logger()
Outcome = PackedRecord | Rejected | Skipped
Steps = Generator[None, None, Outcome]


@dataclass(frozen=True, slots=True)
class MappingTask:
    """Some records of one file of one partner, and what mapping them depends on."""

    partner: str
    libraries: LibraryRule
    prior: LanguagePrior
    records: tuple[SourceRecord, ...]
    columns: tuple[ColumnRule, ...] = ()


@dataclass(frozen=True, slots=True)
class Mapped:
    """What became of a task's records. `problems` counts what was mended or looks wrong, by code, and `strays` the
    records with holdings of no library, by what the record calls it.
    """

    packed: tuple[PackedRecord, ...]
    refused: tuple[Rejected | Skipped, ...]
    problems: Mapping[str, int]
    strays: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _Noted:
    """What is counted while a task's records are mapped."""

    problems: Counter[str] = field(default_factory=Counter)
    strays: Counter[str] = field(default_factory=Counter)


def map_records(task: MappingTask) -> Mapped:
    """Parse, map and pack each record; a bad one is refused with its reason, and the rest goes on."""
    packed: list[PackedRecord] = []
    refused: list[Rejected | Skipped] = []
    noted = _Noted()
    for some in in_step(task.records):
        for item in _in_step([_guarded(source, task, noted) for source in some]):
            if isinstance(item, PackedRecord):
                packed.append(item)
            else:
                refused.append(item)
    return Mapped(tuple(packed), tuple(refused), noted.problems, noted.strays)


def sample_prior(sample: Sequence[SourceRecord], columns: tuple[ColumnRule, ...] = ()) -> LanguagePrior:
    """Which languages the coded ones among these records are in."""
    coded: list[str] = []
    for source in sample:
        try:
            coded += reading_of(source, columns).languages()[:1]
        except Unreadable:
            continue
    return LanguagePrior.of(coded)


def _in_step(records: Sequence[Steps]) -> list[Outcome]:
    """What each record ends as, in order; all take one step before any takes the next."""
    ended: dict[int, Outcome] = {}
    while len(ended) < len(records):
        for number, steps in enumerate(records):
            if number not in ended:
                try:
                    next(steps)
                except StopIteration as end:
                    ended[number] = end.value
    return [ended[number] for number in range(len(records))]


def _guarded(source: SourceRecord, task: MappingTask, noted: _Noted) -> Steps:
    try:
        return (yield from _steps(source, task, noted))
    except Exception as error:  # the per-record guard: one record must never end a run
        log.exception("record not mapped", partner=task.partner, file=source.file, position=source.position)
        reason = f"Padu failed on this record ({type(error).__name__}: {error}); please report it."
        return Rejected(source.file, source.position, "", reason)


def _steps(source: SourceRecord, task: MappingTask, noted: _Noted) -> Steps:
    sound, damage = with_letters(source)
    try:
        read = reading_of(sound, task.columns)
    except NoRecord as none:
        return Skipped(source.file, source.position, "", str(none))
    except Unreadable as unreadable:
        return Rejected(source.file, source.position, unreadable.identifier, str(unreadable))
    source_id = read.identifier or content_id(source.raw)
    if read.deleted:
        return pack_deletion(source, task.partner, source_id, read.kind)
    if not read.identifies_alone:
        source_id = f"{source_id}{APART}{content_id(source.raw).removeprefix('sha256:')}"
    yield
    record = read.record(partner=task.partner, source_id=source_id, rule=task.libraries)
    if isinstance(record, str):
        return Rejected(source.file, source.position, source_id, record)
    if isinstance(record, Authority):
        noted.problems.update(read.problems)
        return pack_authority(source, record)
    if isinstance(record, HoldingsRecord):
        noted.problems.update(read.problems)
        return pack_holdings(source, record)
    yield
    record = enriched(record, task.prior)
    found = {*read.problems, *record.problems}
    if damage:
        found.add(damage)
    if not read.identifier:
        found.add("no identifier")
    for problem in found:  # Counter.update asks first what it was given
        noted.problems[problem] += 1
    for stray in stray_codes(record, task.libraries):
        noted.strays[stray] += 1
    yield
    keys = match_keys(record)
    yield
    return pack_record(source, record, keys, quality=quality_bits(record, found))


def content_id(raw: bytes) -> str:
    """What stands in for a missing identifier: the content itself, so that order and position don't matter."""
    return "sha256:" + hashlib.sha256(raw).hexdigest()[:32]
