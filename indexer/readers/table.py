"""Tables: text or workbook to rows, each with its number as the spreadsheet shows it.

How the file is written, where its header is, what its columns are and what its rows stand for is told by the settings
or guessed from its first rows, and said in `Table.shapes`.
"""

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import BinaryIO, NamedTuple

from msgspec.structs import replace

from discovery.errors import SourceUnreadable
from indexer.readers.table_copies import PlacedRow, gather_copies, gathered
from indexer.readers.table_shape import find_columns, guess_rows
from indexer.readers.table_sheets import Workbook, is_workbook
from indexer.readers.table_text import RawRow, TextTable
from indexer.tables.alike import AlikeCopies
from indexer.tables.apart import CopiesApart
from indexer.tables.columns import FIELDS, ColumnMap, column_map, known_field, letter
from indexer.tables.row import TableRow, encode_row
from indexer.tables.rules import TableRules
from indexer.tables.shape import UNKNOWN_ID, TableShape

# Rows that the guesses rest on.
_SAMPLED = 2_000


class FileRow(NamedTuple):
    """One row as a source record's bytes; `file` names the sheet too where a workbook has several."""

    file: str
    position: int
    raw: bytes


class Table:
    """The rows of one file. `shapes` says how each of its sheets was read, once iteration has begun.

    `apart` are the copies that stand in other tables; rows of titles take theirs.
    """

    def __init__(
        self, stream: BinaryIO, begin: bytes, name: str, rules: TableRules, apart: CopiesApart | None = None
    ) -> None:
        self.shapes: list[TableShape] = []
        self._stream, self._name, self._rules = stream, name, rules
        self._workbook = is_workbook(begin)
        self._columns = column_map(rules.columns)
        self._apart = apart

    def __iter__(self) -> Iterator[FileRow]:
        return self._sheets() if self._workbook else self._text()

    def _text(self) -> Iterator[FileRow]:
        text = TextTable(self._stream, self._rules.delimiter, self._rules.encoding)
        rows = iter(text)
        sample = list(islice(rows, _SAMPLED))
        shape = self._shape(sample, self._name, delimiter=text.delimiter, encoding=text.encoding)
        yield from self._rows(shape, chain(sample, rows), self._name, strict=True)

    def _sheets(self) -> Iterator[FileRow]:
        """Every sheet whose columns are known; a workbook of which none is, is refused like a file."""
        with Workbook(self._stream, self._name) as book:
            yield from self._sheets_of(book)

    def _sheets_of(self, book: Workbook) -> Iterator[FileRow]:
        names = book.sheets
        if self._rules.sheet:
            if self._rules.sheet not in names:
                raise SourceUnreadable(f"{self._name} has no sheet {self._rules.sheet!r}; it has {', '.join(names)}.")
            names = (self._rules.sheet,)
        failures = []
        for sheet in names:
            rows = book.rows(sheet)
            sample = list(islice(rows, _SAMPLED))
            if not any(any(row.cells) for row in sample):
                continue
            name = self._name if len(names) == 1 else f"{self._name} [{sheet}]"
            try:
                shape = self._shape(sample, name, sheet=sheet, further=bool(self.shapes))
            except SourceUnreadable as error:
                failures.append(str(error))
                continue
            yield from self._rows(shape, chain(sample, rows), name, strict=False)
        if not self.shapes:
            raise SourceUnreadable(failures[0] if failures else f"{self._name} has no sheet with rows.")
        self.shapes += [TableShape(self._name, remarks=(f"a sheet was passed over: {each}",)) for each in failures]

    def _shape(
        self,
        sample: list[RawRow],
        name: str,
        *,
        delimiter: str = "",
        encoding: str = "",
        sheet: str = "",
        further: bool = False,
    ) -> tuple[TableShape, tuple[str, ...]]:
        found = find_columns(sample, self._rules, name)
        if further and not found.header:  # a pivot table, a list of loans: not told by what stands in it
            raise SourceUnreadable(f"{name} has no header, as the first sheet has.")
        columns = {field: tuple(names) for field, names in self._columns.columns(found.names).items()}
        placed = {name for names in columns.values() for name in names}
        remarks = list(found.remarks)
        rows = self._rules.rows
        if rows is None:
            cells = [_cells(row.cells, found.names) for row in sample if row.position > found.header]
            rows, remark = guess_rows(cells, self._columns)
            remarks.append(remark)
        if "id" not in columns:
            remarks.append(
                f"{UNKNOWN_ID}, so a title is known by its words, author and year; "
                f'if there is one, say so under [{self._rules.section}]: id = "…".'
            )
        columns.pop("row_number", None)
        if not found.header:
            columns = {field: tuple(_lettered(each, found.names) for each in own) for field, own in columns.items()}
        shape = TableShape(
            name, delimiter, encoding, sheet, found.header, rows, columns,
            tuple(
                each if found.header else _lettered(each, found.names)
                for each in found.names if each not in placed and each != self._rules.library_column
            ),
            tuple(remarks),
        )  # fmt: skip
        self.shapes.append(shape)
        return shape, found.names

    def _rows(
        self, shaped: tuple[TableShape, tuple[str, ...]], raw: Iterable[RawRow], name: str, *, strict: bool
    ) -> Iterator[FileRow]:
        shape, names = shaped
        rows: Iterable[PlacedRow] = placed_rows(raw, names, shape.header, self._columns, strict=strict)
        if shape.rows == "titles":
            for position, row in rows:
                whole = self._apart.joined(row, self._columns.values(row.cells)) if self._apart else row
                yield FileRow(name, position, encode_row(whole))
            return
        copies = titles = 0
        same = AlikeCopies(self._columns)
        for position, row in gather_copies(rows, self._columns):
            titles += 1
            copies += len(row.copies) or 1
            same.add(row.copies)
            yield FileRow(name, position, encode_row(row))
        remarks = (*shape.remarks, gathered(copies, titles), *same.sentences())
        self.shapes[-1] = replace(shape, further_copies=copies - titles, remarks=remarks)


