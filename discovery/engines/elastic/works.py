"""Hits grouped by work, within the window."""

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from discovery.engines.elastic.asking import ask, ask_each
from discovery.engines.elastic.client import Connection
from discovery.engines.elastic.decode import HitAnswer, SearchAnswer, decode_hit, facets
from discovery.engines.elastic.mapping import Json
from discovery.engines.elastic.pages import VALUES_ONLY, Key, after, is_flat, sorted_by
from discovery.engines.elastic.request import exact_sort, order_of, rough_sort, search_body
from discovery.search.grouping import WorksPage, page_of_works
from discovery.search.number_columns import WORK_NUMBER, order_beginning, order_columns
from discovery.search.request import WINDOW, SearchRequest
from discovery.search.results import Results

_BY_WORK: Json = {WORK_NUMBER: "asc"}

Tie = tuple[Key, list[int]]


def search_works(connection: Connection, index: str, request: SearchRequest) -> Results:
    """The first hit of each work stands for it; `works` and the editions are counted over the window's hits.

    Total and facets are counted at the same time as the window's works are read, roughly sorted. Then the works that
    may be on the page are put into their exact order.
    """
    counted: Json = {**search_body(request), "size": 0, "sort": []}
    answer, found = ask_each(connection, index, (counted, _window(request)), SearchAnswer)
    ties = _ties(found.hits.hits)
    total = answer.hits.total.value
    if total > WINDOW and ties:
        ties[-1] = _first_of(connection, index, request, ties[-1])
    page = page_of_works([works for _, works in ties], request.offset, request.size)
    shown = _first_hits(connection, index, request, page) if page.candidates else SearchAnswer()
    hits = tuple(decode_hit(hit, page.editions[hit.fields[WORK_NUMBER][0]]) for hit in shown.hits.hits)
    return Results(
        total=total,
        hits=tuple(replace(hit, score=1.0) for hit in hits) if is_flat(request) else hits,
        facets=facets(answer.aggregations, request.facets),
        works=len(page.editions),
        took_ms=max(answer.took, found.took) + shown.took,
    )


def _window(request: SearchRequest) -> Json:
    body = search_body(replace(request, facets=()))
    return {**body, **VALUES_ONLY, "size": WINDOW, "sort": [*rough_sort(sorted_by(request)), _BY_WORK]}


def _ties(hits: Sequence[HitAnswer]) -> list[Tie]:
    """The hits' works, those together that are sorted by the same values; a hit's last one is its work."""
    ties: list[Tie] = []
    for hit in hits:
        key, work = hit.sort[:-1], hit.sort[-1]
        if not ties or ties[-1][0] != key:
            ties.append((key, []))
        ties[-1][1].append(cast("int", work))
    return ties


def _first_of(connection: Connection, index: str, request: SearchRequest, tie: Tie) -> Tie:
    """As many hits of a tie as lie within the window, but the first of it, where it may reach beyond."""
    key, works = tie
    sort = sorted_by(request)
    order, columns = order_of(sort), len(order_columns(order_of(sort)))
    # Those that begin alike are few, and the query looks at no others.
    alike: Json = {"prefix": {order: order_beginning(cast("Sequence[int]", key[-columns:]))}}
    page: Json = {"size": len(works), "docvalue_fields": [WORK_NUMBER], **after(sort, key)}
    found = ask(connection, index, {**_narrowed(request, alike), **VALUES_ONLY, **page}, SearchAnswer)
    first = [hit.fields[WORK_NUMBER][0] for hit in found.hits.hits]
    # Scores of the same hits may differ in their last bits where another clause is beside them.
    return key, first if len(first) == len(works) else works


def _first_hits(connection: Connection, index: str, request: SearchRequest, page: WorksPage) -> SearchAnswer:
    body = _narrowed(request, {"terms": {WORK_NUMBER: page.candidates}})
    body |= {"from": page.skip, "size": request.size, "collapse": {"field": WORK_NUMBER}}
    return ask(connection, index, {**body, "sort": exact_sort(sorted_by(request))}, SearchAnswer)


def _narrowed(request: SearchRequest, to: Json) -> Json:
    body = search_body(replace(request, facets=()))
    return {**body, "query": {"bool": {"must": [body["query"]], "filter": [to]}}}
