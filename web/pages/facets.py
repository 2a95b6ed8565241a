"""Facets beside the results: what is shown of each, and how its values are chosen, excluded and taken back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from discovery.catalog.library import Library
from discovery.search.params import SearchParams
from discovery.search.request import FacetRequest, Filter
from discovery.search.results import Facet
from web.i18n import Words
from web.links import Links, SearchState
from web.pages.facet_values import FacetGroup, FacetValue, facet_values, grouped_by_place, selected_values
from web.pages.years import YearsView, years_view

# In page order. Those that stand open come first to mind; a phone shows the names of the others before their lists.
OPEN_FACETS = frozenset({"library", "author", "subject", "type", "language", "year"})
SHOWN_VALUES = 6
# All libraries are counted, so that they can stand by province; a cooperation of more has the largest of them here.
MOST_LIBRARIES = 500
# A thousand years of books; what is older counts with the first decade shown.
MOST_DECADES = 100
# One library is everybody's own and the strongest in everything.
_FEWEST_TO_COMPARE = 2
SIZES = {"library": MOST_LIBRARIES, "year": MOST_DECADES}


@dataclass(frozen=True, slots=True)
class FacetPanel:
    """One facet. `field` and `exclude` name its form parameters; `more` is "" where all values are shown.

    `years` stands in place of values in the facet of years. `own` leads to the choice of one's own libraries,
    `strongest` to those libraries that have most of what was found; both are "" elsewhere.
    """

    name: str
    label: str
    field: str
    exclude: str
    groups: tuple[FacetGroup, ...]
    is_open: bool
    more: str
    years: YearsView | None = None
    own: str = ""
    strongest: str = ""

    @property
    def values(self) -> tuple[FacetValue, ...]:
        """What is shown, whatever its group."""
        return tuple(value for group in self.groups for value in group.values)


def facet_requests(names: Iterable[str]) -> tuple[FacetRequest, ...]:
    """As many values of each facet as a result page needs."""
    return tuple(FacetRequest(name, SIZES.get(name, SHOWN_VALUES)) for name in names)


def facet_panels(
    facets: Iterable[Facet], params: SearchParams, libraries: Mapping[str, Library], links: Links, words: Words
) -> tuple[FacetPanel, ...]:
    """The facets that have something to choose from, in page order."""
    return tuple(_panel(facet, params, libraries, links, words) for facet in facets if facet.buckets)


def _panel(
    facet: Facet, params: SearchParams, libraries: Mapping[str, Library], links: Links, words: Words
) -> FacetPanel:
    name, state = facet.facet, SearchState(params)
    selected = selected_values(params.filters, name)
    panel = FacetPanel(
        name=name,
        label=words.labels.facet(name),
        field=f"f.{name}",
        exclude=f"x.{name}",
        groups=(),
        is_open=name in OPEN_FACETS or bool(selected),
        more=links.facet(state, name),
    )
    if name == "year":
        return replace(panel, years=years_view(facet, params.years, words))
    values = facet_values(facet, selected, words)
    if name == "library":
        shown = _shown_libraries(values, links.homes)
        groups = grouped_by_place(shown, libraries, links.homes, words)
        more = panel.more if len(shown) < len(values) or facet.more else ""
        if len(libraries) < _FEWEST_TO_COMPARE:
            return replace(panel, groups=groups, more=more)
        own, strongest = links.own_libraries(state), links.referral(state)
        return replace(panel, groups=groups, more=more, own=own, strongest=strongest)
    return replace(panel, groups=(FacetGroup("", values),), more=panel.more if facet.more else "")


def _shown_libraries(values: Sequence[FacetValue], homes: tuple[str, ...]) -> tuple[FacetValue, ...]:
    """The reader's own and the chosen ones, and the largest of the others."""
    largest = {value.value for value in values[:SHOWN_VALUES]}
    return tuple(value for value in values if value.value in largest or value.value in homes or value.selected)


def hidden_filters(params: SearchParams, panels: Iterable[FacetPanel]) -> tuple[tuple[str, str], ...]:
    """The form fields that stand for what no checkbox shows: exclusions, and values no panel lists."""
    shown = {(panel.field, value.value) for panel in panels for value in panel.values}
    return (*(pair for pair in _pairs("f", params.filters) if pair not in shown), *_pairs("x", params.exclusions))


def _pairs(kind: str, filters: Iterable[Filter]) -> list[tuple[str, str]]:
    return [(f"{kind}.{each.facet}", value) for each in filters for value in each.values]
