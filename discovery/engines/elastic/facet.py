"""One facet by itself: further down its list, or narrowed to values that begin so."""

import string

import msgspec

from discovery.analysis.tokens import exact_key
from discovery.engines.elastic.asking import ask_of_values
from discovery.engines.elastic.client import Connection
from discovery.engines.elastic.decode import Answer, TermsAnswer
from discovery.engines.elastic.mapping import Json
from discovery.engines.elastic.request import BUCKET_ORDER
from discovery.search.fields import FACETS, keyword_field
from discovery.search.request import SearchRequest
from discovery.search.results import Bucket, Facet

# Elasticsearch gives at most 65,536 buckets at a time (search.max_buckets).
MOST_BUCKETS = 65_000
# The number of distinct values is an estimate within a few per cent; parts this large leave room for that.
VALUES_A_PART = 40_000
# By so many characters the values are few enough to be compared here.
LOOKED_AT = 16
_ASCII_SIGNS = "[ " + "".join(f"\\{sign}" for sign in string.punctuation) + "]*"
_NOT_ASCII = r"[^ -~].*"


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
        """All values that may begin so, with some that don't."""
        found = self._largest(MOST_BUCKETS, {"include": may_begin(begins)})
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


def may_begin(begins: str) -> str:
    """A regular expression for the values that can have a folded form with this beginning.

    Folding keeps ASCII letters and digits but for their case and drops or parts at other ASCII signs; what it makes
    of any other character is not Elasticsearch's to know, so from the first of these on everything may follow.
    """
    pattern = ".*"
    for character in reversed(begins.replace(" ", "")[:LOOKED_AT]):
        rest = f"[{character}{character.upper()}]{pattern}" if character.isascii() and character.isalnum() else None
        pattern = _ASCII_SIGNS + (f"({rest}|{_NOT_ASCII})" if rest else f"({_NOT_ASCII}|{pattern})")
    return pattern


class _Estimate(msgspec.Struct, frozen=True):
    value: int
