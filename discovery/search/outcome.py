"""What the search service gives back: an answered search, its hits decoded."""

from dataclasses import dataclass

from discovery.catalog.record import UnionRecord
from discovery.search.counterparts_offered import Widening, WiderFacet
from discovery.search.notes import Note
from discovery.search.params import SearchParams
from discovery.search.query import Query
from discovery.search.results import Facet
from discovery.search.suggesting import SuggestedQuery


@dataclass(frozen=True, slots=True)
class FoundRecord:
    """A hit, decoded. `highlights` maps "title", "authors", "subjects" to escaped text with <mark> only."""

    record: UnionRecord
    score: float
    highlights: tuple[tuple[str, str], ...] = ()
    editions: int = 1
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """An answered search.

    `params` are the reader's; `query` is what the hits answer, which `notes` say where it isn't what was typed
    (`explain` puts it in words). `facets` follow the order of `fields.FACETS`, with selected values always among
    their buckets (count 0 included). `reversed` is the same search from its other end, where the hits go on past the
    window and the sort has another end. `widening` and `wider_facets` offer the subject in other languages.
    """

    params: SearchParams
    query: Query
    notes: tuple[Note, ...]
    total: int
    works: int | None
    hits: tuple[FoundRecord, ...]
    facets: tuple[Facet, ...]
    suggestions: tuple[SuggestedQuery, ...] = ()
    took_ms: int = 0
    reversed: SearchParams | None = None
    widening: Widening | None = None
    wider_facets: tuple[WiderFacet, ...] = ()


@dataclass(frozen=True, slots=True)
class Owned:
    """How many of the editions found some libraries have, and how many there are in all libraries."""

    theirs: int
    everywhere: int
