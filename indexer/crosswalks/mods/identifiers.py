"""identifier and location/url → standard numbers and addresses.

https://www.loc.gov/standards/mods/userguide/identifier.html
"""

from collections.abc import Iterator

from discovery.catalog.holding import Link, LinkKind
from discovery.catalog.identifiers import Identifier, not_its_own
from indexer.crosswalks.marc.links import is_contents
from indexer.crosswalks.xml.elements import Element, attribute, children, descendants, text_of
from indexer.crosswalks.xml.numbers import identifier, link

# Of these nine digits and more are a student's number, one of eleven of which would pass for an ISBN.
_UNNAMED = ("local", "other")
# A manifest whose address doesn't tell.
_MANIFEST = "iiif manifest"
# What a related item of these types has an address for is described there.
_OTHER_THINGS = ("host", "series", "constituent")


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
    """location/url (access="preview" is a cover), addresses among the identifiers; a IIIF manifest is kept as one.

    Of related items those of another form or version and of what is only referred to, as the conversion from MARC
    writes 856 with second indicator 1 or 2; the addresses of hosts, series and parts are those of other things.
    """
    found: dict[str, Link] = {}
    for url in _addresses(mods):
        label = attribute(url, "displayLabel")
        kind: LinkKind = _said_kind(url, label) or "resource"
        _add(found, link(text_of(url), _words(url, label), "cover" if attribute(url, "access") == "preview" else kind))
    for element in children(mods, "identifier"):
        if attribute(element, "type") != "doi":
            _add(found, link(text_of(element)))
    for item in children(mods, "relatedItem"):
        if attribute(item, "type") not in _OTHER_THINGS:
            for url in _addresses(item):
                label = attribute(url, "displayLabel") or attribute(item, "displayLabel")
                kind = _said_kind(url, label) or _related_kind(item)
                _add(found, link(text_of(url), _words(url, label), kind))
    # SLiMS lists its files in elements of its own.
    for element in descendants(mods, "digital_item"):
        _add(found, link(attribute(element, "url"), text_of(element)))
    return tuple(found.values())


def _addresses(element: Element) -> Iterator[Element]:
    return (url for location in children(element, "location") for url in children(location, "url"))


def _words(url: Element, label: str) -> str:
    """What it leads to, and what is to be known of that."""
    note = attribute(url, "note")
    return f"{label} ({note})" if label and note and note != label else label or note


def _said_kind(url: Element, label: str) -> LinkKind | None:
    """What its words say that it leads to."""
    if is_contents(label):
        return "contents"
    return "manifest" if _MANIFEST in f"{label} {attribute(url, 'note')}".casefold() else None


def _related_kind(item: Element) -> LinkKind:
    return "version" if attribute(item, "type") in ("otherFormat", "otherVersion") else "related"


def _add(found: dict[str, Link], stated: Link | None) -> None:
    if stated is not None:
        found.setdefault(stated.url, stated)
