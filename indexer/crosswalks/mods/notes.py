"""note, accessCondition, frequency, scale, abstract and tableOfContents → notes, abstract and contents."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from discovery.catalog.names import without_email
from discovery.catalog.record import Note, NoteKind
from indexer.crosswalks.marc.links import web_address
from indexer.crosswalks.xml.elements import Element, attribute, children, of_itself, text_of, texts

# https://www.loc.gov/standards/mods/mods-notes.html. Of acquisition, ownership and the like only staff need know.
_KINDS: dict[str, NoteKind] = {
    "thesis": "thesis", "bibliography": "bibliography", "performers": "performers", "creation/production credits":
    "performers", "system details": "system", "original version": "original",
}  # fmt: skip
_PRIVATE = ("acquisition", "action", "ownership", "statement of responsibility", "funding", "admin")
_PARTS = re.compile(r"\s*--\s*")


@dataclass(frozen=True, slots=True)
class Notes:
    """What a record says at length, by the place it has in a description."""

    notes: tuple[Note, ...]
    contents: tuple[str, ...]
    abstract: str


def map_notes(mods: Element) -> Notes:
    """Notes by their type, abstracts one after the other, contents cut at double dashes.

    How often a serial comes out, a map's scale and what may be done with the thing are notes as well.
    """
    found: dict[Note, None] = {}
    for element in children(mods, "note"):
        text, kind = without_email(text_of(element)), attribute(element, "type")
        if text and kind not in _PRIVATE:
            found[Note(text, _KINDS.get(kind, "general"))] = None
    for text in (*_frequencies(mods), *map(text_of, of_itself(mods, "scale")), *_conditions(mods)):
        if any(map(str.isalnum, text)):
            found[Note(without_email(text))] = None
    contents = [part for text in texts(mods, "tableOfContents") for part in _PARTS.split(text) if part.strip(" .")]
    return Notes(tuple(found), tuple(contents), " ".join(map(without_email, texts(mods, "abstract"))))


def _conditions(mods: Element) -> Iterator[str]:
    """What may be done with the thing, and the address of the licence, which may stand alone in xlink:href."""
    for condition in children(mods, "accessCondition"):
        text, address = text_of(condition), web_address(attribute(condition, "href"))
        if address and address not in text:
            text = f"{text} ({address})" if text else address
        yield text


def _frequencies(mods: Element) -> list[str]:
    return [text for origin in children(mods, "originInfo") for text in texts(origin, "frequency")]
