"""Leader, 100, 105, 106, 110, 115, 135, 200 $b, 230 and 328 → what kind of thing it is, and in what form."""

from discovery.catalog.formats import carrier_from_words, type_from_words
from discovery.catalog.record import Carrier, Type
from indexer.crosswalks.marc.fields import MarcFields

# Leader/06.
_TYPES: dict[str, Type] = {
    "a": "book", "b": "manuscript", "c": "score", "d": "score", "e": "map", "f": "map", "g": "video", "i": "audio",
    "j": "audio", "k": "image", "l": "software", "m": "object", "r": "object",
}  # fmt: skip
# 106 $a: form of item.
_FORMS: dict[str, Carrier] = {
    "d": "print", "e": "print", "r": "print", "j": "print", "f": "other", "g": "microform", "s": "online", "i": "other",
}  # fmt: skip
_RARELY_PRINTED = ("audio", "video", "object", "software")
# 100 $a, positions 17-19 → MARC 21's letters for audience.
_AUDIENCES = {"a": "j", "b": "a", "c": "b", "d": "c", "e": "d", "k": "e", "m": "e"}
# 105 $a, positions 4-7: m is a dissertation, v its revised form.
_THESES = "mv"


def map_type(marc: MarcFields) -> Type:
    """A thesis says so in 328 or 105; a part is an article; level s is a serial; otherwise leader/06 decides."""
    kind, level = marc.leader[6], marc.leader[7]
    if kind in "ab" and (marc.get("328") or any(letter in _THESES for letter in _coded(marc, "105")[4:8].strip())):
        return "thesis"
    if level == "a" and kind in "ab":
        return "article"
    if level == "s" and kind in "al":
        return "serial"
    if kind == "l":
        return type_from_words(_words(marc)) or "software"
    if kind == "g" and _coded(marc, "115")[:1] == "b" and not _coded(marc, "115").strip("b |"):
        return "image"
    return _TYPES.get(kind, "book")


def map_carrier(marc: MarcFields, kind: Type) -> Carrier:
    """130 is microform, 135 a file (position 1 r: online), 106 the form of text; else 200 $b and 230 in words."""
    if marc.get("130"):
        return "microform"
    words = carrier_from_words(_words(marc))
    electronic = _coded(marc, "135")
    if electronic:
        return "online" if electronic[1:2] == "r" or words == "online" else "other"
    form = _FORMS.get(_coded(marc, "106")[:1])
    if form is not None:
        return form
    if words is not None:
        return words
    if marc.leader[6] == "l":
        return "online" if marc.get("856") else "other"
    return "other" if kind in _RARELY_PRINTED else "print"


def map_audience(marc: MarcFields) -> str:
    """100 $a, positions 17-19, as MARC 21's letter (j: children and young people)."""
    return _AUDIENCES.get(_coded(marc, "100")[17:18], "")


def _words(marc: MarcFields) -> str:
    field = marc.first("200")
    medium = " ".join(field.all("b")) if field is not None else ""
    return f"{medium} {' '.join(value for each in marc.get('230') for value in each.all('a'))}".strip()


def _coded(marc: MarcFields, tag: str) -> str:
    """$a of a field of coded data, position by position."""
    field = marc.first(tag)
    return next((value for code, value in field.raw if code == "a"), "") if field is not None else ""
