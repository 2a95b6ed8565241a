"""Cells of an XLSX workbook whose text its reader doesn't tell: errors, which come as empty, and numbers with zeros and
words around them, which come bare.

ECMA-376, part 1, 18.3.1.4 (c), 18.18.11 (ST_CellType), 18.8.10 (cellXfs).
"""

import re
from collections.abc import Iterator, Mapping
from zipfile import ZipFile

from indexer.readers.number_formats import NumberFormat, Texts, plain_number, read_format
from indexer.readers.workbook_parts import cell_chunks, part_root, xlsx_sheets

_STYLES, _ERROR = "xl/styles.xml", b't="e"'
_ATTRIBUTES = re.compile(rb'\b(r|s|t)="([^"]*)"')
_VALUE = re.compile(rb"<(?:x:)?v>([^<]*)</")
_PLACE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_NUMBER = re.compile(r"\d+(?:\.\d+)?(?:E[+-]?\d{1,3})?")


def xlsx_texts(parts: ZipFile) -> Mapping[str, Texts]:
    """What these cells of each sheet show."""
    formats = _formats(parts)
    cell = _cell(formats)
    found = {}
    for name, part in xlsx_sheets(parts).items():
        texts: Texts = {}
        for chunk in cell_chunks(parts, part):
            for row, column, text in _told(chunk, cell, formats):
                texts.setdefault(row, {})[column] = text
        found[name] = texts
    return found


def _cell(formats: Mapping[bytes, NumberFormat]) -> re.Pattern[bytes]:
    """A cell that holds an error or is in one of these formats."""
    styles = b"|".join(map(re.escape, formats))
    styled = rb'|s="(?:' + styles + rb')"' if formats else b""
    return re.compile(rb'<(?:x:)?c\b([^>]*?\s(?:t="e"' + styled + rb")[^>]*)(?<!/)>(.*?)</(?:x:)?c>", re.DOTALL)


def _told(
    chunk: bytes, cell: re.Pattern[bytes], formats: Mapping[bytes, NumberFormat]
) -> Iterator[tuple[int, int, str]]:
    if not formats and _ERROR not in chunk:
        return
    for found in cell.finditer(chunk):
        said = dict(_ATTRIBUTES.findall(found[1]))
        place, value = cell_place(said.get(b"r", b"").decode()), _VALUE.search(found[2])
        if place is None or value is None:
            continue
        text, kind, own = value[1].decode(errors="replace"), said.get(b"t", b"n"), formats.get(said.get(b"s", b""))
        if kind == b"e":
            yield *place, text
        elif kind == b"n" and own and _NUMBER.fullmatch(text):
            yield *place, own.shown(plain_number(float(text)))


def cell_place(name: str) -> tuple[int, int] | None:
    """The row, from 1, and the column, from 0, of a cell called so ("B12"); None of what is no cell."""
    found = _PLACE.fullmatch(name)
    if found is None:
        return None
    number = 0
    for letter in found[1]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return int(found[2]), number - 1


def _formats(parts: ZipFile) -> dict[bytes, NumberFormat]:
    """The formats with zeros or words, by the number by which cells name them."""
    if _STYLES not in parts.namelist():
        return {}
    root = part_root(parts, _STYLES)
    codes = {each.get("numFmtId"): read_format(each.get("formatCode") or "") for each in root.iter("{*}numFmt")}
    named = enumerate(each.get("numFmtId") for cells in root.iter("{*}cellXfs") for each in cells.iter("{*}xf"))
    return {str(style).encode(): form for style, number in named if (form := codes.get(number))}
