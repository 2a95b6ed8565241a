"""Formulas of an XLSX workbook whose values were never saved: its cells are read as empty, and somebody should know.

A program that writes workbooks without calculating them leaves the formula alone in the cell, for a spreadsheet to fill
in when it opens the file, or with an empty value (openpyxl). A formula whose value is an empty text has one, too, in a
cell of texts. ECMA-376, part 1, 18.3.1.4, 18.3.1.96.
"""

import re
from collections.abc import Mapping
from zipfile import ZipFile

from indexer.readers.workbook_parts import CELL_END, cell_chunks, looked_through, xlsx_sheets

_FORMULA = re.compile(rb"<f[ />]")
_VALUE, _NO_VALUE = re.compile(rb"<v[ />]"), re.compile(rb"<v ?/>|<v></v>")
_OF_TEXTS = re.compile(rb"<c [^>]*\bt=[\"']str[\"']")


def unsaved_formulas(content: bytes) -> Mapping[str, int]:
    """How many of them stand in each sheet that has some; none where the workbook can't be looked through, nor in ODS,
    which has no formula without its value.
    """
    return looked_through(content, _in_sheets)


def _in_sheets(parts: ZipFile) -> Mapping[str, int]:
    return {name: count for name, part in xlsx_sheets(parts).items() if (count := _counted(parts, part))}


def _counted(parts: ZipFile, name: str) -> int:
    count = 0
    for cells in cell_chunks(parts, name):
        if _FORMULA.search(cells):
            count += sum(map(_is_unsaved, cells.split(CELL_END)))
    return count


def _is_unsaved(cell: bytes) -> bool:
    if not _FORMULA.search(cell):
        return False
    own = cell[cell.rfind(b"<c ") :]  # empty cells before it have no end of their own
    return not _VALUE.search(own) or (_NO_VALUE.search(own) is not None and not _OF_TEXTS.match(own))
