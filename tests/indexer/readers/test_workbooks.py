"""Workbooks as the programs of the field write them: Excel, LibreOffice, Gnumeric, SheetJS."""

import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from discovery.catalog.record import Record
from discovery.errors import SourceUnreadable
from indexer.readers.number_formats import read_format, shown_number
from indexer.tables.row import decode_row
from indexer.tables.rules import TableRules
from tests.indexer.readers.table_builder import HEADER, ROWS, mapped, ods_bytes, read_table, xlsx_bytes
from tests.indexer.readers.xls_builder import protected_xls_bytes, xls_bytes

_WORKBOOKS = Path(__file__).parents[2] / "data" / "workbooks"


@pytest.mark.parametrize("name", ["libreoffice.ods", "libreoffice.xlsx", "libreoffice.xls", "gnumeric.xls"])
def test_cells_say_what_they_show(name: str) -> None:
    """The columns' formats are 00000"/PERPUS/2020", 0000000000000, 000.0 and 0" eks"; two formulas have no value, nor
    has the sum below them. The programs themselves wrote these files.
    """
    rows, _ = read_table((_WORKBOOKS / name).read_bytes(), name)
    assert [dict(decode_row(row.raw).cells) for row in rows] == [
        {"NO. INDUK": "00017/PERPUS/2020", "JUDUL": "Bumi yang jauh", "PENGARANG": "Sari, Dewi", "TAHUN": "1998",
         "ISBN": "0000439023483", "KLAS": "005.1", "JUMLAH": "2 eks"},
        {"NO. INDUK": "00018/PERPUS/2020", "JUDUL": "Laut kita", "PENGARANG": "Hadi, Budi", "TAHUN": "2004",
         "ISBN": "9789799731234", "KLAS": "813", "JUMLAH": "1 eks"},
        {"NO. INDUK": "12019/PERPUS/2020", "JUDUL": "Kamus kecil", "PENGARANG": "Tim", "TAHUN": "#N/A",
         "ISBN": "#DIV/0!", "KLAS": "030", "JUMLAH": "1 eks"},
        {},
    ]  # fmt: skip
    first, *_, third, total = map(mapped, rows)
    assert isinstance(first, Record)
    assert isinstance(third, Record)
    assert [each.value for each in first.description.identifiers] == ["9780439023481"]
    assert (first.holdings[0].copies, first.problems, third.problems) == (2, (), ("cell-error",))
    assert total == "this row is a total, and no title."


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("0", None), ("General", None), ("0.00", None), ("#,##0", None), ("0%", None), ("0.00E+00", None), ("@", None),
        ("DD/MM/YYYY", None), ("_(* 0_)", None), ("[$Rp-421]#,##0.00", None), ("[<100]000;0", None),
        ("00000", "00007"), ("000.0", "007"), ("[Red]000", "007"), ("[$-421]000;-000", "007"),
        ('00"/"0000', "00/0007"), ('"INV-"0000', "INV-0007"), ("\\B\\-000", "B-007"), ('"2020-"000', "2020-007"),
        ('0" eks"', "7 eks"), ("0-000-00000-0", "0-000-00000-7"),
    ],
)  # fmt: skip
def test_format_of_zeros_or_words_is_told_from_that_of_a_day_an_amount_or_a_plain_number(
    code: str, shown: str | None
) -> None:
    known = read_format(code)
    assert (known.shown("7") if known else None) == shown


