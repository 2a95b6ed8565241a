"""The parts of a workbook's zip archive that are looked through beside the reader of workbooks."""

import posixpath
import zlib
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from typing import Final, TypeVar
from zipfile import BadZipFile, ZipFile, is_zipfile

from lxml import etree

Found = TypeVar("Found")

CELL_END: Final = b"</c>"
_WORKBOOK, _TARGETS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_CHUNK = 1 << 20
# No cell is so long; what follows is no sheet of cells.
_LONGEST_CELL = 1 << 20

# Of a damaged, encrypted or odd archive: Python raises RuntimeError for an encrypted part, and for one that is
# compressed in a way that it doesn't know.
UNREADABLE: Final = (
    BadZipFile,
    zlib.error,
    etree.XMLSyntaxError,
    KeyError,
    ValueError,
    OSError,
    EOFError,
    RuntimeError,
)


def looked_through(content: bytes, look: Callable[[ZipFile], Mapping[str, Found]]) -> Mapping[str, Found]:
    """What `look` finds of each sheet; nothing in what is no archive or can't be read, which whoever reads the rows
    tells of.
    """
    packed = BytesIO(content)
    if not is_zipfile(packed):
        return {}
    try:
        with ZipFile(packed) as parts:
            return look(parts)
    except UNREADABLE:
        return {}


def xlsx_sheets(parts: ZipFile) -> dict[str, str]:
    """The part of each sheet of an XLSX workbook; none of any other. ECMA-376, part 1, 18.2.19 (sheet)."""
    if not {_WORKBOOK, _TARGETS} <= set(parts.namelist()):
        return {}
    targets = {each.get("Id"): each.get("Target") or "" for each in part_root(parts, _TARGETS)}
    named = {
        each.get("name") or "": targets.get(_related(each)) for each in part_root(parts, _WORKBOOK).iter("{*}sheet")
    }
    return {name: posixpath.normpath(posixpath.join("/xl", part))[1:] for name, part in named.items() if part}


def _related(sheet: etree._Element) -> str:
    """Its id in whichever of two namespaces: ISO/IEC 29500 strict has one of its own."""
    return next((value for name, value in sheet.items() if name.endswith("}id")), "")


def part_root(parts: ZipFile, name: str) -> etree._Element:
    """A part that is small, as XML."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring(parts.read(name), parser)


def cell_chunks(parts: ZipFile, name: str) -> Iterator[bytes]:
    """A sheet's text, cut behind a cell each time."""
    if name not in parts.namelist():
        return
    rest = b""
    with parts.open(name) as sheet:
        while chunk := sheet.read(_CHUNK):
            whole, end, rest = (rest + chunk).rpartition(CELL_END)
            if len(rest) > _LONGEST_CELL:
                return
            yield whole + end
