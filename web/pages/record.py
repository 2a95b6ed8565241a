"""The record page: a description as labelled facts, its holdings, and the ways out of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from discovery.catalog.record import UnionRecord
from discovery.catalog.site import Site
from discovery.search.counterparts_offered import RecordCounterparts
from discovery.search.neighbours import Neighbours
from discovery.search.partner_facts import Freshness
from discovery.search.shelf import ShelfNeighbour
from web.i18n import Words
from web.links import Links, SearchState
from web.list_links import dropping, saving
from web.pages.beside import Beside, beside
from web.pages.contents import Contents, contents_of
from web.pages.counterparts import counterpart_facts
from web.pages.facts import NOTES_WITH_A_LABEL, Fact, facts
from web.pages.forms import Forms, forms
from web.pages.hits import kind
from web.pages.layout import Frame, Layout, Option
from web.pages.leafing import Leafing, leafing
from web.pages.members import MemberLine, member_lines
from web.pages.metadata import Metadata, metadata
from web.pages.outside_links import OutsideLink, outside_links
from web.pages.owners import Owners, owners
from web.pages.title_language import title_language


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
class TitleBlock:
    """What a thing is called and what kind of thing it is, with the links that open it; `save` puts it on the list."""

    title: str
    language: str
    original: str
    responsibility: str
    original_responsibility: str
    kind: str
    links: tuple[OutsideLink, ...]
    save: Option


@dataclass(frozen=True, slots=True)
class Told:
    """What is said about it; each is empty where nothing is."""

    facts: tuple[Fact, ...]
    counterparts: tuple[Fact, ...]
    abstract: str
    contents: Contents
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecordPage:
    """Everything the members know about one thing.

    `leafing` leads to the records before and after in the results it came from, None when it came from none.
    `evidence` says why its members are one, "" where there is only one.
    """

    layout: Layout
    leafing: Leafing | None
    head: TitleBlock
    owners: Owners
    told: Told
    forms: Forms
    members: tuple[MemberLine, ...]
    evidence: str
    beside: Beside
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
    words, links = frame.words, frame.links
    return RecordPage(
        layout=frame.layout(record.description.title.full, canonical=links.permanent.record(record.id)),
        leafing=leafing(around.neighbours, state, links, words),
        head=_title_block(record, frame),
        owners=owners(record, around.freshness, site, state, frame),
        told=_told(record, around.counterparts, links, words),
        forms=forms(record, formats, frame),
        members=member_lines(record, around.shared, links, words),
        evidence=links.evidence(record.id) if len(record.members) > 1 else "",
        beside=beside(record, around.versions, around.similar, around.shelf, links, words),
        metadata=metadata(record, site, words.locale),
    )


def _title_block(record: UnionRecord, frame: Frame) -> TitleBlock:
    description, words = record.description, frame.words
    return TitleBlock(
        title=description.title.full,
        language=title_language(description),
        original=description.title.original,
        responsibility=description.title.responsibility,
        original_responsibility=description.title.original_responsibility,
        kind=kind(description, words),
        links=outside_links(description.links, words),
        save=_saving(record, frame),
    )


def _saving(record: UnionRecord, frame: Frame) -> Option:
    """The same page with the record on the reader's list, or off it again."""
    is_saved = record.id in frame.links.saved
    others = dropping(frame.links, record.id) if is_saved else saving(frame.links, record.id)
    label = frame.words.gettext("Take it off my list") if is_saved else frame.words.gettext("Put it on my list")
    return Option("", label, is_saved, others.again(frame.path, frame.pairs))


def _told(record: UnionRecord, counterparts: tuple[RecordCounterparts, ...], links: Links, words: Words) -> Told:
    description = record.description
    return Told(
        facts=facts(description, links, words),
        counterparts=counterpart_facts(counterparts, links, words),
        abstract=description.abstract,
        contents=contents_of(description, words),
        notes=tuple(note.text for note in description.notes if note.kind not in NOTES_WITH_A_LABEL),
    )
