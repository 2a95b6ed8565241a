"""Excel's old binary workbooks are read as XLSX is: text, numbers, dates, errors, sheet by sheet."""

import random

import pytest

from discovery.catalog.record import Record
from discovery.errors import SourceUnreadable
from indexer.readers.table_sheets import is_workbook
from indexer.tables.row import decode_row
from indexer.tables.rules import TableRules
from tests.indexer.readers.table_builder import Day, mapped, read_table, xlsx_bytes
from tests.indexer.readers.xls_builder import xls_bytes

_HEADER = ("NO. INDUK", "JUDUL", "TAHUN", "ISBN", "TANGGAL MASUK", "HARGA")
_BOOKS = (
    _HEADER,
    (17, "Bumi manusia", 1980, 9789799731234.0, Day(44197), 2.5),
    (18, "羅生門 — édisi", "1999", "979-3062-79-7", "", -1),
    (19, "Kaca", Day(2015), "#REF!", "#N/A", 250000),
)
_SHEETS = {"Fiksi": _BOOKS, "Kosong": (), "Catatan": (("jangan lupa",),), "Sains": (_HEADER, (7, "Kosmos", 1997.0))}


def test_text_numbers_dates_and_errors_of_every_sheet_are_read() -> None:
    rows, shapes = read_table(xls_bytes(_SHEETS), "buku.xls")
    assert [(row.file, row.position, dict(decode_row(row.raw).cells)) for row in rows] == [
        (
            "buku.xls [Fiksi]",
            2,
            {
                "NO. INDUK": "17",
                "JUDUL": "Bumi manusia",
                "TAHUN": "1980",
                "ISBN": "9789799731234",
                "TANGGAL MASUK": "2021-01-01",
                "HARGA": "2.5",
            },
        ),
        (
            "buku.xls [Fiksi]",
            3,
            {"NO. INDUK": "18", "JUDUL": "羅生門 — édisi", "TAHUN": "1999", "ISBN": "979-3062-79-7", "HARGA": "-1"},
        ),
        (
            "buku.xls [Fiksi]",
            4,
            {
                "NO. INDUK": "19",
                "JUDUL": "Kaca",
                "TAHUN": "1905-07-07",
                "ISBN": "#REF!",
                "TANGGAL MASUK": "#N/A",
                "HARGA": "250000",
            },
        ),
        ("buku.xls [Sains]", 2, {"NO. INDUK": "7", "JUDUL": "Kosmos", "TAHUN": "1997"}),
    ]
    assert [shape.sheet for shape in shapes] == ["Fiksi", "Sains", ""]


def test_old_workbook_gives_what_the_new_one_gives() -> None:
    assert read_table(xls_bytes(_SHEETS), "buku.xls") == read_table(xlsx_bytes(_SHEETS), "buku.xls")


def test_isbn_that_is_a_number_is_an_isbn_and_one_that_excel_rounded_is_damage() -> None:
    book = xls_bytes({"A": [("JUDUL", "ISBN"), ("Utuh", 9789799731234.0), ("Bulat", 9.79e12), ("Pendek", 140449132)]})
    records = [mapped(row) for row in read_table(book, "buku.xls")[0]]
    found = [
        ([each.value for each in record.description.identifiers], "isbn-damaged" in record.problems)
        for record in records
        if isinstance(record, Record)
    ]
    assert found == [(["9789799731234"], False), ([], True), (["9780140449136"], False)]


def test_a_year_that_excel_took_for_a_day_is_mended() -> None:
    (*_, record) = [mapped(row) for row in read_table(xls_bytes({"A": _BOOKS}), "buku.xls")[0]]
    assert isinstance(record, Record)
    assert record.description.publication.year == 2015


def test_a_cut_or_damaged_workbook_is_refused_with_a_sentence_or_read_and_never_fails() -> None:
    """Forty accidents, the same ones each time: bytes turned over anywhere, and the end cut off."""
    chance, whole = random.Random(1), xls_bytes({"A": _BOOKS})
    ended = set()
    for _ in range(40):
        damaged = bytearray(whole[: chance.choice((len(whole), chance.randrange(len(whole))))])
        for _ in range(chance.randrange(1, 30)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        if not is_workbook(bytes(damaged[:8])):
            continue
        try:
            read_table(bytes(damaged), "buku.xls")
            ended.add("read")
        except SourceUnreadable as refused:
            ended.add(str(refused).partition(" ")[0])
    assert ended == {"read", "buku.xls"}


def test_a_sheet_of_an_old_workbook_is_named_in_settings_like_any_other() -> None:
    rows, _ = read_table(xls_bytes(_SHEETS), "buku.xls", TableRules(sheet="Sains"))
    assert [decode_row(row.raw).cells["JUDUL"] for row in rows] == ["Kosmos"]
    with pytest.raises(SourceUnreadable, match=r"buku\.xls has no sheet 'Lain'; it has Fiksi, "):
        read_table(xls_bytes(_SHEETS), "buku.xls", TableRules(sheet="Lain"))
