"""Records whose letters were damaged on their way to us ("IvanhoÃ« Caron"), mended before they are read.

Before, because reading cleans text of the control characters that such letters are made of. What the partner sent is
kept as it is: only what is read from it is mended.
"""

import re
from typing import Literal

from msgspec.structs import replace

from discovery.catalog.text import text_problem
from indexer.letters import mended_letters
from indexer.readers.iso2709 import LEADER_LENGTH, Unreadable, is_sound, mended_fields
from indexer.report import SourceRecord

Problem = Literal["", "mojibake", "mojibake-mended"]

# The first byte of two or more in UTF-8 as Windows-1252 shows it, and then one that may follow: U+0080 to U+00BF, or
# the letters and marks that Windows-1252 has between. Each search begins with letters that few records have: a
# pattern without them takes 80 µs for a long record in romanised Arabic.
_FOLLOWS = (
    rb"(?:\xc2[\x80-\xbf]|\xe2\x80[\x93-\xba]|\xe2\x82\xac|\xe2\x84\xa2|\xc5[\x92\x93\xa0\xa1\xb8\xbd\xbe]|\xc6\x92"
    rb"|\xcb[\x86\x9c])"
)
_COMPOSED = re.compile(rb"\xc3[\x82-\xb4]" + _FOLLOWS)
# Ã, Â, Ä and Å as a letter and its mark.
_DECOMPOSED = re.compile(rb"A\xcc[\x82\x83\x88\x8a]" + _FOLLOWS)
_DECOMPOSED_QUOTE = "a\u0302€".encode()
# A stretch of text: no control characters, no markup, no JSON. Those that are to be mended have a letter beyond ASCII;
# a pattern that asks for it takes the square of a stretch's length where there is none (10 ms for a record).
_STRETCH = re.compile(r'[^\x00-\x1f<>&"\\]+')
_MOST_LENGTH, _MOST_RECORD = 9_999, 99_999


def with_letters(source: SourceRecord) -> tuple[SourceRecord, Problem]:
    """The record as it is to be read, and what was found: nothing, damage that was mended, or damage that wasn't.

    A table's cells are mended one by one instead, by its crosswalk: the row itself is what identifies it.
    """
    raw = source.raw
    if raw.isascii() or source.format == "table" or not _looks_misread(raw):
        return source, ""
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        return source, ""
    mended = _STRETCH.sub(_mended, text)
    if mended == text:
        return source, "mojibake" if text_problem(text) == "mojibake" else ""
    written = mended.encode() if b"\x1e" not in raw else _with_lengths(mended) if is_sound(raw) else None
    return (source, "mojibake") if written is None else (replace(source, raw=written), "mojibake-mended")


def _mended(found: re.Match[str]) -> str:
    stretch = found[0]
    return stretch if stretch.isascii() else mended_letters(stretch)


def _looks_misread(raw: bytes) -> bool:
    return (
        (b"\xc3" in raw and _COMPOSED.search(raw) is not None)
        or (b"A\xcc" in raw and _DECOMPOSED.search(raw) is not None)
        or _DECOMPOSED_QUOTE in raw
    )


def _with_lengths(text: str) -> bytes | None:
    """An ISO 2709 record whose fields have other lengths now; None where they fit no directory."""
    try:
        leader, fields = mended_fields(text.encode())
    except Unreadable:
        return None  # fields that the directory doesn't list stand between those that it does
    directory, body = b"", b""
    for tag, content in fields:
        if len(content) >= _MOST_LENGTH or len(body) > _MOST_RECORD:
            return None
        directory += b"%b%04d%05d" % (tag, len(content) + 1, len(body))
        body += content + b"\x1e"
    base = LEADER_LENGTH + len(directory) + 1
    size = base + len(body) + 1
    if size > _MOST_RECORD:
        return None
    return b"%05d%b%05d%b%b\x1e%b\x1d" % (size, leader[5:12], base, leader[17:24], directory, body)
