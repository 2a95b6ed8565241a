"""The search service: from a reader's parameters to an answer, on whichever engine is behind the port."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from discovery.catalog.ids import is_record_id
from discovery.catalog.library import Library
from discovery.catalog.record import UnionRecord
from discovery.errors import Gone, NotFound
from discovery.search.counterparts_offered import (
    RecordCounterparts,
    record_counterparts,
    widening,
    wider_facets,
)
from discovery.search.document import decode_display
from discovery.search.engine import SearchEngine
from discovery.search.fields import FACETS
from discovery.search.highlighting import highlights
from discovery.search.library_names import LibraryNames
from discovery.search.narrowed import narrowed_answer
from discovery.search.notes import Note
from discovery.search.outcome import FoundRecord, Outcome, Owned
from discovery.search.params import SearchParams
from discovery.search.partner_facts import Freshness, freshness_of, with_confirmations
from discovery.search.query import Nothing, Query
from discovery.search.question import Question, ask
from discovery.search.request import WINDOW, FacetRequest, Filter, SearchRequest, Sort
from discovery.search.results import Bucket, Facet, Hit, Results
from discovery.search.scoring import score
from discovery.search.several_records import records_answering
from discovery.search.similar import similar_to
from discovery.search.tree import Combine, Constant, Has

_SIMILAR = 5
# Grouping by work reads ten thousand hits; the first few of what is similar are soon of as many works as are shown.
_EDITIONS_A_WORK = 4
# Of a page's first hits the engine explains its arithmetic: each costs what a search does, and what counts for a record
# is said in words anyway (`ranking`).
_EXPLAINED = 2
_REVERSED: dict[Sort, Sort] = {"newest": "oldest", "oldest": "newest"}


class SearchService:
    """Thread-safe; holds an engine, and the names by which readers ask for libraries."""

    def __init__(self, engine: SearchEngine, libraries: Iterable[Library] = ()) -> None:
        self.engine = engine
        self.names = LibraryNames(libraries)

    def search(self, params: SearchParams, *, facets: tuple[FacetRequest, ...] | None = None) -> Outcome:
        """Run a search. `facets` None means the ten largest buckets of every facet. Raises EngineError only."""
        asked = ask(params, self.names)
        found = narrowed_answer(self.engine, asked, facets, self.names)
        results, params = found.results, asked.params
        request = found.question.request(facets)
        explanations = self._explanations(request, results.hits) if params.explain else {}
        return Outcome(
            params=params,
            query=found.question.query,
            notes=asked.notes + found.notes + _page_notes(params, results),
            total=results.total,
            works=results.works,
            hits=tuple(_found_records(found.question, results, explanations)),
            facets=tuple(self._with_selected(facet, request) for facet in _in_page_order(results.facets)),
            suggestions=found.suggestions,
            took_ms=results.took_ms,
            reversed=_reversed(params, results.total),
            widening=widening(self.engine, params),
            wider_facets=wider_facets(self.engine, params),
        )

    def record(self, record_id: str) -> UnionRecord:
        """The union record that answers to this id. Raises NotFound, Gone (with what it was) or EngineError."""
        found = self.engine.get(record_id) if is_record_id(record_id) else None
        if found is not None:
            record = decode_display(found.display)
            return with_confirmations(record, self.freshness(record))
        fact = self.engine.fact(f"gone:{record_id}") if is_record_id(record_id) else None
        if fact is not None:
            title = json.loads(fact)["title"]
            raise Gone("No library holds “{0}” any more.", title)
        raise NotFound("There is no record {0}.", record_id[:80])

    def records(self, ids: Sequence[str]) -> tuple[UnionRecord | None, ...]:
        """What `record` gives for each of these ids, asked at once; None where it would raise NotFound or Gone."""
        return records_answering(self.engine, ids)

    def freshness(self, record: UnionRecord) -> dict[str, Freshness]:
        """How fresh each of the partners behind a record is."""
        return freshness_of(self.engine, (member.partner for member in record.members))

    def facet(self, params: SearchParams, facet: str, *, prefix: str = "", offset: int = 0, size: int = 50) -> Facet:
        """More of one facet, of what `search` answers. Raises NotFound for a name that is no facet."""
        if facet not in FACETS:
            raise NotFound("There is no facet {0}; there are {1}.", facet[:80], ", ".join(FACETS))
        found = narrowed_answer(self.engine, ask(replace(params, page=1, size=1), self.names), (), self.names)
        return self.engine.facet(found.question.request(()), FacetRequest(facet, size), prefix, offset)

    def owned(self, outcome: Outcome, libraries: tuple[str, ...]) -> Owned:
        """What a search found in some libraries and in all, whichever it was limited to."""
        bare = outcome.params.without_facet("library")
        own = replace(bare, filters=(*bare.filters, Filter("library", libraries)))
        is_limited = bare.filters != outcome.params.filters
        asked = [_limited(outcome.query, params) for params in ((own, bare) if is_limited else (own,))]
        theirs, *everywhere = (results.total for results in self.engine.search_each(asked))
        return Owned(theirs, everywhere[0] if everywhere else outcome.total)

    def decades(self, outcome: Outcome, size: int) -> Facet:
        """The decades of what a search finds in any year."""
        request = _limited(outcome.query, replace(outcome.params, years=None))
        return self.engine.facet(request, FacetRequest("year", size))

    def counterparts(self, record: UnionRecord) -> tuple[RecordCounterparts, ...]:
        """The record's subject headings that have counterparts in other vocabularies, each with these."""
        return record_counterparts(self.engine, record)

    def similar(
        self, record: UnionRecord, counterparts: tuple[RecordCounterparts, ...] = ()
    ) -> tuple[UnionRecord, ...]:
        """Other works on the same subjects, in any language, or by the same authors, the nearest first."""
        same = (each.text for found in counterparts for each in found.counterparts if each.kind == "equivalent")
        query = similar_to(record, same)
        if isinstance(query, Nothing):
            return ()
        results = self.engine.search(SearchRequest(tree=score(query), size=_SIMILAR * _EDITIONS_A_WORK))
        works: dict[str, UnionRecord] = {}
        for found in (decode_display(hit.display) for hit in results.hits):
            works.setdefault(found.work, found)
        return tuple(works.values())[:_SIMILAR]

    def _explanations(self, request: SearchRequest, hits: Sequence[Hit]) -> dict[str, str]:
        """The engine's explanations of the page's first hits, by their ids. These alone are asked for: to find them
        again by work or far down would take as long as the search did.
        """
        ids = tuple(hit.id for hit in hits[:_EXPLAINED])
        if not ids:
            return {}
        these = Combine(must=(request.tree, Constant(Has("ids", ids), 0.0)))
        asked = replace(request, tree=these, facets=(), sort="relevance", by="edition", offset=0, explain=True)
        return {hit.id: hit.explanation for hit in self.engine.search(asked).hits}

    def _with_selected(self, facet: Facet, request: SearchRequest) -> Facet:
        """The facet with every selected value in it, however rare, so that it can be unselected."""
        shown = {bucket.value for bucket in facet.buckets}
        selected = [value for limit in request.filters if limit.facet == facet.facet for value in limit.values]
        missing = [value for value in selected if value not in shown]
        if not missing:
            return facet
        counted = (Bucket(each.value, each.count) for each in self.engine.strengths(request, facet.facet, missing))
        # Among equals what was counted stands first, in the engine's order.
        buckets = sorted((*facet.buckets, *counted), key=lambda bucket: -bucket.count)
        return replace(facet, buckets=tuple(buckets))


