"""CSV and its kin: bytes to rows, when nobody says how they were written and not every byte is sound.

RFC 4180 (https://www.rfc-editor.org/rfc/rfc4180) is what spreadsheets roughly follow. A row may span lines inside
quotation marks; a mark that is never closed would swallow the rest of the file, so it costs its own row instead.
"""

import csv
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import BinaryIO, NamedTuple, cast

from indexer.readers.ends import Tail, ends_its_line
from indexer.readers.table_encoding import (
    MAX_LINE,
    SAMPLED,
    WESTERN,
    byte_lines,
    decoded,
    guess_encoding,
    wide_encoding,
)
from indexer.readers.table_separator import guess_delimiter

# A cell with line breaks is a note or an abstract; one that goes on for longer has lost its closing quotation mark.
_MOST_LINES, _MOST_TEXT = 100, 100_000
# Lines that tell the separator.
_LOOKED_AT = 200
_UNCLOSED = (
    "a quotation mark is opened in this row and not closed properly; in the file, close it, or double those that "
    "belong to the text."
)
_CUT_OFF = "the row is cut off: its end is missing. Export or send the file again."
_TOO_LONG = "the line is longer than a megabyte; is the file a table?"


class RawRow(NamedTuple):
    """`position` is the row number as a spreadsheet shows it. `encoding` is set when it isn't the file's. `filled` are
    the places of cells whose text is that of a merged cell which began in a row above, `addresses` those behind cells,
    by their places.
    """

    position: int
    cells: list[str]
    encoding: str = ""
    broken: str = ""
    filled: tuple[int, ...] = ()
    addresses: tuple[tuple[int, str], ...] = ()


