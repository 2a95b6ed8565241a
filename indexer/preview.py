"""What a sync would do, without doing it: read, map, compare with the store, show."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from discovery.catalog.quality import Example, Quality, Refused
from discovery.catalog.record import Record
from discovery.errors import SourceUnreadable
from indexer.copy_guess import copies_guessed
from indexer.deletions import listed_deletions
from indexer.loading import prior_and_records, tasks_of
from indexer.mapping import Mapped, map_records
from indexer.memory import memory_of
from indexer.partner_source import Source
from indexer.partners import Partner
from indexer.progress import Unwatched
from indexer.quality import EXAMPLES, REFUSED, problems_in, quality_of
from indexer.remarks import remarks_on
from indexer.report import PartnerReport, Rejected
from indexer.returning import renumbered
from indexer.settling import refusal, too_much
from indexer.sources.fetching import Fetched, deletion_files, fetch
from indexer.store.identifiers import unknown_to
from indexer.store.packing import PackedRecord, unpack_record
from indexer.store.rehearsal import Rehearsal
from indexer.store.repetition import ALIKE
from indexer.store.source_counts import living_count
from indexer.store.store import Store
from indexer.superseded import without_superseded
from indexer.tables.alike import alike_titles
from indexer.workers import Workers

SAMPLE = 20


@dataclass(frozen=True, slots=True)
class MappedSample:
    """One mapped record, as far as a technician needs it to see whether the mapping is right."""

    source_id: str
    title: str
    authors: tuple[str, ...]
    year: int | None
    type: str
    languages: tuple[str, ...]
    identifiers: tuple[str, ...]
    subjects: tuple[str, ...]
    libraries: tuple[str, ...]
    call_numbers: tuple[str, ...]
    published: tuple[str, ...] = ()
    copies: int = 0


@dataclass(slots=True)
class Preview:
    """`report.counts` says how the records would end, and `report.withdrawn` how many the source holds no longer.

    `added` and `changed` are those loaded; `quality` is that of the records that the source holds. `refused` are the
    first of the rejected; `skipped` says why others would be left out, and how many. `copies` is a sentence with the
    settings that would read the copies, where they seem to stand in a field of the partner's own.
    """

    report: PartnerReport
    sample: list[MappedSample] = field(default_factory=list)
    refused: list[Rejected] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)
    added: int = 0
    changed: int = 0
    quality: Quality = field(default_factory=Quality)
    copies: tuple[str, ...] = ()

    @property
    def removed(self) -> int:
        """How many records would be taken out."""
        return self.report.counts.deleted + self.report.withdrawn


def preview(store: Store, partner: Partner, workers: Workers) -> Preview:
    """Read all of a partner's source and change nothing."""
    found = Preview(PartnerReport(partner.code))
    try:
        memory = memory_of(store, partner.code)
        fetched = fetch(partner, memory.source, Unwatched(), unknown_to(store, partner.code))
        listed = tuple(listed_deletions(deletion_files(partner)))
    except SourceUnreadable as error:
        found.report.failure = str(error)
        return found
    source = Source(fetched.files, fetched.format, partner.table, full=fetched.full)
    rehearsal, tally = Rehearsal(store, partner.code, listed), _Tally()
    prior, records = prior_and_records(memory, partner, source, full=fetched.full)
    answers = workers.run(map_records, tasks_of(partner, prior, records))
    for mapped in without_superseded(answers, tuple(fetched.days)):
        tally.add(rehearsal.load(mapped.packed))
        _note(found, mapped, rehearsal)
    found.skipped.update(rehearsal.repeated)
    rehearsal.counts.add("skipped", source.further_copies)
    found.refused.extend(fetched.rejected[: REFUSED - len(found.refused)])
    rehearsal.counts.add("rejected", len(fetched.rejected))
    found.added = rehearsal.counts.loaded - rehearsal.changed
    found.changed = rehearsal.changed
    found.quality = tally.quality(rehearsal.counts.rejected, found.refused)
    found.report.counts = rehearsal.counts
    found.report.standing = 0 if fetched.full else living_count(store, partner.code)
    found.report.tables = (*source.tables, *alike_titles(source.tables, rehearsal.repeated[ALIKE]))
    found.report.format = ", ".join(sorted(source.formats))
    found.report.remarks = remarks_on(partner, fetched, source, found.report, rehearsal)

    def once_more() -> Source:
        return Source(fetched.files, fetched.format, partner.table, full=fetched.full)

    def again() -> Iterator[Mapped]:
        return workers.run(map_records, tasks_of(partner, prior, iter(once_more())))

    if partner.libraries.copies is None and sum(bool(each.copies) for each in found.sample) * 10 <= len(found.sample):
        found.copies = copies_guessed(once_more())
    _foresee_end(found.report, rehearsal, partner, fetched, source.failures, again)
    return found


