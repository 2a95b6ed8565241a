"""JSON-LD in schema.org's words, for search engines: https://schema.org/Book, holdings as SchemaBibEx has them."""

import json
from collections.abc import Iterable, Sequence

from discovery.catalog.contributor import Contributor
from discovery.catalog.record import Description, UnionRecord
from discovery.catalog.site import Site
from discovery.export.credits import credit
from discovery.export.host_places import book_host, host_numbers, host_place
from discovery.export.parts import (
    host_of,
    identifier_values,
    library_names,
    resource_urls,
    topical_headings,
    year_text,
)

_TYPES = {
    "book": "Book",
    "article": "Article",
    "serial": "Periodical",
    "thesis": "Thesis",
    "map": "Map",
    "score": "SheetMusic",
    "audio": "AudioObject",
    "video": "VideoObject",
    "image": "VisualArtwork",
    "software": "SoftwareApplication",
    "manuscript": "Manuscript",
}
_BOOK_FORMATS = {"online": "https://schema.org/EBook"}


def write_json_ld(records: Iterable[UnionRecord], site: Site, locale: str) -> str:
    """A document whose graph has one node a record."""
    graph = [json_ld_node(record, site, locale) for record in records]
    return json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, indent=2)


def json_ld_node(record: UnionRecord, site: Site, locale: str) -> dict[str, object]:
    """One record as a schema.org node; what isn't known is left out."""
    description = record.description
    node: dict[str, object] = {
        "@type": "Chapter" if book_host(description) else _TYPES.get(description.type, "CreativeWork"),
        "@id": site.record_url(record.id),
        "url": site.record_url(record.id),
    }
    node |= _description(description)
    node |= _people(description)
    node["sameAs"] = list(resource_urls(record))
    node["offers"] = _offers(record, site, locale)
    return {name: value for name, value in node.items() if value}


def _description(description: Description) -> dict[str, object]:
    publication, place = description.publication, host_place(description)
    isbns = identifier_values(description, "isbn")
    is_book = description.type == "book"
    return {
        "name": description.title.full,
        "alternateName": [*filter(None, [description.title.original]), *(each.text for each in description.variants)],
        "datePublished": year_text(description),
        "publisher": {"@type": "Organization", "name": publication.publisher} if publication.publisher else None,
        "bookEdition": description.edition if is_book else "",
        "bookFormat": _BOOK_FORMATS.get(description.carrier, "") if is_book else "",
        "isbn": list(isbns) if is_book else [],
        "issn": list(identifier_values(description, "issn")) if description.type == "serial" else [],
        "inLanguage": list(description.languages),
        "about": list(topical_headings(description)),
        "abstract": description.abstract,
        "pageStart": place.first_page,
        "pageEnd": place.last_page,
        "isPartOf": _host(description),
    }


def _host(description: Description) -> dict[str, object] | None:
    """What it stands in: a book by its ISBN, a journal by its ISSN, with the volume in between."""
    host = host_of(description)
    if host is None or not host.title:
        return None
    isbns, issns = host_numbers(description, "isbn"), host_numbers(description, "issn")
    kind = "Book" if isbns else "Periodical" if issns else "CreativeWork"
    numbers = {"isbn": list(isbns)} if isbns else {"issn": list(issns)} if issns else {}
    whole: dict[str, object] = {"@type": kind, "name": host.title, **numbers}
    volume = host_place(description).volume
    if not volume or isbns:
        return whole
    return {"@type": "PublicationVolume", "volumeNumber": volume, "isPartOf": whole}


def _people(description: Description) -> dict[str, object]:
    credited = credit(description)
    return {
        "author": [_agent(author) for author in credited.authors],
        "editor": [_agent(editor) for editor in credited.editors],
        "translator": [_agent(translator) for translator in credited.translators],
        "contributor": [_agent(other) for other in credited.others],
    }


def _agent(contributor: Contributor) -> dict[str, str]:
    kind = "Person" if contributor.kind == "person" else "Organization"
    return {"@type": kind, "name": contributor.direct or contributor.name}


def _offers(record: UnionRecord, site: Site, locale: str) -> Sequence[dict[str, object]]:
    """A library's copies are offers to lend: https://www.w3.org/community/schemabibex/wiki/Holdings_via_Offer"""
    codes = [holding.library for holding in record.holdings]
    return [
        {
            "@type": "Offer",
            "businessFunction": "http://purl.org/goodrelations/v1#LeaseOut",
            "offeredBy": {"@type": "Library", "name": name},
            **({"sku": holding.call_number} if holding.call_number else {}),
        }
        for name, holding in zip(library_names(codes, site, locale), record.holdings, strict=True)
    ]
