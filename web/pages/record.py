"""The record page: a description as labelled facts, its holdings, and the ways out of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from discovery.catalog.record import UnionRecord
from discovery.catalog.site import Site
from discovery.labels.translations import LOCALES
from discovery.search.counterparts_offered import RecordCounterparts
from discovery.search.neighbours import Neighbours
from discovery.search.partner_facts import Freshness
from discovery.search.service import FoundRecord
from discovery.search.shelf import ShelfNeighbour
from web.i18n import Words
from web.links import Links, SearchState
from web.list_links import dropping, saving
from web.pages.contents import Contents, contents_of
from web.pages.counterparts import counterpart_facts
from web.pages.facts import Fact, facts
from web.pages.hits import HitView, hit_view, kind, title_language
from web.pages.holdings import LibraryHoldings, OutsideLink, library_holdings, outside_links
from web.pages.layout import Frame, Layout, Option
from web.pages.leafing import Leafing, leafing
from web.pages.members import MemberLine, member_lines
from web.pages.metadata import Metadata, metadata
from web.pages.more import more_facts
from web.pages.timeline import Timeline, timeline

# What a page shows before it leads to another; a page stays below 40 kB with these and all contents shown.
_MOST_LIBRARIES = 15


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the catalogue knows around a record. `shared` are the ids of the members whose own MARC may be had;
    `freshness` is their partners', by code.
    """

    counterparts: tuple[RecordCounterparts, ...]
    versions: tuple[UnionRecord, ...]
    similar: tuple[UnionRecord, ...]
    shelf: tuple[ShelfNeighbour, ...]
    shared: frozenset[str]
    freshness: Mapping[str, Freshness]
    neighbours: Neighbours | None


@dataclass(frozen=True, slots=True)
class Download:
    """The record in another format."""

    name: str
    media_type: str
    url: str


@dataclass(frozen=True, slots=True)
class ShelfLine:
    """A neighbour on the shelf."""

    call_number: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class RecordPage:
    """Everything the members know about one thing.

    `leafing` leads to the records before and after in the results it came from, None when it came from none.
    `own_libraries` is where readers say which libraries are theirs, "" when they have. `more_libraries` says how many
    more have it, and `all_libraries` leads there; both "" when all are shown.
    """

    layout: Layout
    leafing: Leafing | None
    title: str
    language: str
    original: str
    responsibility: str
    kind: str
    facts: tuple[Fact, ...]
    abstract: str
    contents: Contents
    notes: tuple[str, ...]
    links: tuple[OutsideLink, ...]
    own_libraries: str
    holding_count: str
    holdings: tuple[LibraryHoldings, ...]
    more_libraries: str
    all_libraries: str
    timeline: Timeline | None
    save: Option
    cite: str
    marc: str
    permalink: str
    languages: tuple[Option, ...]
    downloads: tuple[Download, ...]
    members: tuple[MemberLine, ...]
    evidence: str
    counterparts: tuple[Fact, ...]
    versions: tuple[HitView, ...]
    more: tuple[Fact, ...]
    shelf: tuple[ShelfLine, ...]
    similar: tuple[HitView, ...]
    metadata: Metadata


def record_page(
    record: UnionRecord,
    around: Surroundings,
    formats: Iterable[tuple[str, str, str]],
    site: Site,
    state: SearchState,
    frame: Frame,
) -> RecordPage:
    """`formats` are extensions with their names and media types; `state` is the search that led here."""
    description, words, links = record.description, frame.words, frame.links
    libraries = library_holdings(record, around.freshness, site, frame)
    rest = len(libraries) - _MOST_LIBRARIES
    versions = {each.id for each in around.versions}
    permanent = links.permanent
    return RecordPage(
        layout=frame.layout(description.title.full, canonical=permanent.record(record.id)),
        leafing=leafing(around.neighbours, state, links, words),
        title=description.title.full,
        language=title_language(description),
        original=description.title.original,
        responsibility=description.title.responsibility,
        kind=kind(description, words),
        facts=facts(description, links, words),
        abstract=description.abstract,
        contents=contents_of(description, words),
        notes=tuple(note.text for note in description.notes),
        links=outside_links(description.links, words),
        own_libraries="" if links.homes else links.own_libraries(state),
        holding_count=holding_count(len(libraries), words),
        holdings=libraries[:_MOST_LIBRARIES],
        more_libraries=(
            words.ngettext("and %(number)s more library", "and %(number)s more libraries", rest) if rest > 0 else ""
        ),
        all_libraries=links.holdings(record.id) if rest > 0 else "",
        timeline=timeline(record.holdings, datetime.now(UTC).year, links, words, description.publication.last_year)
        if description.type == "serial"
        else None,
        save=_saving(record, frame),
        cite=links.citations(record.id),
        marc=links.marc(record.id),
        permalink=links.absolute(permanent.record(record.id)),
        languages=_alternates(record, frame),
        downloads=tuple(
            Download(name, media, links.record(record.id, extension)) for extension, name, media in formats
        ),
        members=member_lines(record, around.shared, links, words),
        evidence=links.evidence(record.id) if len(record.members) > 1 else "",
        counterparts=counterpart_facts(around.counterparts, links, words),
        versions=_hits(around.versions, links, words),
        more=more_facts(record, links, words),
        shelf=tuple(
            ShelfLine(each.call_number, each.record.description.title.full, links.record(each.record.id))
            for each in around.shelf
        ),
        similar=_hits((each for each in around.similar if each.id not in versions), links, words),
        metadata=metadata(record, site, words.locale),
    )


def holding_count(libraries: int, words: Words) -> str:
    """How many libraries have it."""
    if not libraries:
        return words.gettext("No library has a copy any more")
    return words.ngettext("In %(number)s library", "In %(number)s libraries", libraries)


def _hits(records: Iterable[UnionRecord], links: Links, words: Words) -> tuple[HitView, ...]:
    return tuple(hit_view(FoundRecord(each, 0.0), links, words, explain=False) for each in records)


def _saving(record: UnionRecord, frame: Frame) -> Option:
    """The same page with the record on the reader's list, or off it again."""
    is_saved = record.id in frame.links.saved
    others = dropping(frame.links, record.id) if is_saved else saving(frame.links, record.id)
    label = frame.words.gettext("Take it off my list") if is_saved else frame.words.gettext("Put it on my list")
    return Option("", label, is_saved, others.again(frame.path, frame.pairs))


def _alternates(record: UnionRecord, frame: Frame) -> tuple[Option, ...]:
    """The page in every language of the interface, for search engines."""
    permanent = frame.links.permanent
    path = permanent.record(record.id).removeprefix(permanent.home().rstrip("/"))
    return tuple(
        Option(code, code, url=frame.links.absolute(permanent.in_language(path, (), code))) for code in LOCALES
    )
