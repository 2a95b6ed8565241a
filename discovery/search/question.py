"""From a reader's parameters to the question an engine is asked."""

from dataclasses import dataclass, replace

from discovery.search.counterparts_offered import asked_subject, widened
from discovery.search.fields import FACETS
from discovery.search.library_names import ANY_LIBRARY, LibraryNames
from discovery.search.notes import Note
from discovery.search.params import Row, SearchParams
from discovery.search.parse import read_query
from discovery.search.query import MAX_BEGINNINGS, MAX_TERMS, And, Everything, Not, Nothing, Or, Query
from discovery.search.request import WINDOW, FacetRequest, SearchRequest
from discovery.search.scoring import count_terms, score

FACET_SIZE = 10


@dataclass(frozen=True, slots=True)
class Question:
    """`params` as they could be honoured; `notes` say what was read otherwise."""

    params: SearchParams
    query: Query
    notes: tuple[Note, ...]

    def request(self, facets: tuple[FacetRequest, ...] | None = None) -> SearchRequest:
        """The request for the page asked for; `facets` None means the largest values of every facet."""
        params = self.params
        offset = (params.page - 1) * params.size
        return SearchRequest(
            tree=score(self.query),
            filters=params.filters,
            exclusions=params.exclusions,
            years=params.years,
            facets=tuple(FacetRequest(facet, FACET_SIZE) for facet in FACETS) if facets is None else facets,
            sort=params.sort,
            by=params.by,
            offset=offset,
            size=min(params.size, WINDOW - offset),
        )


def ask(params: SearchParams, names: LibraryNames = ANY_LIBRARY) -> Question:
    """What is asked, every row read, the page within the window of hits."""
    query, notes = _combined(params.rows, params.also)
    query, unknown = names.resolved(query)
    notes += unknown
    last_page = -(-WINDOW // params.size)
    if params.page > last_page:
        params = replace(params, page=last_page)
        notes += (Note("past-window", (str(WINDOW),)),)
    return Question(params, query, tuple(dict.fromkeys((*params.notes, *notes))))


def _combined(rows: tuple[Row, ...], also: tuple[str, ...]) -> tuple[Query, tuple[Note, ...]]:
    """The rows joined from left to right, sharing the terms and beginnings that a query may have.

    The first that searches subjects is widened by the headings in `also`.
    """
    combined: Query = Everything()
    notes: tuple[Note, ...] = ()
    left, prefixes = MAX_TERMS, MAX_BEGINNINGS
    for row in rows:
        if left <= 0:
            return combined, (*notes, Note("words-left-out", (str(MAX_TERMS),)))
        reading = read_query(row.text, row.scope, left, prefixes)
        notes += reading.notes
        left -= count_terms(reading.query)
        prefixes -= reading.prefixes
        query = reading.query
        if also and asked_subject(row):
            query, also = widened(query, also), ()
        combined = _joined(combined, query, row.operator)
    return combined, (*notes, *(Note("value-ignored", ("also", heading)) for heading in also))


def _joined(before: Query, query: Query, operator: str) -> Query:
    if operator == "not":
        query = Not(query) if not isinstance(query, Everything | Nothing) else Everything()
    if isinstance(before, Everything) or isinstance(query, Everything):
        return query if isinstance(before, Everything) else before
    if isinstance(before, Nothing) and operator == "or":
        return query
    if isinstance(query, Nothing):
        return before if operator == "or" else query
    return Or((before, query)) if operator == "or" else And((before, query))