def _foresee_end(
    report: PartnerReport,
    rehearsal: Rehearsal,
    partner: Partner,
    fetched: Fetched,
    failures: Sequence[str],
    again: Callable[[], Iterable[Mapped]],
) -> None:
    """What `settle` would do: what couldn't be had, how much would be taken out, and whether that is too much.

    `again` reads the source once more.
    """
    report.failure = " ".join((*failures, fetched.failure)).strip()
    for identifiers in fetched.present() if fetched.present is not None else ():
        rehearsal.keep(identifiers)
    whole = (fetched.full or fetched.present is not None) and not failures
    if whole:
        report.withdrawn = rehearsal.unseen()
    departure = rehearsal.departure(report.withdrawn)
    if departure.going:
        report.renumbered = renumbered(rehearsal, again(), missing=whole)
        departure = replace(departure, going=departure.going - report.renumbered)
    if too_much(partner, departure):
        report.failure = f"{report.failure} {refusal(partner, departure)}".strip()


class _Tally:
    """Counts the records by their quality, and keeps the first that show each problem."""

    def __init__(self) -> None:
        self._counted: Counter[int] = Counter()
        self._examples: dict[str, tuple[Example, ...]] = {}

    def add(self, records: list[PackedRecord]) -> None:
        for record in records:
            if record.kind != "bibliographic":
                continue
            self._counted[record.quality] += 1
            for problem in problems_in(record.quality):
                shown = self._examples.get(problem, ())
                if len(shown) < EXAMPLES:
                    self._examples[problem] = (*shown, Example(record.source_id, record.title))

    def quality(self, rejected: int, refused: list[Rejected]) -> Quality:
        first = tuple(Refused(each.file, each.position, each.identifier, each.reason) for each in refused)
        return quality_of(self._counted, self._examples, rejected, first)


def _note(found: Preview, mapped: Mapped, rehearsal: Rehearsal) -> None:
    for item in mapped.refused:
        if isinstance(item, Rejected):
            rehearsal.counts.add("rejected")
            if len(found.refused) < REFUSED:
                found.refused.append(item)
        else:
            rehearsal.counts.add("skipped")
            found.skipped[item.reason] += 1
    rehearsal.keep(item.identifier for item in mapped.refused if item.identifier)
    for packed in mapped.packed[: SAMPLE - len(found.sample)]:
        if packed.mapped and packed.kind == "bibliographic":
            found.sample.append(_sampled(unpack_record(packed.mapped)))
    found.report.problems.update(mapped.problems)
    found.report.strays.update(mapped.strays)


def _sampled(record: Record) -> MappedSample:
    description = record.description
    return MappedSample(
        source_id=record.source_id,
        title=description.title.full,
        authors=tuple(contributor.name for contributor in description.contributors),
        year=description.publication.year,
        type=description.type,
        languages=description.languages,
        identifiers=tuple(f"{each.scheme} {each.value}" for each in description.identifiers),
        subjects=tuple(subject.heading for subject in description.subjects),
        libraries=tuple(dict.fromkeys(holding.library for holding in record.holdings)),
        call_numbers=tuple(dict.fromkeys(each.call_number for each in record.holdings if each.call_number)),
        published=tuple(filter(None, (description.publication.place, description.publication.publisher))),
        copies=sum(holding.copies for holding in record.holdings),
    )
