"""A workbook read in a process of its own: `python -m indexer.readers.workbook`, the file on stdin, rows on stdout.

A file of two kilobytes can name a first and a last cell so far apart that the sheet between them takes all memory, and
the library that reads it ends its process then. So it has its own, with a limit. https://github.com/dimastbk/python-calamine
reads XLSX, XLS and ODS without running anything in them.
"""

import sys
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO

import msgspec
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum

# A million rows of a catalogue take a quarter of this, and a minute.
MAX_MEMORY, MAX_SECONDS = 3 << 30, 900

Cell = int | float | str | bool | time | date | datetime | timedelta


class Answer(msgspec.Struct, omit_defaults=True):
    """One line of what is read: the names of all sheets, the beginning of one, a row of it, its end, or an error."""

    sheets: tuple[str, ...] = ()
    sheet: str = ""
    row: int = 0
    cells: tuple[str, ...] = ()
    error: str = ""
    is_end: bool = False


def shown(cell: Cell) -> str:
    """A cell as a spreadsheet shows it, as nearly as can be: whole numbers without a point, dates in ISO form.

    Errors come by their names (#REF!). A number of more than 15 digits has lost the rest, and says so.
    """
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


def answers(content: bytes) -> Iterator[Answer]:
    """Everything in a workbook, sheet by sheet; an `error` where the workbook or a sheet of it can't be read.

    Rows come numbered as the spreadsheet numbers them, without the empty ones and without empty cells at their end.
    """
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
    except (CalamineError, ValueError, OSError) as error:
        yield Answer(error=str(error))
        return
    # Charts and macros hold no cells.
    names = tuple(sheet.name for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet)
    yield Answer(sheets=names)
    for name in names:
        yield Answer(sheet=name)
        try:
            yield from _rows(book.get_sheet_by_name(name))
        except (CalamineError, ValueError, OSError) as error:
            yield Answer(error=str(error))
        yield Answer(is_end=True)


def _rows(sheet: CalamineSheet) -> Iterator[Answer]:
    if sheet.start is None:
        return
    blank = ("",) * sheet.start[1]  # columns before the first filled one are left out, rows above it aren't
    for number, row in enumerate(sheet.iter_rows(), 1):
        cells = [shown(cell) for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            yield Answer(row=number, cells=(*blank, *cells))


def _limit() -> None:
    """Where the system knows limits: all but Windows."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (MAX_SECONDS, MAX_SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _main() -> None:
    _limit()
    encoder = msgspec.json.Encoder()
    for answer in answers(sys.stdin.buffer.read()):
        sys.stdout.buffer.write(encoder.encode(answer) + b"\n")


if __name__ == "__main__":
    _main()
