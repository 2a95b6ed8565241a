"""Which character set a MARC record really is in, whatever its leader claims.

Leader/09 is wrong in both directions in real files, so the bytes decide: text that is strict UTF-8 and has
letters beyond ASCII is UTF-8 (nothing else looks like it by chance), else MARC-8 or Windows-1252, as its letters
speak for. https://www.loc.gov/marc/specifications/speccharintro.html
"""

import re
from contextlib import redirect_stderr
from io import StringIO
from typing import Literal

from pymarc.marc8 import marc8_to_unicode

from indexer.readers.legacy import is_windows_1252

Encoding = Literal["utf-8", "utf-8-damaged", "marc-8", "cp1252"]

_ESCAPE = b"\x1b"
_LEADER = 24
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_IN_WORD = re.compile(rb"[A-Za-z][\xc0-\xff]|[\xc0-\xff][A-Za-z]")
_HIGH = re.compile(rb"[\x80-\xff]+")
_ESCAPES = re.compile(rb"\x1b(?:[gbps]|[$(),!-]+[\x30-\x7e])")
# Where a title's article begins and ends, and what joins or parts letters of Arabic script; pymarc passes them over.
# https://www.loc.gov/marc/specifications/speccharmarc8.html#controlfunctions
_CONTROLS = {b"\x88": "\x98", b"\x89": "\x9c", b"\x8d": "\u200d", b"\x8e": "\u200c"}
MARC8_CONTROL = re.compile(rb"([\x88\x89\x8d\x8e])")


def encoding_of(raw: bytes) -> Encoding:
    """The character set that `raw`, one whole record, is written in. Never raises."""
    claims_utf8 = raw[9:10] == b"a"
    if raw.isascii():
        return "marc-8" if _ESCAPE in raw and not claims_utf8 else "utf-8"
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy_encoding(raw, claims_utf8)
    return "utf-8"


def decode_declared_utf8(raw: bytes) -> str:
    """The text of what says that it is UTF-8: where none of its letters is, but they stand in words, Windows-1252."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        western = not _is_mostly_utf8(raw) and _IN_WORD.search(raw) is not None
    return raw.decode("cp1252" if western else "utf-8", "replace")


def _is_mostly_utf8(raw: bytes) -> bool:
    """Sound UTF-8 with a cut or replaced byte here and there."""
    whole = sum(len(match) for match in _MULTIBYTE.findall(raw))
    return whole * 2 > sum(len(match) for match in _HIGH.findall(raw))


def _legacy_encoding(raw: bytes, claims_utf8: bool) -> Encoding:
    if _is_mostly_utf8(raw):
        return "utf-8-damaged"
    if _ESCAPE not in raw and is_windows_1252(raw[_LEADER:], in_doubt=claims_utf8):
        return "cp1252"
    return "marc-8"


def decode(field: bytes, encoding: Encoding) -> str:
    """A field's text; what can't be read becomes U+FFFD. Never raises."""
    if encoding == "marc-8":
        try:
            with redirect_stderr(StringIO()):  # pymarc complains there of cut characters
                return _of_marc8(field)
        except (UnicodeDecodeError, ValueError, IndexError, KeyError):
            return field.decode("cp1252", "replace")
    return field.decode("cp1252" if encoding == "cp1252" else "utf-8", "replace")


def _of_marc8(field: bytes) -> str:
    """With its control characters: each stretch between them in the character sets that were chosen before it."""
    if not MARC8_CONTROL.search(field):
        return str(marc8_to_unicode(field, hide_utf8_warnings=True))
    text, chosen = "", b""
    for part in MARC8_CONTROL.split(field):
        text += _CONTROLS.get(part) or str(marc8_to_unicode(chosen + part, hide_utf8_warnings=True))
        chosen += b"".join(_ESCAPES.findall(part))
    return text
