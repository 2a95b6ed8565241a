"""A search as a reader states it: the HTTP contract's parameters as a value.

The page and the API read the same parameters, and every link on a page is "these parameters with one replaced".
Reading never fails: a bad value is clamped or left out, and a note says so.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from discovery.search.request import By, Filter, Sort, YearRange

MAX_FILTERS = 20
MAX_SIZE = 100
DEFAULT_SIZE = 20


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the advanced search. `scope` is the `in` parameter; `operator` joins it to the rows before."""

    text: str
    scope: str = "all"
    operator: str = "and"


@dataclass(frozen=True, slots=True)
class SearchParams:
    """`rows[0]` is `q`/`in`; the others are `q2`/`in2`/`op2` and so on, combined from left to right."""

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
    notes: tuple["Note", ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Note:
    """Something the reader should know about how the request was read; `code` is what the pages translate.

    `values` fill the message's places, in the order of its documentation in `discovery.search.notes`.
    """

    code: str
    values: tuple[str, ...] = ()


def read_params(pairs: Iterable[tuple[str, str]]) -> SearchParams:
    """The parameters of a query string, given as decoded pairs. Unknown names are left alone."""
    raise NotImplementedError


def write_params(params: SearchParams) -> tuple[tuple[str, str], ...]:
    """The shortest pairs that `read_params` turns into `params` again; defaults are left out."""
    raise NotImplementedError
