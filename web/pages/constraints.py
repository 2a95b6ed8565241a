"""What a search is narrowed to: chips above the results, each of which takes one thing away."""

from collections.abc import Callable
from dataclasses import dataclass

from discovery.search.params import SearchParams
from discovery.search.request import Filter, YearRange
from web.i18n import Words
from web.links import SearchState
from web.pages.search_rows import operator_names, scope_names


@dataclass(frozen=True, slots=True)
class Constraint:
    """Something that narrows the search, with the link that takes it away.

    `joined` says how it is joined to the rest where that isn't simply "and": "or", or "not".
    """

    label: str
    value: str
    joined: str
    remove: str


def constraints(params: SearchParams, words: Words, address: Callable[[SearchState], str]) -> tuple[Constraint, ...]:
    """Everything that narrows the search beyond its first row, in the order in which it is read.

    `address` is that of the page with another search.
    """
    state = SearchState(params)
    without = words.gettext("not")
    filters = _filters(params.filters, "", words, lambda f, v: address(state.without_value(f, v)))
    exclusions = _filters(params.exclusions, without, words, lambda f, v: address(state.without_exclusion(f, v)))
    years = (
        [Constraint(words.labels.facet("year"), year_range(params.years), "", address(state.without_years()))]
        if params.years
        else []
    )
    return (*_rows(params, words, address), *filters, *exclusions, *years)


def year_range(years: YearRange) -> str:
    """Years as a reader writes them; a year before 1 keeps its minus sign, and an open end stays empty."""
    if years.first == years.last:
        return str(years.first)
    first, last = ("" if year is None else str(year) for year in (years.first, years.last))
    return f"{first}–{last}"


def _rows(params: SearchParams, words: Words, address: Callable[[SearchState], str]) -> list[Constraint]:
    """The rows of an advanced search after the one that stands in the box."""
    state, scopes, operators = SearchState(params), scope_names(words), operator_names(words)
    return [
        Constraint(
            scopes[row.scope],
            row.text,
            "" if row.operator == "and" else operators[row.operator],
            address(state.without_row(place)),
        )
        for place, row in enumerate(params.rows[1:], start=1)
    ]


def _filters(
    filters: tuple[Filter, ...], joined: str, words: Words, remove: Callable[[str, str], str]
) -> list[Constraint]:
    labels = words.labels
    return [
        Constraint(labels.facet(each.facet), labels.value(each.facet, value), joined, remove(each.facet, value))
        for each in filters
        for value in each.values
    ]
