"""Exact facet counts over several segments.

tantivy cuts each segment's list of values before it adds them up, so a count may miss what a segment left out; it
says by how much at most (`doc_count_error_upper_bound`). A first, short pass finds the values that can be among the
largest, a second one counts just these in full.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tantivy import Query, Searcher

from discovery.search.results import Bucket, Facet

# Values that a segment hands on in the first pass. With 1,000 the bound is mostly far below the tenth count.
_PER_SEGMENT = 1_000
_GROWTH = 16
# Buckets beyond those asked for, among which ties at the end are settled.
_SPARE = 30
_EVERYTHING = 100_000_000
# tantivy gives up when an answer has more than 65,000 buckets, all its facets together.
_MOST_TOGETHER = 4_000
_MOST_BUCKETS = 60_000


@dataclass(frozen=True, slots=True)
class FacetCut:
    """Which buckets of a facet are wanted: `size` of them after the first `offset`; only `values`, unless None."""

    facet: str
    field: str
    size: int
    offset: int = 0
    values: tuple[str, ...] | None = None

    @property
    def end(self) -> int:
        return self.offset + self.size


def count_facets(searcher: Searcher, query: Query, cuts: tuple[FacetCut, ...]) -> dict[str, Facet]:
    """The facets of a query by name. Buckets go by count, the largest first, then by value."""
    counted: dict[str, Facet] = {}
    waiting = {cut.facet: (cut, _first_size(cut)) for cut in cuts if cut.size > 0}
    per_segment = _PER_SEGMENT
    while waiting:
        answers = _aggregate(searcher, query, waiting, per_segment)
        for name, (cut, size) in list(waiting.items()):
            answer = answers.get(name)
            certain = _walk(searcher, query, cut) if answer is None else _certain(searcher, query, cut, answer)
            if certain is not None:
                counted[name] = certain
                del waiting[name]
            else:
                waiting[name] = (cut, size * _GROWTH)
        per_segment = min(per_segment * _GROWTH, _EVERYTHING)
    return counted


def _first_size(cut: FacetCut) -> int:
    return cut.end + _SPARE if cut.values is None else max(cut.end + _SPARE, len(cut.values))


def _aggregate(
    searcher: Searcher, query: Query, waiting: Mapping[str, tuple[FacetCut, int]], per_segment: int
) -> dict[str, Any]:  # tantivy's own answer
    """The answers by name, without those that would have too many buckets."""
    together: dict[str, Any] = {}
    answers: dict[str, Any] = {}
    for name, (cut, size) in waiting.items():
        wanted = {"field": cut.field, "size": size, "segment_size": max(per_segment, size)}
        terms = {"terms": wanted if cut.values is None else {**wanted, "include": list(cut.values)}}
        if size <= _MOST_TOGETHER:
            together[name] = terms
        elif size <= _MOST_BUCKETS:
            answers |= searcher.aggregate(query, {name: terms})
    if together:
        answers |= searcher.aggregate(query, together)
    return answers


def _walk(searcher: Searcher, query: Query, cut: FacetCut) -> Facet:
    """Counts by going through the field's values one by one: slower, but without any limit."""
    wanted = None if cut.values is None else frozenset(cut.values)
    counts = searcher.terms_with_prefix(cut.field, "", filter_query=query)
    found = [Bucket(value, count) for value, count in counts if count and (wanted is None or value in wanted)]
    return _cut(cut, _ordered(found))


def _certain(searcher: Searcher, query: Query, cut: FacetCut, answer: Mapping[str, Any]) -> Facet | None:
    """The facet, if this answer leaves no doubt about it."""
    buckets, error = _buckets(answer), answer["doc_count_error_upper_bound"]
    left_out = answer["sum_other_doc_count"] > 0 or error > 0
    if not left_out:
        return _cut(cut, buckets)
    if len(buckets) < cut.end:
        return None
    least = buckets[cut.end - 1].count
    # Everything not among the buckets has at most this count in truth.
    if buckets[-1].count + error >= least:
        return None
    if error == 0:
        return _cut(cut, buckets)
    candidates = tuple(bucket.value for bucket in buckets if bucket.count + error >= least)
    recount = FacetCut(cut.facet, cut.field, len(candidates), values=candidates)
    exact = _aggregate(searcher, query, {cut.facet: (recount, len(candidates))}, len(candidates))
    return _cut(cut, _buckets(exact[cut.facet]), more=True)


def _buckets(answer: Mapping[str, Any]) -> list[Bucket]:
    return _ordered([Bucket(bucket["key"], bucket["doc_count"]) for bucket in answer["buckets"]])


def _ordered(buckets: list[Bucket]) -> list[Bucket]:
    return sorted(buckets, key=lambda bucket: (-bucket.count, bucket.value))


def _cut(cut: FacetCut, buckets: list[Bucket], *, more: bool = False) -> Facet:
    return Facet(cut.facet, tuple(buckets[cut.offset : cut.end]), more or len(buckets) > cut.end)
