"""XML cut into records at the level of bytes, and each record parsed by itself.

An XML parser gives up on the whole file at the first ill-formed place; cut first, one ill-formed record costs one
record, and a file of any size passes through without ever being in memory. Entities, DTD and network are off; the
prolog, and with it any entity it declares, never reaches a parser. https://www.w3.org/TR/xml/
"""

import codecs
import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from html.entities import html5
from typing import BinaryIO

from lxml import etree

from indexer.readers.cut_off import begun_at_the_end, is_cut_off
from indexer.readers.encoding import decode_declared_utf8
from indexer.readers.iso2709 import CUT_OFF, Unreadable
from indexer.readers.pieces import MAX_PIECE

_CHUNK = 1 << 20
_DECLARED = re.compile(rb"<\?xml[^>]*encoding=[\"']([A-Za-z0-9._-]+)")
_PREFIX = re.compile(rb"[<\s/]([A-Za-z_][\w.-]*):[\w.-]+")
_ILLEGAL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|&#(?:x0*(?:[0-8bcefBCEF]|1[0-9a-fA-F])|0*(?:[0-8]|1[124-9]|2[0-9]|3[01]));"
)
# "&" that begins no reference, and HTML's names for letters, which XML doesn't know.
_AMPERSAND = re.compile(
    r"&(?!(?:amp|lt|gt|quot|apos);|#\d{1,7};|#[xX][0-9A-Fa-f]{1,6};)(?:([A-Za-z][A-Za-z0-9]{0,30});)?"
)
_CALLED = re.compile(
    r"""controlfield\s+tag=["']001["']\s*>([^<>]{1,200})<|<header\b[^<>]*>\s*<identifier>([^<>]{1,200})</identifier>"""
)
_SCHEMA_PREFIXES = frozenset({b"xml", b"xmlns"})


def is_xml(begin: bytes) -> bool:
    """Whether a file or a record that begins so is XML, in UTF-8 or in UTF-16."""
    return begin.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").startswith(b"<")


def cut_elements(stream: BinaryIO, names: tuple[str, ...]) -> Iterator[bytes]:
    """The bytes of each outermost element that has one of these local names, whatever wraps it.

    One whose end tag is missing comes as the bytes up to the next of its name, for the parser to refuse; under another
    prefix the name is another (DSpace's old qdc is a <dcterms:record> within a <record>).
    """
    cutter = _Cutter(names)
    for chunk in utf8_chunks(stream):
        yield from cutter.feed(chunk)
    yield from cutter.rest()


@lru_cache(maxsize=16)
def _tags(names: tuple[str, ...]) -> re.Pattern[bytes]:
    local = "|".join(map(re.escape, names))
    return re.compile(rf"<(/?)((?:[A-Za-z_][\w.-]*:)?(?:{local}))(?=[\s/>])[^<>]*>".encode())


