"""Tables of a web page as sheets: what many systems write when they are asked for Excel, and call .xls.

Yii's grids do (https://demos.krajee.com/grid#grid-export), on which INLISLite is built.
"""

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import BinaryIO

from lxml import etree, html

from discovery.errors import SourceUnreadable
from indexer.readers.table_links import is_address
from indexer.readers.table_text import RawRow

# A page is held in memory while it is read, as a tree of many times its size.
MAX_PAGE = 32 << 20
_PAGE = re.compile(
    rb"[\s\x00]*(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\x00]*<(?:!doctype\s+html|html|head|body|meta|style|table)\b",
    re.IGNORECASE,
)
_OF_TABLES = re.compile(rb"<table\b|urn:schemas-microsoft-com:office:excel", re.IGNORECASE)
_CALLED = frozenset({".xls", ".xlsx"})
# As wide as a spreadsheet can be.
_WIDEST = 16_384


def is_page(begin: bytes) -> bool:
    """Whether a file that begins so is a web page."""
    return _PAGE.match(begin.replace(b"\x00", b"") if begin[:2] in (b"\xff\xfe", b"\xfe\xff") else begin) is not None


def looks_exported(begin: bytes, name: str) -> bool:
    """Whether a page that begins so is a table rather than a page that somebody saved by mistake."""
    called = PurePath(name.removesuffix(".gz")).suffix.lower() in _CALLED
    return is_page(begin) and (called or _OF_TABLES.search(begin) is not None)


class PageTables:
    """The tables of a page, in the order in which they stand; tables within tables are their cells' text.

    Raises SourceUnreadable when there is none, or the page is too large.
    """

    hidden: tuple[str, ...] = ()
    unsaved = 0

    def __init__(self, stream: BinaryIO, name: str) -> None:
        content = stream.read(MAX_PAGE + 1)
        if len(content) > MAX_PAGE:
            raise SourceUnreadable(
                f"{name} is a web page larger than {MAX_PAGE >> 20} MiB; open it in a spreadsheet program and save it "
                "as XLSX or CSV."
            )
        self._tables = _outermost(content)
        if not self._tables:
            raise SourceUnreadable(
                f"{name} is a web page without a table, not a catalogue; was it saved from an error or login page?"
            )
        self.sheets = tuple(f"table {number}" for number in range(1, len(self._tables) + 1))

    def rows(self, sheet: str) -> Iterator[RawRow]:
        """A table's filled rows, numbered as a spreadsheet program would number them."""
        spanned: dict[int, tuple[int, str]] = {}
        for position, row in enumerate(_rows(self._tables[self.sheets.index(sheet)]), 1):
            cells, filled, addresses = _cells(row, spanned)
            if any(cells):
                yield RawRow(position, cells, filled=tuple(filled), addresses=tuple(addresses))


def _outermost(content: bytes) -> list[html.HtmlElement]:
    try:
        page = html.document_fromstring(content, parser=html.HTMLParser(encoding=_encoding(content), no_network=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return []
    return [table for table in page.iter("table") if next(table.iterancestors("table"), None) is None]


def _encoding(content: bytes) -> str | None:
    """None: as the page itself says."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return (
            None
            if b"charset" in content[:4096].lower() or content[:2] in (b"\xff\xfe", b"\xfe\xff")
            else "windows-1252"
        )
    return "utf-8"


def _rows(table: html.HtmlElement) -> Iterator[html.HtmlElement]:
    return (row for row in table.iter("tr") if next(row.iterancestors("table")) is table)


def _cells(
    row: html.HtmlElement, spanned: dict[int, tuple[int, str]]
) -> tuple[list[str], list[int], list[tuple[int, str]]]:
    """A row's cells, the places of those that began in a row above, and the addresses behind some; `spanned` is what
    goes on below.
    """
    cells: list[str] = []
    filled: list[int] = []
    addresses: list[tuple[int, str]] = []
    for cell in row.iterchildren("td", "th"):
        _go_on(cells, filled, spanned)
        text = _text(cell)
        leading = (link.get("href") or "" for link in cell.iter("a"))
        addresses += [(len(cells), address) for address in leading if is_address(address)][:1]
        down = _span(cell, "rowspan")
        if down > 1:
            spanned[len(cells)] = (down - 1, text)
        cells += [text, *[""] * (min(_span(cell, "colspan"), _WIDEST - len(cells)) - 1)]
    _go_on(cells, filled, spanned)
    return cells, filled, addresses


def _go_on(cells: list[str], filled: list[int], spanned: dict[int, tuple[int, str]]) -> None:
    while len(cells) in spanned:
        left, text = spanned.pop(len(cells))
        if left > 1:
            spanned[len(cells)] = (left - 1, text)
        filled.append(len(cells))
        cells.append(text)


def _span(cell: html.HtmlElement, name: str) -> int:
    said = cell.get(name, "1").strip()
    return min(max(int(said), 1), _WIDEST) if said.isascii() and said.isdecimal() else 1


def _text(cell: html.HtmlElement) -> str:
    """As a browser shows it: blanks run together, <br> and blocks begin a line; LibreOffice writes a remark on the cell
    as <comment>.
    """
    pieces: list[str] = []
    for each in cell.iter():
        if each is not cell and each.tag in ("br", "p", "div", "li"):
            pieces.append("\n")
        if each.tag not in ("script", "style", "comment") and isinstance(each.tag, str):
            pieces.append(re.sub(r"\s+", " ", each.text or ""))
        if each is not cell:
            pieces.append(re.sub(r"\s+", " ", each.tail or ""))
    return "\n".join(line for piece in "".join(pieces).split("\n") if (line := piece.strip()))
