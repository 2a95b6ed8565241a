"""Cells of an XLS workbook whose text its reader doesn't tell: errors, which come as empty; numbers with zeros and
words around them, which come bare; and numbers that it takes for days where a program numbers its formats as Excel's.
And the web addresses behind cells.

https://xlrd.readthedocs.io reads the binary formats of Excel 97 and before, their number formats too.
"""

import struct
from collections.abc import Callable, Iterator, Mapping
from io import StringIO

import xlrd
from xlrd.biffh import XLRDError
from xlrd.compdoc import CompDocError
from xlrd.sheet import Sheet

from indexer.readers.number_formats import Texts, plain_number, read_format
from indexer.readers.table_links import is_address

# Of damaged workbooks, of which the reader of the rows may read more; a chain of blocks that goes in a circle is
# followed until the memory that this process may have is full.
_UNREADABLE = (
    XLRDError, CompDocError, struct.error, AssertionError, LookupError, ArithmeticError, ValueError, TypeError,
    MemoryError,
)  # fmt: skip
# What calamine takes for days without asking the workbook (ECMA-376, part 1, 18.8.30); Gnumeric gives these away.
_DAYS = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})

_Shown = Callable[[str], str]


def xls_cells(content: bytes) -> tuple[Mapping[str, Texts], Mapping[str, Texts]]:
    """What these cells of each sheet show, and the addresses behind cells; nothing where the workbook can't be looked
    through.
    """
    texts: dict[str, Texts] = {}
    addresses: dict[str, Texts] = {}
    try:
        book = xlrd.open_workbook(
            file_contents=content, logfile=StringIO(), formatting_info=True, on_demand=True, ragged_rows=True
        )
        for name in book.sheet_names():
            sheet = book.sheet_by_name(name)
            styles = [_style(book, each.format_key) for each in book.xf_list]
            told = {row + 1: dict(_told(sheet, row, styles)) for row in range(sheet.nrows)}
            texts[name] = {row: cells for row, cells in told.items() if cells}
            addresses[name] = _addresses(sheet)
            book.unload_sheet(name)
    except _UNREADABLE:
        return {}, {}
    return texts, addresses


def _addresses(sheet: Sheet) -> Texts:
    """[MS-XLS] 2.4.140 (HLink). Of several cells with one address the first has it."""
    found: Texts = {}
    for link in sheet.hyperlink_list:
        address, place, row, column = link.url_or_path, link.textmark, link.frowx, link.fcolx
        if isinstance(address, str) and row is not None and column is not None and is_address(address):
            found.setdefault(row + 1, {})[column] = f"{address}#{place}" if isinstance(place, str) else address
    return found


def _style(book: xlrd.Book, key: int) -> _Shown | None:
    """How a cell of a format shows its number; None as the reader of the rows has it."""
    known = book.format_map.get(key)
    if known is not None and (form := read_format(known.format_str)):
        return form.shown
    return str if key in _DAYS else None


def _told(sheet: Sheet, row: int, styles: list[_Shown | None]) -> Iterator[tuple[int, str]]:
    for column, cell in enumerate(sheet.row(row)):
        if cell.ctype == xlrd.XL_CELL_ERROR:
            yield column, xlrd.error_text_from_code[int(cell.value)]
        elif cell.ctype == xlrd.XL_CELL_NUMBER and cell.xf_index is not None and (style := styles[cell.xf_index]):
            yield column, style(plain_number(float(cell.value)))
