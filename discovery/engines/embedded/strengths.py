"""How strong a search is in some values of a facet: how many records, how many in one library alone, the newest."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from discovery.engines.embedded.facets import value_of, value_ranges
from discovery.engines.embedded.schema import number_column
from discovery.engines.embedded.snapshot import Snapshot, kept, what_is_counted
from discovery.search.fields import FACETS, keyword_field
from discovery.search.heading_facets import facet_key, with_facet_keys
from discovery.search.request import SearchRequest
from discovery.search.results import Strength
from discovery.search.tree import Combine, Has

_ASKED = "values"
_NONE = Strength("", 0)
# Inside the bucket of each value.
_WITHIN = {"unique": {"filter": "holders:1"}, "newest": {"max": {"field": "year"}}}


def strengths_of(snapshot: Snapshot, request: SearchRequest, facet: str, values: Sequence[str]) -> tuple[Strength, ...]:
    """One for each of the values, in order; counted as if the facet's own filter weren't there.

    A library's page asks the same until something is published, so answers are kept: for its three questions it took
    92 ms where the library had 190,768 of 193,654 records, and 284 ms where it had 87,224 of a million.
    """
    keyed = with_facet_keys(request)
    key = (facet, tuple(values), what_is_counted(keyed, facet))
    return kept(snapshot.strengths, key, lambda: _counted(snapshot, keyed, facet, values) if values else ())


def _counted(snapshot: Snapshot, request: SearchRequest, facet: str, values: Sequence[str]) -> tuple[Strength, ...]:
    by_number = number_column(keyword_field(FACETS[facet])) is not None
    keys = [facet_key(facet, value) for value in values]
    found = (_by_number if by_number else _by_text)(snapshot, request, facet, keys)
    return tuple(replace(found.get(key, _NONE), value=value) for key, value in zip(keys, values, strict=True))


def _by_text(snapshot: Snapshot, request: SearchRequest, facet: str, values: Sequence[str]) -> dict[str, Strength]:
    wanted = list(dict.fromkeys(values))
    field = keyword_field(FACETS[facet])
    terms = {"field": field, "size": len(wanted), "segment_size": len(wanted), "include": wanted}
    buckets = _buckets(snapshot, request, facet, {"terms": terms})
    return {bucket["key"]: _strength(bucket["key"], bucket) for bucket in buckets}


def _by_number(snapshot: Snapshot, request: SearchRequest, facet: str, values: Sequence[str]) -> dict[str, Strength]:
    """Only among records that have one of the values: the others would all be counted between the ranges.

    Twelve subjects of 193,654 records take 34 ms so, and 390 ms without.
    """
    wanted = tuple(dict.fromkeys(values))
    having = replace(request, tree=Combine(must=(request.tree, Has(FACETS[facet], wanted))))
    column = number_column(keyword_field(FACETS[facet])) or ""
    buckets = _buckets(snapshot, having, facet, {"range": value_ranges(column, wanted)})
    named = ((value_of(bucket["key"]), bucket) for bucket in buckets)
    return {value: _strength(value, bucket) for value, bucket in named if value is not None}


def _buckets(
    snapshot: Snapshot, request: SearchRequest, facet: str, aggregation: Mapping[str, Any]
) -> Sequence[Mapping[str, Any]]:
    query = snapshot.compiler.request(request, without=facet)
    answer = snapshot.searcher.aggregate(query, {_ASKED: {**aggregation, "aggs": _WITHIN}})
    buckets: Sequence[Mapping[str, Any]] = answer[_ASKED]["buckets"]
    return buckets


def _strength(value: str, bucket: Mapping[str, Any]) -> Strength:
    newest = bucket["newest"]["value"]
    return Strength(value, bucket["doc_count"], bucket["unique"]["doc_count"], None if newest is None else int(newest))
