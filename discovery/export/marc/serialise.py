"""ISO 2709 and MARCXML, made of records that fit: https://www.loc.gov/marc/specifications/specrecstruc.html"""

from collections.abc import Iterable

from pymarc import Field, Record, Subfield, record_to_xml

from discovery.catalog.record import UnionRecord
from discovery.catalog.site import Site
from discovery.export.marc.lines import MarcLine
from discovery.export.marc.record import marc_record

# The directory has four digits for a field's length and the leader five for the record's.
FIELD_BYTES = 9_999
RECORD_BYTES = 99_999
_FRAME_BYTES = 10  # indicators, separators and the code of a subfield, generously

# What gives way first when a record is too long for ISO 2709. The web page and MARCXML still have it all.
_EXPENDABLE = ("505", "520", "500", "880", "650", "866", "856", "852")

_COLLECTION = '<?xml version="1.0" encoding="UTF-8"?>\n<collection xmlns="http://www.loc.gov/MARC21/slim">\n'


def write_marc(records: Iterable[UnionRecord], site: Site, locale: str) -> bytes:
    """ISO 2709, one record after the other."""
    del site, locale  # MARC has no word of ours and no address in it
    return b"".join(iso2709(marc_record(record)) for record in records)


def write_marcxml(records: Iterable[UnionRecord], site: Site, locale: str) -> str:
    """A MARCXML collection."""
    del site, locale
    return marcxml_collection(marc_record(record) for record in records)


def marcxml_collection(records: Iterable[Record]) -> str:
    """MARCXML of any pymarc records."""
    body = "\n".join(_element(record) for record in records)
    return f"{_COLLECTION}{body}\n</collection>\n"


def _element(record: Record) -> str:
    xml: bytes = record_to_xml(record)  # type: ignore[no-untyped-call]
    return xml.decode("utf-8")


def marc_lines(record: Record) -> tuple[MarcLine, ...]:
    """The leader and the fields in the record's order."""
    return (MarcLine("LDR", "", (("", str(record.leader)),)), *map(_line, record.fields))


def _line(field: Field) -> MarcLine:
    if field.control_field:
        return MarcLine(field.tag, "", (("", field.data or ""),))
    indicators = f"{field.indicator1}{field.indicator2}".replace(" ", "#")
    return MarcLine(field.tag, indicators, tuple((each.code, each.value) for each in field.subfields))


def iso2709(record: Record) -> bytes:
    """The record's bytes; over-long fields are cut and, in a record still too long, `_EXPENDABLE` fields left out."""
    for field in record.fields:
        if not field.control_field:
            _shorten(field)
    for tag in _EXPENDABLE:
        encoded = record.as_marc()
        if len(encoded) <= RECORD_BYTES:
            return encoded
        record.remove_fields(tag)
    return record.as_marc()


def _shorten(field: Field) -> None:
    room = FIELD_BYTES - _FRAME_BYTES
    kept: list[Subfield] = []
    for subfield in field.subfields:
        value = subfield.value.encode("utf-8")
        if len(value) > room:
            kept.append(Subfield(subfield.code, value[:room].decode("utf-8", errors="ignore")))
            break
        kept.append(subfield)
        room = max(0, room - len(value) - 2)
    field.subfields = kept
