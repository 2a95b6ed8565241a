"""Elasticsearch's answers as typed values, and those as the port's."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

import msgspec

from discovery.search.request import FacetRequest
from discovery.search.results import Bucket, Facet, Hit

Answer = TypeVar("Answer")
# None where the sorted field has no value.
SortValue = int | float | str | None


class Source(msgspec.Struct, frozen=True):
    """What is kept of a record."""

    display: str = ""


class Explanation(msgspec.Struct, frozen=True):
    """A score and the scores it is made of."""

    value: float
    description: str
    details: tuple["Explanation", ...] = ()


class HitAnswer(msgspec.Struct, frozen=True):
    """A hit; `fields` holds the numbers that were asked for apart from the source, `sort` what it is sorted by."""

    id: str = msgspec.field(name="_id", default="")
    score: float | None = msgspec.field(name="_score", default=None)
    source: Source = msgspec.field(name="_source", default=Source())
    explanation: Explanation | None = msgspec.field(name="_explanation", default=None)
    fields: dict[str, tuple[int, ...]] = {}
    sort: tuple[SortValue, ...] = ()


class Total(msgspec.Struct, frozen=True):
    """How many documents match, exactly: the requests ask for that."""

    value: int


class Hits(msgspec.Struct, frozen=True):
    """The hits asked for, of `total`."""

    hits: tuple[HitAnswer, ...] = ()
    total: Total = Total(0)


class SearchAnswer(msgspec.Struct, frozen=True):
    """A whole answer; `took` is in milliseconds, aggregations are decoded by `facets`."""

    hits: Hits = Hits()
    took: int = 0
    aggregations: dict[str, dict[str, object]] = {}


class BucketAnswer(msgspec.Struct, frozen=True):
    """A facet value with its count."""

    key: str
    doc_count: int


class TermsAnswer(msgspec.Struct, frozen=True):
    """The buckets of a terms aggregation."""

    buckets: tuple[BucketAnswer, ...]


def decode(answer: object, into: type[Answer]) -> Answer:
    """The decoded JSON as a typed value. What Padu doesn't name is left out."""
    return msgspec.convert(answer, into, strict=False)


def decode_hit(hit: HitAnswer, editions: int = 1) -> Hit:
    """A hit; sorted by anything but relevance its score is 0."""
    explanation = "\n".join(_explanation_lines(hit.explanation, 0)) if hit.explanation else ""
    return Hit(hit.id, hit.score or 0.0, hit.source.display.encode(), editions, explanation)


def _explanation_lines(explanation: Explanation, depth: int) -> list[str]:
    lines = [f"{'  ' * depth}{explanation.value:.6g}  {explanation.description}"]
    for detail in explanation.details:
        lines += _explanation_lines(detail, depth + 1)
    return lines


def facets(aggregations: Mapping[str, dict[str, object]], asked: Sequence[FacetRequest]) -> tuple[Facet, ...]:
    """The facets in the order they were asked for, wherever the filters put them."""
    found: dict[str, TermsAnswer] = {}
    for name, aggregation in aggregations.items():
        inside = {name: aggregation} if "buckets" in aggregation else aggregation
        found |= {facet: decode(terms, TermsAnswer) for facet, terms in inside.items() if facet != "doc_count"}
    return tuple(_facet(request, found[request.facet].buckets) for request in asked)


def _facet(request: FacetRequest, buckets: Sequence[BucketAnswer]) -> Facet:
    kept = tuple(Bucket(bucket.key, bucket.doc_count) for bucket in buckets[: request.size])
    return Facet(request.facet, kept, more=len(buckets) > request.size)
