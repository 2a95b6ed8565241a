"""The formats that Padu reads: how a file is cut into records, and what is made of one record's bytes.

One entry a format; nothing else asks which format a record is in.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from discovery.catalog.ids import RecordKind
from indexer.crosswalks.marc import ojs
from indexer.crosswalks.marc.authorities import map_authority
from indexer.crosswalks.marc.control_numbers import numbers_of_description
from indexer.crosswalks.marc.fields import MarcFields
from indexer.crosswalks.marc.holdings_record import map_holdings_record
from indexer.crosswalks.marc.kind import deleted, kind_of
from indexer.crosswalks.marc.languages import map_languages
from indexer.crosswalks.marc.record import map_record
from indexer.crosswalks.marc.source_id import source_id_of
from indexer.harvested import HarvestedReading
from indexer.partners import Format, LibraryRule
from indexer.readers.detect_xml import is_unimarc
from indexer.readers.iso2709 import Unreadable
from indexer.readers.json_objects import json_objects
from indexer.readers.marc21 import ReadRecord, read_marc21
from indexer.readers.marcjson import read_marcjson
from indexer.readers.marcxml import read_marcxml, record_elements
from indexer.readers.oai import oai_records
from indexer.readers.pieces import MAX_PIECE, pieces
from indexer.readers.unimarc import read_unimarc, unimarc_records
from indexer.readers.xml_records import dublin_core_elements, mets_elements, mods_elements
from indexer.reading import Mappable, Reading
from indexer.readings import DublinCoreReading, MetsReading, ModsReading, UnimarcReading
from indexer.report import SourceRecord
from indexer.tables.columns import ColumnRule
from indexer.tables.reading import TableReading

_TOO_LONG = (
    f"the record is longer than {MAX_PIECE >> 20} MiB: its end is missing, or it is no record. Reading went on at the "
    "next one."
)


@dataclass(frozen=True, slots=True)
class RecordFormat:
    """`split` cuts a file into the bytes of its records; `read` reads one of them, and may raise Unreadable."""

    split: Callable[[BinaryIO], Iterator[bytes]]
    read: Callable[[bytes], Reading]


class Marc21Reading:
    """A MARC 21 record, however it was written. One system gives a number to a record and all its holdings records."""

    __slots__ = ("deleted", "identifier", "identifies_alone", "kind", "marc", "problems")

    def __init__(self, read: ReadRecord) -> None:
        self.marc = MarcFields(*ojs.mended(read.leader, read.fields))
        self.identifier = source_id_of(self.marc)
        self.kind: RecordKind = kind_of(self.marc)
        self.identifies_alone = self.kind != "holdings"
        self.deleted = deleted(self.marc)
        self.problems = read.problems

    def languages(self) -> tuple[str, ...]:
        """What 008 and 041 say."""
        languages, _, basis = map_languages(self.marc)
        return languages if basis == "coded" else ()

    def numbers(self) -> tuple[str, ...]:
        """What 035 says, 001 with 003, and Evergreen's 901."""
        return numbers_of_description(self.marc) if self.kind == "bibliographic" else ()

    def record(self, *, partner: str, source_id: str, rule: LibraryRule) -> Mappable | str:
        """The record by the MARC 21 crosswalk of its kind."""
        if self.kind == "holdings":
            return map_holdings_record(self.marc, partner=partner, source_id=source_id, rule=rule)
        if self.kind == "authority":
            return map_authority(self.marc, partner=partner, source_id=source_id)
        return map_record(self.marc, partner=partner, source_id=source_id, rule=rule)


def _marc21(raw: bytes) -> Marc21Reading | UnimarcReading:
    """ISO 2709 that is said to be MARC 21. A record that was copied in from another system may be UNIMARC: its title is
    in a field that MARC 21 doesn't have, and its 100 begins with a date.

    https://www.ifla.org/unimarc-bibliographic-format/
    """
    read = read_marc21(raw)
    if "200" in read.fields and "245" not in read.fields and _is_coded_date(read):
        return UnimarcReading(read_unimarc(raw))
    return Marc21Reading(read)


def _is_coded_date(read: ReadRecord) -> bool:
    return any(text[:8].isdecimal() for field in read.fields.get("100", ()) for _, text in field.subfields[:1])


def _marc_within(raw: bytes) -> Marc21Reading | UnimarcReading:
    """MARCXML of either kind: providers call both "marcxml"."""
    return UnimarcReading(read_unimarc(raw)) if is_unimarc(raw) else Marc21Reading(read_marcxml(raw))


FORMATS: Mapping[Format, RecordFormat] = {
    "marc21": RecordFormat(pieces, _marc21),
    "marcxml": RecordFormat(record_elements, lambda raw: Marc21Reading(read_marcxml(raw))),
    "marcjson": RecordFormat(json_objects, lambda raw: Marc21Reading(read_marcjson(raw))),
    "unimarc": RecordFormat(unimarc_records, lambda raw: UnimarcReading(read_unimarc(raw))),
    "oai": RecordFormat(oai_records, lambda raw: HarvestedReading(raw, _marc_within)),
    "dc": RecordFormat(dublin_core_elements, DublinCoreReading),
    "mods": RecordFormat(mods_elements, ModsReading),
    "mets": RecordFormat(mets_elements, MetsReading),
}


def marc_within(reading: Reading) -> MarcFields | None:
    """The fields of a bibliographic record in MARC, harvested or not; None of any other."""
    read = reading.within if isinstance(reading, HarvestedReading) else reading
    if not isinstance(read, Marc21Reading | UnimarcReading) or read.kind != "bibliographic" or read.deleted:
        return None
    return read.marc


def reading_of(source: SourceRecord, columns: tuple[ColumnRule, ...] = ()) -> Reading:
    """The record, read; `columns` say what a partner's tables hold. Raises Unreadable."""
    if source.format == "table":
        return TableReading(source.raw, columns)
    if len(source.raw) >= MAX_PIECE:  # parsed, it would take many times its bytes
        raise Unreadable(_TOO_LONG)
    return FORMATS[source.format].read(source.raw)
