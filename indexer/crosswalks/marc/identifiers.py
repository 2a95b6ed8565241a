"""001/003, 010, 015, 016, 019, 020, 022, 024, 027, 028, 030, 035, 074, 086 and 088 → standard and control numbers."""

import re
from typing import Final

from msgspec.structs import replace

from discovery.catalog.book_numbers import isbn13
from discovery.catalog.identifiers import (
    Identifier,
    IdentifierScheme,
    not_its_own,
    parse_control_number,
    parse_doi,
    parse_isbn,
    parse_issn,
    parse_lccn,
    parse_oclc,
)
from discovery.catalog.music_numbers import parse_ismn
from indexer.crosswalks.marc.fields import Field, MarcFields
from indexer.crosswalks.marc.links import address_in_024

# 024's first indicator: https://www.loc.gov/marc/bibliographic/bd024.html.
_AGENCIES_024: Final = {"0": "isrc", "1": "upc", "2": "ismn", "3": "ean", "4": "sici"}
# A local or unnamed number identifies nothing beyond its own catalogue, and one of a person not what he wrote.
_NO_KEYS: Final = ("", "local", "uri", "orcid", "isni")
# Numbers by which nothing is matched: where they stand, and what tells them apart.
_UNCONTROLLED: Final = (
    ("027", "report", "a"),
    ("028", "publisher", "a"),
    ("030", "coden", "a"),
    ("074", "gpo", "a"),
    ("086", "sudoc", "z"),
    ("088", "report", "a"),
)
_ISSN: Final = re.compile(r"\d{4}-\d{3}[\dXx]")


def map_identifiers(marc: MarcFields, problems: list[str]) -> tuple[Identifier, ...]:
    """Every number the record carries, keys first come.

    020 $a, 022 $a and $l, 010, 015, 016, 024 and 035 with a prefix name the thing itself. Cancelled and wrong ones
    ($z, 022 $m and $y) and numbers without a scheme can be searched and are no keys.
    """
    found: dict[tuple[str, str, str], Identifier] = {}
    for each in (
        *_isbns(marc, problems),
        *_issns(marc, problems),
        *_national(marc),
        *_others(marc),
        *_control_numbers(marc),
    ):
        key = (each.scheme, each.value, each.agency)
        known = found.get(key)
        if known is None or (each.is_key and not known.is_key):
            found[key] = each
    return tuple(found.values())


def _cancelled(identifier: Identifier | None) -> Identifier | None:
    return None if identifier is None else not_its_own(identifier)


def _isbns(marc: MarcFields, problems: list[str]) -> list[Identifier]:
    found = []
    for field in marc.get("020"):
        qualifier = " ".join(value.strip("() :;") for value in field.all("q"))
        for code, value in field.subfields:
            if code not in "az":
                continue
            if issn := _issn_in_020(code, value):
                found.append(issn)
                continue
            isbn = parse_isbn(f"{value} ({qualifier})" if qualifier else value)
            if isbn is None:
                if code == "a" and any(map(str.isdigit, value)) and not value.startswith("("):
                    problems.append("isbn-damaged")
                continue
            if code == "a" and not isbn.is_key and isbn13(isbn.value) is None:
                problems.append("isbn-invalid")
            found.append(isbn if code == "a" else not_its_own(isbn))
    return found


def _issn_in_020(code: str, value: str) -> Identifier | None:
    """The ISSN that SLiMS, which has one field for both, writes into 020 (its marcexport.php); None for any other."""
    issn = parse_issn(value) if code == "a" and value[4:5] == "-" and _ISSN.fullmatch(value.strip()) else None
    return issn if issn is not None and issn.is_key else None


def _issns(marc: MarcFields, problems: list[str]) -> list[Identifier]:
    found = []
    for field in marc.get("022"):
        for code, value in field.subfields:
            if code not in "almyz":
                continue
            issn = parse_issn(value)
            if issn is None:
                continue
            if code in "al" and not issn.is_key:
                problems.append("issn-invalid")
            found.append(issn if code in "al" else not_its_own(issn))
    return found


