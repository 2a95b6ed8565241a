"""Tables: text or workbook to rows, each with its number as the spreadsheet shows it.

How the file is written, where its header is, what its columns are and what its rows stand for is told by the settings
or guessed from its first rows, and said in `Table.shapes`.
"""

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import BinaryIO, NamedTuple

from msgspec.structs import replace

from discovery.counting import counted
from discovery.errors import SourceUnreadable
from indexer.readers.isis import may_be_isis
from indexer.readers.isis_table import IsisTable
from indexer.readers.table_below import CopiesBelow
from indexer.readers.table_copies import gather_copies, gathered
from indexer.readers.table_page import PageTables, is_page
from indexer.readers.table_rows import TableRows
from indexer.readers.table_shape import Found, find_columns, guess_rows
from indexer.readers.table_sheets import Workbook, is_workbook
from indexer.readers.table_text import RawRow, TextTable
from indexer.tables.alike import AlikeCopies
from indexer.tables.apart import CopiesApart
from indexer.tables.columns import FIELDS, column_map, letter
from indexer.tables.row import encode_row
from indexer.tables.rules import TableRules
from indexer.tables.shape import UNKNOWN_ID, TableShape

_HIDDEN = (
    'the hidden sheet {sheet!r} was passed over; if it belongs to the catalogue, show it, or say sheet = "{sheet}".'
)
_UNSAVED = (
    "read as empty, since a formula stands there without its value: {cells}; open the file in a spreadsheet program, "
    "save it there, and give that file."
)
# Columns of a sheet among others without a header: a title alone is any text.
_LEAST_TOLD = 2
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
        self._workbook, self._page, self._isis = is_workbook(begin), is_page(begin), may_be_isis(begin)
        self._columns = column_map(rules.columns)
        self._apart = apart
        self._written: TextTable | IsisTable | None = None

    def __iter__(self) -> Iterator[FileRow]:
        if self._page:
            return self._sheets_of(PageTables(self._stream, self._name))
        if self._isis:
            return self._fields()
        return self._sheets() if self._workbook else self._text()

    @property
    def is_cut_off(self) -> bool:
        """Whether the end of a text file is missing, once all of it has been read."""
        return self._written is not None and self._written.is_cut_off

    def _text(self) -> Iterator[FileRow]:
        text = self._written = TextTable(self._stream, self._rules.delimiter, self._rules.encoding)
        rows = iter(text)
        sample = list(islice(rows, _SAMPLED))
        found = find_columns(sample, self._rules, self._name, text=True)
        shape = self._shape(sample, self._name, found, delimiter=text.delimiter, encoding=text.encoding)
        yield from self._rows(shape, chain(sample, rows), self._name, strict=True)

    def _fields(self) -> Iterator[FileRow]:
        """The records of CDS/ISIS, whose columns need no header."""
        isis = self._written = IsisTable(self._stream, self._name, self._rules.encoding, self._rules.named_columns())
        rows = isis.rows()
        sample = list(islice(rows, _SAMPLED))
        shape = self._shape(sample, self._name, isis.columns(self._rules, self._name), encoding=isis.encoding)
        yield from self._rows(shape, chain(sample, rows), self._name, strict=True)

    def _sheets(self) -> Iterator[FileRow]:
        """Every sheet whose columns are known; a workbook of which none is, is refused like a file."""
        with Workbook(self._stream, self._name) as book:
            yield from self._sheets_of(book)

    def _sheets_of(self, book: Workbook | PageTables) -> Iterator[FileRow]:
        names = tuple(sheet for sheet in book.sheets if sheet not in book.hidden)
        if self._rules.sheet:
            if self._rules.sheet not in book.sheets:
                listed = ", ".join(book.sheets)
                raise SourceUnreadable(f"{self._name} has no sheet {self._rules.sheet!r}; it has {listed}.")
            names = (self._rules.sheet,)
        failures = []
        for sheet in names:
            rows = book.rows(sheet)
            sample = list(islice(rows, _SAMPLED))
            if not any(any(row.cells) for row in sample):
                continue
            name = self._name if len(names) == 1 else f"{self._name} [{sheet}]"
            try:
                found = find_columns(sample, self._rules, name)
                shape = self._shape(sample, name, found, sheet=sheet, among=len(names))
            except SourceUnreadable as error:
                failures.append(str(error))
                continue
            yield from self._rows(shape, chain(sample, rows), name, strict=False)
            if book.unsaved:
                told = _UNSAVED.format(cells=counted(book.unsaved, "cell"))
                self.shapes[-1] = replace(self.shapes[-1], remarks=(*self.shapes[-1].remarks, told))
        if not self.shapes:
            raise SourceUnreadable(failures[0] if failures else f"{self._name} has no sheet with rows.")
        passed = [f"a sheet was passed over: {each}" for each in failures]
        passed += [_HIDDEN.format(sheet=sheet) for sheet in book.hidden if sheet not in names]
        self.shapes += [TableShape(self._name, remarks=(each,)) for each in passed]

    def _shape(
        self,
        sample: list[RawRow],
        name: str,
        found: Found,
        *,
        delimiter: str = "",
        encoding: str = "",
        sheet: str = "",
        among: int = 1,
    ) -> tuple[TableShape, Found]:
        columns = {field: tuple(names) for field, names in self._columns.columns(found.names).items()}
        self._check_sheet(found, len(columns), name, among)
        placed = {name for names in columns.values() for name in names}
        remarks = list(found.remarks)
        rows = self._rules.rows
        if rows is None:
            below = self._below(found, strict=not sheet)
            sampled = list(below.of(sample))
            copied = any(each.rows == "copies" and "copy" in each.columns for each in self.shapes)
            rows, remark = guess_rows(sampled, self._columns, continued=below.continued, after_copies=copied)
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
        return shape, found

    def _check_sheet(self, found: Found, told: int, name: str, among: int) -> None:
        """Of several sheets one may be a cover, a pivot table, a list of pupils: not told by what stands in it."""
        if found.header or self._rules.header is False or among == 1:
            return
        if self.shapes:
            raise SourceUnreadable(f"{name} has no header, as the first sheet has.")
        if told < _LEAST_TOLD:
            raise SourceUnreadable(
                f"{name} has no header, and too little tells what its columns are; write their names above them."
            )

    def _below(self, found: Found, *, strict: bool) -> TableRows:
        return TableRows(found.names, found.last, self._columns, blocks=found.blocks, strict=strict)

    def _rows(
        self, shaped: tuple[TableShape, Found], raw: Iterable[RawRow], name: str, *, strict: bool
    ) -> Iterator[FileRow]:
        shape, found = shaped
        below = self._below(found, strict=strict)
        if shape.rows == "titles":
            for position, row in below.of(raw):
                whole = self._apart.joined(row, self._columns.values(row.cells)) if self._apart else row
                yield FileRow(name, position, encode_row(whole))
            self.shapes[-1] = replace(shape, remarks=(*shape.remarks, *below.sentences()))
            return
        copies = titles = 0
        same, untitled = AlikeCopies(self._columns), CopiesBelow(self._columns)
        for position, row in gather_copies(untitled.of(below.of(raw)), self._columns):
            if not row.broken:  # what is no copy is told elsewhere
                titles += 1
                copies += len(row.copies) or 1
            same.add(row.copies)
            yield FileRow(name, position, encode_row(row))
        told = (*below.sentences(), *untitled.sentences(), gathered(copies, titles), *same.sentences())
        self.shapes[-1] = replace(shape, further_copies=copies - titles, remarks=(*shape.remarks, *told))


def _lettered(column: str, names: tuple[str, ...]) -> str:
    """A column without a header by its letter, which settings take, and the name it has in a known layout."""
    own = letter(names.index(column))
    return own if column == own or column in FIELDS else f"{own} ({column})"
