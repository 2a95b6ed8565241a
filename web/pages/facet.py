"""All values of one facet, as a page of its own."""

from dataclasses import dataclass

from discovery.search.params import SearchParams
from discovery.search.results import Facet
from web.links import SearchState
from web.pages.facets import FacetValue, facet_values, selected_values
from web.pages.layout import Frame, Layout


@dataclass(frozen=True, slots=True)
class FacetPage:
    """A form that goes back to the results. `hidden` carries the search, with selected values not shown here."""

    layout: Layout
    label: str
    field: str
    exclude: str
    values: tuple[FacetValue, ...]
    action: str
    hidden: tuple[tuple[str, str], ...]
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


def facet_page(facet: Facet, params: SearchParams, place: FacetPlace, frame: Frame) -> FacetPage:
    """More values than fit beside the results, to choose, exclude and look for."""
    words, links, state = frame.words, frame.links, SearchState(params)
    label = words.labels.facet(facet.facet)
    values = facet_values(facet, params, words)
    language = (("lang", links.language),) if links.language else ()
    shown = {value.value for value in values}
    unseen = sorted(selected_values(params.filters, facet.facet) - shown)
    others = tuple(pair for pair in state.without_facet(facet.facet).pairs if pair[0] != "lang")
    before = max(0, place.offset - place.size)
    return FacetPage(
        layout=frame.layout(label, params=params),
        label=label,
        field=f"f.{facet.facet}",
        exclude=f"x.{facet.facet}",
        values=values,
        action=links.search_form(),
        hidden=(*others, *((f"f.{facet.facet}", value) for value in unseen), *language),
        narrow_action=links.facet_form(facet.facet),
        narrow_hidden=(*(pair for pair in state.pairs if pair[0] != "lang"), *language),
        prefix=place.prefix,
        back=links.search(state),
        previous=links.facet(state, facet.facet, place.prefix, before) if place.offset else "",
        following=links.facet(state, facet.facet, place.prefix, place.offset + place.size) if facet.more else "",
    )
