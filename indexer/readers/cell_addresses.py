"""Web addresses behind the words of a workbook's cells: where "Lihat" leads, in XLSX and ODS; of XLS see `cells_xls`.

ECMA-376, part 1, 18.3.1.47 (hyperlink); OpenDocument 1.3, part 3, 6.1.8 (text:a). The function HYPERLINK is read where
its address stands in it as it is.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from html import unescape
from zipfile import ZipFile

from lxml import etree

from indexer.readers.cells_xlsx import cell_place
from indexer.readers.number_formats import Texts
from indexer.readers.ods_rows import TABLE, cells_of, ods_rows
from indexer.readers.table_links import is_address
from indexer.readers.workbook_parts import CELL_END, cell_chunks, part_root, xlsx_sheets

_LINK = re.compile(rb"<(?:\w+:)?hyperlink\s([^<>]*)>")
_ATTRIBUTE = re.compile(rb'\b(?:(ref)|\w+:(id)|(location))="([^"]*)"')
_FUNCTION = re.compile(r'HYPERLINK\(\s*"(https?://[^"]+)"\s*[,;)]', re.IGNORECASE)
_CALLED, _PLACED = b"HYPERLINK(", re.compile(rb'<c\b[^<>]*\sr="([A-Z]{1,3}\d{1,7})"')
_CHUNK, _LONGEST = 1 << 20, 1 << 14
_MARKS = re.compile(rb"<text:a[\s>]|HYPERLINK\(")
_ANCHOR = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}a"
_HREF = "{http://www.w3.org/1999/xlink}href"


def xlsx_addresses(parts: ZipFile) -> Mapping[str, Texts]:
    """The addresses behind the cells of each sheet."""
    found = {}
    for name, part in xlsx_sheets(parts).items():
        addresses: Texts = {}
        for place, address in (*_of_functions(parts, part), *_of_links(parts, part)):
            if (at := cell_place(place)) and is_address(address):
                addresses.setdefault(at[0], {})[at[1]] = address
        found[name] = addresses
    return found


def _of_functions(parts: ZipFile, part: str) -> Iterator[tuple[str, str]]:
    for chunk in cell_chunks(parts, part):
        for cell in chunk.split(CELL_END) if _CALLED in chunk else ():
            called = _FUNCTION.search(unescape(cell.decode("utf-8", "replace"))) if _CALLED in cell else None
            places = _PLACED.findall(cell)
            if called and places:
                yield places[-1].decode(), called[1]


def _of_links(parts: ZipFile, part: str) -> Iterator[tuple[str, str]]:
    """A link names its cell, or the first of several, and its address by a number."""
    folder, name = posixpath.split(part)
    related = f"{folder}/_rels/{name}.rels"
    targets = {}
    if {part, related} <= set(parts.namelist()):
        targets = {each.get("Id"): each.get("Target") or "" for each in part_root(parts, related)}
    if not any(map(is_address, targets.values())):
        return
    for attributes in _links(parts, part):
        said = {(ref or number or place).decode(): unescape(value.decode("utf-8", "replace"))
                for ref, number, place, value in _ATTRIBUTE.findall(attributes)}  # fmt: skip
        address, fragment = targets.get(said.get("id"), ""), said.get("location", "")
        yield said.get("ref", "").partition(":")[0], f"{address}#{fragment}" if fragment else address


def _links(parts: ZipFile, part: str) -> Iterator[bytes]:
    rest = b""
    with parts.open(part) as sheet:
        while chunk := sheet.read(_CHUNK):
            text, end = rest + chunk, 0
            for found in _LINK.finditer(text):
                yield found[1]
                end = found.end()
            rest = text[max(end, len(text) - _LONGEST) :]


def ods_addresses(parts: ZipFile) -> Mapping[str, Texts]:
    """The same of an ODS spreadsheet."""
    found: dict[str, Texts] = {}
    for sheet, row, element in ods_rows(parts, _MARKS):
        told = {place: address for place, cell in cells_of(element) if (address := _behind(cell))}
        if told:
            found.setdefault(sheet, {})[row + 1] = told
    return found


def _behind(cell: etree._Element) -> str:
    for link in cell.iter(_ANCHOR):
        if is_address(address := link.get(_HREF) or ""):
            return address
    called = _FUNCTION.search(cell.get(f"{TABLE}formula") or "")
    return called[1] if called else ""
