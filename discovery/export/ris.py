"""RIS, the line format that Zotero, EndNote and Mendeley read.

Tags follow the "Research Information Systems" specification as Zotero and EndNote read it today
(https://en.wikipedia.org/wiki/RIS_(file_format)): two characters, two spaces, a hyphen, a space, CR LF.
"""

from collections.abc import Iterable, Iterator

from discovery.catalog.record import Description, UnionRecord
from discovery.catalog.site import Site
from discovery.export.credits import credit
from discovery.export.host_places import book_host, cited_numbers, host_place
from discovery.export.parts import (
    call_numbers,
    container_of,
    identifier_values,
    library_names,
    resource_urls,
    series_of,
    topical_headings,
    year_text,
)
from discovery.export.text import single_line

_TYPES = {
    "book": "BOOK",
    "article": "JOUR",
    "serial": "JFULL",
    "thesis": "THES",
    "map": "MAP",
    "score": "MUSIC",
    "audio": "SOUND",
    "video": "VIDEO",
    "image": "ART",
    "software": "COMP",
    "manuscript": "MANSCPT",
}


def write_ris(records: Iterable[UnionRecord], site: Site, locale: str) -> str:
    """One entry a record; a value's own line breaks become spaces, for a new line begins a new tag."""
    return "".join(_entry(record, site, locale) for record in records)


def _entry(record: UnionRecord, site: Site, locale: str) -> str:
    lines = [("TY", _type(record.description))]
    lines += _description(record.description)
    lines += _place_in_catalogue(record, site, locale)
    written = "".join(f"{tag}  - {single_line(value)}\r\n" for tag, value in lines if value.strip())
    return f"{written}ER  - \r\n\r\n"


def _type(description: Description) -> str:
    if description.type == "book":
        return "EBOOK" if description.carrier == "online" else "BOOK"
    if description.type == "article":
        return "CHAP" if book_host(description) else "JOUR"
    return _TYPES.get(description.type, "GEN")


def _description(description: Description) -> Iterator[tuple[str, str]]:
    title, publication, credited = description.title, description.publication, credit(description)
    yield "TI", title.full
    yield from (("AU", author.name) for author in credited.authors)
    yield from (("ED", editor.name) for editor in credited.editors)
    yield from (("A4", translator.name) for translator in credited.translators)
    yield "PY", year_text(description)
    yield "CY", publication.place
    yield "PB", publication.publisher
    yield "ET", description.edition
    container, (series, number), place = container_of(description), series_of(description), host_place(description)
    yield "T2", container or series
    yield "VL", place.volume if container else number
    yield "IS", place.issue
    yield "SP", place.first_page if description.type == "article" else description.extent
    yield "EP", place.last_page
    for scheme in ("isbn", "issn"):
        yield from (("SN", number) for number in cited_numbers(description, scheme))
    yield from (("DO", doi) for doi in identifier_values(description, "doi"))
    yield "LA", ", ".join(description.languages)
    yield from (("KW", heading) for heading in topical_headings(description))
    yield "AB", description.abstract
    yield from (("N1", note.text) for note in description.notes)
    yield "OP", title.original


def _place_in_catalogue(record: UnionRecord, site: Site, locale: str) -> Iterator[tuple[str, str]]:
    yield from (("CN", number) for number in call_numbers(record))
    yield from (("L2", url) for url in resource_urls(record))
    yield "UR", site.record_url(record.id)
    yield "AN", record.id
    yield "DB", site.name.in_language(locale)
    yield "DP", "; ".join(library_names(record.libraries, site, locale))
