"""Records from all over a loaded catalogue, through the engine port alone."""

import random
from collections.abc import Collection, Iterator

from discovery.catalog.record import UnionRecord
from discovery.search.document import decode_display
from discovery.search.engine import SearchEngine
from discovery.search.request import WINDOW, FacetRequest, SearchRequest
from discovery.search.tree import All, Has, Node

# Records of different libraries are unlike each other; each gives its share.
_MOST_LIBRARIES = 500


def sampled(engine: SearchEngine, count: int, without: Collection[str] = (), seed: int = 1) -> Iterator[UnionRecord]:
    """About `count` different records, from each library but those `without` as many as its share of all.

    Of a library's records those can be drawn that are among the first or the last of the window by year.
    """
    chance = random.Random(seed)
    whole = engine.search(SearchRequest(All(), facets=(FacetRequest("library", _MOST_LIBRARIES),), size=0))
    seen: set[str] = set()
    buckets = [bucket for bucket in whole.facets[0].buckets if bucket.value not in without]
    total = sum(bucket.count for bucket in buckets)
    for bucket in buckets:
        tree = Has("library", (bucket.value,))
        wanted = max(1, round(count * bucket.count / total))
        for place in chance.sample(range(min(bucket.count, 2 * WINDOW)), min(wanted, bucket.count)):
            record = _at(engine, tree, place)
            if record.id not in seen:
                seen.add(record.id)
                yield record


def _at(engine: SearchEngine, tree: Node, place: int) -> UnionRecord:
    request = (
        SearchRequest(tree, sort="newest", offset=place, size=1)
        if place < WINDOW
        else SearchRequest(tree, sort="oldest", offset=place - WINDOW, size=1)
    )
    return decode_display(engine.search(request).hits[0].display)
