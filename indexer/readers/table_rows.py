"""The rows below a table's header: which hold something, and which are no title or copy at all."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from indexer.readers.table_copies import PlacedRow
from indexer.readers.table_dittos import Dittos
from indexer.readers.table_header import distinct_names, is_header, numbers_columns
from indexer.readers.table_links import led
from indexer.readers.table_separator import is_divided
from indexer.readers.table_text import RawRow
from indexer.readers.table_totals import is_total, may_sum
from indexer.tables.columns import ColumnMap, known_field
from indexer.tables.row import TableRow

_SUMS_UP = "this row is a total, and no title."
# Who signs a list: two at most side by side.
_MOST_SIGNED = 2
_FORMULA = re.compile(r'="([^"]*)"')
# What a row says of one copy: the others of a title's rows may stand in cells that go over all of them.
_EXAMPLES = 3
# What hardly any row of a catalogue passes is asked first: the names of columns are short, and without digits.
_LONGEST, _SHORT = 30, 4
_DIGIT = re.compile(r"\d")
# What a cell is for that leads somewhere; in a column of no meaning it may be, once the settings say so.
_LEADING = frozenset({"url", "cover"})
_OF_COPIES = ("copy", "shelf", "status", "call_number", "branch", "library")


class TableRows:
    """The rows of one table that hold anything, without mere row numbers.

    `strict` refuses a row with more cells than there are columns: in a text file a separator that stands in a cell
    without quotation marks has shifted the rest. `blocks` are read from left to right. A header of other columns
    further down counts from there on. `continued` counts rows whose title stands in a merged cell that began above.
    """

    def __init__(self, names: tuple[str, ...], last: int, columns: ColumnMap, *, blocks: int, strict: bool) -> None:
        self.continued = 0
        self._dittos = Dittos()
        self._summed = False
        self._headers: list[int] = []
        self._columns, self._last, self._blocks, self._strict = columns, last, blocks, strict
        self._take(names)

    def of(self, raw: Iterable[RawRow]) -> Iterator[PlacedRow]:
        """Each with its number in the spreadsheet."""
        for row in raw:
            if row.position <= self._last:
                continue
            for part in self._parts(row):
                placed = self._row(part)
                if placed is not None:
                    yield PlacedRow(row.position, placed)

    def sentences(self) -> tuple[str, ...]:
        """What a technician is told of the rows, once they are read."""
        said = []
        listed = ", ".join(map(str, self._headers[:_EXAMPLES])) + (" …" if len(self._headers) > _EXAMPLES else "")
        if listed:
            said.append(f"other columns begin in row {listed}: what stands below was read by that header.")
        return (*said, *self._dittos.sentences())

    def _is_continued(self, row: RawRow) -> bool:
        return any(at in row.filled for at in self._titles)

    def _take(self, names: tuple[str, ...]) -> None:
        self._names = names
        fields = [[field for field, _ in self._columns.places(name)] for name in names]
        self._titles = [at for at, own in enumerate(fields) if "title" in own]
        self._named_titles = frozenset(names[at] for at in self._titles)
        self._leading = frozenset(name for name, own in zip(names, fields, strict=True) if _LEADING.issuperset(own))
        self._counts = frozenset(name for name, own in zip(names, fields, strict=True) if "copies" in own)
        counting = (name for name, own in zip(names, fields, strict=True) if "row_number" in own)
        self._numbers = frozenset(islice(counting, 1))  # beside "No" a "Nomor" is an issue's

    def _parts(self, row: RawRow) -> Iterable[RawRow]:
        if self._blocks == 1:
            return (row,)
        width = len(self._names)
        return (
            row._replace(cells=row.cells[at : at + width], filled=(), addresses=())
            for at in range(0, len(row.cells), width)
        )

    def _row(self, row: RawRow) -> TableRow | None:
        if row.broken:
            return TableRow(encoding=row.encoding, broken=row.broken)
        text = "".join(row.cells)
        cells = {name: cell for name, cell in zip(self._names, row.cells, strict=False) if cell and not cell.isspace()}
        if self._strict and '="' in text:
            cells = {name: inner for name, cell in cells.items() if (inner := _as_text(cell))}
        if not cells and not (self._strict and any(cell.strip() for cell in row.cells)):
            return None
        if said := _no_record(row, cells, text, self._numbers) or self._remark(cells):
            self._summed = self._summed or said == _SUMS_UP
            return TableRow(encoding=row.encoding, broken=said, sound=True)
        reason = self._fault(row, text)
        if reason is None:
            return None
        if reason:
            return TableRow(encoding=row.encoding, broken=reason)
        for name in self._numbers & cells.keys():
            if len(cells) > 1:
                del cells[name]
        self._summed = False
        if row.addresses:
            cells |= led(row, self._names, self._leading, cells)
        cells = self._dittos.spelt_out(cells, self._named_titles)
        if row.filled and self._is_continued(row):
            self.continued += 1
            for name in self._counts & cells.keys():
                del cells[name]
        return TableRow(cells, encoding=row.encoding)

    def _fault(self, row: RawRow, text: str) -> str | None:
        """What is wrong with a row of this text, in words for whoever keeps it, or ""; None for a header (taken)."""
        if len(text) <= _LONGEST * len(row.cells) and not _DIGIT.search(text) and self._is_header(row.cells):
            self._headers.append(row.position)
            self._take(distinct_names(row.cells))
            return None
        if self._strict and any(cell.strip() for cell in row.cells[len(self._names) :]):
            return (
                f"the row has {len(row.cells)} cells, but there are {len(self._names)} columns; a separator inside a "
                "cell needs quotation marks around the cell."
            )
        if self._strict and len(row.cells) == 1 and is_divided(row.cells[0], len(self._names)):
            return (
                "the row is one cell: other marks stand between its values than in the rows above; write the same ones."
            )
        if row.filled and self._is_continued(row) and not self._says_of_a_copy(row):
            return "this row goes on in merged cells and tells of no copy; put all that is said of a title in one row."
        return ""

    def _is_header(self, cells: Sequence[str]) -> bool:
        """Of columns as many as those above, about, and with those that the settings name."""
        whole = sum(map(bool, map(str.strip, cells))) * 2 >= len(self._names)
        return whole and is_header(cells) and self._columns.has_ruled(cells)

    def _remark(self, cells: dict[str, str]) -> str:
        """Why a workbook's row of one cell is no title: "A. FIKSI" or "Surabaya, 2 Mei 2020" in a column of no meaning,
        and who signs below the total in any.

        In a text file it may be the rest of a row that broke.
        """
        if self._summed and len(cells) <= _MOST_SIGNED and cells.keys().isdisjoint(self._named_titles):
            return "this row stands below the total and holds no title: a remark, or a signature."
        if self._strict or len(cells) != 1:
            return ""
        ((name, text),) = cells.items()
        if any(field != "row_number" for field, _ in self._columns.places(name)) or not any(map(str.isalpha, text)):
            return ""
        return "this row holds one cell and no title: a heading or a remark."

    def _says_of_a_copy(self, row: RawRow) -> bool:
        own = (name for at, name in enumerate(self._names) if at not in row.filled and "".join(row.cells[at : at + 1]))
        return any(field in _OF_COPIES for name in own for field, _ in self._columns.places(name))


def _as_text(cell: str) -> str:
    """A cell without the formula that makes a spreadsheet keep its zeros: 0439023483 of ="0439023483"."""
    found = _FORMULA.fullmatch(cell.strip())
    return found[1] if found else cell


def _no_record(row: RawRow, cells: dict[str, str], text: str, numbers: frozenset[str]) -> str:
    """Why a row of this text, which is as it should be, stands for no title and no copy, or ""; `numbers` names the
    column that numbers rows.
    """
    if len(cells) > 1 and all(map(_is_called, cells, cells.values())) and any(map(known_field, cells)):
        return "this row repeats the header."
    if len(text) <= _SHORT * len(row.cells) and numbers_columns(row.cells):
        return "this row only numbers the columns."
    if may_sum(text.casefold()) and is_total(cells, numbers):
        return _SUMS_UP
    return ""


def _is_called(name: str, cell: str) -> bool:
    """Whether a cell is its column's name, or one line of it."""
    line = cell.replace("\n", " ").strip()
    return name == line or name.startswith(f"{line} ") or name.endswith(f" {line}")
