"""One partner's source into the store: read, map on the workers, load in order, count everything."""

import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

import structlog

from discovery.errors import SourceUnreadable
from indexer.deletions import listed_deletions
from indexer.enrich.language import LanguagePrior
from indexer.formats import FORMATS
from indexer.mapping import Mapped, MappingTask, map_records, sample_prior
from indexer.memory import PartnerMemory, memory_of
from indexer.numbers import join_by_numbers
from indexer.partners import Format, Partner
from indexer.progress import Progress
from indexer.readers.detect import check_readable
from indexer.readers.table import Table
from indexer.readers.table_detect import check_table
from indexer.report import PartnerReport, SourceRecord
from indexer.settling import settle
from indexer.sources.fetching import deletion_files, fetch
from indexer.sources.files import SourceFile, beginning, files_of, opened
from indexer.store.holdings import waiting_holdings
from indexer.store.runs import PartnerRun, begin_run
from indexer.store.store import Store
from indexer.tables.alike import alike_titles
from indexer.tables.apart import CopiesApart
from indexer.tables.columns import column_map
from indexer.tables.identity import TitlesApart
from indexer.tables.reading import given_identifier
from indexer.tables.row import decode_row
from indexer.tables.rules import TableRules
from indexer.tables.shape import TableShape
from indexer.workers import Workers

# Records a task: large enough that starting one is nothing, small enough that a few under way fit any machine.
_TASK = 500
# Their bytes: records may be of any size up to the longest that is read, and several tasks are under way.
_TASK_BYTES = 16 << 20
# Each record's keys go all over the table: a database writes a page once for many of them, or once for each.
_TASKS_A_TRANSACTION = 8
# Enough to know a partner's languages by; these records are read twice.
_SAMPLE = 300

_BOTH = (
    "some tables hold titles and others copies; if these are the copies of those titles, leave them out of source and "
    "name them as copies_source."
)

log = structlog.get_logger()


class Source:
    """The records of all of a partner's files, with the sentence that says why reading ended early, if it did."""

    def __init__(
        self, files: Iterable[SourceFile], declared: Format | None, rules: TableRules, *, full: bool = False
    ) -> None:
        self.formats: set[Format] = set()
        self.failures: list[str] = []
        self.tables: list[TableShape] = []
        self._files = files
        self._declared = declared
        self._rules = rules
        self._full = full

    def __iter__(self) -> Iterator[SourceRecord]:
        """Every record. A source that should hold all, and holds none, is a failure: it isn't an emptied catalogue."""
        empty = True
        apart = TitlesApart(column_map(self._rules.columns), lambda text: bool(given_identifier(text)))
        for record in apart.told(self._records()):
            empty = False
            yield record
        self.tables += apart.shapes()
        if empty and self._full and not self.failures:
            self.failures.append(
                "There isn't a single record in the source; a library that has none left is taken out by --remove."
            )

    def _records(self) -> Iterator[SourceRecord]:
        apart = CopiesApart(self._rules.columns) if self._rules.copies_source else None
        if apart is not None:
            try:
                yield from self._copies(apart)
            except SourceUnreadable as error:
                self.failures.append(str(error))
                return  # titles without their copies would tell every holding anew
        yield from self._titles(apart)
        if apart is not None and self.tables:
            self.tables += apart.shapes()
        elif len({each.rows for each in self.tables if each.columns}) > 1:
            self.tables.append(TableShape(self.tables[-1].file, remarks=(_BOTH,)))

    def _copies(self, apart: CopiesApart) -> Iterator[SourceRecord]:
        """Read the tables of copies that stand apart from the titles; only what is to be refused is given on."""
        for path in files_of(self._rules.copies_source):
            begin = beginning(path)
            check_table(begin, path.name)
            with opened(path) as stream:
                table = Table(stream, begin, path.name, self._rules.copies or TableRules(rows="titles"))
                for file, position, raw in table:
                    row = decode_row(raw)
                    if row.broken:
                        yield SourceRecord(file, position, "table", raw)
                    else:
                        apart.add(position, row)
                apart.read(table.shapes)

    def _titles(self, apart: CopiesApart | None) -> Iterator[SourceRecord]:
        for path in self._files:
            try:
                begin = beginning(path)
                kind = check_readable(begin, self._declared, path.name)
                self.formats.add(kind)
                with opened(path) as stream:
                    if kind == "table":
                        yield from self._rows(Table(stream, begin, path.name, self._rules, apart))
                        continue
                    for position, raw in enumerate(FORMATS[kind].split(stream), 1):
                        yield SourceRecord(path.name, position, kind, raw)
            except SourceUnreadable as error:
                self.failures.append(str(error))

    @property
    def further_copies(self) -> int:
        """Rows of copies whose title an earlier row stands for; no record of their own is made of them."""
        return sum(shape.further_copies for shape in self.tables)

    def _rows(self, table: Table) -> Iterator[SourceRecord]:
        """A table numbers its own rows, and says how it was read."""
        try:
            for file, position, raw in table:
                yield SourceRecord(file, position, "table", raw)
        finally:
            self.tables += table.shapes


def load_partner(store: Store, partner: Partner, workers: Workers, now: str, progress: Progress) -> PartnerReport:
    """Bring the store up to date with a partner. `now` is an ISO date and time; its date confirms what is found.

    A source that can't be read to its end withdraws nothing, and the report's `failure` says why.
    """
    began = time.monotonic()
    report = PartnerReport(partner.code)
    progress.begin(partner.code)
    try:
        memory = memory_of(store, partner.code)
        fetched = fetch(partner, memory.source, progress)
        deletions = tuple(listed_deletions(deletion_files(partner)))
    except SourceUnreadable as error:
        report.failure = str(error)
        return report
    source = Source(fetched.files, fetched.format, partner.table, full=fetched.full)
    run = begin_run(store, partner.code, now)
    run.delete(deletions)
    prior, records = prior_and_records(memory, partner, source, full=fetched.full)
    answers = workers.run(map_records, tasks_of(partner, prior, records))
    while some := tuple(islice(answers, _TASKS_A_TRANSACTION)):
        _store(run, some, report)
        progress.advance(sum(len(mapped.packed) + len(mapped.refused) for mapped in some))
    run.counts.add("skipped", source.further_copies)
    report.failure = settle(run, partner, fetched, source.failures, memory, prior, now)
    join_by_numbers(store, partner.code, workers)
    if waiting := len(waiting_holdings(store, partner.code)):
        report.problems["holdings without their record"] = waiting
    report.format = ", ".join(sorted(source.formats))
    report.tables = (*source.tables, *alike_titles(source.tables, run.alike))
    report.counts = run.counts
    report.withdrawn = run.withdrawn
    report.seconds = time.monotonic() - began
    log.info("partner loaded", partner=partner.code, total=run.counts.total, rejected=run.counts.rejected)
    return report


def _store(run: PartnerRun, some: Sequence[Mapped], report: PartnerReport) -> None:
    if packed := tuple(chain.from_iterable(mapped.packed for mapped in some)):
        run.load(packed)
    if refused := tuple(chain.from_iterable(mapped.refused for mapped in some)):
        run.reject(refused)
    for mapped in some:
        for problem, count in mapped.problems.items():
            report.problems[problem] = report.problems.get(problem, 0) + count


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
