"""The member libraries: the list by province, and each one's own page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from discovery.catalog.library import Library
from discovery.catalog.site import Site
from discovery.search.partner_facts import Freshness
from discovery.search.service import Outcome
from web.i18n import Words
from web.links import Links, SearchState, search_in
from web.pages.facts import Fact
from web.pages.freshness import confirmed_text
from web.pages.hits import Name
from web.pages.home import Entry, EntryList
from web.pages.layout import Frame, Layout
from web.pages.lending import lending_terms


@dataclass(frozen=True, slots=True)
class LibraryLine:
    """A library in the list."""

    name: str
    url: str
    kind: str
    city: str
    records: str


@dataclass(frozen=True, slots=True)
class Province:
    """The libraries of one province; `name` is "" for those whose province isn't given."""

    name: str
    libraries: tuple[LibraryLine, ...]


@dataclass(frozen=True, slots=True)
class LibrariesPage:
    """Every member, by province."""

    layout: Layout
    provinces: tuple[Province, ...]


@dataclass(frozen=True, slots=True)
class LibraryPage:
    """One member: how to reach it, and what it brings."""

    layout: Layout
    name: str
    kind: str
    facts: tuple[Fact, ...]
    website: str
    records: str
    search: str
    entries: tuple[EntryList, ...]


def libraries_page(site: Site, counts: Mapping[str, int], frame: Frame) -> LibrariesPage:
    """`counts` holds the number of records by library code."""
    words = frame.words
    by_province: dict[str, list[LibraryLine]] = {}
    for library in site.libraries:
        line = _line(library, counts.get(library.code, 0), frame.links, words)
        by_province.setdefault(library.province, []).append(line)
    provinces = (
        Province(name or words.gettext("Elsewhere"), tuple(sorted(lines, key=lambda line: line.name.casefold())))
        for name, lines in sorted(by_province.items(), key=lambda province: (not province[0], province[0]))
    )
    layout = frame.layout(words.gettext("Libraries"), canonical=Links(frame.links.site_url).libraries())
    return LibrariesPage(layout, tuple(provinces))


def _line(library: Library, records: int, links: Links, words: Words) -> LibraryLine:
    return LibraryLine(
        name=library.name.in_language(words.locale),
        url=links.library(library.code),
        kind=words.labels.library_kind(library.kind),
        city=library.city,
        records=words.ngettext("%(number)s record", "%(number)s records", records),
    )


def library_page(
    library: Library, outcome: Outcome, only_here: int, freshness: Freshness, now: date, frame: Frame
) -> LibraryPage:
    """`outcome` is the search for this library's records, the newest first, with the facets that show its strengths.

    `only_here` counts those that no other library has. `freshness` is that of the catalogue it comes with; `now` is
    today.
    """
    words, links = frame.words, frame.links
    name = library.name.in_language(words.locale)
    state = search_in("library", library.code)
    return LibraryPage(
        layout=frame.layout(name, canonical=Links(links.site_url).library(library.code)),
        name=name,
        kind=words.labels.library_kind(library.kind),
        facts=(
            *_contact(library, freshness, now, words),
            *_contribution(outcome, only_here, words),
            _quality(library, frame),
        ),
        website=library.url,
        records=words.ngettext("%(number)s record", "%(number)s records", outcome.total),
        search=links.search(state),
        entries=_strengths(state, outcome, frame),
    )


def _contribution(outcome: Outcome, only_here: int, words: Words) -> tuple[Fact, ...]:
    """How unique the library's records are, and of what year the newest is."""
    newest = outcome.hits[0].record.description.publication.year if outcome.hits else None
    texts = (
        (words.gettext("Only in this library"), words.number(only_here) if outcome.total else ""),
        (words.gettext("Newest publication"), "" if newest is None else str(newest)),
    )
    return tuple(Fact(label, (Name(text),)) for label, text in texts if text)


def _quality(library: Library, frame: Frame) -> Fact:
    report = Name(frame.words.gettext("What they say, and what is the matter"), frame.links.quality(library.code))
    return Fact(frame.words.gettext("Quality of its records"), (report,))


def _contact(library: Library, freshness: Freshness, now: date, words: Words) -> tuple[Fact, ...]:
    last_synced = freshness.last_synced
    town = ", ".join(filter(None, (library.city, library.province)))
    texts = (
        (words.gettext("Address"), library.address),
        (words.gettext("City"), town),
        (words.gettext("Opening hours"), library.hours.in_language(words.locale)),
        (words.gettext("Contact"), library.contact),
        (words.gettext("Reference librarian"), library.librarian),
        (words.gettext("Lending"), " ".join(term.text for term in lending_terms(library, words))),
        (words.gettext("Terms of lending"), library.lending.in_language(words.locale)),
        (words.gettext("Catalogue last fetched"), words.date(last_synced) if last_synced else ""),
        (words.gettext("Holdings last confirmed"), confirmed_text(freshness.confirmed, freshness, now, words)),
    )
    return tuple(Fact(label, (Name(text),)) for label, text in texts if text)


def _strengths(state: SearchState, outcome: Outcome, frame: Frame) -> tuple[EntryList, ...]:
    labels = frame.words.labels
    lists = (
        EntryList(
            labels.facet(facet.facet),
            tuple(
                Entry(
                    labels.value(facet.facet, bucket.value),
                    frame.links.search(state.with_value(facet.facet, bucket.value)),
                    frame.words.number(bucket.count),
                )
                for bucket in facet.buckets
            ),
        )
        for facet in outcome.facets
    )
    return tuple(each for each in lists if each.entries)
