"""Facets beside the results: what is shown of each, and how its values are chosen, excluded and taken back."""

from collections.abc import Iterable
from dataclasses import dataclass

from discovery.search.params import SearchParams
from discovery.search.request import Filter, YearRange
from discovery.search.results import Facet
from web.i18n import Words
from web.links import Links, SearchState

# These stand open; the others open on a click, so that a phone shows headings before it shows lists.
OPEN_FACETS = frozenset({"library", "author", "subject", "type", "language"})
SHOWN_VALUES = 6


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value with its checkbox."""

    value: str
    label: str
    count: str
    selected: bool


@dataclass(frozen=True, slots=True)
class FacetPanel:
    """One facet. `field` and `exclude` name its form parameters; `more` is "" where all values are shown."""

    name: str
    label: str
    field: str
    exclude: str
    values: tuple[FacetValue, ...]
    is_open: bool
    more: str


@dataclass(frozen=True, slots=True)
class Constraint:
    """Something that narrows the search, with the link that takes it away."""

    label: str
    value: str
    is_exclusion: bool
    remove: str


def facet_panels(facets: Iterable[Facet], params: SearchParams, links: Links, words: Words) -> tuple[FacetPanel, ...]:
    """The facets that have something to choose from, in page order."""
    return tuple(_panel(facet, params, links, words) for facet in facets if facet.buckets)


def facet_values(facet: Facet, params: SearchParams, words: Words) -> tuple[FacetValue, ...]:
    """A facet's buckets as checkboxes."""
    selected = selected_values(params.filters, facet.facet)
    return tuple(
        FacetValue(
            value=bucket.value,
            label=words.labels.value(facet.facet, bucket.value),
            count=words.number(bucket.count),
            selected=bucket.value in selected,
        )
        for bucket in facet.buckets
    )


def _panel(facet: Facet, params: SearchParams, links: Links, words: Words) -> FacetPanel:
    values = facet_values(facet, params, words)
    return FacetPanel(
        name=facet.facet,
        label=words.labels.facet(facet.facet),
        field=f"f.{facet.facet}",
        exclude=f"x.{facet.facet}",
        values=values,
        is_open=facet.facet in OPEN_FACETS or any(value.selected for value in values),
        more=links.facet(SearchState(params), facet.facet) if facet.more else "",
    )


def selected_values(filters: Iterable[Filter], facet: str) -> frozenset[str]:
    """The values of a facet among some filters."""
    return frozenset(value for each in filters if each.facet == facet for value in each.values)


def hidden_filters(params: SearchParams, panels: Iterable[FacetPanel]) -> tuple[tuple[str, str], ...]:
    """The form fields that stand for what no checkbox shows: exclusions, and values no panel lists."""
    shown = {(panel.field, value.value) for panel in panels for value in panel.values}
    chosen = [(f"f.{each.facet}", value) for each in params.filters for value in each.values]
    excluded = [(f"x.{each.facet}", value) for each in params.exclusions for value in each.values]
    return (*(pair for pair in chosen if pair not in shown), *excluded)


def constraints(params: SearchParams, links: Links, words: Words) -> tuple[Constraint, ...]:
    """Everything that narrows the search beyond its words, each removable."""
    state, labels = SearchState(params), words.labels
    chosen = [
        Constraint(
            labels.facet(each.facet),
            labels.value(each.facet, value),
            is_exclusion=False,
            remove=links.search(state.without_value(each.facet, value)),
        )
        for each in params.filters
        for value in each.values
    ]
    excluded = [
        Constraint(
            labels.facet(each.facet),
            labels.value(each.facet, value),
            is_exclusion=True,
            remove=links.search(state.without_exclusion(each.facet, value)),
        )
        for each in params.exclusions
        for value in each.values
    ]
    years = (
        [Constraint(labels.facet("year"), year_text(params.years), False, links.search(state.without_years()))]
        if params.years
        else []
    )
    return (*chosen, *excluded, *years)


def year_text(years: YearRange | None) -> str:
    """A range as the `year` parameter and the reader write it; open ends stay empty."""
    if years is None:
        return ""
    first, last = ("" if year is None else str(year) for year in (years.first, years.last))
    return first if first == last else f"{first}-{last}"
