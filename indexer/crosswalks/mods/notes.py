"""note, abstract and tableOfContents → notes, abstract and contents."""

import re
from dataclasses import dataclass

from discovery.catalog.names import without_email
from discovery.catalog.record import Note, NoteKind
from indexer.crosswalks.xml.elements import Element, attribute, children, text_of, texts

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
    """Notes by their type, abstracts one after the other, contents cut at double dashes."""
    found: dict[Note, None] = {}
    for element in children(mods, "note"):
        text, kind = without_email(text_of(element)), attribute(element, "type")
        if text and kind not in _PRIVATE:
            found[Note(text, _KINDS.get(kind, "general"))] = None
    contents = [part for text in texts(mods, "tableOfContents") for part in _PARTS.split(text) if part.strip(" .")]
    return Notes(tuple(found), tuple(contents), " ".join(map(without_email, texts(mods, "abstract"))))
