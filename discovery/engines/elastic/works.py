"""Hits grouped by work, within the window."""

from collections import Counter
from dataclasses import replace
from typing import cast

from discovery.engines.elastic.asking import ask
from discovery.engines.elastic.client import Connection
from discovery.engines.elastic.decode import SearchAnswer, TermsAnswer, decode, decode_hit, facets
from discovery.engines.elastic.mapping import Json
from discovery.engines.elastic.request import search_body
from discovery.search.fields import keyword_field
from discovery.search.request import WINDOW, SearchRequest
from discovery.search.results import Results

WORK = keyword_field("work")
_WORKS = "works"
# The hits' work numbers in order; without `_none_` each hit's stored fields would be read for its id.
_WINDOW: Json = {
    "size": WINDOW,
    "explain": False,
    "_source": False,
    "stored_fields": "_none_",
    "docvalue_fields": [WORK],
}


def search_works(connection: Connection, index: str, request: SearchRequest) -> Results:
    """The first hit of each work stands for it; `works` and the editions are counted over the window's hits.

    Where all hits lie within the window one request does: it counts the editions of every work without reading a hit.
    """
    body = search_body(request)
    page: Json = {"from": request.offset, "size": request.size, "collapse": {"field": WORK}}
    # "map" counts what was found; otherwise the works of the whole index would be numbered after each change.
    counted: Json = {_WORKS: {"terms": {"field": WORK, "size": WINDOW, "execution_hint": "map"}}}
    chosen: Json = {_WORKS: {"filter": body.get("post_filter", {"match_all": {}}), "aggregations": counted}}
    # As `search_body` made them.
    of_facets = cast(Json, body.get("aggregations", {}))
    answer = ask(connection, index, {**body, **page, "aggregations": of_facets | chosen}, SearchAnswer)
    if answer.hits.total.value > WINDOW:
        return _within_window(connection, index, request)
    works = decode(answer.aggregations.pop(_WORKS)[_WORKS], TermsAnswer).buckets
    editions = {work.key: work.doc_count for work in works}
    return Results(
        total=answer.hits.total.value,
        hits=tuple(decode_hit(hit, editions[hit.fields[WORK][0]]) for hit in answer.hits.hits),
        facets=facets(answer.aggregations, request.facets),
        works=len(editions),
        took_ms=answer.took,
    )


def _within_window(connection: Connection, index: str, request: SearchRequest) -> Results:
    """Of more hits than the window holds: first the window's work numbers, in order, and nothing else of its hits,
    then the hits that are shown.
    """
    with connection.translated():
        window = connection.client.search(
            index=index,
            body={**search_body(request), **_WINDOW},
            filter_path="took,hits.total,hits.hits.fields,aggregations",
        )
    answer = decode(window.body, SearchAnswer)
    editions = Counter(hit.fields[WORK][0] for hit in answer.hits.hits)
    shown = list(editions)[request.offset : request.offset + request.size]
    first = _first_hits(connection, index, request, shown) if shown else SearchAnswer()
    return Results(
        total=answer.hits.total.value,
        hits=tuple(decode_hit(hit, editions[hit.fields[WORK][0]]) for hit in first.hits.hits),
        facets=facets(answer.aggregations, request.facets),
        works=len(editions),
        took_ms=answer.took + first.took,
    )


def _first_hits(connection: Connection, index: str, request: SearchRequest, works: list[str]) -> SearchAnswer:
    body = search_body(replace(request, facets=()))
    body["query"] = {"bool": {"must": [body["query"]], "filter": [{"terms": {WORK: works}}]}}
    body |= {"size": len(works), "collapse": {"field": WORK}}
    return ask(connection, index, body, SearchAnswer)
