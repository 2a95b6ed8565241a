"""How strong a search is in some values of a facet: how many records, how many in one library alone, the newest."""

from collections.abc import Sequence
from dataclasses import replace

import msgspec

from discovery.engines.elastic.asking import ask_of_values
from discovery.engines.elastic.client import Connection
from discovery.engines.elastic.compile import findable
from discovery.engines.elastic.mapping import Json
from discovery.search.fields import FACETS, keyword_field
from discovery.search.heading_facets import facet_key, with_facet_keys
from discovery.search.request import SearchRequest
from discovery.search.results import Strength

_NONE = Strength("", 0)
# Inside the bucket of each value.
_WITHIN: Json = {"unique": {"filter": {"term": {"holders": 1}}}, "newest": {"max": {"field": "year"}}}


def read_strengths(
    connection: Connection, index: str, request: SearchRequest, facet: str, values: Sequence[str]
) -> tuple[Strength, ...]:
    """One for each of the values, in order; counted as if the facet's own filter weren't there."""
    keys = [facet_key(facet, value) for value in values]
    wanted = findable(tuple(dict.fromkeys(keys)))
    if not wanted:
        return tuple(Strength(value, 0) for value in values)
    terms: Json = {"field": keyword_field(FACETS[facet]), "size": len(wanted), "include": wanted}
    aggregation: Json = {"terms": terms, "aggregations": _WITHIN}
    answer = ask_of_values(connection, index, with_facet_keys(request), facet, aggregation, _Values)
    found = {bucket.key: _strength(bucket) for bucket in answer.buckets}
    return tuple(replace(found.get(key, _NONE), value=value) for key, value in zip(keys, values, strict=True))


class _Count(msgspec.Struct, frozen=True):
    doc_count: int


class _Year(msgspec.Struct, frozen=True):
    value: float | None


class _Bucket(msgspec.Struct, frozen=True):
    key: str
    doc_count: int
    unique: _Count
    newest: _Year


class _Values(msgspec.Struct, frozen=True):
    buckets: tuple[_Bucket, ...]


def _strength(bucket: _Bucket) -> Strength:
    newest = bucket.newest.value
    return Strength(bucket.key, bucket.doc_count, bucket.unique.doc_count, None if newest is None else int(newest))
