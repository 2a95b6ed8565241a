"""Cells of an ODS spreadsheet that go over several rows, which the reader of workbooks tells of XLSX and XLS alone.

OpenDocument 1.3, part 3, 19.680 (table:number-rows-spanned), 9.1.5 (table:covered-table-cell).
"""

import re
from collections.abc import Mapping
from zipfile import ZipFile

from indexer.readers.ods_rows import cells_of, number_of, ods_rows
from indexer.readers.workbook_parts import looked_through

_SPANNED = re.compile(rb"number-rows-spanned")

# The first row and the column from 0, and the last row.
Merged = tuple[int, int, int]


def merged_rows(content: bytes) -> Mapping[str, tuple[Merged, ...]]:
    """Of each sheet the cells that go over several rows; none where it isn't ODS or can't be looked through."""
    return looked_through(content, _found)


def _found(parts: ZipFile) -> Mapping[str, tuple[Merged, ...]]:
    found: dict[str, list[Merged]] = {}
    for sheet, row, element in ods_rows(parts, _SPANNED):
        spanning = ((place, number_of(cell, "number-rows-spanned")) for place, cell in cells_of(element))
        found.setdefault(sheet, []).extend((row, place, row + rows - 1) for place, rows in spanning if rows > 1)
    return {name: tuple(ranges) for name, ranges in found.items() if ranges}
