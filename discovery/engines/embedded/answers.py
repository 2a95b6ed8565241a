"""What the engine answers from one snapshot: searches, single records, more of a facet."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from itertools import islice
from time import perf_counter
from typing import cast

from tantivy import DocAddress, Query

from discovery.analysis.tokens import exact_key
from discovery.engines.embedded.facets import FacetCut
from discovery.engines.embedded.ordering import Ranked
from discovery.engines.embedded.schema import DISPLAY, ID
from discovery.engines.embedded.snapshot import Snapshot, what_is_counted
from discovery.search.engine import Found
from discovery.search.fields import FACETS, keyword_field
from discovery.search.grouping import page_of_works
from discovery.search.heading_facets import HEADING_FACETS, with_facet_keys, with_headings
from discovery.search.number_columns import WORK_NUMBER
from discovery.search.request import WINDOW, FacetRequest, SearchRequest
from discovery.search.results import Facet, Hit, Results
from discovery.search.several_records import answering

# Facets are counted on one processor while hits are ranked on another: tantivy lets go of the interpreter meanwhile.
_PROCESSORS = len(os.sched_getaffinity(0))
_counters = ThreadPoolExecutor(_PROCESSORS, "facets")


def find(snapshot: Snapshot, request: SearchRequest) -> Results:
    """Hits, total and facets of a search."""
    started = perf_counter()
    keyed = with_facet_keys(request)
    query = snapshot.compiler.request(keyed)
    rank = _by_work if request.by == "work" else _by_edition
    if keyed.facets and _PROCESSORS > 1:
        counting = _counters.submit(_facets, snapshot, keyed, query)
        try:
            hits, total, works = rank(snapshot, keyed, query)
        finally:
            wait((counting,))
        counted = counting.result()
    else:
        hits, total, works = rank(snapshot, keyed, query)
        counted = _facets(snapshot, keyed, query)
    facets = with_headings(counted, request.filters, snapshot.headings.displays)
    return Results(total, hits, facets, works, round((perf_counter() - started) * 1000))


def get_record(snapshot: Snapshot, record_id: str) -> Found | None:
    """The record that answers to an id, past or present."""
    query = snapshot.compiler.node(answering((record_id,)))
    hits = snapshot.searcher.search(query, 1, count=False).hits
    if not hits:
        return None
    document = snapshot.searcher.doc(hits[0][1])
    return Found(document.get_first(ID) or "", document.get_first(DISPLAY) or b"")


def facet_of(snapshot: Snapshot, request: SearchRequest, facet: FacetRequest, prefix: str, offset: int) -> Facet:
    """One facet, after the first `offset` buckets, of the values whose folded form begins with `prefix`."""
    values = _values(snapshot, facet.facet, prefix) if prefix else None
    if values == ():
        return Facet(facet.facet, ())
    cut = FacetCut(facet.facet, keyword_field(FACETS[facet.facet]), facet.size, offset, values)
    found = _counted(snapshot, with_facet_keys(request), facet.facet, (cut,)).get(facet.facet, Facet(facet.facet, ()))
    return with_headings((found,), request.filters, snapshot.headings.displays)[0]


def _by_edition(snapshot: Snapshot, request: SearchRequest, query: Query) -> tuple[tuple[Hit, ...], int, int | None]:
    end = min(request.offset + request.size, WINDOW)
    ranked, total = snapshot.ordering.rank(query, request.tree, request.sort, request.offset, end)
    explained = query if request.explain else None
    return tuple(_hit(snapshot, score, address, 1, explained) for score, address in ranked), total, None


def _by_work(snapshot: Snapshot, request: SearchRequest, query: Query) -> tuple[tuple[Hit, ...], int, int | None]:
    """The window's hits by work: the first stands for its work, and the page counts works."""
    ties, total = snapshot.ordering.ties(query, request.tree, request.sort, 0, WINDOW)
    works = iter(_works(snapshot, [hit for tie in ties for hit in tie]))
    page = page_of_works([list(islice(works, len(tie))) for tie in ties], request.offset, request.size)
    near = [hit for at in page.ties for hit in snapshot.ordering.settle(ties[at], request.sort)]
    first: dict[int, Ranked] = {}
    for work, hit in zip(_works(snapshot, near), near, strict=True):
        first.setdefault(work, hit)
    candidates = frozenset(page.candidates)
    shown = [work for work in first if work in candidates][page.skip : page.skip + request.size]
    explained = query if request.explain else None
    hits = tuple(_hit(snapshot, *first[work], page.editions[work], explained) for work in shown)
    return hits, total, len(page.editions)


def _works(snapshot: Snapshot, hits: Sequence[Ranked]) -> list[int]:
    # Every document has one, and it is a whole number.
    return cast("list[int]", snapshot.searcher.fast_field_values(WORK_NUMBER, [address for _, address in hits]))


def _hit(snapshot: Snapshot, score: float, address: DocAddress, editions: int, explained: Query | None) -> Hit:
    document = snapshot.searcher.doc(address)
    explanation = "" if explained is None else explained.explain(snapshot.searcher, address).to_json()
    return Hit(document.get_first(ID) or "", score, document.get_first(DISPLAY) or b"", editions, explanation)


def _facets(snapshot: Snapshot, request: SearchRequest, query: Query) -> tuple[Facet, ...]:
    """Facets that have no filter of their own are counted together, in one pass over the hits."""
    filtered = {chosen.facet for chosen in request.filters}
    together = []
    counted: dict[str, Facet] = {}
    for wanted in request.facets:
        cut = FacetCut(wanted.facet, keyword_field(FACETS[wanted.facet]), wanted.size)
        if wanted.facet in filtered:
            counted |= _counted(snapshot, request, wanted.facet, (cut,))
        else:
            together.append(cut)
    if together:
        counted |= snapshot.count(what_is_counted(request, ""), query, tuple(together))
    return tuple(counted.get(wanted.facet, Facet(wanted.facet, ())) for wanted in request.facets)


def _counted(snapshot: Snapshot, request: SearchRequest, without: str, cuts: tuple[FacetCut, ...]) -> dict[str, Facet]:
    query = snapshot.compiler.request(request, without=without)
    return snapshot.count(what_is_counted(request, without), query, cuts)


def _values(snapshot: Snapshot, facet: str, prefix: str) -> tuple[str, ...]:
    """The values of a facet whose folded form begins so. Codes aren't folded, and are few."""
    field = keyword_field(FACETS[facet])
    if facet in HEADING_FACETS:
        return tuple(value for value, _ in snapshot.searcher.terms_with_prefix(field, prefix))
    terms = snapshot.searcher.terms_with_prefix(field, "")
    return tuple(value for value, _ in terms if exact_key(value).startswith(prefix))
