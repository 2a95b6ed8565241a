"""Small tables as files of bytes, and what becomes of their rows."""

import random
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import NamedTuple
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from discovery.catalog.record import Record
from indexer.partners import LibraryRule
from indexer.readers.iso2709 import Unreadable
from indexer.readers.table import FileRow, Table
from indexer.tables.columns import ColumnRule, letter
from indexer.tables.reading import TableReading
from indexer.tables.rules import TableRules
from indexer.tables.shape import TableShape

HEADER = ("NO", "JUDUL", "PENGARANG", "PENERBIT", "TAHUN", "ISBN", "NO. PANGGIL", "SUBJEK", "JUMLAH")
ROWS = (
    ("1", "Bumi manusia", "Pramoedya Ananta Toer", "Hasta Mitra", "1980", "9789799731234", "813 TOE b", "Fiksi", "2"),
    ("2", "Laskar pelangi : sebuah novel", "Hirata, Andrea", "Bentang", "2005", "979-3062-79-7", "813 HIR l", "", "1"),
    ("3", 'Kuas 5", cat "minyak"', "Budi; Siti", "Balai Pustaka", "1999", "", "751.4 BUD k", "Lukisan; Seni", "1"),
    ("4", "Resep\nmakanan", "Café Ésprit", "Gramedia", "2010", "-", "641.5 CAF r", "Masakan - Indonesia", ""),
)


class Day(NamedTuple):
    """A cell formatted as a date, by its serial number."""

    serial: int


def csv_bytes(
    rows: Sequence[Sequence[str]] = (HEADER, *ROWS), *, delimiter: str = ",", encoding: str = "utf-8"
) -> bytes:
    """The rows as RFC 4180 writes them."""
    lines = (
        delimiter.join('"' + cell.replace('"', '""') + '"' if set(cell) & set('",;\n\t|') else cell for cell in row)
        for row in rows
    )
    return "\r\n".join(lines).encode(encoding) + b"\r\n"


def read_table(
    content: bytes, name: str = "buku.csv", rules: TableRules | None = None
) -> tuple[list[FileRow], tuple[TableShape, ...]]:
    """All rows of a table, and how it was read."""
    table = Table(BytesIO(content), content[:4096], name, rules or TableRules())
    rows = list(table)
    return rows, tuple(table.shapes)


def mapped(row: FileRow, columns: tuple[ColumnRule, ...] = (), rule: LibraryRule | None = None) -> Record | str:
    """What a row becomes: a record, or the reason why not."""
    try:
        reading = TableReading(row.raw, columns)
    except Unreadable as unreadable:
        return str(unreadable)
    return reading.record(partner="id-a", source_id=reading.identifier, rule=rule or LibraryRule("id-a"))


def mutated(content: bytes, chance: random.Random) -> bytes:
    """`content` with one to six of the accidents that happen to tables on their way."""
    damaged = bytearray(content)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(damaged) + 1)
        until = min(len(damaged), at + chance.randrange(40))
        match chance.randrange(8):
            case 0:
                del damaged[at:until]
            case 1:
                damaged[at:at] = bytes(chance.randrange(256) for _ in range(chance.randrange(1, 5)))
            case 2:
                damaged[at:at] = chance.choice(
                    (b'"', b",", b";", b"\t", b"\n", b"\r", b"\r\n", b"\x00", b'""', b"\xef\xbb\xbf")
                )
            case 3:
                damaged[at:at] = chance.choice(
                    (b"#REF!", b"9.78602E+12", b"<A><B>", b"NULL", b"\xff\xfe", b"\xe9", "Ã©".encode())
                )
            case 4:
                damaged[at:until] = damaged[at:until][::-1]
            case 5:
                damaged[at:at] = damaged[at:until] * chance.randrange(2, 30)
            case 6:
                damaged[at:until] = bytes(damaged[at:until]).upper()
            case 7:
                damaged = damaged[:at] if chance.random() < 0.3 else damaged
    return bytes(damaged)


_PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
    'Id="a" Target="xl/workbook.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>'
    "</Relationships>",
    # Style 1 is a date.
    "xl/styles.xml": '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs>'
    '<xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
}
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def xlsx_bytes(
    sheets: Mapping[str, Sequence[Sequence[str | float | Day]]],
    *,
    first_row: int = 1,
    merged: Sequence[str] = (),
    hidden: str = "",
    links: Mapping[str, str] | None = None,
) -> bytes:
    """A workbook as Excel writes it, as far as cells go; `first_row` leaves rows above the first empty. `merged` are
    ranges of every sheet, `hidden` is a sheet that nobody sees, and `links` are addresses behind cells of every sheet.
    """
    ranges = "".join(f'<mergeCell ref="{each}"/>' for each in merged)
    merges = f"<mergeCells>{ranges}</mergeCells>" if merged else ""
    parts = dict(_PARTS)
    entries, targets = [], ['<Relationship Id="s" Target="styles.xml" Type="' + _REL + '/styles"/>']
    for number, (name, rows) in enumerate(sheets.items(), 1):
        state = ' state="hidden"' if name == hidden else ""
        entries.append(f'<sheet name="{escape(name)}" sheetId="{number}"{state} r:id="r{number}"/>')
        targets.append(f'<Relationship Id="r{number}" Target="worksheets/s{number}.xml" Type="{_REL}/worksheet"/>')
        lines = "".join(_xlsx_row(at, row) for at, row in enumerate(rows, first_row))
        linked, related = _xlsx_links(links or {})
        parts[f"xl/worksheets/s{number}.xml"] = (
            f'<worksheet {_MAIN} xmlns:r="{_REL}"><sheetData>{lines}</sheetData>{merges}{linked}</worksheet>'
        )
        parts |= {f"xl/worksheets/_rels/s{number}.xml.rels": related} if links else {}
    parts["xl/workbook.xml"] = f'<workbook {_MAIN} xmlns:r="{_REL}"><sheets>{"".join(entries)}</sheets></workbook>'
    parts["xl/_rels/workbook.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{''.join(targets)}</Relationships>"
    )
    return _zipped(parts)


