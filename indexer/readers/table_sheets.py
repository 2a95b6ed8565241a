"""XLSX, XLS and ODS: the sheets of a workbook as rows of text.

Cells come as a spreadsheet shows them as nearly as can be: whole numbers without a point, dates in ISO form, errors
by their names (#REF!). https://github.com/dimastbk/python-calamine reads all three kinds, without running anything.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum

from discovery.errors import SourceUnreadable
from indexer.readers.table_text import RawRow

ZIP_MAGIC, OLE_MAGIC = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# A workbook is held in memory while it is read; a million rows of a catalogue take a tenth of this.
MAX_WORKBOOK, MAX_UNPACKED = 256 << 20, 2 << 30

Cell = int | float | str | bool | time | date | datetime | timedelta


def is_workbook(begin: bytes) -> bool:
    """Whether a file that begins so is a workbook (or some other Office file) rather than text."""
    return begin.startswith((ZIP_MAGIC, OLE_MAGIC))


def open_workbook(stream: BinaryIO, name: str) -> CalamineWorkbook:
    """The workbook. Raises SourceUnreadable when it is damaged, protected, too large, or no workbook."""
    content = stream.read(MAX_WORKBOOK + 1)
    if len(content) > MAX_WORKBOOK:
        raise SourceUnreadable(f"{name} is larger than {MAX_WORKBOOK >> 20} MiB; save the sheet as CSV.")
    if content.startswith(ZIP_MAGIC):
        _check_unpacked(content, name)
    try:
        return CalamineWorkbook.from_filelike(BytesIO(content))
    except (CalamineError, ValueError, OSError) as error:
        reason = "is protected by a password" if "assword" in str(error) else "is no readable workbook"
        raise SourceUnreadable(
            f"{name} {reason} ({error}); save the sheet as CSV or XLSX without a password."
        ) from error


def _check_unpacked(content: bytes, name: str) -> None:
    try:
        with ZipFile(BytesIO(content)) as packed:
            size = sum(part.file_size for part in packed.infolist())
    except (BadZipFile, ValueError, OSError) as error:
        raise SourceUnreadable(f"{name} is a damaged or cut-off workbook ({error}).") from error
    if size > MAX_UNPACKED:
        raise SourceUnreadable(f"{name} unpacks to more than {MAX_UNPACKED >> 30} GiB.")


def sheet_names(book: CalamineWorkbook) -> tuple[str, ...]:
    """The names of the sheets that hold cells; charts and macros don't."""
    return tuple(sheet.name for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet)


def sheet_rows(book: CalamineWorkbook, sheet: str, name: str) -> Iterator[RawRow]:
    """The sheet's rows, numbered as the spreadsheet numbers them. Raises SourceUnreadable."""
    try:
        cells = book.get_sheet_by_name(sheet)
    except (CalamineError, ValueError, OSError) as error:
        raise SourceUnreadable(f"{name}, sheet {sheet!r} can't be read: {error}.") from error
    if cells.start is None:
        return
    first, left = cells.start
    for number, row in enumerate(cells.to_python(skip_empty_area=True), first + 1):
        yield RawRow(number, [""] * left + [shown(cell) for cell in row])


def shown(cell: Cell) -> str:
    """A cell as text. A number of more than 15 digits has lost the rest, and says so as a spreadsheet does."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float):
        if not cell.is_integer():
            return repr(cell)
        return str(int(cell)) if abs(cell) < 1e15 else f"{cell:.5E}"
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    return cell.isoformat() if isinstance(cell, date | time) else str(cell)
