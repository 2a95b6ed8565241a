"""Addresses outside the catalogue that padu.toml gives as templates: a library's own catalogue, a source of covers."""

from collections.abc import Mapping
from string import Formatter
from urllib.parse import quote

from discovery.catalog.ids import own_number
from discovery.catalog.library import Library
from discovery.catalog.record import Description, UnionRecord

# What a template may ask for: `source_id` is the record's number in the library's own system (MARC 001).
PLACES = ("source_id", "isbn", "issn", "title")


def checked_template(template: str) -> str:
    """The template as it stands. Raises ValueError with what is wrong with it."""
    try:
        parts = tuple(Formatter().parse(template))
    except ValueError as error:
        raise ValueError("its braces don't pair; write {{ and }} for braces of the address") from error
    for _, place, specification, conversion in parts:
        if place is not None and (place not in PLACES or specification or conversion):
            raise ValueError(f"there is no {{{place}}}; a record gives {', '.join(PLACES)}")
    if template and not template.startswith(("http://", "https://")):
        raise ValueError("it has to begin with http:// or https://")
    return template


def own_catalogue_url(library: Library, record: UnionRecord) -> str:
    """Where the library's own catalogue shows this; "" where it has none, or needs a number that isn't known."""
    return _filled(library.catalogue, _values(record, library))


def cover_url(library: Library, record: UnionRecord) -> str:
    """Where a library's source of covers has this one's, perhaps; "" where none is configured."""
    return _filled(library.cover, _values(record, library))


def _filled(template: str, values: Mapping[str, str]) -> str:
    places = [place for _, place, _, _ in Formatter().parse(template) if place]
    if not template or not all(values[place] for place in places):
        return ""
    return template.format_map({name: quote(value, safe="") for name, value in values.items()})


def _values(record: UnionRecord, library: Library) -> dict[str, str]:
    own = (own_number(member.source_id) for member in record.members if member.partner in library.partners)
    return {
        "source_id": next(own, ""),
        "isbn": _number(record.description, "isbn"),
        "issn": _number(record.description, "issn"),
        "title": record.description.title.main,
    }


def _number(description: Description, scheme: str) -> str:
    numbers = (each.value for each in description.identifiers if each.scheme == scheme and each.is_key)
    return next(numbers, "")
