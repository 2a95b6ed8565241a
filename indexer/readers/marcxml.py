"""MARCXML: streamed, cut into its innermost `record` elements, and each read by itself.

https://www.loc.gov/standards/marcxml/
"""

import re
from collections.abc import Iterator
from typing import BinaryIO

from lxml import etree
from pymarc import Field, Indicators, Record, Subfield
from pymarc.leader import Leader

from indexer.readers.cut_off import begun_at_the_end
from indexer.readers.elements import local_name, parse_element, utf8_chunks
from indexer.readers.iso2709 import Unreadable
from indexer.readers.lazy_marcxml import lazy_xml_fields
from indexer.readers.marc21 import Parsed, ReadRecord, read_parsed
from indexer.readers.margins import has_margin, without_margin
from indexer.readers.pieces import MAX_PIECE

_TAG = re.compile(rb"<(/?)((?:[A-Za-z_][\w.-]*:)?)record(?=[\s/>])[^<>]*>")
_LOOKS_LIKE_MARC = (b"datafield", b"leader", b"controlfield")
# OJS writes one of its fields with a capital: its plugins/oaiMetadataFormats/marcxml/templates/record.tpl.
_DATAFIELD = ("datafield", "dataField")
_WITHIN = re.compile(rb"<[A-Za-z_][^<>]*>")


def record_elements(stream: BinaryIO) -> Iterator[bytes]:
    """The bytes of each innermost `record` element, whatever wraps it (a collection, an OAI-PMH answer).

    A record whose end tag is missing comes as the bytes up to the next record, for the parser to refuse.
    """
    buffer = bytearray()
    start = -1  # where the open record begins in the buffer
    scanned = 0
    for chunk in utf8_chunks(stream):
        buffer += chunk
        # A tag may be cut by the end of the chunk; whatever follows the last "<" waits for the next one.
        limit = max(buffer.rfind(b"<"), 0)
        for match in _TAG.finditer(buffer, scanned, limit):
            element, start = _step(buffer, match, start)
            if element:
                yield element
        scanned = limit
        keep = start if start >= 0 else limit
        if len(buffer) - keep > MAX_PIECE:
            if start >= 0:
                yield bytes(buffer[keep : keep + MAX_PIECE])
            # Text without a tag that is as long as that goes too: unpacked, a small file may hold any amount of it.
            scanned = keep = limit if len(buffer) - limit <= MAX_PIECE else len(buffer)
            start = -1
        del buffer[:keep]
        scanned -= keep
        start = 0 if start >= 0 else -1
    for match in _TAG.finditer(buffer, scanned):
        element, start = _step(buffer, match, start)
        if element:
            yield element
    if left := buffer[start:] if start >= 0 else begun_at_the_end(buffer, ("record",)):
        yield bytes(left)


def _step(buffer: bytearray, tag: re.Match[bytes], start: int) -> tuple[bytes, int]:
    """The element that this tag completes, if any, and where the record now open begins (-1: none is)."""
    if tag[1]:
        return (bytes(buffer[start : tag.end()]), -1) if start >= 0 else (b"", -1)
    if tag[0].endswith(b"/>"):
        return bytes(tag[0]), start
    unclosed = start >= 0 and not _is_wrapper(buffer[start : tag.start()])
    return (bytes(buffer[start : tag.start()]) if unclosed else b""), tag.start()


def _is_wrapper(content: bytes | bytearray) -> bool:
    """Whether what stands before a record, from an open `record` on, is another format's record around it."""
    return not any(name in content for name in _LOOKS_LIKE_MARC) and _WITHIN.search(content, 1) is not None


def parse_marcxml(raw: bytes) -> Parsed:
    """The record in one `record` element. Raises Unreadable, with a reason a cataloguer can act on."""
    element, problems = parse_element(raw)
    record, lost = _record(element)
    if not record.fields:
        raise Unreadable("the record has no fields.")
    return Parsed(record, (*problems, "structure") if lost else problems)


def read_marcxml(raw: bytes) -> ReadRecord:
    """The fields of one `record` element, decoded when asked for where it is regular. Raises Unreadable."""
    lazy = lazy_xml_fields(raw)
    if lazy is not None:
        return ReadRecord(*lazy)
    return read_parsed(parse_marcxml(raw))


def _subfield(code: str, value: str) -> Subfield:
    """A letter of the text taken for a code is given back to it, as it is read where nothing was converted."""
    return Subfield("a", code + value) if _is_text(code) else Subfield(code, value)


def _is_text(code: str) -> bool:
    return code == " " or code > "~"


def _record(element: etree._Element) -> tuple[Record, bool]:
    """The record, and whether a field without tag or a subfield without code had to be left out, or one mended."""
    record = Record()
    record.leader = Leader(" " * 24)
    lost = False
    for child in element.iterchildren(tag=etree.Element):
        name = local_name(child)
        tag = (child.get("tag") or "").strip()
        if name == "leader":
            given = child.text or ""
            record.leader = Leader(without_margin("LDR", given).ljust(24)[:24])
            lost = lost or has_margin("LDR", given)
        elif name == "controlfield" and len(tag) == 3:
            given = child.text or ""
            record.fields.append(Field(tag=tag, data=without_margin(tag, given)))
            lost = lost or has_margin(tag, given)
        elif name in _DATAFIELD and len(tag) == 3:
            subfields = [
                _subfield(part.get("code") or "", "".join(part.itertext()))
                for part in child.iterchildren(tag=etree.Element)
                if local_name(part) == "subfield" and part.get("code")
            ]
            if tag.startswith("00"):
                record.fields.append(Field(tag=tag, data="".join(each.value for each in subfields)))
                lost = True
                continue
            lost = lost or len(subfields) < len(child) or any(_is_text(each.get("code") or "") for each in child)
            indicators = Indicators((child.get("ind1") or " ")[0], (child.get("ind2") or " ")[0])
            record.fields.append(Field(tag=tag, indicators=indicators, subfields=subfields))
        else:
            lost = True
    return record, lost
