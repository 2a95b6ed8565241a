"""Facets of names, subjects and places: counted however a heading is written, shown as its alphabetical list shows it.

The index holds folded forms. A reader's filter may be written in any way that folds alike; the engines turn it into the
folded form on the way in, and buckets into headings on the way out.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from discovery.analysis.filing import list_key
from discovery.search.fields import KEYWORD_FIELDS
from discovery.search.keyword_fields import cut, heading_key
from discovery.search.leading import Place
from discovery.search.request import Filter, HeadingKind, SearchRequest
from discovery.search.results import Bucket, Facet

HEADING_FACETS: Mapping[str, HeadingKind] = {field.name: field.heading for field in KEYWORD_FIELDS if field.heading}

# The headings' displays at these places of their lists; a place where nothing stands is left out.
ReadDisplays = Callable[[Sequence[Place]], Mapping[Place, str]]


def facet_key(facet: str, value: str) -> str:
    """What the index holds for a facet's value."""
    return cut(heading_key(value)) if facet in HEADING_FACETS else value


def with_facet_keys(request: SearchRequest) -> SearchRequest:
    """The request with its filters and exclusions as the index holds them."""
    filters, exclusions = _keyed(request.filters), _keyed(request.exclusions)
    if filters is request.filters and exclusions is request.exclusions:
        return request
    return replace(request, filters=filters, exclusions=exclusions)


def with_headings(facets: Iterable[Facet], filters: Iterable[Filter], read: ReadDisplays) -> tuple[Facet, ...]:
    """The facets with headings in place of folded forms; a chosen one stays as the reader's filter has it."""
    counted = tuple(facets)
    places = {_place(facet, bucket) for facet in counted if facet.facet in HEADING_FACETS for bucket in facet.buckets}
    if not places:
        return counted
    displays = read(sorted(places))
    chosen = {(each.facet, facet_key(each.facet, value)): value for each in filters for value in reversed(each.values)}
    return tuple(
        replace(facet, buckets=tuple(_named(facet, bucket, displays, chosen) for bucket in facet.buckets))
        if facet.facet in HEADING_FACETS
        else facet
        for facet in counted
    )


def _named(
    facet: Facet, bucket: Bucket, displays: Mapping[Place, str], chosen: Mapping[tuple[str, str], str]
) -> Bucket:
    own = chosen.get((facet.facet, bucket.value))
    return Bucket(own or displays.get(_place(facet, bucket), bucket.value), bucket.count)


def _place(facet: Facet, bucket: Bucket) -> Place:
    return HEADING_FACETS[facet.facet], cut(list_key(bucket.value))


def _keyed(limits: tuple[Filter, ...]) -> tuple[Filter, ...]:
    if not any(each.facet in HEADING_FACETS for each in limits):
        return limits
    return tuple(
        Filter(each.facet, tuple(dict.fromkeys(facet_key(each.facet, value) for value in each.values)))
        for each in limits
    )