@pytest.mark.parametrize(
    ("shown", "number", "kept"),
    [
        ("00007", "7", "00007"), ("00012/PERPUS/2020", "12", "00012/PERPUS/2020"), ("12/P/2020", "12", "12/P/2020"),
        ("2020-007", "7", "2020-007"), ("3 eks", "3", "3 eks"),
        ("978-602-0300-01-3", "9786020300013", "978-602-0300-01-3"),
        ("006.1", "6.1", "006.1"), ("006", "6.1", "006.1"), ("030.0", "30", "030"), ("006,1 x", "6.12", "006.12 x"),
        ("6,1", "6.1", "6.1"), ("642", "641.5", "641.5"), ("1,200", "1200", "1200"), ("1 200", "1200", "1200"),
        ("5.00", "5", "5"), ("Rp75,000.00", "75000", "75000"), ("9.79E+12", "9790000000000", "9790000000000"),
        ("1E+00", "1", "1"), ("(3)", "3", "3"), ("-5", "-5", "-5"), ("0", "0", "0"), ("", "7", "7"),
    ],
)  # fmt: skip
def test_zeros_and_words_that_a_file_shows_are_told_from_amounts_and_rounded_numbers(
    shown: str, number: str, kept: str
) -> None:
    assert shown_number(shown, number) == kept


@pytest.mark.parametrize("book", [xls_bytes, xlsx_bytes])
def test_broken_numbers_keep_the_digits_that_the_spreadsheet_shows(book: Callable[..., bytes]) -> None:
    """What a formula reckoned is 3.3000000000000003 in the file, and 3.3 in the cell."""
    rows, _ = read_table(book({"A": [("JUDUL", "KLAS"), ("Kosmos", 1.1 * 3), ("Kaca", 641.5), ("Bumi", 297.311)]}))
    assert [decode_row(row.raw).cells["KLAS"] for row in rows] == ["3.3", "641.5", "297.311"]


def test_spreadsheet_with_line_ends_between_its_cells_is_read_as_one_without() -> None:
    """Gnumeric and SheetJS indent what LibreOffice writes in one line."""
    table = (HEADER, *ROWS)
    assert read_table(ods_bytes(table, indented=True), "buku.ods") == read_table(ods_bytes(table), "buku.ods")


@pytest.mark.parametrize("content", [ods_bytes([("JUDUL",)], protected=True), protected_xls_bytes()])
def test_workbook_under_a_password_is_told_as_that(content: bytes) -> None:
    with pytest.raises(SourceUnreadable) as refused:
        read_table(content, "buku")
    assert str(refused.value) == "buku is protected by a password; save the sheet as CSV or XLSX without a password."


def test_damage_that_stops_the_reader_itself_is_told_as_damage() -> None:
    """A selection (MS-XLS 2.4.248) that became another record stops calamine instead of being an error to it."""
    content = bytearray((_WORKBOOKS / "libreoffice.xls").read_bytes())
    content[0x670] = 0x52
    with pytest.raises(SourceUnreadable, match=r"^buku is a damaged workbook; open it "):
        read_table(bytes(content), "buku")


def test_columns_of_a_very_wide_sheet_are_told_in_part() -> None:
    wide = [f"X{number}" for number in range(900)]
    _, (shape,) = read_table(
        xlsx_bytes({"A": [["JUDUL", "PENGARANG", "TAHUN", *wide], ["Bumi", "Toer", "1980", *wide]]})
    )
    assert shape.sentences()[0].endswith(" X28, X29 and 870 more.")
    with pytest.raises(SourceUnreadable, match=r"its columns are: X0, .*X29 and 870 more\. Say which"):
        read_table(xlsx_bytes({"A": [wide, ["Bumi"] * 900]}), rules=TableRules(header=True))


@contextmanager
def _no_room() -> Iterator[None]:
    """No file can be written, of processes that are started here too: what a full disk does, for anybody."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("name", ["libreoffice.ods", "libreoffice.xlsx", "libreoffice.xls"])
def test_a_disk_without_room_is_no_fault_of_the_workbook(name: str) -> None:
    content = (_WORKBOOKS / name).read_bytes()
    said = r"^libreoffice\.\w+ can't be read, as no temporary file can be written \(.*\): make room on the disk "
    with _no_room(), pytest.raises(SourceUnreadable, match=said):
        read_table(content, name)
