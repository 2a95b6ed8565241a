"""The search service: from a reader's parameters to an answer, on whichever engine is behind the port."""

from dataclasses import dataclass

from discovery.catalog.record import UnionRecord
from discovery.search.engine import SearchEngine
from discovery.search.params import Note, SearchParams
from discovery.search.request import FacetRequest
from discovery.search.results import Facet


@dataclass(frozen=True, slots=True)
class FoundRecord:
    """A hit, decoded. `highlights` maps "title", "authors", "subjects" … to escaped text with <mark> only."""

    record: UnionRecord
    score: float
    highlights: tuple[tuple[str, str], ...] = ()
    editions: int = 1
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class SuggestedQuery:
    """Another search that may serve better, as words to show and parameters to run."""

    text: str
    params: SearchParams


@dataclass(frozen=True, slots=True)
class Outcome:
    """`understood` says in plain words how the query was read ("title: laskar AND author: hirata"). `facets` follow
    the order of `fields.FACETS`, with selected values always among their buckets (count 0 included).
    """

    params: SearchParams
    understood: str
    notes: tuple[Note, ...]
    total: int
    works: int | None
    hits: tuple[FoundRecord, ...]
    facets: tuple[Facet, ...]
    suggestions: tuple[SuggestedQuery, ...] = ()
    took_ms: int = 0


class SearchService:
    """Thread-safe; holds an engine and nothing else."""

    def __init__(self, engine: SearchEngine) -> None:
        self.engine = engine

    def search(self, params: SearchParams, *, facets: tuple[FacetRequest, ...] | None = None) -> Outcome:
        """Run a search. `facets` None means the ten largest buckets of every facet. Raises EngineError only."""
        raise NotImplementedError

    def record(self, record_id: str) -> UnionRecord:
        """The union record that answers to this id. Raises NotFound, Gone (with what it was) or EngineError."""
        raise NotImplementedError

    def facet(self, params: SearchParams, facet: str, *, prefix: str = "", offset: int = 0, size: int = 50) -> Facet:
        """More of one facet. Raises NotFound for a name that is no facet."""
        raise NotImplementedError

    def similar(self, record: UnionRecord, size: int = 5) -> tuple[UnionRecord, ...]:
        """Other records on the same subjects or by the same authors, the nearest first."""
        raise NotImplementedError
