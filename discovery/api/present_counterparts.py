"""A subject's headings in other languages, in the API's words."""

from collections.abc import Iterable

from discovery.api import record_schemas, schemas
from discovery.api.catalogue import Catalogue
from discovery.catalog.record import UnionRecord
from discovery.labels.imprint import imprint
from discovery.search.browsing import heading_search
from discovery.search.counterparts import Counterpart
from discovery.search.counterparts_offered import Offer, RecordCounterparts, Widening


def offered_counterparts(widening: Widening, catalogue: Catalogue) -> schemas.Counterparts:
    """What a search may be widened by."""
    return schemas.Counterparts(
        heading=widening.heading,
        offers=[_offer(offer, catalogue) for offer in widening.offers],
        all_url=catalogue.search_url(widening.everything) if widening.everything else "",
        undo_url=catalogue.search_url(widening.narrow) if widening.narrow else "",
    )


def record_counterparts(
    found: Iterable[RecordCounterparts], catalogue: Catalogue
) -> list[record_schemas.HeadingCounterparts]:
    """What a record's headings are called elsewhere."""
    return [
        record_schemas.HeadingCounterparts(
            heading=each.heading, counterparts=[_counterpart(one, catalogue) for one in each.counterparts]
        )
        for each in found
    ]


def similar_records(found: Iterable[UnionRecord], catalogue: Catalogue) -> list[record_schemas.SimilarRecord]:
    """Other works like a record, the nearest first."""
    return [
        record_schemas.SimilarRecord(
            id=record.id,
            title=record.description.title.full,
            published=imprint(record.description),
            url=catalogue.site.record_url(record.id),
        )
        for record in found
    ]


def _counterpart(counterpart: Counterpart, catalogue: Catalogue) -> schemas.CounterpartHeading:
    return schemas.CounterpartHeading(
        text=counterpart.text,
        kind=counterpart.kind,
        basis=counterpart.basis,
        scheme=counterpart.scheme,
        support=counterpart.support,
        confidence=counterpart.confidence,
        evidence=list(counterpart.evidence),
        url=catalogue.search_url(heading_search("subject", counterpart.text)),
    )


def _offer(offer: Offer, catalogue: Catalogue) -> schemas.OfferedCounterpart:
    told = _counterpart(offer.counterpart, catalogue).model_dump()
    return schemas.OfferedCounterpart(
        **(told | {"url": catalogue.search_url(offer.params)}), included=offer.is_included
    )
