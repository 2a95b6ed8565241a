"""One partner's source into the store: read, map on the workers, load in order, count everything."""

import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

import structlog

from discovery.errors import SourceUnreadable
from indexer.deletions import listed_deletions
from indexer.enrich.language import LanguagePrior
from indexer.mapping import Mapped, MappingTask, map_records, sample_prior
from indexer.match.successors import successors
from indexer.memory import PartnerMemory, memory_of
from indexer.numbers import join_by_numbers
from indexer.partner_source import Source
from indexer.partners import Partner
from indexer.progress import Progress
from indexer.remarks import remarks_on
from indexer.report import PartnerReport, SourceRecord
from indexer.settling import settle
from indexer.sources.fetching import deletion_files, fetch
from indexer.store.holdings import waiting_holdings
from indexer.store.identifiers import unknown_to
from indexer.store.plan import AsOf
from indexer.store.runs import PartnerRun, begin_run
from indexer.store.source_counts import living_count
from indexer.store.store import Store
from indexer.superseded import without_superseded
from indexer.tables.alike import alike_titles
from indexer.workers import Workers

# Records a task: large enough that starting one is nothing, small enough that a few under way fit any machine.
_TASK = 500
# Their bytes: records may be of any size up to the longest that is read, and several tasks are under way.
_TASK_BYTES = 16 << 20
# Each record's keys go all over the table: a database writes a page once for many of them, or once for each.
_TASKS_A_TRANSACTION = 8
# Enough to know a partner's languages by; these records are read twice.
_SAMPLE = 300

log = structlog.get_logger()


def load_partner(store: Store, partner: Partner, workers: Workers, now: str, progress: Progress) -> PartnerReport:
    """Bring the store up to date with a partner. `now` is an ISO date and time; its date confirms what is found.

    A source that can't be read to its end withdraws nothing, and the report's `failure` says why.
    """
    began = time.monotonic()
    report = PartnerReport(partner.code)
    progress.begin(partner.code)
    try:
        memory = memory_of(store, partner.code)
        fetched = fetch(partner, memory.source, progress, unknown_to(store, partner.code))
        deletions = tuple(listed_deletions(deletion_files(partner)))
    except SourceUnreadable as error:
        report.failure = str(error)
        return report
    source = Source(fetched.files, fetched.format, partner.table, full=fetched.full)
    as_of = AsOf(fetched.as_of, fetched.days, by_name=not fetched.full)
    run = begin_run(store, partner.code, now, successors, as_of)
    run.delete(deletions)
    prior, records = prior_and_records(memory, partner, source, full=fetched.full)
    answers = workers.run(map_records, tasks_of(partner, prior, records))
    _store_all(run, without_superseded(answers, tuple(fetched.days)), report, progress)
    run.counts.add("skipped", source.further_copies)
    report.failure = settle(run, partner, fetched, source.failures, memory, prior, now)
    if run.counts.rejected and not fetched.full:  # for nothing else all of them are counted
        report.standing = living_count(store, partner.code)
    join_by_numbers(store, partner.code, workers)
    if waiting := len(waiting_holdings(store, partner.code)):
        report.problems["holdings without their record"] = waiting
    report.remarks = remarks_on(partner, fetched, source, report, run)
    _tell(report, run, source)
    report.seconds = time.monotonic() - began
    log.info("partner loaded", partner=partner.code, total=run.counts.total, rejected=run.counts.rejected)
    return report


def _tell(report: PartnerReport, run: PartnerRun, source: Source) -> None:
    """What was read, how, and what came of it."""
    report.format = ", ".join(sorted(source.formats))
    report.tables = (*source.tables, *alike_titles(source.tables, run.alike))
    report.counts = run.counts
    report.withdrawn = run.withdrawn
    report.renumbered = run.renumbered


def _store_all(run: PartnerRun, answers: Iterator[Mapped], report: PartnerReport, progress: Progress) -> None:
    while some := tuple(islice(answers, _TASKS_A_TRANSACTION)):
        _store(run, some, report)
        progress.advance(sum(len(mapped.packed) + len(mapped.refused) for mapped in some))


def _store(run: PartnerRun, some: Sequence[Mapped], report: PartnerReport) -> None:
    if packed := tuple(chain.from_iterable(mapped.packed for mapped in some)):
        run.load(packed)
    if refused := tuple(chain.from_iterable(mapped.refused for mapped in some)):
        run.reject(refused)
    for mapped in some:
        report.problems.update(mapped.problems)
        report.strays.update(mapped.strays)


def prior_and_records(
    memory: PartnerMemory, partner: Partner, source: Iterable[SourceRecord], *, full: bool
) -> tuple[LanguagePrior, Iterator[SourceRecord]]:
    """Which languages this partner's coded records are in, and all its records.

    A full source is sampled, so that the same file always maps the same way; a delta, which may hold a single
    record, keeps to the prior of the last full one.
    """
    records = iter(source)
    if memory.prior is not None and not full:
        return memory.prior, records
    sample = _batch(records, _SAMPLE)
    return sample_prior(sample, partner.table.columns), chain(sample, records)


def tasks_of(partner: Partner, prior: LanguagePrior, records: Iterator[SourceRecord]) -> Iterator[MappingTask]:
    """The records in batches for the workers."""
    while batch := _batch(records, _TASK):
        yield MappingTask(partner.code, partner.libraries, prior, batch, partner.table.columns)


def _batch(records: Iterator[SourceRecord], most: int) -> tuple[SourceRecord, ...]:
    """The next records: so many, or fewer that have _TASK_BYTES together."""
    batch: list[SourceRecord] = []
    size = 0
    for record in records:
        batch.append(record)
        size += len(record.raw)
        if len(batch) == most or size >= _TASK_BYTES:
            break
    return tuple(batch)
