"""A library's own page: how to reach it, what it brings, and what it is strong in."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from discovery.catalog.library import Library
from discovery.catalog.record import UnionRecord
from discovery.catalog.site import Site
from discovery.labels.imprint import imprint
from discovery.search.partner_facts import Freshness
from discovery.search.strengths import LibraryProfile
from web.i18n import Words
from web.library_links import disowning, owning
from web.links import Links, SearchState, search_in
from web.pages.contact import linked_contact
from web.pages.distances import Distances
from web.pages.facts import Fact
from web.pages.freshness import confirmed_text
from web.pages.home import EntryList, entry_lists
from web.pages.layout import Frame, Layout, Option
from web.pages.lending import lending_terms
from web.pages.linked_text import LinkedText
from web.pages.strengths import StrengthTable, newest_year, strength_tables


@dataclass(frozen=True, slots=True)
class LatestLine:
    """A record among those with the newest years."""

    title: str
    url: str
    imprint: str


@dataclass(frozen=True, slots=True)
class LibraryPage:
    """One member. `place` is where it is and how far that is; `own` makes it one of the reader's own libraries or takes
    that back, None where there is only this one. What leads to its records is "" while it has none.
    """

    layout: Layout
    name: str
    kind: str
    place: str
    form: str
    hidden: tuple[tuple[str, str], ...]
    search: str
    records: str
    newest: str
    feed: str
    widget: str
    own: Option | None
    contact: tuple[Fact, ...]
    contribution: tuple[Fact, ...]
    tables: tuple[StrengthTable, ...]
    entries: tuple[EntryList, ...]
    latest: tuple[LatestLine, ...]


def library_page(
    library: Library, profile: LibraryProfile, freshness: Freshness, now: date, site: Site, frame: Frame
) -> LibraryPage:
    """`freshness` is that of the catalogue it comes with; `now` is today."""
    words, links = frame.words, frame.links
    name, records = library.name.in_language(words.locale), profile.whole.count
    state = search_in("library", library.code)
    newest = state.sorted_by("newest")
    return LibraryPage(
        layout=frame.layout(name, canonical=links.permanent.library(library.code)),
        name=name,
        kind=words.labels.library_kind(library.kind),
        place=_place(library, site, frame),
        form=links.search_form() if records else "",
        hidden=frame.hidden(state.pairs),
        search=links.search(state) if records else "",
        records=words.ngettext("%(number)s record", "%(number)s records", records),
        newest=links.search(newest),
        feed=links.feed(state),
        widget=links.widget(library.code),
        own=_own(library, links, words) if len(site.libraries) > 1 else None,
        contact=tuple(_contact(library, words)),
        contribution=(*_contribution(profile, freshness, now, frame, state), _quality(library, frame)),
        tables=strength_tables(profile, state, frame),
        entries=entry_lists((profile.types, profile.languages), state, frame),
        latest=tuple(_latest(record, frame) for record in profile.latest),
    )


def _place(library: Library, site: Site, frame: Frame) -> str:
    distance = Distances(site, frame.links.homes).told(library.code, frame.words)
    return " · ".join(filter(None, (library.town, distance)))


def _own(library: Library, links: Links, words: Words) -> Option:
    if library.code in links.homes:
        label = words.gettext("No longer one of my libraries")
        return Option(library.code, label, True, disowning(links, library.code).library(library.code))
    label = words.gettext("Make it one of my libraries")
    return Option(library.code, label, False, owning(links, library.code).library(library.code))


def _contact(library: Library, words: Words) -> Iterator[Fact]:
    """What padu.toml says; a library that lends to nobody from elsewhere, or says nothing of it, promises nothing."""
    terms = tuple(LinkedText(term.text) for term in lending_terms(library, words))
    site = LinkedText(words.gettext("The library's own site"), library.url) if library.url else LinkedText("")
    texts = (
        (words.gettext("Address"), LinkedText(library.address)),
        (words.gettext("Opening hours"), LinkedText(library.hours.in_language(words.locale))),
        (words.gettext("Contact"), linked_contact(library.contact)),
        (words.gettext("Reference librarian"), linked_contact(library.librarian)),
        (words.gettext("Website"), site),
    )
    yield from (Fact(label, (name,)) for label, name in texts if name.text)
    if terms:
        yield Fact(words.gettext("Lending"), terms)
    if lending := library.lending.in_language(words.locale):
        yield Fact(words.gettext("Terms of lending"), (LinkedText(lending),))


def _contribution(
    profile: LibraryProfile, freshness: Freshness, now: date, frame: Frame, state: SearchState
) -> Iterator[Fact]:
    """How much there is, how unique, how new, and how fresh the word on it; `state` searches the library."""
    words, whole, last_synced = frame.words, profile.whole, freshness.last_synced
    union_list = LinkedText(words.gettext("Union list of serials"), frame.links.serials(state))
    serials = (LinkedText(words.number(profile.serials)), union_list) if profile.serials else ()
    texts = (
        (words.gettext("Titles"), (LinkedText(words.number(whole.count)),)),
        (words.gettext("Only in this library"), (LinkedText(words.number(whole.unique) if whole.count else ""),)),
        (words.gettext("Serials"), serials),
        (words.gettext("Newest publication"), (LinkedText(newest_year(whole)),)),
        (words.gettext("Catalogue last fetched"), (LinkedText(words.date(last_synced) if last_synced else ""),)),
        (
            words.gettext("Holdings last confirmed"),
            (LinkedText(confirmed_text(freshness.confirmed, freshness, now, words)),),
        ),
    )
    return (Fact(label, names) for label, names in texts if names and names[0].text)


def _quality(library: Library, frame: Frame) -> Fact:
    report = LinkedText(frame.words.gettext("What they say, and what is the matter"), frame.links.quality(library.code))
    return Fact(frame.words.gettext("Quality of its records"), (report,))


def _latest(record: UnionRecord, frame: Frame) -> LatestLine:
    description = record.description
    return LatestLine(description.title.full, frame.links.record(record.id), imprint(description))
