"""Cells of an ODS spreadsheet whose text its reader doesn't tell: errors, which come as empty, and numbers with zeros
and words around them, which come bare. The file has what each cell shows beside its value.

OpenDocument 1.3, part 3, 19.389 (office:value-type), 5.1.3 (text:p); LibreOffice marks errors with a name of its own.
"""

import re
from collections.abc import Iterator, Mapping
from zipfile import ZipFile

from lxml import etree

from indexer.readers.number_formats import Texts, shown_number
from indexer.readers.ods_rows import OFFICE, cells_of, ods_rows, repeated

_PARAGRAPH = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}p"
_KIND = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
# Without any of these in the file no cell shows more than its value.
_MARKS = re.compile(rb'value-type="error"|min-integer-digits="(?:[2-9]|[1-9]\d)"|<number:text>[^<]*[A-Za-z]')


def ods_texts(parts: ZipFile) -> Mapping[str, Texts]:
    """What these cells of each sheet show."""
    found: dict[str, Texts] = {}
    for sheet, row, element in ods_rows(parts, _MARKS):
        told = dict(_told(element))
        if told:
            for further in range(repeated(element, "rows")):
                found.setdefault(sheet, {})[row + 1 + further] = told
    return found


def _told(row: etree._Element) -> Iterator[tuple[int, str]]:
    for place, cell in cells_of(row):
        text = _text(cell)
        if text is not None:
            yield from ((place + further, text) for further in range(repeated(cell, "columns")))


def _text(cell: etree._Element) -> str | None:
    """None where the reader tells it."""
    kind, number = cell.get(f"{OFFICE}value-type"), cell.get(f"{OFFICE}value") or ""
    if cell.get(_KIND) != "error" and kind != "float":
        return None
    shown = "\n".join("".join(each.itertext()) for each in cell.iterchildren(_PARAGRAPH))
    if cell.get(_KIND) == "error":
        return shown
    text = shown_number(shown, number)
    return text if text != number else None