def _xlsx_links(links: Mapping[str, str]) -> tuple[str, str]:
    """The element of a sheet that names the cells, and the part that has their addresses; Excel keeps what stands
    behind # beside the cell.
    """
    cells, targets = "", ""
    for number, (cell, target) in enumerate(links.items(), 1):
        address, _, place = target.partition("#")
        location = f' location="{escape(place)}"' if place else ""
        cells += f'<hyperlink ref="{cell}" r:id="l{number}"{location}/>'
        targets += (
            f'<Relationship Id="l{number}" Target="{escape(address)}" TargetMode="External" Type="{_REL}/hyperlink"/>'
        )
    schema = "http://schemas.openxmlformats.org/package/2006/relationships"
    return (
        f"<hyperlinks>{cells}</hyperlinks>" if links else "",
        f'<Relationships xmlns="{schema}">{targets}</Relationships>',
    )


def with_a_cell_at(place: str, book: bytes) -> bytes:
    """An XLSX workbook whose first sheet has one more cell."""
    row = "".join(filter(str.isdecimal, place))
    cell = f'<row r="{row}"><c r="{place}"><v>1</v></c></row></sheetData>'
    with ZipFile(BytesIO(book)) as packed:
        parts = {name: packed.read(name).decode() for name in packed.namelist()}
    first = "xl/worksheets/s1.xml"
    return _zipped({**parts, first: parts[first].replace("</sheetData>", cell)})


def with_a_damaged_part(name: str, book: bytes) -> bytes:
    """A workbook in which what is compressed of one part can't be taken apart any more."""
    with ZipFile(BytesIO(book)) as packed:
        at = packed.getinfo(name).header_offset + 30 + len(name)  # APPNOTE 4.3.7: the header of a file without extras
    return book[:at] + b"\xff" * 8 + book[at + 8 :]


def _xlsx_row(number: int, row: Sequence[str | float | Day]) -> str:
    cells = []
    for at, value in enumerate(row):
        place = f"{letter(at)}{number}"
        if isinstance(value, Day):
            cells.append(f'<c r="{place}" s="1"><v>{value.serial}</v></c>')
        elif isinstance(value, str) and value.startswith("="):
            # As programs write a formula that they don't calculate; "==" is one whose value is an empty text.
            saved = "<v></v>" if value.startswith("==") else ""
            cells.append(f'<c r="{place}" t="str"><f>{escape(value.lstrip("="))}</f>{saved}</c>')
        elif isinstance(value, str) and value.startswith("#"):
            cells.append(f'<c r="{place}" t="e"><v>{value}</v></c>')
        elif isinstance(value, str):
            cells.append(f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>' if value else "")
        else:
            cells.append(f'<c r="{place}"><v>{value}</v></c>')
    return f'<row r="{number}">{"".join(cells)}</row>'


def ods_bytes(
    rows: Sequence[Sequence[object]],
    *,
    merged: Mapping[tuple[int, int], int] | None = None,
    indented: bool = False,
    protected: bool = False,
    links: Mapping[tuple[int, int], str] | None = None,
) -> bytes:
    """A spreadsheet as LibreOffice writes it, with one sheet of text; `merged` says how many rows the cells in some
    places (row and column from 0) go over, whose other cells are covered. `indented` puts each row and cell in a line
    of its own, as Gnumeric does; `protected` tells of a password as far as the list of parts does. `links` are
    addresses behind cells, by their places.
    """
    between = "\n    " if indented else ""
    spans = merged or {}
    covered = {(row + below, place) for (row, place), count in spans.items() for below in range(1, count)}
    behind = links or {}
    name = "urn:oasis:names:tc:opendocument:xmlns"
    lines = between.join(
        f"<table:table-row>{between}"
        + between.join(
            "<table:covered-table-cell/>"
            if (at, place) in covered
            else f'<table:table-cell table:number-rows-spanned="{spans.get((at, place), 1)}" '
            f'office:value-type="string"><text:p>{_ods_text(str(cell), behind.get((at, place), ""))}</text:p>'
            "</table:table-cell>"
            for place, cell in enumerate(row)
        )
        + f"{between}</table:table-row>"
        for at, row in enumerate(rows)
    )
    listed = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>" if protected else ""
    return _zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{name}:manifest:1.0">{listed}'
            "</manifest:manifest>",
            "content.xml": f'<office:document-content xmlns:office="{name}:office:1.0" xmlns:table="{name}:table:1.0" '
            f'xmlns:text="{name}:text:1.0" xmlns:xlink="http://www.w3.org/1999/xlink">'
            f'<office:body><office:spreadsheet><table:table table:name="Buku">'
            f"{between}{lines}{between}"
            "</table:table></office:spreadsheet></office:body></office:document-content>",
        }
    )


def _ods_text(text: str, address: str) -> str:
    return f'<text:a xlink:href="{escape(address)}">{escape(text)}</text:a>' if address else escape(text)


def _zipped(parts: Mapping[str, str]) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, text in parts.items():
            # The form is told by the archive's first bytes.
            archive.writestr(name, text, ZIP_STORED if name == "mimetype" else ZIP_DEFLATED)
    return packed.getvalue()
