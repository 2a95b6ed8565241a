"""The front page: what is here, and where to begin."""

from dataclasses import dataclass

from discovery.catalog.site import Site
from discovery.search.request import FacetRequest
from discovery.search.service import Outcome
from web.links import Links, search_in
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
class HomePage:
    """`size` says how much there is to find."""

    layout: Layout
    size: str
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
    return HomePage(frame.layout("", canonical=Links(frame.links.site_url).home()), size, tuple(entries))
