"""identifier and location/url → standard numbers and addresses.

https://www.loc.gov/standards/mods/userguide/identifier.html
"""

from discovery.catalog.holding import Link, LinkKind
from discovery.catalog.identifiers import Identifier, not_its_own
from indexer.crosswalks.xml.elements import Element, attribute, children, descendants, text_of
from indexer.crosswalks.xml.numbers import identifier, link

# Of these nine digits and more are a student's number, one of eleven of which would pass for an ISBN.
_UNNAMED = ("local", "other")


def map_identifiers(mods: Element) -> tuple[Identifier, ...]:
    """Numbers by their type; invalid="yes" can be searched and is no key. A local number is no standard one."""
    found: dict[tuple[str, str], Identifier] = {}
    for element in children(mods, "identifier"):
        text, kind = text_of(element), attribute(element, "type")
        number = None if kind in _UNNAMED and text[:9].isdigit() else identifier(text, kind)
        if number is None:
            continue
        if attribute(element, "invalid") == "yes":
            number = not_its_own(number)
        found.setdefault((number.scheme, number.value), number)
    return tuple(found.values())


def map_links(mods: Element) -> tuple[Link, ...]:
    """location/url (access="preview" is a cover), addresses among the identifiers; a IIIF manifest is kept as one."""
    found: dict[str, Link] = {}
    for location in children(mods, "location"):
        for url in children(location, "url"):
            kind: LinkKind = "cover" if attribute(url, "access") == "preview" else "resource"
            _add(found, link(text_of(url), attribute(url, "displayLabel"), kind))
    for element in children(mods, "identifier"):
        if attribute(element, "type") != "doi":
            _add(found, link(text_of(element)))
    # SLiMS lists its files in elements of its own.
    for element in descendants(mods, "digital_item"):
        _add(found, link(attribute(element, "url"), text_of(element)))
    return tuple(found.values())


def _add(found: dict[str, Link], stated: Link | None) -> None:
    if stated is not None:
        found.setdefault(stated.url, stated)
