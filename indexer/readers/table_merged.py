"""Cells of an ODS spreadsheet that go over several rows, which the reader of workbooks tells of XLSX and XLS alone.

OpenDocument 1.3, part 3, 19.680 (table:number-rows-spanned), 9.1.5 (table:covered-table-cell).
"""

from collections.abc import Iterator, Mapping
from typing import IO
from zipfile import ZipFile

from lxml import etree

from indexer.readers.workbook_parts import looked_through

_CONTENT = "content.xml"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_SHEET, _ROW = f"{_TABLE}table", f"{_TABLE}table-row"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_SPANNED = b"number-rows-spanned"
_CHUNK = 1 << 20

# The first row and the column from 0, and the last row.
Merged = tuple[int, int, int]


def merged_rows(content: bytes) -> Mapping[str, tuple[Merged, ...]]:
    """Of each sheet the cells that go over several rows; none where it isn't ODS or can't be looked through."""
    return looked_through(content, _in_content)


def _in_content(parts: ZipFile) -> Mapping[str, tuple[Merged, ...]]:
    if _CONTENT not in parts.namelist():
        return {}
    with parts.open(_CONTENT) as text:
        if not _has_any(text):
            return {}
    with parts.open(_CONTENT) as text:
        return _found(text)


def _has_any(text: IO[bytes]) -> bool:
    before = b""
    while chunk := text.read(_CHUNK):
        if _SPANNED in before + chunk:
            return True
        before = chunk[-len(_SPANNED) :]
    return False


def _found(text: IO[bytes]) -> dict[str, tuple[Merged, ...]]:
    found: dict[str, list[Merged]] = {}
    sheet, row = "", 0
    for event, element in etree.iterparse(text, events=("start", "end"), tag=(_SHEET, _ROW), resolve_entities=False):
        if element.tag == _SHEET:
            sheet, row = element.get(f"{_TABLE}name") or "", 0
        elif event == "end":
            found.setdefault(sheet, []).extend((row, place, row + rows - 1) for place, rows in _spanning(element))
            row += _number(element, "number-rows-repeated")
            element.clear()
    return {name: tuple(ranges) for name, ranges in found.items() if ranges}


def _spanning(row: etree._Element) -> Iterator[tuple[int, int]]:
    """The places of a row's cells that go over more rows than this, with how many these are."""
    place = 0
    for cell in row:
        if cell.tag in _CELLS:
            rows = _number(cell, "number-rows-spanned")
            if rows > 1:
                yield place, rows
            place += _number(cell, "number-columns-repeated")


def _number(element: etree._Element, name: str) -> int:
    given = element.get(f"{_TABLE}{name}") or ""
    return int(given) if given.isdecimal() and len(given) < 8 else 1
