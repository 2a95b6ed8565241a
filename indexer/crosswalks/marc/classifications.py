"""050, 055, 060, 080, 082–084, 086, 090, 092 and 096 → class numbers with their schemes."""

import re

from discovery.catalog.classes import dewey_number
from discovery.catalog.record import Classification
from indexer.crosswalks.marc.fields import Field, MarcFields

_SCHEMES = {
    "050": "lcc", "055": "lcc", "060": "nlm", "070": "nal", "080": "udc", "082": "ddc", "083": "ddc", "086": "sudoc",
    "090": "lcc", "092": "ddc", "096": "nlm",
}  # fmt: skip
# How a number of the scheme begins; what doesn't is some shelf's own mark ("MLCS 95/1234").
_FORMS = {
    "lcc": re.compile(r"[A-HJ-NP-VZ][A-Z]{0,2} ?\d"),
    "nlm": re.compile(r"(?:W[A-Z]?|Q[S-Z]) ?\d"),
}
# On a shelf mark four digits and more are a year of rare books or a running number, and no class.
_SHELVED = re.compile(r"(?:2X\d?|\d{3})(?!\d)", re.IGNORECASE)
# What is said to be of no scheme is Dewey's by its form, and so is 2X, whatever its scheme is called.
_DEWEY = ("", "ddc")
_OTHER_SCHEMES = {"ddc": "ddc", "lcc": "lcc", "udc": "udc", "nlm": "nlm", "z": "local", "": "local"}


def map_classifications(marc: MarcFields) -> tuple[Classification, ...]:
    """Each class number once. The shelf mark's second half ($b) is no class.

    https://www.loc.gov/marc/bibliographic/bd08x.html. A Dewey number loses its segmentation marks and keeps 2X, by
    which Indonesian libraries class Islam; 084 is of the scheme in $2, in INDOMARC mostly Dewey all the same. 090 is a
    library's own: its first $a may be a class, the others are the rest of a shelf mark.
    """
    found: dict[Classification, None] = {}
    for tag in marc.among(_SCHEMES):
        for field in marc.get(tag):
            for value in field.all("a") if tag != "090" else field.all("a")[:1]:
                number = _number(tag, _SCHEMES[tag], value)
                if number is not None:
                    found[number] = None
    for field in marc.get("084"):
        for value in field.all("a"):
            found[_other(field, value)] = None
    return tuple(found)


def _number(tag: str, scheme: str, value: str) -> Classification | None:
    value = value.strip(" .")
    if not any(map(str.isdigit, value)):
        return None  # "IN PROCESS", "Fic", "b"
    if scheme == "ddc":
        dewey = dewey_number(value)
        return Classification("ddc", dewey) if dewey else Classification("local", value)
    if tag == "090" and value[:1].isdigit():
        dewey = _shelved_dewey(value)  # a library that shelves by Dewey and keeps its marks in 090
        return Classification("ddc", dewey) if dewey else Classification("local", value)
    form = _FORMS.get(scheme)
    return Classification(scheme if form is None or form.match(value) else "local", value)


def _other(field: Field, value: str) -> Classification:
    source = field.get("2").casefold()
    dewey = _shelved_dewey(value) if source in _DEWEY or value[:2].upper() == "2X" else None
    if dewey:
        return Classification("ddc", dewey)
    return Classification(_OTHER_SCHEMES.get(source, source), value.strip(" ."))


def _shelved_dewey(value: str) -> str | None:
    return dewey_number(value) if _SHELVED.match(value) else None
