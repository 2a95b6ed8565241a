"""What a sync would do, without doing it: read, map, compare with the store, show."""

from dataclasses import dataclass, field

from discovery.catalog.record import Record
from discovery.errors import SourceUnreadable
from indexer.deletions import listed_deletions
from indexer.loading import Source, prior_and_records, tasks_of
from indexer.mapping import Mapped, map_records
from indexer.partners import Partner
from indexer.report import Counts, PartnerReport, Rejected, Skipped
from indexer.sources.files import files_of
from indexer.store.packing import unpack_record
from indexer.store.rehearsal import Rehearsal
from indexer.store.store import Store
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


@dataclass(slots=True)
class Preview:
    """`report.counts` says how the records would end; `report.withdrawn` how many would be taken out."""

    report: PartnerReport
    sample: list[MappedSample] = field(default_factory=list)
    refused: list[Rejected | Skipped] = field(default_factory=list)


def preview(store: Store, partner: Partner, workers: Workers) -> Preview:
    """Read all of a partner's source and change nothing."""
    found = Preview(PartnerReport(partner.code))
    try:
        source = Source(files_of(partner.source), partner.format, partner.table)
        listed = tuple(listed_deletions(partner.deletions)) if partner.deletions else ()
    except SourceUnreadable as error:
        found.report.failure = str(error)
        return found
    rehearsal = Rehearsal(store, partner.code, listed)
    prior, records = prior_and_records(store, partner, source)
    for mapped in workers.run(map_records, tasks_of(partner, prior, records)):
        rehearsal.load(mapped.packed)
        _note(found, mapped, rehearsal.counts)
    found.report.counts = rehearsal.counts
    found.report.failure = " ".join(source.failures)
    found.report.tables = tuple(source.tables)
    found.report.format = ", ".join(sorted(source.formats))
    if partner.mode == "full" and not source.failures:
        found.report.withdrawn = rehearsal.unseen()
    return found


def _note(found: Preview, mapped: Mapped, counts: Counts) -> None:
    for item in mapped.refused:
        counts.add("rejected" if isinstance(item, Rejected) else "skipped")
    found.refused.extend(mapped.refused[: SAMPLE - len(found.refused)])
    for packed in mapped.packed[: SAMPLE - len(found.sample)]:
        if packed.mapped and packed.kind == "bibliographic":
            found.sample.append(_sampled(unpack_record(packed.mapped)))
    for problem, count in mapped.problems.items():
        found.report.problems[problem] = found.report.problems.get(problem, 0) + count


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
    )
