"""subject, genre and classification → headings and class numbers.

https://www.loc.gov/standards/mods/userguide/subject.html
"""

from lxml import etree

from discovery.catalog.classes import dewey_number
from discovery.catalog.formats import type_from_words
from discovery.catalog.punctuation import trim_isbd
from discovery.catalog.record import Classification, Type
from discovery.catalog.subject import Subdivision, SubdivisionKind, Subject, SubjectKind
from indexer.crosswalks.mods.names import name_heading
from indexer.crosswalks.mods.titles import title_of
from indexer.crosswalks.xml.elements import Element, attribute, children, local_name, text_of

_KINDS: dict[str, SubjectKind] = {
    "topic": "topic",
    "geographic": "place",
    "temporal": "period",
    "genre": "genre",
    "occupation": "topic",
    "hierarchicalGeographic": "place",
}
_DIVISIONS: dict[str, SubdivisionKind] = {
    "topic": "general",
    "geographic": "place",
    "temporal": "period",
    "genre": "form",
    "hierarchicalGeographic": "place",
}
_NAMES: dict[str, SubjectKind] = {"corporate": "organisation", "conference": "meeting"}
_CLASSES = ("ddc", "lcc", "udc", "nlm")
# Genres that say what `type` says already.
_TYPE_GENRES = ("marcgt", "rdacontent", "dct")


def map_subjects(mods: Element, kind: Type) -> tuple[Subject, ...]:
    """Each subject as one heading: its first part is the term, the others its divisions; genre as a genre.

    One of no authority that only says what kind of thing it is is none: so DSpace gives its dc.type.
    """
    found: dict[Subject, None] = {}
    for element in children(mods, "subject"):
        subject = _subject(element)
        if subject is not None:
            found[subject] = None
    for genre in children(mods, "genre"):
        term, authority = trim_isbd(text_of(genre)), attribute(genre, "authority")
        if not authority and (term.startswith("info:") or type_from_words(term) == kind != "book"):
            continue
        if term and authority not in _TYPE_GENRES:
            found[Subject(term, "genre", authority)] = None
    return tuple(found)


def _subject(element: Element) -> Subject | None:
    term, kind = "", "topic"
    divisions: list[Subdivision] = []
    for part in element.iterchildren():
        name = local_name(part)
        text = _text(part, name)
        if not any(map(str.isalnum, text)):
            continue
        if not term:
            term, kind = (
                text,
                _NAMES.get(attribute(part, "type"), "person") if name == "name" else _KINDS.get(name, "title"),
            )
        else:
            divisions.append(Subdivision(text, _DIVISIONS.get(name, "general")))
    return Subject(term, _kind(kind), _authority(element), tuple(divisions)) if term else None


def _authority(element: Element) -> str:
    """The vocabulary of the whole heading, or since MODS 3.4 that of its parts, where they are of one."""
    whole = attribute(element, "authority")
    parts = {attribute(part, "authority") for part in element.iterchildren(etree.Element)}
    return whole or (parts.pop() if len(parts) == 1 else "")


def _kind(kind: str) -> SubjectKind:
    return next((each for each in (*_KINDS.values(), *_NAMES.values(), *_OTHERS) if each == kind), "topic")


_OTHERS: tuple[SubjectKind, ...] = ("person", "title")


def _text(part: Element, name: str) -> str:
    match name:
        case "name":
            # SLiMS has no namePart within it.
            return name_heading(part) or trim_isbd(text_of(part))
        case "titleInfo":
            title = title_of(part)
            return title.full if title is not None else ""
        case "hierarchicalGeographic":
            return trim_isbd(text_of(part[-1])) if len(part) else ""
        case "topic" | "geographic" | "temporal" | "genre" | "occupation":
            return trim_isbd(text_of(part))
    return ""  # geographicCode, cartographics: no words


def map_classifications(mods: Element) -> tuple[Classification, ...]:
    """Classification by its authority; a Dewey number without its segmentation marks."""
    found: dict[Classification, None] = {}
    for element in children(mods, "classification"):
        number, authority = text_of(element).strip(" ."), attribute(element, "authority").casefold()
        dewey = dewey_number(number) if authority in ("ddc", "") else None
        if dewey:
            found[Classification("ddc", dewey)] = None
        elif any(map(str.isdigit, number)):
            found[Classification(authority if authority in _CLASSES else authority or "local", number)] = None
    return tuple(found)
