"""A search as a reader states it: the HTTP contract's parameters as a value.

The page and the API read the same parameters, and every link on a page is "these parameters with one replaced".
Reading never fails: a bad value is clamped or left out, and a note says so.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, get_args

from discovery.search.notes import Note as Note  # part of SearchParams, and imported with it
from discovery.search.query import MAX_CHARACTERS
from discovery.search.reading import ValueReader
from discovery.search.request import By, Filter, ReadersSort, Sort, YearRange
from discovery.search.year_ranges import years_text

MAX_FILTERS = 20
MAX_SIZE = 100
DEFAULT_SIZE = 20
MAX_ROWS = 8
# As many as a heading has counterparts at most.
MAX_ALSO = 12
# The window of hits ends sooner at any size; this bounds what is computed from it.
MAX_PAGE = 10_000

RowScope = Literal["all", "title", "author", "subject", "series", "identifier"]
RowOperator = Literal["and", "or", "not"]

_SCOPES: tuple[RowScope, ...] = get_args(RowScope)
_OPERATORS: tuple[RowOperator, ...] = get_args(RowOperator)
_SORTS: tuple[Sort, ...] = get_args(ReadersSort)
_BYS: tuple[By, ...] = get_args(By)
_ROW_PARAMETER = re.compile(r"(q|in|op)([2-9]|[1-9]\d)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the advanced search. `scope` is the `in` parameter; `operator` joins it to the rows before."""

    text: str
    scope: RowScope = "all"
    operator: RowOperator = "and"


@dataclass(frozen=True, slots=True)
class SearchParams:
    """`rows[0]` is `q`/`in`; the others are `q2`/`in2`/`op2` and so on, combined from left to right.

    There is always a row, and only a lone one is empty. `filters` and `exclusions` hold each facet once, with
    at least one value; `years` has at least one end. `verbatim` asks for the words as typed, or nothing.
    `also` are headings that the first subject search is widened by.
    """

    rows: tuple[Row, ...] = (Row(""),)
    filters: tuple[Filter, ...] = ()
    exclusions: tuple[Filter, ...] = ()
    years: YearRange | None = None
    sort: Sort = "relevance"
    by: By = "edition"
    page: int = 1
    size: int = DEFAULT_SIZE
    language: str = ""
    explain: bool = False
    verbatim: bool = False
    also: tuple[str, ...] = ()
    notes: tuple[Note, ...] = field(default=(), compare=False)

    def without_facet(self, facet: str) -> "SearchParams":
        """Narrowed to none of a facet's values."""
        return replace(self, filters=tuple(each for each in self.filters if each.facet != facet))


def read_params(pairs: Iterable[tuple[str, str]]) -> SearchParams:
    """The parameters of a query string, given as decoded pairs. Unknown names are left alone."""
    given = _given(pairs)
    single = given.single
    reader = ValueReader()
    filters = reader.limits(given.limits["f"], MAX_FILTERS)
    kept = sum(len(limit.values) for limit in filters)
    exclusions = reader.limits(given.limits["x"], MAX_FILTERS - kept)
    return SearchParams(
        rows=_rows(given.rows, reader),
        filters=filters,
        exclusions=exclusions,
        years=reader.years(given.years),
        sort=reader.choice("sort", single.get("sort", ""), _SORTS),
        by=reader.choice("by", single.get("by", ""), _BYS),
        page=reader.number("page", single.get("page", ""), 1, MAX_PAGE),
        size=reader.number("size", single.get("size", ""), DEFAULT_SIZE, MAX_SIZE),
        language=reader.language(single.get("lang", "")),
        explain=reader.flag(single.get("explain", "")),
        verbatim=reader.flag(single.get("verbatim", "")),
        also=reader.headings("also", given.also, MAX_ALSO),
        notes=tuple(dict.fromkeys(reader.notes)),
    )


def write_params(params: SearchParams) -> tuple[tuple[str, str], ...]:
    """The shortest pairs that `read_params` turns into `params` again; defaults are left out."""
    pairs: list[tuple[str, str]] = []
    for place, row in enumerate(params.rows, start=1):
        number = "" if place == 1 else str(place)
        pairs.append((f"q{number}", row.text))
        pairs.append((f"in{number}", "" if row.scope == "all" else row.scope))
        pairs.append((f"op{number}", "" if row.operator == "and" else row.operator))
    for kind, limits in (("f", params.filters), ("x", params.exclusions)):
        pairs += [(f"{kind}.{limit.facet}", value) for limit in limits for value in limit.values]
    pairs += [
        ("year", years_text(params.years) if params.years else ""),
        ("sort", "" if params.sort == "relevance" else params.sort),
        ("by", "" if params.by == "edition" else params.by),
        ("page", "" if params.page == 1 else str(params.page)),
        ("size", "" if params.size == DEFAULT_SIZE else str(params.size)),
        ("lang", params.language),
        ("explain", "1" if params.explain else ""),
        ("verbatim", "1" if params.verbatim else ""),
        *(("also", heading) for heading in params.also),
    ]
    return tuple((name, value) for name, value in pairs if value)


@dataclass(frozen=True, slots=True)
class _Given:
    """The values of a query string as they stand. `rows` are by their numbers; of a `single` value the first counts."""

    rows: dict[int, dict[str, str]] = field(default_factory=dict)
    limits: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: {"f": [], "x": []})
    also: list[str] = field(default_factory=list)
    years: list[str] = field(default_factory=list)
    single: dict[str, str] = field(default_factory=dict)


def _given(pairs: Iterable[tuple[str, str]]) -> _Given:
    given = _Given()
    for name, value in pairs:
        kind, _, facet = name.partition(".")
        numbered = _ROW_PARAMETER.fullmatch(name)
        if numbered:
            given.rows.setdefault(int(numbered[2] or 1), {}).setdefault(numbered[1], value)
        elif facet and kind in given.limits:
            given.limits[kind].append((facet, value))
        elif name == "also":
            given.also.append(value)
        elif name == "year":
            given.years.append(value)
        else:
            given.single.setdefault(name, value)
    return given


def _rows(numbered: Mapping[int, Mapping[str, str]], reader: ValueReader) -> tuple[Row, ...]:
    """The rows with text in them, in the order of their numbers; the first one, empty, where none has."""
    rows: list[Row] = []
    for number in sorted(numbered):
        values = numbered[number]
        text = values.get("q", "")
        if not text.strip() and number > 1:
            continue
        if len(text) > MAX_CHARACTERS:
            reader.notes.append(Note("query-cut", (str(MAX_CHARACTERS),)))
        scope = reader.choice("in", values.get("in", ""), _SCOPES)
        rows.append(Row(text[:MAX_CHARACTERS], scope, reader.choice("op", values.get("op", ""), _OPERATORS)))
    if len(rows) > 1 and not rows[0].text.strip():
        del rows[0]
    if len(rows) > MAX_ROWS:
        reader.notes.append(Note("rows-left-out", (str(MAX_ROWS),)))
    return tuple(rows[:MAX_ROWS]) or (Row(""),)
