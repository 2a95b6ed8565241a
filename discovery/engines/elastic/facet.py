"""One facet by itself: further down its list, or narrowed to values that begin so."""

import re

import msgspec

from discovery.analysis.tokens import exact_key
from discovery.engines.elastic.asking import ask_of_values
from discovery.engines.elastic.client import Connection
from discovery.engines.elastic.decode import Answer, TermsAnswer
from discovery.engines.elastic.mapping import Json
from discovery.engines.elastic.request import BUCKET_ORDER
from discovery.search.fields import FACETS, keyword_field
from discovery.search.heading_facets import HEADING_FACETS
from discovery.search.request import SearchRequest
from discovery.search.results import Bucket, Facet

# Elasticsearch gives at most 65,536 buckets at a time (search.max_buckets).
MOST_BUCKETS = 65_000
# The number of distinct values is an estimate within a few per cent; parts this large leave room for that.
VALUES_A_PART = 40_000
# By so many characters the values are few enough to be compared here.
_LOOKED_AT = 50
# What Lucene's regular expressions give a meaning to (https://lucene.apache.org/core/10_4_0/core/org/apache/lucene/util/automaton/RegExp.html).
_SIGNS = re.compile(r"[^\w\s]", re.ASCII)


class FacetReader:
    """Reads one facet of one search."""

    def __init__(self, connection: Connection, index: str, request: SearchRequest, facet: str) -> None:
        self._connection = connection
        self._index = index
        self._request = request
        self._facet = facet
        self._field = keyword_field(FACETS[facet])

    def read(self, prefix: str, offset: int, size: int) -> Facet:
        """Buckets from `offset` on, by count and then value, of the values whose folded form begins so."""
        end = offset + size
        if begins := exact_key(prefix):
            buckets = [bucket for bucket in self._beginning(begins) if exact_key(bucket.value).startswith(begins)]
        elif end < MOST_BUCKETS:
            buckets = self._largest(end + 1, {})
        else:
            buckets = self._every()
        return Facet(self._facet, tuple(buckets[offset:end]), more=len(buckets) > end)

    def _beginning(self, begins: str) -> list[Bucket]:
        """All values that begin so, with some that don't. Codes aren't folded, and are few."""
        if self._facet not in HEADING_FACETS:
            return self._every()
        found = self._largest(MOST_BUCKETS, {"include": f"{_SIGNS.sub(_escaped, begins[:_LOOKED_AT])}.*"})
        return found if len(found) < MOST_BUCKETS else self._every()

    def _largest(self, size: int, terms: Json) -> list[Bucket]:
        aggregation: Json = {"terms": {"field": self._field, "size": size, "order": BUCKET_ORDER, **terms}}
        return [Bucket(bucket.key, bucket.doc_count) for bucket in self._ask(aggregation, TermsAnswer).buckets]

    def _every(self) -> list[Bucket]:
        """In several parts where there are too many for one answer."""
        estimate = self._ask({"cardinality": {"field": self._field}}, _Estimate).value
        parts = estimate // VALUES_A_PART + 1
        found: list[Bucket] = []
        for part in range(parts):
            terms: Json = {"include": {"partition": part, "num_partitions": parts}} if parts > 1 else {}
            found += self._largest(MOST_BUCKETS, terms)
        return sorted(found, key=lambda bucket: (-bucket.count, bucket.value))

    def _ask(self, aggregation: Json, into: type[Answer]) -> Answer:
        return ask_of_values(self._connection, self._index, self._request, self._facet, aggregation, into)


def _escaped(sign: re.Match[str]) -> str:
    return f"\\{sign[0]}"


class _Estimate(msgspec.Struct, frozen=True):
    value: int