def _limited(query: Query, params: SearchParams) -> SearchRequest:
    """A question that is only counted, within the limits of a search."""
    return SearchRequest(
        tree=score(query), filters=params.filters, exclusions=params.exclusions, years=params.years, size=1
    )


def _found_records(question: Question, results: Results, explanations: Mapping[str, str]) -> list[FoundRecord]:
    found: list[FoundRecord] = []
    for hit in results.hits:
        record = decode_display(hit.display)
        marked = highlights(question.query, record)
        found.append(FoundRecord(record, hit.score, marked, hit.editions, explanations.get(hit.id, "")))
    return found


def _in_page_order(facets: tuple[Facet, ...]) -> list[Facet]:
    order = list(FACETS)
    return sorted(facets, key=lambda facet: order.index(facet.facet))


def _page_notes(params: SearchParams, results: Results) -> tuple[Note, ...]:
    """That the page asked for lies behind the last one."""
    pageable = min(results.total if results.works is None else results.works, WINDOW)
    last = max(1, -(-pageable // params.size))
    return (Note("past-end", (str(params.page), str(last))),) if params.page > last else ()


def _reversed(params: SearchParams, total: int) -> SearchParams | None:
    sort = _REVERSED.get(params.sort)
    if sort is None or total <= WINDOW or params.page * params.size < WINDOW:
        return None
    return replace(params, sort=sort, page=1, notes=())
