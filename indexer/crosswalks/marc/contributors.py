"""100-111, 700-711 and 720 → the people, organisations and meetings behind a thing, with their roles."""

import re
from functools import lru_cache
from typing import Final

from msgspec.structs import replace

from discovery.catalog.contributor import Contributor, ContributorKind
from discovery.catalog.names import direct_name, is_only_titles, without_dates, without_email
from discovery.catalog.punctuation import trim_brackets, trim_isbd
from discovery.catalog.roles import role_code, role_codes
from indexer.crosswalks.marc.fields import Field, MarcFields

_KINDS: Final[dict[str, ContributorKind]] = {"00": "person", "10": "organisation", "11": "meeting", "20": "person"}
_TAGS: Final = ("100", "110", "111", "700", "710", "711", "720")
# First indicator of a name that stands in direct order; a blank is no answer, and then a comma tells.
_FORENAME: Final = "0"
# What ISBD writes between a heading and a title: "Bach, Johann Sebastian. - ".
_DASHES: Final = ("-", "–")
_DASHED: Final = re.compile(r"(?<=\.)\s*[-–]\s*$")
_WORK: Final = "tnpklmorsf"


def map_contributors(marc: MarcFields) -> tuple[Contributor, ...]:
    """Main entry first, then added entries, each name once with all its roles.

    $4 and $e (in meetings $j) are roles, $d dates, $q what a person's initials stand for, $t a work contained or
    related, $u, $0 and $1 no part of the name:
    https://www.loc.gov/marc/bibliographic/bdx00.html, bdx10.html, bdx11.html. 720 is a name under no control.
    """
    found: dict[tuple[str, str], Contributor] = {}
    for tag in marc.among(_TAGS):
        for field in marc.get(tag):
            _add(found, _contributor(field, marc.original(field)))
        for field in marc.unlinked_originals(tag):
            _add(found, _contributor(field, None))
    return tuple(found.values())


def _add(found: dict[tuple[str, str], Contributor], contributor: Contributor | None) -> None:
    if contributor is None:
        return
    key = (contributor.name, contributor.work)
    known = found.get(key)
    if known is None:
        found[key] = contributor
    elif not set(contributor.roles) <= set(known.roles):
        found[key] = replace(known, roles=tuple(dict.fromkeys(known.roles + contributor.roles)))


def _contributor(field: Field, original: Field | None) -> Contributor | None:
    kind = _KINDS[field.tag[1:]]
    name = _NAMES[kind](field)
    if not any(map(str.isalnum, name)):
        return None
    inverted = kind == "person" and field.first != _FORENAME
    return Contributor(
        name,
        direct_name(name) if inverted else name,
        kind,
        _roles(field, "j" if kind == "meeting" else "e"),
        field.tag[0] == "1",
        trim_isbd(field.get("d")).strip("()") if kind == "person" else "",
        _NAMES[kind](original) if original is not None else "",
        work_title(field),
        trim_isbd(field.get("q")).strip("() ,") if kind == "person" else "",
    )


def work_title(field: Field) -> str:
    """$t and what follows of it: before $t the number of a meeting ($n) is the name's."""
    codes = _codes(field)
    if "t" not in codes:
        return ""
    return trim_isbd(" ".join(value for code, value in field.subfields[codes.index("t") :] if code in _WORK))


def contributor_name(field: Field) -> str:
    """The name in an X00, X10 or X11, as the lists of authors have it."""
    return _NAMES[_KINDS[field.tag[1:]]](field)


def _person(field: Field) -> str:
    """$a with the numeral of $b, and of $c only what tells a forename's bearer ("Teresa, of Avila")."""
    name = _personal_name(field.get("a"))
    numeral = field.get("b")
    if numeral:
        name = f"{name} {trim_isbd(numeral)}"
    words = [trim_isbd(words).strip("()") for words in field.all("c")]
    if not words:
        return name
    kept = [
        word for word in words if word and (field.first == "0" or _is_generation(word)) and not is_only_titles(word)
    ]
    return ", ".join([name, *kept]) if kept else name


@lru_cache(maxsize=16_384)
def _personal_name(heading: str) -> str:
    name = without_email(heading)
    if name.rstrip()[-1:] in _DASHES:
        name = _DASHED.sub("", name)
    return trim_isbd(without_dates(trim_brackets(trim_isbd(name))))


def _is_generation(word: str) -> bool:
    return word.casefold().rstrip(".") in ("jr", "sr", "ii", "iii", "iv", "fils", "père")


def _organisation(field: Field) -> str:
    """$a and its units ($b) as one heading, with place and number of a treaty or meeting in brackets."""
    units: list[str] = []
    for code, value in field.subfields:
        if code == "t":
            break
        if code in "ab":
            units.append(trim_brackets(trim_isbd(without_email(value))))
    details = [trim_isbd(detail).strip("() ") for detail in _before_title(field, "ncd")]
    heading = ". ".join(unit for unit in units if unit)
    return f"{heading} ({' : '.join(details)})" if heading and details and "d" in _codes(field) else heading


def _meeting(field: Field) -> str:
    """$a with subordinate units ($e, $q), then number, date and place in brackets: "Kongres Bahasa (2nd : 1954)"."""
    heading = ". ".join(trim_isbd(value) for value in _before_title(field, "aeq"))
    details = [trim_isbd(detail).strip("() :") for detail in _before_title(field, "ndc")]
    return f"{heading} ({' : '.join(details)})" if details else heading


def _before_title(field: Field, codes: str) -> list[str]:
    """The subfields that belong to the name: after $t the same letters belong to the work."""
    found = []
    for code, value in field.subfields:
        if code == "t":
            break
        if code in codes:
            found.append(value)
    return found


def _codes(field: Field) -> str:
    return "".join(code for code, _ in field.subfields)


def _roles(field: Field, terms: str) -> tuple[str, ...]:
    roles: list[str] = []
    for code, value in field.subfields:
        if code == "4":
            role = role_code(value)
            if role:
                roles.append(role)
        elif code == terms:
            roles.extend(role_codes(value))
    return tuple(dict.fromkeys(roles)) if len(roles) > 1 else tuple(roles)


_NAMES: Final = {"person": _person, "organisation": _organisation, "meeting": _meeting}
