"""One facet by itself: further down its list, or narrowed to values that begin so."""

from collections.abc import Iterator

import msgspec

from discovery.analysis.tokens import exact_key
from discovery.engines.elastic.client import Connection
from discovery.engines.elastic.decode import TermsAnswer, decode
from discovery.engines.elastic.mapping import Json
from discovery.engines.elastic.request import BUCKET_ORDER, values_body
from discovery.search.fields import FACETS, keyword_field
from discovery.search.request import FacetRequest, SearchRequest
from discovery.search.results import Bucket, Facet

# Elasticsearch gives at most 65,536 buckets at a time (search.max_buckets).
MOST_BUCKETS = 65_000
# The number of distinct values is an estimate within a few per cent; parts this large leave room for that.
VALUES_A_PART = 40_000


class _Estimate(msgspec.Struct, frozen=True):
    value: int


def read_facet(
    connection: Connection, index: str, request: SearchRequest, facet: FacetRequest, prefix: str, offset: int
) -> Facet:
    """Buckets from `offset` on, by count and then value."""
    wanted = offset + facet.size
    if begins := exact_key(prefix):
        values = _all_values(connection, index, request, facet.facet)
        buckets = sorted((b for b in values if exact_key(b.value).startswith(begins)), key=_most_used)
    elif wanted < MOST_BUCKETS:
        terms: Json = {"size": wanted + 1, "order": BUCKET_ORDER}
        buckets = _values(connection, index, values_body(request, facet.facet, terms), facet.facet)
    else:
        buckets = sorted(_all_values(connection, index, request, facet.facet), key=_most_used)
    return Facet(facet.facet, tuple(buckets[offset:wanted]), more=len(buckets) > wanted)


def _most_used(bucket: Bucket) -> tuple[int, str]:
    return -bucket.count, bucket.value


def _all_values(connection: Connection, index: str, request: SearchRequest, facet: str) -> Iterator[Bucket]:
    """Every value of the facet, in several parts where there are too many for one answer."""
    parts = _estimate(connection, index, request, facet) // VALUES_A_PART + 1
    for part in range(parts):
        terms: Json = {"size": MOST_BUCKETS}
        if parts > 1:
            terms["include"] = {"partition": part, "num_partitions": parts}
        yield from _values(connection, index, values_body(request, facet, terms), facet)


def _estimate(connection: Connection, index: str, request: SearchRequest, facet: str) -> int:
    body = values_body(request, facet, {})
    body["aggregations"] = {facet: {"cardinality": {"field": keyword_field(FACETS[facet])}}}
    with connection.translated():
        answer = connection.client.search(index=index, body=body)
    return decode(answer["aggregations"][facet], _Estimate).value


def _values(connection: Connection, index: str, body: Json, facet: str) -> list[Bucket]:
    with connection.translated():
        answer = connection.client.search(index=index, body=body)
    buckets = decode(answer["aggregations"][facet], TermsAnswer).buckets
    return [Bucket(bucket.key, bucket.doc_count) for bucket in buckets]
