"""300 → the physical description as one line."""

from discovery.catalog.punctuation import trim_leading_isbd
from indexer.crosswalks.marc.fields import Field, MarcFields

# What ISBD writes before other details, size and accompanying material.
_MARKS = {"b": " : ", "c": " ; ", "e": " + "}


def map_extent(marc: MarcFields) -> str:
    """Extent, other details, size and accompanying material with ISBD's marks, whether or not the partner wrote them.

    https://www.loc.gov/marc/bibliographic/bd300.html; several 300s stand side by side.
    """
    fields = marc.get("300")
    return " + ".join(extent for field in fields if (extent := _extent(field))) if fields else ""


def _extent(field: Field) -> str:
    line = ""
    for code, value in field.subfields:
        text = trim_leading_isbd(value.rstrip(" /:;=,+")) if code in "abcefg" else ""
        if text:
            line += (_MARKS.get(code, " ") if line else "") + text
    if line.endswith((" -", " –")):
        line = line[:-2].rstrip()
    return line[:-1] if line.endswith(("cm.", "pages.", "volumes.", ").")) else line
