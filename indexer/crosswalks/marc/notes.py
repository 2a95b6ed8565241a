"""255, 306, 310, 321, 362, 382, 5XX and 752 → public notes, contents and abstract.

What isn't on the list stays in the partner's own system.
"""

from typing import Final, NamedTuple

from discovery.catalog.punctuation import trim_isbd
from discovery.catalog.record import Note, NoteKind
from indexer.crosswalks.marc.fields import Field, MarcFields
from indexer.crosswalks.marc.glued_codes import unglued
from indexer.crosswalks.marc.performance import medium_of_performance, playing_time

# Tag → kind and subfields: a map's scale, how long music plays and what plays it, how often a serial comes out and how
# it is numbered, then the notes.
# https://www.loc.gov/marc/bibliographic/bd25x28x.html, bd3xx.html, bd5xx.html, and the place where a newspaper or an
# old book came out, from the country down (bd752.html). Not kept: 541, 561 and 583 unless they
# are marked as public, 59X and everything local, and 588, which cataloguers write for each other.
_NOTES: Final[dict[str, tuple[NoteKind, str]]] = {
    "255": ("general", "abc"),
    "306": ("duration", "a"),
    "310": ("general", "ab"),
    "321": ("general", "ab"),
    "362": ("general", "a"),
    "382": ("medium", "abdp"),
    "500": ("general", "a"),
    "501": ("general", "a"),
    "502": ("thesis", "abcdgo"),
    "503": ("general", "a"),
    "504": ("bibliography", "a"),
    "506": ("general", "af"),
    "507": ("general", "ab"),
    "508": ("performers", "a"),
    "510": ("general", "abc"),
    "511": ("performers", "a"),
    "513": ("general", "ab"),
    "515": ("general", "a"),
    "518": ("general", "adop"),
    "521": ("audience", "a"),
    "522": ("general", "a"),
    "525": ("general", "a"),
    "530": ("general", "ad"),
    "533": ("general", "abcdefmn"),
    "534": ("original", "pabceflmnt"),
    "536": ("general", "abcd"),
    "538": ("system", "a"),
    "540": ("general", "a"),
    "542": ("general", "ln"),
    "545": ("general", "ab"),
    "546": ("general", "ab"),
    "547": ("general", "a"),
    "550": ("general", "a"),
    "555": ("general", "ad"),
    "580": ("general", "a"),
    "585": ("general", "a"),
    "586": ("general", "a"),
    "752": ("general", "abcdefgh"),
    "541": ("local", "ad"),
    "561": ("local", "a"),
}
# What 505 and 520 have, and what all fields have for links and numbers.
_CODES: Final = "abcgrtu0123456789"
_PRIVATE_UNLESS_SAID: Final = ("541", "561")
_PUBLIC_UNLESS_SAID: Final = ("542",)


class Notes(NamedTuple):
    """What the notes of a record say, by the place they have in a description.

    A frozen dataclass takes six times as long to make, once compiled.
    """

    notes: tuple[Note, ...]
    contents: tuple[str, ...]
    abstract: str


def map_notes(marc: MarcFields) -> Notes:
    """The notes of the list above, 505 as contents, 520 as abstract; a note in its own script follows its twin."""
    found: dict[Note, None] = {}
    for tag in marc.among(_NOTES):
        kind, codes = _NOTES[tag]
        for field in marc.get(tag):
            if not _is_public(field, tag):
                continue
            _add(found, field, kind, codes)
            original = marc.original(field)
            if original is not None:
                _add(found, original, kind, codes)
        for field in marc.unlinked_originals(tag):
            if _is_public(field, tag):
                _add(found, field, kind, codes)
    return Notes(tuple(found), _contents(marc), _abstract(marc))


def _is_public(field: Field, tag: str) -> bool:
    """The first indicator of these notes says whether readers may see them: 1 yes, 0 no."""
    return field.first == "1" if tag in _PRIVATE_UNLESS_SAID else field.first != "0" or tag not in _PUBLIC_UNLESS_SAID


def _add(found: dict[Note, None], field: Field, kind: NoteKind, codes: str) -> None:
    text = _text(field, codes)
    if any(map(str.isalnum, text)):
        part = field.get("3")
        found[Note(f"{part.rstrip(': ')}: {text}" if part else text, kind)] = None


def _text(field: Field, codes: str) -> str:
    """As it stands; of who paid (536) no numbers alone, and a place from the country down (752) with dashes."""
    match field.tag:
        case "306":
            return ", ".join([time for value in field.all(codes) if (time := playing_time(value))])
        case "382":
            return medium_of_performance(field)
        case "502":
            return _thesis(field, codes)
        case "506":
            return field.get("a") or field.get("f")  # the terms in words, or by a word of a list
        case "521":
            return f"{field.joined(codes)} ({source})" if (source := field.get("b")) else field.joined(codes)
        case "752":
            return " — ".join([place for value in field.all(codes) if (place := trim_isbd(value))])
    return "" if field.tag == "536" and not field.get("a") else field.joined(codes)


def _thesis(field: Field, codes: str) -> str:
    """A note in one piece as it stands; degree, university and year of their own with the commas between them."""
    if field.get("a"):
        return field.joined(codes)
    return ", ".join([words for value in field.all(codes) if (words := trim_isbd(value))])


def _with_originals(marc: MarcFields, tag: str) -> list[Field]:
    fields: list[Field] = []
    for field in marc.get(tag):
        original = marc.original(field)
        fields += [field] if original is None else [field, original]
    return fields + marc.unlinked_originals(tag)


def _contents(marc: MarcFields) -> tuple[str, ...]:
    """The parts that 505 lists between double dashes: https://www.loc.gov/marc/bibliographic/bd505.html."""
    parts: list[str] = []
    for field in _with_originals(marc, "505"):
        parts += [part for each in _joined(field, "agrt").split("--") if (part := each.strip(" .-"))]
    return tuple(parts)


def _joined(field: Field, codes: str) -> str:
    return " ".join([value for code, value in unglued(field, _CODES) if code in codes])


def _abstract(marc: MarcFields) -> str:
    """520 $a and $b, and whose words they are ($c); several summaries follow each other."""
    return " ".join([text for field in _with_originals(marc, "520") if (text := _joined(field, "abc"))])