class _Cutter:
    """What has been read and not yet given out; `_start` is where the open element begins, -1 when none is."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self._names = names
        self._tags = _tags(names)
        self._buffer = bytearray()
        self._start = -1
        self._name = b""
        self._scanned = 0

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        """The elements that this chunk completes."""
        self._buffer += chunk
        # A tag may be cut by the end of the chunk; whatever follows the last "<" waits for the next one.
        limit = max(self._buffer.rfind(b"<"), 0)
        yield from self._cut(limit)
        keep = self._start if self._start >= 0 else limit
        if len(self._buffer) - keep > MAX_PIECE:
            if self._start >= 0:
                yield bytes(self._buffer[keep : keep + MAX_PIECE])
            # Text without a tag that is as long as that goes too: unpacked, a small file may hold any amount of it.
            limit = keep = limit if len(self._buffer) - limit <= MAX_PIECE else len(self._buffer)
            self._start = -1
        del self._buffer[:keep]
        self._scanned = limit - keep
        self._start = 0 if self._start >= 0 else -1

    def rest(self) -> Iterator[bytes]:
        """What the end of the file completes, and what it leaves open."""
        yield from self._cut(len(self._buffer))
        if left := self._buffer[self._start :] if self._start >= 0 else begun_at_the_end(self._buffer, self._names):
            yield bytes(left)

    def _cut(self, limit: int) -> Iterator[bytes]:
        for tag in self._tags.finditer(self._buffer, self._scanned, limit):
            if self._start < 0:
                if tag[0].endswith(b"/>"):
                    yield bytes(tag[0])
                elif not tag[1]:
                    self._start, self._name = tag.start(), bytes(tag[2])
            elif tag[2] == self._name and not tag[0].endswith(b"/>"):
                end = tag.end() if tag[1] else tag.start()
                yield bytes(self._buffer[self._start : end])
                self._start = -1 if tag[1] else tag.start()


def utf8_chunks(stream: BinaryIO) -> Iterator[bytes]:
    """The stream in UTF-8, whatever encoding it declares."""
    chunk = stream.read(_CHUNK)
    encoding = _encoding(chunk)
    if encoding in ("utf-8", "us-ascii", "ascii", "utf8"):
        while chunk:
            yield chunk
            chunk = stream.read(_CHUNK)
        return
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    while chunk:
        yield decoder.decode(chunk).encode("utf-8", "replace")
        chunk = stream.read(_CHUNK)


def _encoding(first: bytes) -> str:
    if first[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    declared = _DECLARED.search(first[:1000])
    if declared is None:
        return "utf-8"
    name, begin = declared[1].decode("ascii").lower(), declared[0]
    try:
        # An encoding that can't give back its own declaration isn't the file's: .NET declares UTF-16 in files of UTF-8.
        believed = begin.decode(name, "replace") == begin.decode("ascii", "replace")
    except (LookupError, ValueError):
        believed = False  # no encoding of text at all: "hex", a typing error
    return name if believed else "utf-8"


def parse_element(raw: bytes) -> tuple[etree._Element, tuple[str, ...]]:
    """The element in `raw`, and codes of what had to be mended. Raises Unreadable, with a reason to act on.

    Mended is what is certain: characters that XML doesn't allow go, a lone "&" is an ampersand, "&eacute;" is é, and a
    record whose bytes beyond ASCII are no UTF-8 at all is in Windows-1252, whatever the file declares.
    """
    try:
        return _parsed(raw), ()
    except etree.XMLSyntaxError:
        text = _AMPERSAND.sub(_reference, _ILLEGAL.sub("", decode_declared_utf8(raw)))
    try:
        return _parsed(text.encode("utf-8", "replace")), ("encoding",)
    except etree.XMLSyntaxError as error:
        if is_cut_off(raw):
            raise Unreadable(CUT_OFF, _identifier(text)) from error
        raise Unreadable(f"the XML is not well-formed: {error.msg}.", _identifier(text)) from error


def _identifier(text: str) -> str:
    """What an ill-formed record calls itself: 001 in MARCXML, the header's identifier in OAI-PMH."""
    found = _CALLED.search(text)
    return unescape(found[1] or found[2]).strip() if found else ""


def _reference(match: re.Match[str]) -> str:
    """The letter that HTML means, or a mere ampersand; an entity that the file itself may declare stays unknown."""
    if not match[1]:
        return "&amp;" + match[0][1:]
    letter = html5.get(f"{match[1]};", "")
    return letter if letter and letter not in "<&" else match[0]


def _parsed(raw: bytes) -> etree._Element:
    wrapper = etree.fromstring(b"<padu %s>%s</padu>" % (_declarations(raw), raw), _parser())
    if not len(wrapper):
        raise Unreadable("there is no element in this record.")
    return wrapper[0]


def _declarations(raw: bytes) -> bytes:
    # Prefixes that the file declares further out are unknown here; what they stand for doesn't matter.
    return _declared_prefixes(frozenset(_PREFIX.findall(raw)))


@lru_cache(maxsize=1024)
def _declared_prefixes(prefixes: frozenset[bytes]) -> bytes:
    return b" ".join(b'xmlns:%s="padu:%s"' % (each, each) for each in sorted(prefixes - _SCHEMA_PREFIXES))


@lru_cache(maxsize=1)
def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )


def local_name(element: etree._Element) -> str:
    """The element's name without namespace and prefix."""
    return element.tag.rpartition("}")[2].rpartition(":")[2] if isinstance(element.tag, str) else ""
