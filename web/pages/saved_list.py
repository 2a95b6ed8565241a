"""The reader's list: it lives in its address, and nowhere else."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from discovery.catalog.record import UnionRecord
from discovery.catalog.site import Site
from discovery.catalog.visits import plan_visits
from discovery.labels.imprint import imprint
from discovery.search.keyword_fields import title_key
from web.i18n import Words
from web.links import ANYTHING, Links
from web.list_links import dropping
from web.pages.distances import Distances
from web.pages.first_owners import FirstOwners, first_owners
from web.pages.layout import Frame, Layout
from web.pages.title_language import title_language

EXPORTS = (
    ("ris", "RIS"),
    ("bib", "BibTeX"),
    ("csv", "CSV"),
    ("csl", "CSL-JSON"),
    ("mrc", "MARC 21"),
    ("xml", "MARCXML"),
)
_SHOWN_LIBRARIES = 5


@dataclass(frozen=True, slots=True)
class SavedRecord:
    """A record on the list; `language` is the title's, or "", and `remove` the list without it."""

    title: str
    language: str
    original: str
    url: str
    authors: str
    imprint: str
    owners: FirstOwners
    remove: str


@dataclass(frozen=True, slots=True)
class PlannedVisit:
    """A library to go to, and what is fetched there with its shelf marks."""

    library: str
    url: str
    place: str
    records: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SavedListPage:
    """The list in filing order. `permalink` and `code` share it; `lost` says what is no longer there, or "".
    `own_libraries` is where readers say which libraries are theirs, "" when they have.
    """

    layout: Layout
    count: str
    lost: str
    records: tuple[SavedRecord, ...]
    downloads: tuple[tuple[str, str], ...]
    permalink: str
    code: str
    plan: tuple[PlannedVisit, ...]
    own_libraries: str


def in_filing_order(records: Iterable[UnionRecord]) -> tuple[UnionRecord, ...]:
    """As they would stand in a list of titles."""
    return tuple(sorted(records, key=lambda each: (_filed(each), each.id)))


def _filed(record: UnionRecord) -> str:
    title = record.description.title
    return title.sort or title_key(title.main[title.nonfiling :])


def saved_list_page(records: Sequence[UnionRecord], lost: int, site: Site, frame: Frame) -> SavedListPage:
    """`records` in filing order; `lost` counts the ids that lead nowhere any more."""
    links, words = frame.links, frame.words
    permanent = Links(links.site_url, saved=tuple(record.id for record in records))
    return SavedListPage(
        layout=frame.layout(words.gettext("My list")),
        count=words.ngettext("%(number)s record", "%(number)s records", len(records)),
        lost=_lost(lost, words) if lost else "",
        records=tuple(_saved(record, frame) for record in records),
        downloads=tuple((name, links.saved_list(extension)) for extension, name in EXPORTS),
        permalink=links.absolute(permanent.saved_list()),
        code=links.saved_list("svg"),
        plan=_plan(records, site, frame),
        own_libraries="" if links.homes else links.own_libraries(ANYTHING),
    )


def _lost(number: int, words: Words) -> str:
    return words.ngettext(
        "%(number)s record is no longer in the catalogue.", "%(number)s records are no longer in the catalogue.", number
    )


def _saved(record: UnionRecord, frame: Frame) -> SavedRecord:
    description, links = record.description, frame.links
    return SavedRecord(
        title=description.title.full,
        language=title_language(description),
        original=description.title.original,
        url=links.record(record.id),
        authors="; ".join(each.name for each in description.contributors[:3] if not each.work),
        imprint=imprint(description),
        owners=first_owners(record, _SHOWN_LIBRARIES, links.homes, frame.words),
        remove=dropping(links, record.id).saved_list(),
    )


def _plan(records: Sequence[UnionRecord], site: Site, frame: Frame) -> tuple[PlannedVisit, ...]:
    distances = Distances(site, frame.links.homes)
    ranks = {code: distances.rank(code) for record in records for code in record.libraries}
    plan = plan_visits({record.id: record.libraries for record in records}, ranks)
    by_id = {record.id: record for record in records}
    places = {each.code: each.town for each in site.libraries}
    return tuple(
        PlannedVisit(
            library=frame.words.labels.library(visit.library),
            url=frame.links.library(visit.library),
            place=places.get(visit.library, ""),
            records=tuple(
                (by_id[each].description.title.full, _mark(by_id[each], visit.library)) for each in visit.records
            ),
        )
        for visit in plan
    )


def _mark(record: UnionRecord, library: str) -> str:
    marks = (each.call_number for each in record.holdings if each.library == library and each.call_number)
    return next(marks, "")
