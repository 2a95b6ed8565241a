"""010, 011, 013–017, 020, 035, 040, 071 and 073 → standard and control numbers."""

from discovery.catalog.book_numbers import isbn13
from discovery.catalog.identifiers import (
    Identifier,
    IdentifierScheme,
    not_its_own,
    parse_control_number,
    parse_doi,
    parse_isbn,
    parse_issn,
)
from discovery.catalog.music_numbers import parse_ismn
from indexer.crosswalks.marc.fields import Field, MarcFields


def map_identifiers(marc: MarcFields, problems: list[str]) -> tuple[Identifier, ...]:
    """Every number the record carries, keys first come; cancelled ones ($y, $z) can be searched and are no keys.

    010 is the ISBN, 011 the ISSN ($f ISSN-L), 013 the ISMN, 016 the ISRC, 017 another standard number (scheme in $2),
    020 the national bibliography's ($a country), 035 another system's, 073 the article number of the trade.
    """
    found: dict[tuple[str, str, str], Identifier] = {}
    for each in (*_isbns(marc, problems), *_issns(marc, problems), *_others(marc), *_national(marc)):
        key = (each.scheme, each.value, each.agency)
        known = found.get(key)
        if known is None or (each.is_key and not known.is_key):
            found[key] = each
    return tuple(found.values())


def _isbns(marc: MarcFields, problems: list[str]) -> list[Identifier]:
    found: list[Identifier] = []
    for field in marc.get("010"):
        qualifier = field.get("b").strip("() :;")
        for code, value in field.subfields:
            isbn = parse_isbn(f"{value} ({qualifier})" if qualifier else value) if code in "az" else None
            if isbn is None:
                problems += ["isbn-damaged"] if code == "a" and any(map(str.isdigit, value)) else []
                continue
            if code == "a" and isbn13(isbn.value) is None:
                problems.append("isbn-invalid")
            found.append(isbn if code == "a" else not_its_own(isbn))
    return found


def _issns(marc: MarcFields, problems: list[str]) -> list[Identifier]:
    found: list[Identifier] = []
    for field in marc.get("011"):
        for code, value in field.subfields:
            issn = parse_issn(value) if code in "afgyz" else None
            if issn is None:
                continue
            problems += ["issn-invalid"] if code in "af" and not issn.is_key else []
            found.append(issn if code in "af" else not_its_own(issn))
    return found


def _number(scheme: IdentifierScheme, value: str, agency: str, *, is_key: bool) -> list[Identifier]:
    value = value.strip(" .,:;")
    return [Identifier(scheme, value, is_key=is_key, agency=agency)] if value else []


def _national(marc: MarcFields) -> list[Identifier]:
    """020: $b is the number, $a the country whose bibliography gave it; many write the issue of the list instead."""
    found: list[Identifier] = []
    for field in marc.get("020"):
        for value in field.all("b"):
            if any(map(str.isdigit, value)):
                found += _number("nbn", value, field.get("a"), is_key=False)
    return found


def _others(marc: MarcFields) -> list[Identifier]:
    found: list[Identifier] = []
    for field in marc.get("013"):
        found += [number for value in field.all("a") if (number := parse_ismn(value)) is not None]
    for tag, agency in (("015", "report"), ("040", "coden"), ("071", "publisher")):
        for field in marc.get(tag):
            found += [each for value in field.all("a") for each in _number("other", value, agency, is_key=False)]
    for field in marc.get("016"):
        found += [each for value in field.all("a") for each in _number("other", value, "isrc", is_key=True)]
    for field in (*marc.get("017"), *marc.get("014")):
        found += [each for value in field.all("a") for each in _standard(field, value)]
    for field in marc.get("073"):
        found += [isbn for value in field.all("a") if (isbn := parse_isbn(value)) is not None and isbn.is_key]
    for field in marc.get("035"):
        found += [each for value in field.all("a") if (each := parse_control_number(value)) is not None]
        found += [not_its_own(each) for value in field.all("z") if (each := parse_control_number(value)) is not None]
    return found


def _standard(field: Field, value: str) -> list[Identifier]:
    scheme = field.get("2").casefold()
    doi = parse_doi(value) if scheme == "doi" or value.startswith(("10.", "doi:")) else None
    return [doi] if doi is not None else _number("other", value, scheme, is_key=bool(scheme))
