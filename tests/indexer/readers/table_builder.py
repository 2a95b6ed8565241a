"""Small tables as files of bytes, and what becomes of their rows."""

import random
from collections.abc import Sequence
from io import BytesIO

from discovery.catalog.record import Record
from indexer.partners import LibraryRule
from indexer.readers.iso2709 import Unreadable
from indexer.readers.table import FileRow, Table
from indexer.tables.columns import ColumnRule
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
