"""Maps what partners sent anew, from the store: for another mapping in padu.toml, or in another version of Padu."""

import hashlib
import time
from collections import deque
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from itertools import chain, islice

from indexer.enrich.language import LanguagePrior
from indexer.mapping import MappingTask, map_records, sample_prior
from indexer.memory import memory_of, note_mapped
from indexer.numbers import join_by_numbers
from indexer.partners import Partner
from indexer.pipeline import Installation, RunReport, rebuild
from indexer.progress import Progress
from indexer.report import PartnerReport
from indexer.store.remapping import Place, StoredSource, forget_place, place_of, remap_page, stored_sources
from indexer.store.store import Store
from indexer.strays import stray_remarks
from indexer.workers import Workers

_TASK = 500
_SAMPLE = 300


def remap(store: Store, partners: Sequence[Partner], workers: Workers, progress: Progress) -> list[PartnerReport]:
    """Map every stored source by the partners' rules of today. Nothing is fetched.

    A killed run is taken up where it was, by the same command; `store.remapping.forget_place` ends it.
    """
    place = place_of(store, _fingerprint(partners))
    ordered = sorted(partners, key=lambda partner: partner.code)
    return [
        _remap_partner(store, partner, Place(place.mapping, partner.code, _after(place, partner)), workers, progress)
        for partner in ordered
        if partner.code >= place.partner
    ]


def _after(place: Place, partner: Partner) -> int:
    return place.sequence if partner.code == place.partner else 0


def _remap_partner(store: Store, partner: Partner, place: Place, workers: Workers, progress: Progress) -> PartnerReport:
    began = time.monotonic()
    report = PartnerReport(partner.code)
    progress.begin(partner.code)
    under_way: deque[tuple[StoredSource, ...]] = deque()
    tasks = _tasks(store, partner, place.sequence, under_way)
    for mapped in workers.run(map_records, tasks):
        page = under_way.popleft()
        reached = Place(place.mapping, partner.code, page[-1].sequence)
        for outcome in remap_page(store, page, mapped.packed, mapped.refused, reached):
            report.counts.add(outcome)
        report.problems.update(mapped.problems)
        report.strays.update(mapped.strays)
        progress.advance(len(page))
    join_by_numbers(store, partner.code, workers)
    note_mapped(store, partner)
    report.remarks = stray_remarks(partner, report.strays)
    report.seconds = time.monotonic() - began
    return report


def _tasks(
    store: Store, partner: Partner, after: int, under_way: deque[tuple[StoredSource, ...]]
) -> Iterator[MappingTask]:
    pages = stored_sources(store, partner.code, after, _TASK)
    prior = _prior(store, partner)
    for page in pages:
        under_way.append(page)
        records = tuple(each.source for each in page)
        yield MappingTask(partner.code, partner.libraries, prior, records, partner.table.columns)


def _prior(store: Store, partner: Partner) -> LanguagePrior:
    """The prior of the last harvest, so that the same source maps the same way; else what the first sources say."""
    remembered = memory_of(store, partner.code).prior
    if remembered is not None:
        return remembered
    first = chain.from_iterable(stored_sources(store, partner.code, 0, _SAMPLE))
    return sample_prior([each.source for each in islice(first, _SAMPLE)], partner.table.columns)


def _fingerprint(partners: Sequence[Partner]) -> str:
    """Changes with the version of Padu and with what padu.toml says of the partners."""
    text = repr((version("padu"), sorted(partners, key=lambda partner: partner.code)))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def rebuild_remapped(installation: Installation) -> RunReport:
    """Map everything anew, then build a fresh generation; restarted, it goes on where it was."""
    store = installation.store
    partners = remap(store, installation.partners, installation.workers, installation.progress)
    report = rebuild(installation, [each.code for each in installation.partners])
    forget_place(store)
    report.partners = partners
    report.seconds += sum(each.seconds for each in partners)
    return report
