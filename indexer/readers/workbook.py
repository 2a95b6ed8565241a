"""A workbook read in a process of its own: `python -m indexer.readers.workbook`, the file on stdin, rows on stdout.

A file of two kilobytes can name a first and a last cell so far apart that the sheet between them takes all memory, and
the library that reads it ends its process then. So it has its own, with a limit. https://github.com/dimastbk/python-calamine
reads XLSX, XLS and ODS without running anything in them.
"""

import sys
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from zipfile import BadZipFile

import msgspec
from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from indexer.readers.cell_texts import told_cells
from indexer.readers.number_formats import Texts, plain_number
from indexer.readers.table_formulas import unsaved_formulas
from indexer.readers.table_merged import Merged, merged_rows
from indexer.readers.workbook_answers import FULL, MAX_MEMORY, MAX_SECONDS, Answer
from indexer.readers.workbook_open import Unwritten, opened

Cell = int | float | str | bool | time | date | datetime | timedelta


def shown(cell: Cell) -> str:
    """A cell as a spreadsheet shows it, as nearly as can be: whole numbers without a point, dates in ISO form.

    Errors come as empty here: `told_cells` tells of them.
    """
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float):
        return plain_number(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    return cell.isoformat() if isinstance(cell, date | time) else str(cell)


def answers(content: bytes) -> Iterator[Answer]:
    """Everything in a workbook, sheet by sheet; an `error` where the workbook or a sheet of it can't be read.

    Rows come numbered as the spreadsheet numbers them, without the empty ones and without empty cells at their end.
    """
    try:
        with opened(content) as book:
            yield from _all_of(book, content)
    except PasswordError:
        yield Answer(is_protected=True)
    except Unwritten as error:
        yield Answer(unwritten=str(error))
    except (CalamineError, ValueError, OSError, BadZipFile) as error:
        yield Answer(error=str(error))


def _all_of(book: CalamineWorkbook, content: bytes) -> Iterator[Answer]:
    # Charts and macros hold no cells.
    sheets = [sheet for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    names = tuple(sheet.name for sheet in sheets)
    unsaved, merged, told = unsaved_formulas(content), merged_rows(content), told_cells(content)
    yield Answer(sheets=names, hidden=tuple(each.name for each in sheets if each.visible != SheetVisibleEnum.Visible))
    for name in names:
        yield Answer(sheet=name)
        try:
            addresses = told.addresses.get(name, {})
            yield from _rows(book.get_sheet_by_name(name), merged.get(name, ()), told.texts.get(name, {}), addresses)
        except (CalamineError, ValueError, OSError) as error:
            yield Answer(error=str(error))
        yield Answer(is_end=True, unsaved=unsaved.get(name, 0))


def _rows(sheet: CalamineSheet, ranges: tuple[Merged, ...], texts: Texts, addresses: Texts) -> Iterator[Answer]:
    if sheet.start is None:
        return
    blank = ("",) * sheet.start[1]  # columns before the first filled one are left out, rows above it aren't
    merged = _Merged(sheet, ranges)
    for number, row in enumerate(sheet.iter_rows(), 1):
        cells = [*blank, *map(shown, row)]
        for place, text in texts.get(number, {}).items():
            if place < len(cells):
                cells[place] = text
        while cells and not cells[-1]:
            cells.pop()
        if len(cells) > len(blank):
            filled = merged.fill(number, cells)
            behind = tuple(addresses[number].items()) if number in addresses else ()
            yield Answer(row=number, cells=tuple(cells), filled=filled, addresses=behind)


class _Merged:
    """Cells that go over several rows; a file has their text in the first of these only. `ranges` are those of ODS."""

    def __init__(self, sheet: CalamineSheet, ranges: tuple[Merged, ...]) -> None:
        found = [(*first, last[0]) for first, last in sheet.merged_cell_ranges or () if last[0] > first[0]]
        found += ranges
        self._coming = sorted(found, reverse=True)
        self._open: dict[int, tuple[int, str]] = {}

    def fill(self, number: int, cells: list[str]) -> tuple[int, ...]:
        """Write the texts that go over this row (from 1) into it; the places where there are such."""
        row, own = number - 1, len(cells)
        filled = []
        for place, (last, text) in list(self._open.items()):
            if last < row:
                del self._open[place]
            elif text and not "".join(cells[place : place + 1]):
                cells += [""] * (place + 1 - len(cells))
                cells[place] = text
                filled.append(place)
        while self._coming and self._coming[-1][0] <= row:
            begins, place, last = self._coming.pop()
            if begins == row and place < own:
                self._open[place] = (last, cells[place])
        return tuple(sorted(filled))


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
    try:
        for answer in answers(sys.stdin.buffer.read()):
            sys.stdout.buffer.write(encoder.encode(answer) + b"\n")
    except MemoryError:
        sys.exit(FULL)


if __name__ == "__main__":
    _main()
