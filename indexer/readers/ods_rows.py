"""The rows of an ODS spreadsheet, for what its reader doesn't tell of them.

OpenDocument 1.3, part 3, 9.1.2 to 9.1.5; a row or a cell that is there several times may be written once.
"""

import re
from collections.abc import Iterator
from typing import IO
from zipfile import ZipFile

from lxml import etree

OFFICE, TABLE = (
    "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}",
    "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}",
)
_CONTENT, _STYLES = "content.xml", "styles.xml"
_SHEET, _ROW = f"{TABLE}table", f"{TABLE}table-row"
_CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
_CHUNK, _LONGEST_MARK = 1 << 20, 1 << 10


def ods_rows(parts: ZipFile, marks: re.Pattern[bytes]) -> Iterator[tuple[str, int, etree._Element]]:
    """Every written row with its sheet and its number from 0; none where nothing in the file is like `marks`, since
    reading it all takes its time.
    """
    names = parts.namelist()
    if _CONTENT not in names or not any(_has(parts, name, marks) for name in (_CONTENT, _STYLES) if name in names):
        return
    with parts.open(_CONTENT) as text:
        yield from _rows(text)


def _rows(text: IO[bytes]) -> Iterator[tuple[str, int, etree._Element]]:
    sheet, row = "", 0
    for event, element in etree.iterparse(text, events=("start", "end"), tag=(_SHEET, _ROW), resolve_entities=False):
        if element.tag == _SHEET:
            sheet, row = element.get(f"{TABLE}name") or "", 0
        elif event == "end":
            yield sheet, row, element
            row += repeated(element, "rows")
            element.clear()


def cells_of(row: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """The cells written in a row, each with its column from 0."""
    place = 0
    for cell in row:
        if cell.tag in _CELLS:
            yield place, cell
            place += repeated(cell, "columns")


def repeated(element: etree._Element, what: str) -> int:
    """How many "rows" or "columns" a row or a cell stands for."""
    return number_of(element, f"number-{what}-repeated")


def number_of(element: etree._Element, name: str) -> int:
    """A number that an element says of itself; 1 where it says none."""
    given = element.get(f"{TABLE}{name}") or ""
    return int(given) if given.isdecimal() and len(given) < 8 else 1


def _has(parts: ZipFile, name: str, marks: re.Pattern[bytes]) -> bool:
    before = b""
    with parts.open(name) as text:
        while chunk := text.read(_CHUNK):
            if marks.search(before + chunk):
                return True
            before = chunk[-_LONGEST_MARK:]
    return False
