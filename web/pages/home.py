"""The front page: what is here, and where to begin."""

from dataclasses import dataclass

from discovery.catalog.site import Site
from discovery.search.params import SearchParams
from discovery.search.request import FacetRequest
from discovery.search.service import Outcome
from web.links import Links, SearchState, search_in
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
    entries = (
        EntryList(
            words.labels.facet(facet.facet),
            tuple(
                Entry(
                    words.labels.value(facet.facet, bucket.value),
                    frame.links.search(search_in(facet.facet, bucket.value)),
                    words.number(bucket.count),
                )
                for bucket in facet.buckets
            ),
        )
        for facet in outcome.facets
        if facet.buckets
    )
    return HomePage(frame.layout("", canonical=Links(frame.links.site_url).home()), size, _ways(frame), tuple(entries))


def _ways(frame: Frame) -> tuple[Way, ...]:
    words, links, everything = frame.words, frame.links, SearchState(SearchParams())
    return (
        Way(words.gettext("Newest first"), links.search(everything.sorted_by("newest"))),
        Way(words.gettext("Authors from A to Z"), links.browse("author")),
        Way(words.gettext("Subjects from A to Z"), links.browse("subject")),
        Way(words.gettext("Titles from A to Z"), links.browse("title")),
        Way(words.gettext("Along the shelf"), links.browse("call_number")),
        Way(words.gettext("My libraries"), links.own_libraries(everything)),
        Way(words.gettext("Which library is strong in a subject?"), links.referral(everything)),
    )
