"""A member's own MARC record, as its partner gave it, without what isn't meant for the public."""

from io import BytesIO
from xml.sax import SAXException

from pymarc import Field, Record, parse_xml_to_array
from pymarc.exceptions import PymarcException

# 541 acquisition, 561 provenance, 583 actions: private when the first indicator is 0
# (https://www.loc.gov/marc/bibliographic/bd541.html).
_PRIVATE_BY_INDICATOR = frozenset({"541", "561", "583"})
# $x of 852 and 952 is the staff's note; 952 $e $g $v are Koha's source and prices of acquisition.
_PRIVATE_SUBFIELDS = {"852": "x", "952": "egvx"}
# Local fields that only say where copies stand; every other 9XX and 59X stays at home.
_PUBLIC_LOCAL = frozenset({"952"})


def own_record(source_format: str, content: bytes) -> Record | None:
    """The record cleared for going out; None when it isn't MARC or can't be read as it stands."""
    record = _read(source_format, content)
    if record is None or not record.fields:
        return None
    record.fields = [field for field in record.fields if not _is_withheld(field)]
    for field in record.fields:
        private = _PRIVATE_SUBFIELDS.get(field.tag, "")
        if private:
            field.subfields = [subfield for subfield in field.subfields if subfield.code not in private]
    return record


def _read(source_format: str, content: bytes) -> Record | None:
    try:
        if source_format == "marc21":
            return _decoded(content)
        if source_format in ("marcxml", "oai"):
            parsed = parse_xml_to_array(BytesIO(content))  # type: ignore[no-untyped-call]
            return next(iter(parsed), None)
    except (PymarcException, SAXException, ValueError, IndexError):
        return None  # a record that was mended on its way in; the union record's MARC stands in for it
    return None


def _decoded(content: bytes) -> Record:
    """Whatever leader/09 claims: many records say MARC-8 and are in UTF-8, and text seldom decodes so by chance."""
    try:
        return Record(data=content, force_utf8=True)
    except UnicodeDecodeError:
        return Record(data=content)


def _is_withheld(field: Field) -> bool:
    if field.tag in _PRIVATE_BY_INDICATOR:
        return field.indicator1 == "0"
    is_local = field.tag.startswith("9") or field.tag.startswith("59")
    return is_local and field.tag not in _PUBLIC_LOCAL
