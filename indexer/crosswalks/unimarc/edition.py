"""205 and 215 → the edition statement and the physical description."""

from discovery.catalog.punctuation import trim_isbd, trim_leading_isbd
from indexer.crosswalks.marc.fields import Field, MarcFields

# What ISBD writes before other details, size and accompanying material.
_MARKS = {"c": " : ", "d": " ; ", "e": " + "}


def map_edition(marc: MarcFields) -> str:
    """205 $a and $b (what it is an issue of); its responsibilities ($f, $g) are no edition."""
    return "; ".join(text for field in marc.get("205") if (text := trim_isbd(field.joined("ab"))))


def map_extent(marc: MarcFields) -> str:
    """215: extent ($a), other details ($c), size ($d), accompanying material ($e), with ISBD's marks."""
    return " + ".join(text for field in marc.get("215") if (text := _extent(field)))


def _extent(field: Field) -> str:
    line = ""
    for code, value in field.subfields:
        text = trim_leading_isbd(value.rstrip(" /:;=,+")) if code in "acde" else ""
        if text:
            line += (_MARKS.get(code, " ") if line else "") + text
    return line[:-1] if line.endswith("cm.") else line
