"""The record page: a description as labelled facts, its holdings, and the ways out of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from discovery.catalog.record import UnionRecord
from discovery.search.counterparts_offered import RecordCounterparts
from discovery.search.service import FoundRecord
from web.i18n import Words
from web.links import Links
from web.pages.counterparts import counterpart_facts
from web.pages.facts import Fact, facts
from web.pages.hits import HitView, hit_view, kind, title_language
from web.pages.holdings import LibraryHoldings, OutsideLink, library_holdings, outside_links
from web.pages.layout import Frame, Layout
from web.pages.more import more_facts
from web.pages.serials import Timeline, timeline


@dataclass(frozen=True, slots=True)
class Download:
    """The record in another format."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A partner's record behind this one; the links are "" where the partner doesn't give its own record away."""

    partner: str
    source_id: str
    confirmed: str
    marc: str
    marcxml: str


@dataclass(frozen=True, slots=True)
class RecordPage:
    """Everything the members know about one thing."""

    layout: Layout
    title: str
    language: str
    original: str
    responsibility: str
    kind: str
    facts: tuple[Fact, ...]
    abstract: str
    contents: tuple[str, ...]
    notes: tuple[str, ...]
    links: tuple[OutsideLink, ...]
    holding_count: str
    holdings: tuple[LibraryHoldings, ...]
    timeline: Timeline | None
    downloads: tuple[Download, ...]
    members: tuple[MemberLine, ...]
    counterparts: tuple[Fact, ...]
    more: tuple[Fact, ...]
    similar: tuple[HitView, ...]


def record_page(
    record: UnionRecord,
    counterparts: Iterable[RecordCounterparts],
    similar: Iterable[UnionRecord],
    formats: Iterable[tuple[str, str]],
    shared: frozenset[str],
    frame: Frame,
) -> RecordPage:
    """`formats` are extensions with their names; `shared` are the ids of the members whose own MARC may be had."""
    description, words, links = record.description, frame.words, frame.links
    libraries = library_holdings(record, links, words)
    return RecordPage(
        layout=frame.layout(description.title.full, canonical=Links(links.site_url).record(record.id)),
        title=description.title.full,
        language=title_language(description),
        original=description.title.original,
        responsibility=description.title.responsibility,
        kind=kind(description, words),
        facts=facts(description, links, words),
        abstract=description.abstract,
        contents=description.contents,
        notes=tuple(note.text for note in description.notes),
        links=outside_links(description.links, words),
        holding_count=words.ngettext("In %(number)s library", "In %(number)s libraries", len(libraries))
        if libraries
        else words.gettext("No library has a copy any more"),
        holdings=libraries,
        timeline=timeline(record.holdings, datetime.now(UTC).year, links, words)
        if description.type == "serial"
        else None,
        downloads=tuple(Download(name, links.record(record.id, extension)) for extension, name in formats),
        members=_members(record, shared, links, words),
        counterparts=counterpart_facts(counterparts, links, words),
        more=more_facts(record, links, words),
        similar=tuple(hit_view(FoundRecord(each, 0.0), links, words, explain=False) for each in similar),
    )


def _members(record: UnionRecord, shared: frozenset[str], links: Links, words: Words) -> tuple[MemberLine, ...]:
    return tuple(
        MemberLine(
            partner=words.labels.library(member.partner),
            source_id=member.source_id,
            confirmed=words.date(member.confirmed) if member.confirmed else "",
            marc=links.record(record.id, "mrc", member.id) if member.id in shared else "",
            marcxml=links.record(record.id, "xml", member.id) if member.id in shared else "",
        )
        for member in record.members
    )