def _lettered(column: str, names: tuple[str, ...]) -> str:
    """A column without a header by its letter, which settings take, and the name it has in a known layout."""
    own = letter(names.index(column))
    return own if column == own or column in FIELDS else f"{own} ({column})"


def placed_rows(
    raw: Iterable[RawRow], names: tuple[str, ...], header: int, columns: ColumnMap, *, strict: bool
) -> Iterator[PlacedRow]:
    """The rows below the header that hold anything, without mere row numbers.

    `strict` refuses a row with more cells than there are columns: in a text file a separator that stands in a cell
    without quotation marks has shifted the rest.
    """
    numbers = frozenset(name for name in names if any(field == "row_number" for field, _ in columns.places(name)))
    for row in raw:
        if row.position <= header:
            continue
        if row.broken:
            yield PlacedRow(row.position, TableRow(encoding=row.encoding, broken=row.broken))
            continue
        surplus = [cell for cell in row.cells[len(names) :] if cell.strip()]
        if strict and surplus:
            reason = (
                f"the row has {len(row.cells)} cells, but there are {len(names)} columns; a separator inside a cell "
                "needs quotation marks around the cell."
            )
            yield PlacedRow(row.position, TableRow(encoding=row.encoding, broken=reason))
            continue
        cells = _cells(row.cells, names)
        if not cells:
            continue
        if _repeats_header(cells):
            yield PlacedRow(row.position, TableRow(broken="this row repeats the header; take it out."))
            continue
        for name in numbers & cells.keys():
            if len(cells) > 1:
                del cells[name]
        yield PlacedRow(row.position, TableRow(cells, encoding=row.encoding))


def _cells(cells: list[str], names: tuple[str, ...]) -> dict[str, str]:
    return {name: cell for name, cell in zip(names, cells, strict=False) if cell and not cell.isspace()}


def _repeats_header(cells: dict[str, str]) -> bool:
    return len(cells) > 1 and all(name == cell.strip() for name, cell in cells.items()) and any(map(known_field, cells))