@dataclass(slots=True)
class TextTable:
    """A text file's rows; `delimiter` and `encoding` as told or guessed from its beginning.

    `is_cut_off`, once all rows were read, says that the last line has no end, and its row fewer cells than any other,
    or a quotation mark that nothing closes: no more can be told of a file whose end is missing. That row is refused.
    """

    stream: BinaryIO
    delimiter: str = ""
    encoding: str = ""
    _tail: Tail = field(init=False)
    _fallback: str = WESTERN
    _width: int = 0
    _waiting: deque[tuple[str, str]] = field(default_factory=deque)
    is_cut_off: bool = False

    def __iter__(self) -> Iterator[RawRow]:
        self._tail = Tail(self.stream)
        lines = self._lines()
        first = list(islice(lines, _LOOKED_AT))
        if not self.delimiter:
            self.delimiter = guess_delimiter([text for text, _ in first])
        self._width = self._usual_width(text for text, _ in first)
        self._waiting.extend(first)
        return self._watched(self._rows(lines))

    def _watched(self, rows: Iterator[RawRow]) -> Iterator[RawRow]:
        narrowest, last, is_short = 0, RawRow(0, []), False
        for row in rows:
            if last.position:
                yield last
            last = row
            if row.broken or any(row.cells):
                is_short = row.broken == _UNCLOSED or len(row.cells) < narrowest
                narrowest = min(narrowest or len(row.cells), len(row.cells))
        self.is_cut_off = is_short and not ends_its_line(self._tail.last)
        if last.position:
            yield last._replace(cells=[], broken=_CUT_OFF) if self.is_cut_off else last

    def _rows(self, lines: Iterator[tuple[str, str]]) -> Iterator[RawRow]:
        position = 0
        while True:
            line = self._next(lines)
            if line is None:
                return
            position += 1
            text, encoding = line
            if position == 1 and text[:4].lower() == "sep=":  # Excel's own hint
                self.delimiter = text[4:5] or self.delimiter
                yield RawRow(position, [])
            elif len(text) >= MAX_LINE:
                yield RawRow(position, [], encoding, _TOO_LONG)
            elif '"' not in text:
                yield RawRow(position, text.split(self.delimiter), encoding)
            else:
                yield self._quoted(position, text, encoding, lines)

    def _next(self, lines: Iterator[tuple[str, str]]) -> tuple[str, str] | None:
        return self._waiting.popleft() if self._waiting else next(lines, None)

    def _quoted(self, position: int, text: str, encoding: str, lines: Iterator[tuple[str, str]]) -> RawRow:
        """The row that begins with this line, with as many more lines as its quotation marks ask for."""
        taken: list[tuple[str, str]] = []
        whole = text
        cells, complete = self._cut(whole)
        while complete is False and len(taken) < _MOST_LINES and len(whole) < _MOST_TEXT:
            more = self._next(lines)
            if more is None:
                break
            taken.append(more)
            whole += "\n" + more[0]
            cells, complete = self._cut(whole)
        if complete:
            return RawRow(position, cells, next(filter(None, [encoding, *(each[1] for each in taken)]), ""))
        self._waiting.extendleft(reversed(taken))
        if enclosed := self._enclosed(text):
            return RawRow(position, enclosed, encoding)
        if complete is None and not taken:  # marks inside a cell, as in 5" or "Bumi" manusia: what stands there counts
            return RawRow(position, *self._as_it_stands(text, encoding))
        return RawRow(position, [], encoding, _UNCLOSED)

    def _usual_width(self, lines: Iterable[str]) -> int:
        """How many cells most of these lines have that are rows by themselves, all of them in quotation marks."""
        widths: Counter[int] = Counter()
        for line in lines:
            if line[:1] == '"' == line[-1:]:
                cells, complete = self._cut(line)
                widths[len(cells) if complete else 0] += 1
        del widths[0]
        return max(widths, key=lambda width: widths[width], default=0)

    def _enclosed(self, line: str) -> list[str]:
        """The cells of a line with each of them in quotation marks, and marks of the text among these: SLiMS doubles
        none ("Kajian "Siti Nurbaya"","Text"). Only where they come to as many as elsewhere; [] of other lines.
        """
        if self._width < 2 or not line[:1] == '"' == line[-1:]:
            return []
        cells = line[1:-1].split(f'"{self.delimiter}"')
        return cells if len(cells) == self._width else []

    def _as_it_stands(self, text: str, encoding: str) -> tuple[list[str], str, str]:
        try:
            return next(csv.reader([text], delimiter=self.delimiter)), encoding, ""
        except csv.Error:
            return [], encoding, _UNCLOSED

    def _cut(self, text: str) -> tuple[list[str], bool | None]:
        """The cells; whether the row ends with its text, or None when its quotation marks make no sense."""
        if text.count('"') % 2:  # some mark is open; asking the parser would cost its reading again
            return [], False
        try:
            return next(csv.reader([text], delimiter=self.delimiter, strict=True)), True
        except csv.Error as error:
            return [], False if "unexpected end" in str(error) else None

    def _lines(self) -> Iterator[tuple[str, str]]:
        """Each line as text, with the name of its character set when that isn't the file's."""
        lines = byte_lines(cast(BinaryIO, self._tail))  # what remembers its end has all of BinaryIO that is used: read
        first: list[bytes] = []
        size = 0
        for line in lines:
            first.append(line)
            size += len(line)
            if size > SAMPLED:
                break
        wide = wide_encoding(b"\n".join(first[:20]))
        if wide:
            self.encoding = wide
            yield from self._wide_lines(first, lines)
            return
        if first:
            first[0] = first[0].removeprefix(b"\xef\xbb\xbf")
        if not self.encoding:
            self.encoding, self._fallback = guess_encoding(first)
        for chunk in (first, lines):
            for line in chunk:
                yield decoded(line, self.encoding, self._fallback)

    def _wide_lines(self, first: Iterable[bytes], rest: Iterable[bytes]) -> Iterator[tuple[str, str]]:
        """UTF-16, whose lines can't be told by single bytes; such exports (Excel's "Unicode text") are small."""
        whole = b"\n".join([*first, *rest])
        whole += b"\n" * (len(whole) % 2)  # the last line's end, cut in two where its second byte is the mark
        for line in whole.decode(self.encoding, "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n"):
            yield line, ""
