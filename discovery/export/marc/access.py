"""1XX, 6XX and 7XX of a union record: the names and headings that lead to it."""

from collections.abc import Iterator

from pymarc import Field

from discovery.catalog.contributor import Contributor
from discovery.catalog.record import Description
from discovery.catalog.subject import Subject
from discovery.export.marc.fields import Subfields, data_field, in_script
from discovery.export.parts import family_and_given

_NAME_TAGS = {"person": "00", "organisation": "10", "meeting": "11"}
_SUBJECT_TAGS = {
    "topic": "650",
    "person": "600",
    "organisation": "610",
    "meeting": "611",
    "title": "630",
    "period": "648",
    "place": "651",
    "genre": "655",
}
# Second indicator of 6XX: https://www.loc.gov/marc/bibliographic/bd6xx.html; "4" is "source not specified".
_SCHEME_INDICATORS = {"lcsh": "0", "lcshac": "1", "mesh": "2", "nal": "3", "": "4", "cash": "5", "rvm": "6"}
_SUBDIVISION_CODES = {"general": "x", "place": "z", "period": "y", "form": "v"}


def main_entry(description: Description) -> Contributor | None:
    """The contributor that 1XX names; None when the title is the main entry."""
    return next((each for each in description.contributors if each.primary and not each.work), None)


def name_fields(description: Description) -> Iterator[tuple[Field | None, Subfields]]:
    """1XX and 7XX, each with its name in the original script."""
    main = main_entry(description)
    for contributor in description.contributors:
        yield _name_field(contributor, "1" if contributor is main else "7"), in_script(contributor.original)


def _name_field(contributor: Contributor, hundred: str) -> Field | None:
    filed_under_surname = family_and_given(contributor) is not None
    first = str(int(filed_under_surname)) if contributor.kind == "person" else "2"
    subfields = [
        ("a", contributor.name),
        ("q", _bracketed(contributor.fuller)),
        ("d", contributor.dates),
        ("t", contributor.work),
    ]
    subfields += [("4", role) for role in contributor.roles]
    second = "2" if contributor.work else " "
    return data_field(hundred + _NAME_TAGS[contributor.kind], first + second, subfields)


def _bracketed(fuller: str) -> str:
    return f"({fuller})" if fuller else ""


def subject_fields(description: Description) -> Iterator[tuple[Field | None, Subfields]]:
    """6XX with subdivisions in order, each with its heading in the original script."""
    for subject in description.subjects:
        yield _subject_field(subject), in_script(subject.original)


def _subject_field(subject: Subject) -> Field | None:
    second = _SCHEME_INDICATORS.get(subject.scheme, "7")
    first = {"person": "1" if "," in subject.term else "0", "organisation": "2", "meeting": "2", "title": "0"}
    subfields = [("a", subject.term)]
    subfields += [(_SUBDIVISION_CODES[each.kind], each.text) for each in subject.subdivisions]
    subfields += [("2", subject.scheme)] if second == "7" else []
    return data_field(_SUBJECT_TAGS[subject.kind], first.get(subject.kind, " ") + second, subfields)
