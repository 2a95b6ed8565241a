"""All values of one facet, as a page of its own."""

from collections.abc import Mapping
from dataclasses import dataclass

from discovery.catalog.library import Library, Translated
from discovery.search.params import SearchParams
from discovery.search.results import Facet
from web.i18n import Words
from web.library_links import DirectoryState
from web.links import Links, SearchState
from web.pages.facet_values import FacetGroup, facet_values, grouped_by_place, selected_values
from web.pages.layout import Frame, Layout
from web.pages.library_choice import fits

# Some two screens of a phone; more libraries than that are looked for by their names.
_READ_THROUGH = 20


@dataclass(frozen=True, slots=True)
class FacetPage:
    """A form that goes back to the results. `hidden` carries the search, with selected values not shown here.

    `can_search` says that there may be too many values to read them all, and `narrow_label` by what they are found.
    """

    layout: Layout
    label: str
    query: str
    field: str
    exclude: str
    groups: tuple[FacetGroup, ...]
    action: str
    hidden: tuple[tuple[str, str], ...]
    can_search: bool
    narrow_label: str
    narrow_action: str
    narrow_hidden: tuple[tuple[str, str], ...]
    prefix: str
    back: str
    previous: str
    following: str


@dataclass(frozen=True, slots=True)
class FacetPlace:
    """How far down a facet's values, and narrowed to which beginning."""

    prefix: str
    offset: int
    size: int


def facet_page(
    facet: Facet, params: SearchParams, place: FacetPlace, libraries: Mapping[str, Library], frame: Frame
) -> FacetPage:
    """More values than fit beside the results, to choose, exclude and look for.

    Libraries come whole and are narrowed here: what is typed is part of a name or a city, and their values are codes.
    """
    words, links, state = frame.words, frame.links, SearchState(params)
    name, label = facet.facet, words.labels.facet(facet.facet)
    of_libraries = name == "library"
    is_long = len(facet.buckets) > _READ_THROUGH if of_libraries else facet.more
    if of_libraries and place.prefix:
        facet = Facet(name, tuple(each for each in facet.buckets if _is_called(each.value, place.prefix, libraries)))
    unseen = sorted(selected_values(params.filters, name) - {bucket.value for bucket in facet.buckets})
    before = max(0, place.offset - place.size)
    return FacetPage(
        layout=frame.layout(label, params=params),
        label=label,
        query=params.rows[0].text,
        field=f"f.{name}",
        exclude=f"x.{name}",
        groups=_groups(facet, params, libraries, links, words),
        action=links.search_form(),
        hidden=frame.hidden((*state.without_facet(name).pairs, *((f"f.{name}", value) for value in unseen))),
        can_search=bool(place.prefix or place.offset or is_long),
        narrow_label=words.gettext("Name or city") if of_libraries else words.gettext("Beginning with"),
        narrow_action=links.facet_form(name),
        narrow_hidden=frame.hidden(state.pairs),
        prefix=place.prefix,
        back=links.search(state),
        previous=links.facet(state, name, place.prefix, before) if place.offset else "",
        following=links.facet(state, name, place.prefix, place.offset + place.size) if facet.more else "",
    )


def _groups(
    facet: Facet, params: SearchParams, libraries: Mapping[str, Library], links: Links, words: Words
) -> tuple[FacetGroup, ...]:
    """Libraries by place, decades by time, everything else by how many."""
    if facet.facet == "year":
        newest_first = sorted(facet.buckets, key=lambda bucket: _first_year(bucket.value), reverse=True)
        facet = Facet(facet.facet, tuple(newest_first), facet.more)
    values = facet_values(facet, selected_values(params.filters, facet.facet), words)
    if facet.facet == "library":
        return grouped_by_place(values, libraries, links.homes, words)
    return (FacetGroup("", values),) if values else ()


def _is_called(code: str, typed: str, libraries: Mapping[str, Library]) -> bool:
    """Whether a library fits what was typed, as in the directory; one that padu.toml doesn't know has its code only."""
    library = libraries.get(code) or Library(code, Translated(()), "public")
    return fits(library, DirectoryState(name=typed.strip()))


def _first_year(decade: str) -> int:
    return int(decade[: decade.index("-", 1)])
