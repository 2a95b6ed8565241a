"""MARCXML: streamed, and cut into records at the level of bytes, so that one ill-formed record costs one record.

An XML parser gives up on the whole file at the first ill-formed place. Each record is parsed by itself with
entities, DTD and network off; the prolog, and with it any entity it declares, never reaches a parser.
https://www.loc.gov/standards/marcxml/
"""

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO

from lxml import etree
from pymarc import Field, Indicators, Record, Subfield
from pymarc.leader import Leader

from indexer.readers.iso2709 import Unreadable
from indexer.readers.marc21 import Parsed, ReadRecord, read_parsed
from indexer.readers.pieces import MAX_PIECE

_CHUNK = 1 << 20
_TAG = re.compile(rb"<(/?)((?:[A-Za-z_][\w.-]*:)?)record(?=[\s/>])[^<>]*>")
_DECLARED = re.compile(rb"<\?xml[^>]*encoding=[\"']([A-Za-z0-9._-]+)")
_PREFIX = re.compile(rb"[<\s/]([A-Za-z_][\w.-]*):[\w.-]+")
_ILLEGAL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|&#(?:x0*(?:[0-8bcefBCEF]|1[0-9a-fA-F])|0*(?:[0-8]|1[124-9]|2[0-9]|3[01]));"
)
_SCHEMA_PREFIXES = frozenset({b"xml", b"xmlns"})
_LOOKS_LIKE_MARC = (b"datafield", b"leader", b"controlfield")


def record_elements(stream: BinaryIO) -> Iterator[bytes]:
    """The bytes of each innermost `record` element, whatever wraps it (a collection, an OAI-PMH answer).

    A record whose end tag is missing comes as the bytes up to the next record, for the parser to refuse.
    """
    buffer = bytearray()
    start = -1  # where the open record begins in the buffer
    scanned = 0
    for chunk in _utf8_chunks(stream):
        buffer += chunk
        # A tag may be cut by the end of the chunk; whatever follows the last "<" waits for the next one.
        limit = max(buffer.rfind(b"<"), 0)
        for match in _TAG.finditer(buffer, scanned, limit):
            element, start = _step(buffer, match, start)
            if element:
                yield element
        scanned = limit
        keep = start if start >= 0 else limit
        if limit - keep > MAX_PIECE:
            yield bytes(buffer[keep : keep + MAX_PIECE])
            keep, start = limit, -1
        del buffer[:keep]
        scanned -= keep
        start = 0 if start >= 0 else -1
    for match in _TAG.finditer(buffer, scanned):
        element, start = _step(buffer, match, start)
        if element:
            yield element
    if start >= 0 and _is_marc(buffer[start:]):
        yield bytes(buffer[start:])


def _step(buffer: bytearray, tag: re.Match[bytes], start: int) -> tuple[bytes, int]:
    """The element that this tag completes, if any, and where the record now open begins (-1: none is)."""
    if tag[1]:
        return (bytes(buffer[start : tag.end()]), -1) if start >= 0 else (b"", -1)
    if tag[0].endswith(b"/>"):
        return bytes(tag[0]), start
    unclosed = start >= 0 and _is_marc(buffer[start : tag.start()])
    return (bytes(buffer[start : tag.start()]) if unclosed else b""), tag.start()


def _is_marc(content: bytes | bytearray) -> bool:
    return any(name in content for name in _LOOKS_LIKE_MARC)


def _utf8_chunks(stream: BinaryIO) -> Iterator[bytes]:
    first = stream.read(_CHUNK)
    encoding = _encoding(first)
    if encoding in ("utf-8", "us-ascii", "ascii", "utf8"):
        chunk = first
        while chunk:
            yield chunk
            chunk = stream.read(_CHUNK)
        return
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    chunk = first
    while chunk:
        yield decoder.decode(chunk).encode("utf-8", "replace")
        chunk = stream.read(_CHUNK)


def _encoding(first: bytes) -> str:
    if first[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    declared = _DECLARED.search(first[:1000])
    name = declared[1].decode("ascii").lower() if declared else "utf-8"
    try:
        codecs.lookup(name)
    except LookupError:
        return "utf-8"
    return name


def parse_marcxml(raw: bytes) -> Parsed:
    """The record in one `record` element. Raises Unreadable, with a reason a cataloguer can act on."""
    problems: tuple[str, ...] = ()
    try:
        element = _element(raw)
    except etree.XMLSyntaxError:
        mended = _ILLEGAL.sub("", raw.decode("utf-8", "replace")).encode()
        try:
            element = _element(mended)
        except etree.XMLSyntaxError as error:
            raise Unreadable(f"the XML is not well-formed: {error.msg}.") from error
        problems = ("encoding",)
    record, lost = _record(element)
    if not record.fields:
        raise Unreadable("the record has no fields.")
    return Parsed(record, (*problems, "structure") if lost else problems)


def read_marcxml(raw: bytes) -> ReadRecord:
    """The fields of one `record` element. Raises Unreadable."""
    return read_parsed(parse_marcxml(raw))


def _element(raw: bytes) -> etree._Element:
    # Prefixes that the file declares further out are unknown here; what they stand for doesn't matter.
    prefixes = set(_PREFIX.findall(raw[:4096])) - _SCHEMA_PREFIXES
    declarations = b" ".join(b'xmlns:%s="padu:%s"' % (prefix, prefix) for prefix in sorted(prefixes))
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    wrapper = etree.fromstring(b"<padu %s>%s</padu>" % (declarations, raw), parser)
    return wrapper[0]


def _record(element: etree._Element) -> tuple[Record, bool]:
    """The record, and whether a field without tag or a subfield without code had to be left out."""
    record = Record()
    record.leader = Leader(" " * 24)
    lost = False
    for child in element.iterchildren(tag=etree.Element):
        name = _local(child)
        tag = (child.get("tag") or "").strip()
        if name == "leader":
            record.leader = Leader((child.text or "").ljust(24)[:24])
        elif name == "controlfield" and len(tag) == 3:
            record.fields.append(Field(tag=tag, data=child.text or ""))
        elif name == "datafield" and len(tag) == 3 and not tag.startswith("00"):
            subfields = [
                Subfield(code=part.get("code") or "", value="".join(part.itertext()))
                for part in child.iterchildren(tag=etree.Element)
                if _local(part) == "subfield" and part.get("code")
            ]
            lost = lost or len(subfields) < len(child)
            indicators = Indicators((child.get("ind1") or " ")[0], (child.get("ind2") or " ")[0])
            record.fields.append(Field(tag=tag, indicators=indicators, subfields=subfields))
        else:
            lost = True
    return record, lost


def _local(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2].rpartition(":")[2] if isinstance(element.tag, str) else ""
