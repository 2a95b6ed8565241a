"""JSON cut into records at the level of bytes, so that one that is ill-formed costs one record."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from indexer.readers.elements import utf8_chunks
from indexer.readers.pieces import MAX_PIECE

# How a record begins. Inside another one it says that the other's end is missing, and inside a string that the string's
# is: there the quotation mark would have a backslash before it.
_BEGINNING = re.compile(rb'\{\s{0,99}+"(?:leader|_id|fields|record)"\s{0,99}+:')
# A string (which ends on its line at the latest: JSON has no other), or a brace. Nothing is tried twice: with a string
# that never ends, that would take time and memory for each of its bytes.
_TOKEN = re.compile(
    rb'"(?:[^"\\\n{]++|\\[^\n]|\{(?!\s{0,99}+"(?:leader|_id|fields|record)"\s{0,99}+:))*+(?:"|\\?\n)?+|[{}]'
)
# What only a record has; an object that holds records ("records", a record's "content") begins without.
_OF_RECORDS = re.compile(rb'"(?:leader|fields)"\s*:|"record"\s*:\s*\[\s*[^\s{]')
_OPENING, _CLOSING = b"{}"
# What may stand between records: JSON's own marks, RFC 7464's separator, and what tools leave, as a byte-order mark.
_BETWEEN = b" \t\r\n,[]{}\x00\x1a\x1e\xef\xbb\xbf"
# How many bytes tell the beginning of a record, the end of a string, and what stands where no record is.
_KEPT = 256


def json_objects(stream: BinaryIO) -> Iterator[bytes]:
    """The bytes of each outermost record in UTF-8, whatever arrays and objects are around it.

    An object that isn't closed comes as the bytes up to the next record, for the parser to refuse; one of more than
    MAX_PIECE bytes as its first MAX_PIECE, and the rest of it is passed over, up to the next record. What stands
    between records and belongs to no object comes too, as its first bytes.
    """
    cutter = _Cutter()
    for chunk in utf8_chunks(stream):
        yield from cutter.feed(chunk)
    yield from cutter.rest()


class _Cutter:
    """What has been read and not yet given out; `_start` is where the open object begins, and `_depth` how deep in it
    we are.

    `_ended` is where the last object ended, `_stray` what stood behind it, and `_around` the number of open objects
    that only hold records. `_passing` is set while the rest of an overlong object is passed over.
    """

    def __init__(self) -> None:
        self._buffer = b""
        self._start = 0
        self._depth = self._around = 0
        self._scanned = self._ended = 0
        self._stray = b""
        self._passing = False

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        """The objects that this chunk completes."""
        self._buffer += chunk
        yield from self._cut(len(self._buffer) - _KEPT)
        keep = self._start if self._depth else self._scanned
        self._note(keep)
        if len(self._buffer) - keep > MAX_PIECE:
            if self._depth:
                yield self._buffer[keep : keep + MAX_PIECE]
            else:
                self._note(len(self._buffer))
            self._depth, self._passing = 0, True
            self._scanned = self._ended = keep = len(self._buffer) - _KEPT
        self._buffer = self._buffer[keep:]
        self._scanned -= keep
        self._ended = max(self._ended - keep, 0)
        self._start = 0

    def rest(self) -> Iterator[bytes]:
        """What the end of the file completes, and what it leaves open."""
        yield from self._cut(len(self._buffer))
        if self._depth:
            yield self._buffer[self._start :]
        else:
            self._ended = len(self._buffer) if self._passing else self._ended
            yield from self._strayed(len(self._buffer))

    def _cut(self, limit: int) -> Iterator[bytes]:
        """The objects that end before `limit`; what stands behind it may go on in the next chunk."""
        if self._passing and not self._found_beginning():
            return
        for token in _TOKEN.finditer(self._buffer, self._scanned):
            begin = token.start()
            if token.end() > limit:
                self._scanned = begin
                return
            mark = self._buffer[begin]
            if mark == _OPENING:
                yield from self._open(begin)
            elif mark == _CLOSING and self._depth:
                self._depth -= 1
                if not self._depth:
                    self._ended = token.end()
                    yield self._buffer[self._start : self._ended]
            elif mark == _CLOSING and self._around:
                self._around -= 1
                self._stray, self._ended = b"", token.end()
        self._scanned = len(self._buffer)

    def _open(self, begin: int) -> Iterator[bytes]:
        """An object begins: what it shows to be over, the one before or what stands before it."""
        if self._depth and _BEGINNING.match(self._buffer, begin):
            piece = self._buffer[self._start : begin].rstrip(b", \r\n\t")
            if piece.endswith((b"[", b":")) and not _OF_RECORDS.search(piece):
                self._around += self._depth
            else:
                yield piece
                self._ended = begin
            self._depth = 0
        elif not self._depth:
            yield from self._strayed(begin)
        self._start = self._start if self._depth else begin
        self._depth += 1

    def _strayed(self, end: int) -> Iterator[bytes]:
        """What stands before `end` and belongs to no object."""
        self._note(end)
        if (stray := self._stray.rstrip(_BETWEEN)) and not self._around:
            yield stray
        self._stray = b""

    def _note(self, end: int) -> None:
        between = self._buffer[self._ended : end]
        self._ended = max(self._ended, end)
        self._stray += (between if self._stray else between.lstrip(_BETWEEN))[: _KEPT - len(self._stray)]

    def _found_beginning(self) -> bool:
        """Whether a record begins, at last, in what is passed over."""
        found = _BEGINNING.search(self._buffer, self._scanned)
        self._passing = found is None
        self._scanned = self._ended = found.start() if found else max(len(self._buffer) - _KEPT, 0)
        return not self._passing
