"""Cuts a MARC 21 stream at the record terminator, so that one bad record costs one record.

A reader that trusts the length in the leader loses its place at the first wrong one, and with it the rest of the
file. The terminator (0x1D) can't stand inside a field: ISO 2709:2008, 4.5;
https://www.loc.gov/marc/specifications/specrecstruc.html.
"""

from collections.abc import Iterator
from typing import BinaryIO

RECORD_TERMINATOR = b"\x1d"
# What stray tools leave between records: line ends, blanks, NULs, Ctrl-Z of DOS, a byte-order mark.
_FILLER = b"\r\n\t \x00\x1a"
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_CHUNK = 1 << 20
# ISO 2709 gives the length five digits; real files break that (the largest seen was 1.1 MB), but a piece beyond
# this is not a record, and must not fill the memory.
MAX_PIECE = 16 << 20


def pieces(stream: BinaryIO) -> Iterator[bytes]:
    """Each record's bytes with its terminator, then what follows the last terminator if it isn't filler.

    A run of more than MAX_PIECE bytes without a terminator comes as its first MAX_PIECE bytes; the rest of it is
    passed over.
    """
    rest = b""
    overlong = False
    while chunk := stream.read(_CHUNK):
        parts = (rest + chunk).split(RECORD_TERMINATOR)
        rest = parts.pop()
        for part in parts:
            if overlong:
                overlong = False
                continue
            if piece := _trimmed(part):
                yield piece + RECORD_TERMINATOR
        if len(rest) > MAX_PIECE:
            if not overlong:
                yield rest[:MAX_PIECE]
            overlong = True
            rest = b""
    if not overlong and (piece := _trimmed(rest).rstrip(_FILLER)):
        yield piece


def _trimmed(part: bytes) -> bytes:
    return part.lstrip(_FILLER).removeprefix(_BYTE_ORDER_MARK).lstrip(_FILLER)
