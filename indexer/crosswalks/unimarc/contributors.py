"""70X, 71X, 72X and 730 → the people, organisations, families and meetings behind a thing, with their roles."""

from dataclasses import dataclass

from msgspec.structs import replace

from discovery.catalog.contributor import Contributor, ContributorKind
from discovery.catalog.names import direct_name, is_only_titles, without_dates, without_email
from discovery.catalog.punctuation import trim_brackets, trim_isbd
from indexer.crosswalks.marc.fields import Field, MarcFields
from indexer.crosswalks.unimarc.relators import relators
from indexer.crosswalks.unimarc.scripts import in_scripts
from indexer.crosswalks.unimarc.title import without_marks

_TAGS = ("700", "710", "720", "701", "711", "721", "702", "712", "722", "730")
_PRIMARY = ("700", "710", "720")


def map_contributors(marc: MarcFields) -> tuple[Contributor, ...]:
    """Primary responsibility first, then alternative and secondary, each name once with all its roles.

    Persons have the entry element in $a, the rest of the name in $b (second indicator 1: entered under surname), $c
    additions, $d numerals, $f dates, $g what initials stand for; corporate bodies and meetings (first indicator 1)
    units in $b; $4 is the role. A name in two scripts is one, romanised, with its original beside it.
    """
    found: dict[str, Contributor] = {}
    for tag in _TAGS:
        for field, original in in_scripts(marc.get(tag)):
            contributor = _contributor(field, original)
            if contributor is not None:
                _add(found, contributor)
    return tuple(found.values())


def _add(found: dict[str, Contributor], contributor: Contributor) -> None:
    known = found.get(contributor.name)
    if known is None:
        found[contributor.name] = contributor
    elif not set(contributor.roles) <= set(known.roles):
        roles = tuple(dict.fromkeys(known.roles + contributor.roles))
        found[contributor.name] = replace(known, roles=roles, dates=known.dates or contributor.dates)


@dataclass(frozen=True, slots=True)
class _Name:
    text: str
    kind: ContributorKind
    inverted: bool = False


def _name(field: Field) -> _Name:
    return _organisation(field) if field.tag[:2] == "71" else _person(field)


def _contributor(field: Field, original: Field | None) -> Contributor | None:
    name = _name(field)
    if not any(map(str.isalnum, name.text)):
        return None
    roles = dict.fromkeys(role for value in field.all("4") for role in relators(value))
    return Contributor(
        name.text,
        direct_name(name.text) if name.inverted else name.text,
        name.kind,
        tuple(roles),
        field.tag in _PRIMARY,
        trim_isbd(field.get("f")).strip("()") if name.kind == "person" else "",
        _name(original).text if original is not None else "",
        fuller=_cleaned(field.get("g")).strip("() ,") if name.kind == "person" else "",
    )


def _person(field: Field) -> _Name:
    entry = _cleaned(without_dates(trim_isbd(field.get("a"))))
    rest = _cleaned(field.get("b")).lstrip(", ")
    numeral = _cleaned(field.get("d"))
    additions = [_cleaned(value).strip("() ,") for value in field.all("c")]
    kept = [each for each in additions if each and field.second == "0" and not is_only_titles(each)]
    entered_under_surname = bool(rest) and field.second != "0"
    text = f"{entry}, {rest}" if entered_under_surname else " ".join(filter(None, (entry, rest)))
    text = " ".join(filter(None, (text, numeral)))
    # A whole name typed into $a: "Asimov, Isaac".
    return _Name(", ".join([text, *kept]), "person", entered_under_surname or (field.second != "0" and "," in text))


def _organisation(field: Field) -> _Name:
    units = [_cleaned(value) for value in field.all("ab")]
    heading = ". ".join(unit for unit in units if unit)
    if field.first != "1":
        return _Name(heading, "organisation")
    details = [_cleaned(field.get(code)).strip("() :") for code in "dfe"]
    said = " : ".join(detail for detail in details if detail)
    return _Name(f"{heading} ({said})" if said else heading, "meeting")


def _cleaned(value: str) -> str:
    return trim_brackets(trim_isbd(without_email(without_marks(value))))
