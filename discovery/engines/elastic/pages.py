"""Where a page of hits begins. To put thousands of hits in order by their titles costs more than everything else, so
hits far down are found by numbers first.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from discovery.engines.elastic.asking import ask_each
from discovery.engines.elastic.client import Connection
from discovery.engines.elastic.decode import SearchAnswer, SortValue
from discovery.engines.elastic.mapping import Json
from discovery.engines.elastic.request import exact_sort, rough_sort, search_body
from discovery.search.request import WINDOW, SearchRequest, Sort
from discovery.search.tree import All

# Hits' sort values and nothing else of them; without `_none_` their stored fields would be read for their ids.
VALUES_ONLY: Json = {"explain": False, "track_total_hits": False, "_source": False, "stored_fields": "_none_"}
# From here on the detour pays: of 64,000 hits the 500th to 520th take 20 ms without it, the 10,000th 190.
_FAR_DOWN = 500
# Hits with the same numbers as a page's first one and before it; rarely is there one.
_SPARE = 200

Key = tuple[SortValue, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """Which hits to ask for; the first `skip` of them stand before the page."""

    body: Json
    skip: int = 0


def find_pages(connection: Connection, index: str, requests: Sequence[SearchRequest]) -> list[Page]:
    """The page of each request."""
    pages = [_page(request) for request in requests]
    far_down = [at for at, request in enumerate(requests) if _FAR_DOWN <= request.offset < WINDOW and request.size]
    answers = ask_each(connection, index, [_hits_before(requests[at]) for at in far_down], SearchAnswer)
    for at, answer in zip(far_down, answers, strict=True):
        keys = [hit.sort for hit in answer.hits.hits]
        if len(keys) <= _SPARE:
            pages[at] = Page({"size": 0})
        elif keys[0] != keys[-1]:
            skip = len(keys) - 1 - keys.index(keys[-1])
            pages[at] = _page_after(requests[at], keys[-1], skip)
    return pages


def after(sort: Sort, key: Key) -> Json:
    """The hits from the first one on that has these values of a rough sort, in their exact order."""
    return {"sort": [*rough_sort(sort), exact_sort(sort)[-1]], "search_after": [*key, ""]}


def sorted_by(request: SearchRequest) -> Sort:
    """The sort that gives the order of a request: by relevance the whole catalogue goes by title, without scores."""
    return "title" if is_flat(request) else request.sort


def is_flat(request: SearchRequest) -> bool:
    """Whether relevance is the same for all hits, which then have a score of 1."""
    return isinstance(request.tree, All) and request.sort == "relevance"


def _page(request: SearchRequest) -> Page:
    start = min(request.offset, WINDOW)
    end = min(request.offset + request.size, WINDOW)
    return Page({"from": start, "size": end - start, "sort": exact_sort(sorted_by(request))})


def _hits_before(request: SearchRequest) -> Json:
    body = search_body(replace(request, facets=()))
    first = request.offset - _SPARE
    return {**body, **VALUES_ONLY, "from": first, "size": _SPARE + 1, "sort": rough_sort(sorted_by(request))}


def _page_after(request: SearchRequest, key: Key, skip: int) -> Page:
    size = min(request.offset + request.size, WINDOW) - request.offset
    return Page({"size": skip + size, **after(sorted_by(request), key)}, skip)
