"""An XML record as a crosswalk reads it: by local names, its texts cleaned.

Namespaces aren't looked at: prefixes that were declared outside a record are unknown in it, and many feeds declare
the wrong ones.
"""

from collections.abc import Iterator

from lxml import etree

from discovery.catalog.text import plain_text

Element = etree._Element


def local_name(element: Element) -> str:
    """The element's name without namespace and prefix; "" of a comment."""
    return element.tag.rpartition("}")[2].rpartition(":")[2] if isinstance(element.tag, str) else ""


def children(element: Element, *names: str) -> Iterator[Element]:
    """The child elements with one of these names, in order."""
    return (child for child in element if local_name(child) in names)


def first(element: Element, *path: str) -> Element | None:
    """The first element that this path of names leads to."""
    for name in path:
        found = next(children(element, name), None)
        if found is None:
            return None
        element = found
    return element


def descendants(element: Element, *names: str) -> Iterator[Element]:
    """The elements below with one of these names, wherever they stand."""
    return (each for each in element.iter(etree.Element) if local_name(each) in names)


def of_itself(element: Element, *names: str) -> Iterator[Element]:
    """The same, but for those within a `relatedItem`: MODS describes other things there with the same elements."""
    for child in element.iterchildren(etree.Element):
        name = local_name(child)
        if name in names:
            yield child
        if name != "relatedItem":
            yield from of_itself(child, *names)


def text_of(element: Element | None) -> str:
    """All text within the element, as one line; "" of None."""
    if element is None:
        return ""
    return plain_text(" ".join("".join(map(str, element.itertext())).split()))


def texts(element: Element, *names: str) -> list[str]:
    """The texts of the children with one of these names, without the empty ones."""
    return [text for child in children(element, *names) if (text := text_of(child))]


def attribute(element: Element, name: str) -> str:
    """The attribute with this local name, whatever its namespace; "" when there is none."""
    plain = element.get(name)
    if plain is not None:
        return plain.strip()
    return next((value.strip() for key, value in element.attrib.items() if _local(key) == name), "")


def _local(key: str | bytes) -> str:
    return str(key).rpartition("}")[2].rpartition(":")[2]
