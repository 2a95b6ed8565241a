"""A MARC 21 record that says what the union record says."""

from collections.abc import Iterable, Iterator

from pymarc import Field, Record, Subfield

from discovery.catalog.record import UnionRecord
from discovery.export.marc.access import main_entry, name_fields, subject_fields
from discovery.export.marc.description import (
    edition_field,
    imprint_fields,
    note_fields,
    number_fields,
    title_fields,
)
from discovery.export.marc.fields import Subfields, data_field
from discovery.export.marc.fixed import MICROFORM, field_008, leader
from discovery.export.marc.holdings import holding_fields
from discovery.export.marc.relations import relation_fields


def marc_record(union: UnionRecord) -> Record:
    """Fields in the order of their tags; text in another script in 880, tied by $6 to the field it stands for."""
    description = union.description
    record = Record(force_utf8=True, leader=leader(description))
    has_main_entry = main_entry(description) is not None
    paired = [
        *name_fields(description),
        *title_fields(description, has_main_entry=has_main_entry),
        edition_field(description),
        *subject_fields(description),
    ]
    fields = [
        Field(tag="001", data=union.id),
        *([Field(tag="007", data=MICROFORM)] if description.carrier == "microform" else ()),
        Field(tag="008", data=field_008(union)),
        *_present(number_fields(description)),
        *_with_original_script(paired),
        *_present(imprint_fields(description)),
        *_present(note_fields(description)),
        *_present(relation_fields(description)),
        *_present(holding_fields(union)),
    ]
    record.fields = sorted(fields, key=lambda field: field.tag)
    return record


def _present(fields: Iterable[Field | None]) -> Iterator[Field]:
    return (field for field in fields if field is not None)


def _with_original_script(pairs: Iterable[tuple[Field | None, Subfields]]) -> Iterator[Field]:
    """Linkage as in https://www.loc.gov/marc/bibliographic/bd880.html: "880-01" here, "245-01" there."""
    occurrence = 0
    for field, original in pairs:
        if field is None:
            continue
        if original:
            occurrence += 1
            field.subfields.insert(0, Subfield("6", f"880-{occurrence:02d}"))
            linked = data_field(
                "880",
                f"{field.indicator1}{field.indicator2}",
                [("6", f"{field.tag}-{occurrence:02d}"), *original],
            )
            yield from _present([linked])
        yield field
