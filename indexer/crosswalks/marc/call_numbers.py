"""084, 090-099 and 050 → the shelf mark of a record none of whose fields has copies."""

from discovery.catalog.punctuation import trim_isbd
from indexer.crosswalks.marc.fields import Field, MarcFields


def call_number_of(marc: MarcFields, fields: tuple[tuple[str, str], ...]) -> str:
    """The first of these fields, each with its subfields, that has a number; ""."""
    for tag, codes in fields:
        for field in marc.get(tag):
            if tag == "084" and field.get("2"):
                continue  # a class of some scheme, and no shelf mark
            call_number = trim_isbd(field.joined(codes) if tag != "050" else _mark_in_050(field))
            if any(map(str.isdigit, call_number)):
                return call_number
    return ""


def _mark_in_050(field: Field) -> str:
    """$a and $b; a class behind these is another that the book might have had: "QA3 .L28 no. 727 QA377".

    https://www.loc.gov/marc/bibliographic/bd050.html
    """
    parts: list[str] = []
    for code, value in field.subfields:
        if code == "a" and parts:
            break
        if code in "ab":
            parts.append(value)
    return " ".join(parts)
