"""001 with 003, 004, 014, 035 and Evergreen's 901 → the numbers by which holdings records name what they belong to."""

from discovery.catalog.holdings_record import Reference
from discovery.catalog.identifiers import parse_control_number
from indexer.crosswalks.marc.fields import Field, MarcFields

_HOLDINGS_NUMBER = "0"
_EVERGREEN = "(evergreen 901)"


def numbers_of_description(marc: MarcFields) -> tuple[str, ...]:
    """Every number of a bibliographic record but its bare 001 by which a holdings record may name it, in one form.

    035 $a (https://www.loc.gov/marc/bibliographic/bd035.html), 001 with the agency of 003 as 035 would have it, and
    Evergreen's 901: its number for the record ($c) and the one it goes by ($a), as its trigger maintain_901 writes
    them. Cancelled numbers ($z) name nothing any more.
    """
    found = [_qualified(number, agency) for number in _first(marc, "001") for agency in _first(marc, "003")]
    found += [_plain_form(value) for field in marc.get("035") for value in field.all("a")]
    for field in marc.get("901"):
        if _is_evergreens(field, "biblio"):
            found += [_EVERGREEN + field.get("c"), field.get("c"), *map(_plain_form, field.all("a"))]
    return tuple(dict.fromkeys(found))


def own_reference(marc: MarcFields) -> Reference:
    """A holdings record's own 001, of several the first that says anything, and that number with the agency of 003."""
    return next((_reference(number, _first(marc, "003")) for number in _first(marc, "001")), Reference())


def references_of_holdings(marc: MarcFields) -> tuple[Reference, ...]:
    """The records that a holdings record says it belongs to.

    Evergreen's 901 $r, the key of the record in its own database, where it wrote one; else 004, the describing record's
    number in the system that 003 names (https://www.loc.gov/marc/holdings/hd004.html), and 014 $a of the agency $b, for
    each thing bound in one volume, unless the first indicator says that it is a holdings record's (hd014.html).
    """
    evergreen = [field.get("r") for field in marc.get("901") if _is_evergreens(field, "serial") and field.get("r")]
    if evergreen:
        return tuple(Reference("", (_EVERGREEN + number,)) for number in dict.fromkeys(evergreen))
    agencies = _first(marc, "003")
    found = {number: _reference(number, agencies) for number in _plain(marc.controls("004"))}
    for field in marc.get("014"):
        if field.first != _HOLDINGS_NUMBER:
            found |= {number: _reference(number, field.all("b")) for number in _plain(field.all("a"))}
    return tuple(found.values())


def system_numbers(marc: MarcFields) -> tuple[str, ...]:
    """035 $a of a holdings record: where it came by another's numbers, its own or its bibliographic record's.

    https://www.loc.gov/marc/holdings/hd035.html: a receiver may put 004 there. Only a bibliographic record that has
    the same number can tell which it is.
    """
    return tuple(dict.fromkeys(_plain_form(value) for field in marc.get("035") for value in field.all("a")))


def _is_evergreens(field: Field, schema: str) -> bool:
    """Whether Evergreen wrote this 901; the older ones have $b, the number's source, instead of $t."""
    kind = field.get("t")
    return field.get("c").isdecimal() and (kind == schema or (not kind and schema == "biblio" and bool(field.get("b"))))


def _reference(number: str, agencies: list[str]) -> Reference:
    """A number, and the forms in which 035 may have it: as it stands, and with the agency that gave it."""
    forms = [_plain_form(number), *(_qualified(number, agency) for agency in agencies)]
    return Reference(number, tuple(dict.fromkeys(forms)))


def _first(marc: MarcFields, tag: str) -> list[str]:
    return _plain(marc.controls(tag))[:1]


def _plain(numbers: tuple[str, ...] | list[str]) -> list[str]:
    return list(dict.fromkeys(plain for number in numbers if (plain := " ".join(number.split()))))


def _qualified(number: str, agency: str) -> str:
    return _plain_form(f"({agency}){number}")


def _plain_form(text: str) -> str:
    """In one form: "(OCoLC)ocm012" is "(ocolc)12"; what has the name of a product before it, no agency's, is bare."""
    number = parse_control_number(text)
    if number is None:
        return ""
    if number.scheme == "oclc":
        return f"(ocolc){number.value}"
    return f"({number.agency.casefold()}){number.value}" if number.is_key else number.value
