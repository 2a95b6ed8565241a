"""Workbooks as Excel 97 to 2003 wrote them: a compound file (MS-CFB) around records of BIFF8 (MS-XLS)."""

import struct
from collections.abc import Iterator, Mapping, Sequence

from tests.indexer.readers.table_builder import Day

_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SECTOR = 512
# A shorter stream would have to lie in the mini stream.
_SHORTEST = 4096
_ERRORS = {"#NULL!": 0x00, "#DIV/0!": 0x07, "#VALUE!": 0x0F, "#REF!": 0x17, "#NAME?": 0x1D, "#N/A": 0x2A}


def xls_bytes(
    sheets: Mapping[str, Sequence[Sequence[str | float | Day]]], links: Mapping[tuple[int, int], str] | None = None
) -> bytes:
    """A workbook with these sheets, as far as cells go: text, numbers whole and broken, dates, errors. `links` are
    addresses behind cells of every sheet, by row and column from 0.
    """
    return _compound(_workbook(sheets, b"".join(_link(place, to) for place, to in (links or {}).items())))


def protected_xls_bytes() -> bytes:
    """A workbook that begins as one under a password: how it is encrypted (MS-XLS 2.4.117) stands behind its first
    record, and nothing else can be read.
    """
    return _compound(_begin(0x0005) + _record(0x002F, struct.pack("<HHH", 1, 1, 1) + bytes(48)))


def _workbook(sheets: Mapping[str, Sequence[Sequence[str | float | Day]]], links: bytes) -> bytes:
    strings = dict.fromkeys(
        cell for rows in sheets.values() for row in rows for cell in row if isinstance(cell, str) and cell
    )
    places = {text: number for number, text in enumerate(strings)}
    bodies = [_sheet(rows, places, links) for rows in sheets.values()]
    # Format 14 is a date; style 1 has it.
    styles = b"".join(_record(0x00E0, struct.pack("<HHH14x", 0, number, 0)) for number in (0, 14))
    shared = struct.pack("<II", len(places), len(places)) + b"".join(_text(each, "<H") for each in places)
    before = _begin(0x0005) + _record(0x0042, struct.pack("<H", 1200)) + styles
    after = _record(0x00FC, shared) + _record(0x000A, b"")
    at = len(before) + sum(len(_bound(0, name)) for name in sheets) + len(after)
    bounds = b""
    for name, body in zip(sheets, bodies, strict=True):
        bounds += _bound(at, name)
        at += len(body)
    return before + bounds + after + b"".join(bodies)


def _sheet(rows: Sequence[Sequence[str | float | Day]], places: Mapping[str, int], links: bytes) -> bytes:
    widest = max(map(len, rows), default=0)
    cells = b"".join(_cells(rows, places))
    size = _record(0x0200, struct.pack("<IIHHH", 0, len(rows), 0, widest, 0))
    return _begin(0x0010) + size + cells + links + _record(0x0A, b"")


def _link(place: tuple[int, int], address: str) -> bytes:
    """[MS-XLS] 2.4.140 (HLink), with a URL moniker of [MS-OSHARED] 2.3.7.6."""
    row, column = place
    url = f"{address}\0".encode("utf-16-le")
    kinds = [bytes.fromhex(each) for each in ("d0c9ea79f9bace118c8200aa004ba90b", "e0c9ea79f9bace118c8200aa004ba90b")]
    content = kinds[0] + struct.pack("<II", 2, 3) + kinds[1] + struct.pack("<I", len(url)) + url
    return _record(0x01B8, struct.pack("<HHHH", row, row, column, column) + content)


def _cells(rows: Sequence[Sequence[str | float | Day]], places: Mapping[str, int]) -> Iterator[bytes]:
    for number, row in enumerate(rows):
        for at, cell in enumerate(row):
            place = struct.pack("<HHH", number, at, isinstance(cell, Day))
            if isinstance(cell, Day):
                yield _record(0x0203, place + struct.pack("<d", cell.serial))
            elif isinstance(cell, int):
                yield _record(0x027E, place + struct.pack("<i", cell << 2 | 2))
            elif isinstance(cell, float):
                yield _record(0x0203, place + struct.pack("<d", cell))
            elif cell in _ERRORS:
                yield _record(0x0205, place + bytes((_ERRORS[cell], 1)))
            elif cell:
                yield _record(0x00FD, place + struct.pack("<I", places[cell]))


def _begin(kind: int) -> bytes:
    return _record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0x0DBB, 0x07CC, 0, 6))


def _bound(at: int, name: str) -> bytes:
    return _record(0x0085, struct.pack("<IH", at, 0) + _text(name, "<B"))


def _text(text: str, length: str) -> bytes:
    return struct.pack(length, len(text)) + b"\x01" + text.encode("utf-16-le")


def _record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def _compound(stream: bytes) -> bytes:
    """One stream in a compound file: a sector of allocations, a sector of names, then its own."""
    size = max(_SHORTEST, -(-len(stream) // _SECTOR) * _SECTOR)
    last = size // _SECTOR + 1
    chain = [_FAT, _END, *range(3, last + 1), _END]
    allocations = struct.pack("<128I", *chain, *[_FREE] * (128 - len(chain)))
    names = _entry("Root Entry", 5, child=1, start=_END, size=0) + _entry(
        "Workbook", 2, child=_FREE, start=2, size=size
    )
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + struct.pack("<16x5H6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<9I", 0, 1, 1, 0, _SHORTEST, _END, 0, _END, 0) + struct.pack("<109I", 0, *[_FREE] * 108)
    return header + allocations + names.ljust(_SECTOR, b"\0") + stream.ljust(size, b"\0")


def _entry(name: str, kind: int, *, child: int, start: int, size: int) -> bytes:
    written = name.encode("utf-16-le")
    head = written.ljust(64, b"\0") + struct.pack("<HBB", len(written) + 2, kind, 1)
    return head + struct.pack("<3I36xIQ", _FREE, _FREE, child, start, size)
