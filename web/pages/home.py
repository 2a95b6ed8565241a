"""The front page: what is here, and where to begin."""

from collections.abc import Iterable
from dataclasses import dataclass

from discovery.catalog.site import Site
from discovery.search.outcome import Outcome
from discovery.search.request import FacetRequest
from discovery.search.results import Facet
from web.links import ANYTHING, SearchState
from web.pages.layout import Frame, Layout

HOME_FACETS = tuple(FacetRequest(name, 12) for name in ("library", "type", "language", "class"))


@dataclass(frozen=True, slots=True)
class Entry:
    """A way into the catalogue with the number of records behind it."""

    label: str
    url: str
    count: str


@dataclass(frozen=True, slots=True)
class EntryList:
    """Some ways in of one kind."""

    label: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """A way into the catalogue that begins elsewhere than in the box."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class HomePage:
    """`size` says how much there is to find; `ways` are the ways in that need no words."""

    layout: Layout
    size: str
    ways: tuple[Way, ...]
    entries: tuple[EntryList, ...]


def home_page(outcome: Outcome, site: Site, frame: Frame) -> HomePage:
    """`outcome` is a search for everything, with the facets that make good entrances."""
    words = frame.words
    size = words.gettext(
        "%(records)s in %(libraries)s",
        records=words.ngettext("%(number)s record", "%(number)s records", outcome.total),
        libraries=words.ngettext("%(number)s library", "%(number)s libraries", len(site.libraries)),
    )
    entries = entry_lists(outcome.facets, ANYTHING, frame)
    return HomePage(frame.layout("", canonical=frame.links.permanent.home()), size, _ways(frame), entries)


def entry_lists(facets: Iterable[Facet], state: SearchState, frame: Frame) -> tuple[EntryList, ...]:
    """The values of facets as ways into a search, those of each facet in its order."""
    labels, number, search = frame.words.labels, frame.words.number, frame.links.search
    return tuple(
        EntryList(
            labels.facet(facet.facet),
            tuple(
                Entry(
                    labels.value(facet.facet, each.value),
                    search(state.with_value(facet.facet, each.value)),
                    number(each.count),
                )
                for each in facet.buckets
            ),
        )
        for facet in facets
        if facet.buckets
    )


def _ways(frame: Frame) -> tuple[Way, ...]:
    words, links = frame.words, frame.links
    return (
        Way(words.gettext("Newest first"), links.search(ANYTHING.sorted_by("newest"))),
        Way(words.gettext("Authors from A to Z"), links.browse("author")),
        Way(words.gettext("Subjects from A to Z"), links.browse("subject")),
        Way(words.gettext("Titles from A to Z"), links.browse("title")),
        Way(words.gettext("Along the shelf"), links.browse("call_number")),
        Way(words.gettext("My libraries"), links.own_libraries(ANYTHING)),
        Way(words.gettext("Which library is strong in a subject?"), links.referral(ANYTHING)),
    )
