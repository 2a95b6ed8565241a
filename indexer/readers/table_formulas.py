"""Formulas of an XLSX workbook whose values were never saved: its cells are read as empty, and somebody should know.

A program that writes workbooks without calculating them leaves the formula alone in the cell, for a spreadsheet to fill
in when it opens the file. A formula whose value is an empty text has `<v></v>`. ECMA-376, part 1, 18.3.1.4, 18.3.1.96.
"""

import posixpath
import re
from collections.abc import Mapping
from typing import IO
from zipfile import ZipFile

from lxml import etree

from indexer.readers.workbook_parts import looked_through

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_WORKBOOK, _TARGETS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_CHUNK = 1 << 20
_CELL_END = b"</c>"
_FORMULA = re.compile(rb"<f[ />]")
# No cell is so long; what follows is no sheet of cells.
_LONGEST_CELL = 1 << 20


def unsaved_formulas(content: bytes) -> Mapping[str, int]:
    """How many of them stand in each sheet that has some; none where the workbook can't be looked through."""
    return looked_through(content, _in_sheets)


def _in_sheets(parts: ZipFile) -> Mapping[str, int]:
    if _TARGETS not in parts.namelist():
        return {}  # ODS, which has no formula without its value
    return {name: count for name, part in _sheets(parts).items() if (count := _counted(parts, part))}


def _sheets(parts: ZipFile) -> dict[str, str]:
    """Each sheet's part of the file."""
    targets = {each.get("Id"): each.get("Target") or "" for each in _root(parts, _TARGETS)}
    sheets = _root(parts, _WORKBOOK).iter(f"{_MAIN}sheet")
    named = {each.get("name") or "": targets.get(each.get(_RELATED)) for each in sheets}
    return {name: posixpath.normpath(posixpath.join("/xl", part))[1:] for name, part in named.items() if part}


def _root(parts: ZipFile, name: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring(parts.read(name), parser)


def _counted(parts: ZipFile, name: str) -> int:
    if name not in parts.namelist():
        return 0
    with parts.open(name) as sheet:
        return _in_cells(sheet)


def _in_cells(sheet: IO[bytes]) -> int:
    count, rest = 0, b""
    while chunk := sheet.read(_CHUNK):
        whole, end, rest = (rest + chunk).rpartition(_CELL_END)
        if len(rest) > _LONGEST_CELL:
            return count
        if end and _FORMULA.search(whole):
            count += sum(_FORMULA.search(cell) is not None and b"<v" not in cell for cell in whole.split(_CELL_END))
    return count