def _national(marc: MarcFields) -> list[Identifier]:
    """010 (Library of Congress), 015 (national bibliography) and 016 (national agency)."""
    found: list[Identifier | None] = []
    for field in marc.get("010"):
        found += [parse_lccn(value) for value in field.all("a")]
        found += [_cancelled(parse_lccn(value)) for value in field.all("z")]
    for tag, default in (("015", ""), ("016", "CaOONL")):
        for field in marc.get(tag):
            agency = field.get("2") or (default if tag == "016" and field.first == " " else "")
            found += [_number("nbn", value, agency, is_key=_names_one_thing(agency, value)) for value in field.all("a")]
            found += [_number("nbn", value, agency, is_key=False) for value in field.all("z")]
    return [each for each in found if each is not None]


def _names_one_thing(agency: str, value: str) -> bool:
    """Whose number it is must be known; and "16,B21" is an issue of the German bibliography, with all that it lists."""
    return bool(agency) and "," not in value


def _number(scheme: IdentifierScheme, value: str, agency: str, *, is_key: bool) -> Identifier | None:
    value = value.strip(" .,:;")
    return Identifier(scheme, value, is_key=is_key, agency=agency) if value else None


def _others(marc: MarcFields) -> list[Identifier]:
    """024 (any scheme), 027 and 088 (report), 028 (publisher's number), 030 (CODEN), 074 (GPO item), and 086 $z: the
    class by which a government's document was shelved and cited before it got the one of $a.
    """
    found: list[Identifier | None] = []
    for field in marc.get("024"):
        found += [
            _qualified(_standard(field, value), _beside(field))
            for value in field.all("a")
            if not address_in_024(field, value)
        ]
        found += [_cancelled(_standard(field, value)) for value in field.all("z")]
    for tag, agency, code in _UNCONTROLLED:
        for field in marc.get(tag):
            beside = _beside(field) if tag == "028" else ""
            numbers = [_number("other", value, agency, is_key=False) for value in field.all(code)]
            found += [_qualified(number, beside) for number in numbers]
    return [each for each in found if each is not None]


def _beside(field: Field) -> str:
    """What tells a number from those beside it: whose it is (028 $b, a label or publisher), of which part ($q)."""
    said = [field.get("b")] if field.tag == "028" else []
    return ", ".join([words for each in (*said, *field.all("q")) if (words := each.strip(" ():;,"))])


def _qualified(number: Identifier | None, qualifier: str) -> Identifier | None:
    return replace(number, qualifier=qualifier) if number is not None and qualifier else number


def _standard(field: Field, value: str) -> Identifier | None:
    source = field.get("2").casefold().strip(". ")
    agency = _AGENCIES_024.get(field.first, source if field.first == "7" else "")
    if source == "doi" or (agency != "sici" and value.startswith(("10.", "doi:", "https://doi.org/10."))):
        return parse_doi(value)
    if agency in ("ean", "upc") and value.replace("-", "").startswith(("978", "979")):
        isbn = parse_isbn(value)
        if isbn is not None and isbn.is_key:
            return isbn
    if agency == "ismn":
        return parse_ismn(value)
    return _number("other", value, agency, is_key=agency not in _NO_KEYS)


def _control_numbers(marc: MarcFields) -> list[Identifier]:
    """035, and 001 where 003 says that OCLC gave it, unless 035 has OCLC's: some put their own number there.

    019 $a has the numbers of what OCLC has merged into this record since: by one of them another library may still
    have it. https://www.oclc.org/bibformats/en/0xx/019.html. Others write into 019 what they like.
    """
    found: list[Identifier | None] = []
    for field in marc.get("035"):
        found += [parse_control_number(value) for value in field.all("a")]
        found += [_cancelled(parse_control_number(value)) for value in field.all("z")]
    if marc.control("003").strip() == "OCoLC" and not any(
        each and each.scheme == "oclc" and each.is_key for each in found
    ):
        found.append(parse_oclc(marc.control("001").strip()))
    former = [value.strip() for field in marc.get("019") for value in field.all("a")]
    if former and any(each and each.scheme == "oclc" and each.is_key for each in found):
        found += [parse_oclc(value) for value in former if value.isdecimal()]
    return [each for each in found if each is not None]
