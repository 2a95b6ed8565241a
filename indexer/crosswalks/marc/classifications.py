"""050, 055, 060, 080, 082–084, 086, 090, 092 and 096 → class numbers with their schemes."""

from discovery.catalog.classes import dewey_number
from discovery.catalog.record import Classification
from indexer.crosswalks.marc.fields import Field, MarcFields

_SCHEMES = {
    "050": "lcc", "055": "lcc", "060": "nlm", "070": "nal", "080": "udc", "082": "ddc", "083": "ddc", "086": "sudoc",
    "090": "lcc", "092": "ddc", "096": "nlm",
}  # fmt: skip
_OTHER_SCHEMES = {"ddc": "ddc", "lcc": "lcc", "udc": "udc", "nlm": "nlm", "z": "local", "": "local"}


def map_classifications(marc: MarcFields) -> tuple[Classification, ...]:
    """Each class number once. The shelf mark's second half ($b) is no class.

    https://www.loc.gov/marc/bibliographic/bd08x.html. A Dewey number loses its segmentation marks and keeps 2X, by
    which Indonesian libraries class Islam; 084 is of the scheme in $2, in INDOMARC mostly Dewey all the same.
    """
    found: dict[Classification, None] = {}
    for tag in marc.among(_SCHEMES):
        for field in marc.get(tag):
            for value in field.all("a"):
                number = _number(tag, _SCHEMES[tag], value)
                if number is not None:
                    found[number] = None
    for field in marc.get("084"):
        for value in field.all("a"):
            found[_other(field, value)] = None
    return tuple(found)


def _number(tag: str, scheme: str, value: str) -> Classification | None:
    value = value.strip(" .")
    if scheme == "ddc":
        dewey = dewey_number(value)
        return Classification("ddc", dewey) if dewey else Classification("local", value) if value else None
    if tag == "090" and value[:1].isdigit():
        dewey = dewey_number(value)  # a library that shelves by Dewey and keeps its marks in 090
        return Classification("ddc", dewey) if dewey else Classification("local", value)
    return Classification(scheme, value) if value else None


def _other(field: Field, value: str) -> Classification:
    source = field.get("2").casefold()
    dewey = dewey_number(value) if not source else None
    if dewey:
        return Classification("ddc", dewey)
    return Classification(_OTHER_SCHEMES.get(source, source), value.strip(" ."))
