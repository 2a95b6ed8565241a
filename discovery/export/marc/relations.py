"""76X-78X of a union record: https://www.loc.gov/marc/bibliographic/bd76x78x.html"""

from collections.abc import Iterator

from pymarc import Field

from discovery.catalog.identifiers import Identifier
from discovery.catalog.record import Description, Relation, RelationKind
from discovery.export.marc.fields import data_field

# Each kind's field and indicators; those of 780 and 785 say what became of a serial, and have no blank.
_FIELDS: dict[RelationKind, tuple[str, str]] = {
    "original": ("765", "0 "), "translation": ("767", "0 "), "supplement": ("770", "0 "), "host": ("773", "0 "),
    "edition": ("775", "0 "), "carrier": ("776", "0 "), "related": ("787", "0 "),
    "continues": ("780", "00"), "formed_from": ("780", "04"), "absorbed": ("780", "05"),
    "separated_from": ("780", "07"),
    "continued_by": ("785", "00"), "absorbed_by": ("785", "04"), "split_into": ("785", "06"),
    "merged_with": ("785", "07"),
}  # fmt: skip
_NUMBERS = {"isbn": "z", "issn": "x"}
# Whose record it is, by the code that stands before its number in $w.
_AGENCIES = {"oclc": "OCoLC", "lccn": "DLC"}


def relation_fields(description: Description) -> Iterator[Field | None]:
    """Each relation's field, with title, author, note and numbers."""
    return map(_relation_field, description.relations)


def _relation_field(relation: Relation) -> Field | None:
    identifiers = [found for each in relation.identifiers if (found := _number(each))]
    subfields = [("a", relation.author), ("t", relation.title), ("g", relation.note), *identifiers]
    return data_field(*_FIELDS[relation.kind], subfields)


def _number(identifier: Identifier) -> tuple[str, str] | None:
    """The subfield of the other thing's number; None where nobody says whose number it is."""
    if identifier.scheme in _NUMBERS:
        return _NUMBERS[identifier.scheme], identifier.value
    agency = _AGENCIES.get(identifier.scheme, identifier.agency)
    return ("w", f"({agency}){identifier.value}") if agency else None
