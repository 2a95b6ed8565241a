"""Simple Dublin Core as OAI-PMH carries it: https://www.openarchives.org/OAI/openarchivesprotocol.html#dublincore"""

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator

from discovery.catalog.record import Description, UnionRecord
from discovery.catalog.site import Site
from discovery.export.credits import credit
from discovery.export.parts import host_of, library_names, resource_urls, year_text
from discovery.export.text import xml_characters

DC = "http://purl.org/dc/elements/1.1/"
OAI_DC = "http://www.openarchives.org/OAI/2.0/oai_dc/"

# DCMI Type Vocabulary: https://www.dublincore.org/specifications/dublin-core/dcmi-type-vocabulary/
_TYPES = {
    "map": "StillImage",
    "image": "StillImage",
    "audio": "Sound",
    "video": "MovingImage",
    "software": "Software",
    "object": "PhysicalObject",
}


def write_dublin_core(records: Iterable[UnionRecord], site: Site, locale: str) -> str:
    """A document whose root holds one oai_dc:dc a record."""
    ET.register_namespace("dc", DC)
    ET.register_namespace("oai_dc", OAI_DC)
    root = ET.Element("records")
    for record in records:
        container = ET.SubElement(root, f"{{{OAI_DC}}}dc")
        for name, value in dublin_core_elements(record, site, locale):
            ET.SubElement(container, f"{{{DC}}}{name}").text = xml_characters(value)
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def dublin_core_elements(record: UnionRecord, site: Site, locale: str) -> Iterator[tuple[str, str]]:
    """(element, value) in the order of the fifteen elements' usual listing; empty ones are left out."""
    description, publication = record.description, record.description.publication
    elements: list[tuple[str, str]] = [("title", description.title.full), ("title", description.title.original)]
    elements += _people(description)
    elements += [("subject", subject.heading) for subject in description.subjects if subject.kind != "place"]
    elements += [("description", text) for text in (description.abstract, *description.contents)]
    elements += [("publisher", publication.publisher), ("date", publication.date or year_text(description))]
    elements += [("type", _TYPES.get(description.type, "Text")), ("format", description.extent)]
    elements += _identifiers(record, site)
    elements += [("language", language) for language in description.languages]
    host = host_of(description)
    elements += [("relation", host.title if host else "")]
    elements += [("relation", series.heading) for series in description.series]
    elements += [("coverage", subject.heading) for subject in description.subjects if subject.kind == "place"]
    elements += [("source", name) for name in library_names(record.libraries, site, locale)]
    return (element for element in elements if element[1])


def _people(description: Description) -> Iterator[tuple[str, str]]:
    credited = credit(description)
    yield from (("creator", author.name) for author in credited.authors)
    others = (*credited.editors, *credited.translators, *credited.others)
    yield from (("contributor", other.name) for other in others)


def _identifiers(record: UnionRecord, site: Site) -> Iterator[tuple[str, str]]:
    yield "identifier", site.record_url(record.id)
    urns = {"isbn": "urn:isbn:", "issn": "urn:issn:", "doi": "https://doi.org/"}
    for identifier in record.description.identifiers:
        if identifier.scheme in urns and identifier.is_key:
            yield "identifier", urns[identifier.scheme] + identifier.value
    yield from (("identifier", url) for url in resource_urls(record))
