"""UNIMARC in ISO 2709: one piece of a file to its fields, in whatever character set it really is.

100 $a says at positions 26-29 which sets a record uses (IFLA, UNIMARC manual, Appendix J); the bytes are asked first,
because files are converted without that field being told.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr
from io import StringIO
from typing import BinaryIO, cast

from pymarc.marc8 import marc8_to_unicode

from indexer.marc_source import PlainField
from indexer.readers.elements import is_xml
from indexer.readers.iso2709 import LEADER_LENGTH, Unreadable, is_sound, mended_fields
from indexer.readers.iso5426 import decode_iso5426
from indexer.readers.marc21 import ReadRecord
from indexer.readers.marcxml import read_marcxml, record_elements
from indexer.readers.pieces import pieces

# ISO registration 37, ISO 5427, ISO 5428 and Hebrew are what MARC-8 has too, under these final characters:
# https://www.loc.gov/marc/specifications/speccharmarc8.html.
_SHARED_WITH_MARC8 = {"02": b"N", "04": b"Q", "05": b"S", "08": b"2", "09": b"2"}
# What RUSMARC adds to the list: http://www.rusmarc.info/
_CODE_PAGES = {"79": "cp866", "89": "cp1251", "99": "koi8-r"}
_FLOATING = re.compile(rb"[\xc1-\xd9][A-Za-z]")
_LATIN = re.compile(rb"[\xe0-\xff]")
_SNIFFED = 4096
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")

Decoder = Callable[[bytes], str]


class _Resumed:
    """A stream whose first bytes were read already."""

    def __init__(self, begin: bytes, stream: BinaryIO) -> None:
        self._begin = begin
        self._stream = stream

    def read(self, size: int = -1) -> bytes:
        """The first bytes, then the rest."""
        begin, self._begin = self._begin, b""
        return begin or self._stream.read(size)


def unimarc_records(stream: BinaryIO) -> Iterator[bytes]:
    """The bytes of each record: pieces of ISO 2709, or `record` elements where the file is XML (MarcXchange)."""
    begin = stream.read(_SNIFFED)
    whole = cast(BinaryIO, _Resumed(begin, stream))  # it has all of BinaryIO that readers use: read
    return record_elements(whole) if is_xml(begin) else pieces(whole)


def read_unimarc(raw: bytes) -> ReadRecord:
    """The fields of one record. Raises Unreadable, with a reason a cataloguer can act on."""
    if is_xml(raw):
        return read_marcxml(raw)
    if len(raw) < LEADER_LENGTH + 2:
        raise Unreadable(f"this is no UNIMARC record: only {len(raw)} bytes.")
    leader, fields = mended_fields(raw)
    problems = () if is_sound(raw) else ("structure",)
    sets = next((_character_sets(content) for tag, content in fields if tag == b"100"), "")
    decode, found = _decoder(raw, sets)
    by_tag: dict[str, list[PlainField]] = {}
    for tag_bytes, content in fields:
        tag = tag_bytes.decode("ascii")
        by_tag.setdefault(tag, []).append(_field(tag, content, decode))
    return ReadRecord(leader.decode("latin-1"), by_tag, (*problems, *found))


def _character_sets(field100: bytes) -> str:
    """Positions 26-29 of 100 $a: the codes of the sets in G0 and G1."""
    _, mark, content = field100.partition(b"\x1fa")
    return content[26:30].decode("ascii", "replace") if mark else ""


def _field(tag: str, content: bytes, decode: Decoder) -> PlainField:
    if tag.startswith("00") and b"\x1f" not in content:
        return PlainField(decode(content), None)
    head, *parts = content.split(b"\x1f")
    if not parts:  # no subfield mark at all: the text is all there is
        head, parts = b"  ", [b"a" + head.lstrip()]
    marks = head.decode("ascii", "replace")[:2].ljust(2)
    subfields = tuple((chr(part[0]), _CONTROL.sub("", decode(part[1:]))) for part in parts if part and part[0] < 0x7F)
    return PlainField(None, marks, subfields)


def _decoder(raw: bytes, sets: str) -> tuple[Decoder, tuple[str, ...]]:
    """How to read a record's text, and what was wrong with it."""
    if raw.isascii():
        return _utf8, ()
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        return _of_sets(raw, sets)
    return (_undoubled, ("mojibake-mended",)) if _is_doubled(text) else (_utf8, ())


def _of_sets(raw: bytes, sets: str) -> tuple[Decoder, tuple[str, ...]]:
    codes = (sets[:2], sets[2:4])
    if "50" in codes:
        return _utf8, ("encoding",)
    page = next((_CODE_PAGES[code] for code in codes if code in _CODE_PAGES), "")
    if page:
        return lambda content: content.decode(page, "replace"), ()
    final = next((_SHARED_WITH_MARC8[code] for code in codes if code in _SHARED_WITH_MARC8), b"")
    if final:
        return lambda content: _marc8(b"\x1b)" + final + content), ()
    # In Windows-1252 the bytes from E0 are the common letters; in ISO 5426 they are a few rare ones.
    if len(_LATIN.findall(raw)) > len(_FLOATING.findall(raw)):
        return lambda content: content.decode("cp1252", "replace"), ("encoding",)
    return decode_iso5426, ()


def _utf8(content: bytes) -> str:
    return content.decode("utf-8", "replace")


def _is_doubled(text: str) -> bool:
    """Whether UTF-8 was taken for Latin-1 and made UTF-8 once more, all through the record."""
    try:
        return len(text.encode("latin-1").decode()) < len(text)
    except UnicodeError:
        return False


def _undoubled(content: bytes) -> str:
    return content.decode("utf-8", "replace").encode("latin-1", "replace").decode("utf-8", "replace")


def _marc8(content: bytes) -> str:
    try:
        with redirect_stderr(StringIO()):  # pymarc complains there of cut characters
            return str(marc8_to_unicode(content, hide_utf8_warnings=True))
    except (UnicodeDecodeError, ValueError, IndexError, KeyError):
        return content.decode("cp1252", "replace")
