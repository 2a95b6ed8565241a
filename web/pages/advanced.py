"""Advanced search: rows with field, words and operator, and limits; it reads back the search it is opened with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from discovery.catalog.library import Library
from discovery.search.params import MAX_ROWS, Row, SearchParams
from discovery.search.request import FacetRequest
from discovery.search.results import Bucket, Facet
from web.i18n import Words
from web.links import SearchState
from web.pages.arrangement import grouping_options, size_options, sort_options
from web.pages.facet_values import FacetGroup, facet_values, grouped_by_place, selected_values
from web.pages.facets import MOST_LIBRARIES
from web.pages.layout import Frame, Layout, Option
from web.pages.search_rows import BoxRow, box_row

ROWS = 4
MORE_ROWS = 2
# These have few enough values to tick; what else limits a search is read back as it was chosen.
_LISTED = {
    "type": 20,
    "language": 24,
    "library": MOST_LIBRARIES,
    "carrier": 10,
    "online": 2,
    "translation": 2,
    "audience": 10,
}
LIMITS = tuple(FacetRequest(name, size) for name, size in _LISTED.items())
_FIELDS = frozenset({"q", "in", "op", "year", "sort", "by", "size", "page"})


@dataclass(frozen=True, slots=True)
class LimitList:
    """The values of one facet to tick."""

    label: str
    field: str
    groups: tuple[FacetGroup, ...]
    is_open: bool


@dataclass(frozen=True, slots=True)
class KeptLimit:
    """A limit that was chosen on a result page; to untick."""

    field: str
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class AdvancedPage:
    """The form. `wider` is the same form with more rows, "" where there are as many as can be."""

    layout: Layout
    action: str
    wider_action: str
    rows: tuple[BoxRow, ...]
    wider: str
    limits: tuple[LimitList, ...]
    kept: tuple[KeptLimit, ...]
    low: str
    high: str
    sorts: tuple[Option, ...]
    sizes: tuple[Option, ...]
    groupings: tuple[Option, ...]
    hidden: tuple[tuple[str, str], ...]
    plain: str


def advanced_page(
    params: SearchParams, asked_rows: str, facets: Iterable[Facet], libraries: Mapping[str, Library], frame: Frame
) -> AdvancedPage:
    """The form filled in with a search; `asked_rows` is how many rows the reader wants, as the address has it."""
    words, links = frame.words, frame.links
    asked = int(asked_rows) if asked_rows.isascii() and asked_rows.isdigit() else 0
    count = min(MAX_ROWS, max(ROWS, asked, len(params.rows)))
    rows = (*params.rows, *(Row("") for _ in range(count - len(params.rows))))
    state, years = SearchState(params), params.years
    return AdvancedPage(
        layout=frame.layout(words.gettext("Advanced search"), params=params),
        action=links.search_form(),
        wider_action=links.advanced_form(),
        rows=tuple(box_row(row, number, words) for number, row in enumerate(rows, start=1)),
        wider=str(min(MAX_ROWS, count + MORE_ROWS)) if count < MAX_ROWS else "",
        limits=tuple(_limit_list(facet, params, libraries, frame) for facet in facets if facet.buckets),
        kept=tuple(_kept_limits(params, words)),
        low="" if years is None or years.first is None else str(years.first),
        high="" if years is None or years.last is None else str(years.last),
        sorts=sort_options(params, links, words),
        sizes=size_options(params, links, words),
        groupings=grouping_options(params, links, words),
        hidden=frame.hidden([pair for pair in state.pairs if _is_without_field(pair[0])]),
        plain=links.search(state),
    )


def _is_without_field(name: str) -> bool:
    return name[:2] not in ("f.", "x.") and name.rstrip("0123456789") not in _FIELDS


def _limit_list(facet: Facet, params: SearchParams, libraries: Mapping[str, Library], frame: Frame) -> LimitList:
    selected = selected_values(params.filters, facet.facet)
    counted = {bucket.value for bucket in facet.buckets}
    missing = tuple(Bucket(value, 0) for value in sorted(selected - counted))
    values = facet_values(Facet(facet.facet, (*facet.buckets, *missing)), selected, frame.words)
    is_library = facet.facet == "library"
    groups = (
        grouped_by_place(values, libraries, frame.links.homes, frame.words)
        if is_library
        else (FacetGroup("", tuple(sorted(values, key=lambda value: frame.words.filed(value.label)))),)
    )
    label = frame.words.labels.facet(facet.facet)
    return LimitList(label, f"f.{facet.facet}", groups, bool(selected) or not is_library)


def _kept_limits(params: SearchParams, words: Words) -> list[KeptLimit]:
    """Exclusions, and the filters of facets that aren't listed."""
    labels = words.labels
    chosen = [
        KeptLimit(f"f.{each.facet}", value, f"{labels.facet(each.facet)}: {labels.value(each.facet, value)}")
        for each in params.filters
        if each.facet not in _LISTED
        for value in each.values
    ]
    return chosen + [
        KeptLimit(
            f"x.{each.facet}",
            value,
            words.gettext("not %(limit)s", limit=f"{labels.facet(each.facet)}: {labels.value(each.facet, value)}"),
        )
        for each in params.exclusions
        for value in each.values
    ]
