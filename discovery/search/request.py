"""A search as an engine receives it: a compiled tree, limits, facets, order and page."""

from dataclasses import dataclass
from typing import Literal

from discovery.search.tree import Node

ReadersSort = Literal["relevance", "newest", "oldest", "title", "author", "holdings"]
# What arrived last is a feed's order, and no parameter's.
Sort = ReadersSort | Literal["arrived"]
By = Literal["edition", "work"]
Direction = Literal["forward", "backward"]
HeadingKind = Literal["author", "title", "subject", "call_number", "place"]
# The lists that are read from A to Z. Of places the facets alone want to know how they are written.
LISTS: tuple[HeadingKind, ...] = ("author", "title", "subject", "call_number")

WINDOW = 10_000


@dataclass(frozen=True, slots=True)
class Filter:
    """One facet's selected values: any of them (OR). `facet` is a public name of `fields.FACETS`.

    A name, subject or place may be written in any way that folds alike.
    """

    facet: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class YearRange:
    """A closed range of publication years; None leaves that end open."""

    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True)
class Misspelling:
    """A word whose neighbours in the catalogue's word list are wanted: those that begin with `prefix`, within `edits`
    (1 or 2) of it.
    """

    word: str
    prefix: str = ""
    edits: int = 2
    size: int = 20


@dataclass(frozen=True, slots=True)
class FacetRequest:
    """How many buckets of a facet are wanted. Counts ignore the facet's own filter."""

    facet: str
    size: int = 10


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """`offset + size` never exceeds `WINDOW`. Every filter must hold, no exclusion may.

    Order: by score then title then id for "relevance" (by title where every score is equal), by the named key
    then title then id otherwise; records without a year come last in both year orders. `explain` asks for the
    reasons of each hit's score.
    """

    tree: Node
    filters: tuple[Filter, ...] = ()
    exclusions: tuple[Filter, ...] = ()
    years: YearRange | None = None
    facets: tuple[FacetRequest, ...] = ()
    sort: Sort = "relevance"
    by: By = "edition"
    offset: int = 0
    size: int = 20
    explain: bool = False
