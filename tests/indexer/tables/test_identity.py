"""Titles without an identifier: known again in the next export, and told apart where their words are the same."""

import random
from collections.abc import Sequence

import pytest

from indexer.report import SourceRecord
from indexer.tables.columns import column_map
from indexer.tables.identity import TitlesApart
from indexer.tables.reading import TableReading, given_identifier
from indexer.tables.row import decode_row
from indexer.tables.rules import TableRules
from tests.indexer.readers.table_builder import csv_bytes, ods_bytes, read_table, xlsx_bytes

_HEADER = ("No", "Judul", "Pengarang", "Penerbit", "Tahun", "Jumlah")
_BOOKS = (
    ("1", "Bumi manusia : sebuah roman", "Pramoedya Ananta Toer", "Hasta Mitra", "1980", "2"),
    ("2", "Matematika", "Subchan", "Kemendikbud", "2018", "40"),
    ("3", "Matematika", "Kanginan", "Erlangga", "2018", "12"),
    ("4", "Tafsir Al-Azhar", "Hamka", "", "", "1"),
)
_TITLES = TableRules(rows="titles")


def told(*tables: tuple[bytes, str], rules: TableRules | None = None) -> tuple[list[SourceRecord], TitlesApart]:
    """The rows of a partner's tables as they are mapped, and what was made of their likeness."""
    rules = rules or TableRules()
    apart = TitlesApart(column_map(rules.columns), lambda text: bool(given_identifier(text)))
    rows = (row for content, name in tables for row in read_table(content, name, rules)[0])
    return list(apart.told(SourceRecord(row.file, row.position, "table", row.raw) for row in rows)), apart


def _known(rows: Sequence[Sequence[str]], name: str = "buku.csv") -> set[str]:
    content = csv_bytes(rows) if name.endswith("csv") else xlsx_bytes({"Buku": rows})
    return {TableReading(each.raw, ()).identifier for each in told((content, name), rules=_TITLES)[0]}


@pytest.mark.parametrize(
    "rows",
    [
        [(*_HEADER, "Rak", "ISBN", "Subjek"), *((*row, "A1", "9789799731234", "Fiksi") for row in _BOOKS)],
        [_HEADER, *((*row[:5], "99") for row in _BOOKS)],
        [_HEADER, *reversed(_BOOKS)],
        [("No.", "JUDUL BUKU", "PENULIS", "THN"), *((row[0], row[1], row[2], row[4]) for row in _BOOKS)],
        [_HEADER, *((*row[:4], f"cet. 2, {row[4]}" if row[4] else "", row[5]) for row in _BOOKS)],
        [_HEADER, ("", "BUMI MANUSIA: sebuah roman", "Toer, Pramoedya Ananta", "", "1980", ""), *_BOOKS[1:]],
        [
            ("Judul", "Anak Judul", *_HEADER[2:]),
            *((*(row[1].split(" : ") if " : " in row[1] else (row[1], "")), *row[2:]) for row in _BOOKS),
        ],
    ],
)
def test_title_is_known_again_in_another_export(rows: Sequence[Sequence[str]]) -> None:
    before = _known([_HEADER, *_BOOKS])
    assert len(before) == 4
    assert _known(rows) == before
    assert _known(rows, "daftar baru.xlsx") == before


def test_title_is_known_again_in_an_open_document() -> None:
    assert _known([_HEADER, *_BOOKS]) == {
        TableReading(each.raw, ()).identifier for each in told((ods_bytes([_HEADER, *_BOOKS]), "buku.ods"))[0]
    }


def test_another_author_or_year_is_another_title() -> None:
    (one,) = _known([_HEADER, _BOOKS[0]])
    other = ("1", "Bumi manusia : sebuah roman", "Pramoedya Ananta Toer", "Hasta Mitra", "1981", "2")
    assert one not in _known([_HEADER, other])
    assert one not in _known([_HEADER, ("1", other[1], "Andrea Hirata", *other[3:4], "1980", "2")])


_ALIKE = (
    ("Judul", "Pengarang", "ISBN", "Rak", "Penerbit"),
    ("Tafsir", "Hamka", "9789792280029", "A", ""),
    ("Tafsir", "Hamka", "9789792280036", "A", ""),
    ("Tafsir", "Hamka", "", "B", "Mizan"),
    ("Tafsir", "Hamka", "", "C", "Mizan"),
    ("Tafsir", "Hamka", "", "C", "Mizan"),
)


def test_titles_of_the_same_words_are_told_apart_in_any_order() -> None:
    head, *rows = _ALIKE
    before = _known([head, *rows])
    chance = random.Random(7)
    for _ in range(10):
        chance.shuffle(rows)
        records, _ = told((csv_bytes([head, *rows]), "buku.csv"), rules=_TITLES)
        known = [TableReading(each.raw, ()).identifier for each in records]
        assert (len(known), len(set(known)), set(known)) == (5, 4, before)


def test_textbook_of_a_class_more_leaves_those_of_others_their_identifiers() -> None:
    head, *rows = (("Judul", "Kelas"), *(("Matematika", level) for level in ("VII", "VIII", "IX")))
    before = _known([head, *rows])
    assert len(before) == 3
    assert before < _known([head, *rows, ("Matematika", "VII A")])


def test_copies_of_textbooks_of_several_classes_are_several_titles() -> None:
    rows = [(str(number), "Matematika", "VIII" if number > 2 else "VII") for number in range(1, 5)]
    records, _ = told((csv_bytes([("No Induk", "Judul", "Kelas"), *rows]), "buku.csv"))
    assert [len(decode_row(each.raw).copies) for each in records] == [2, 2]


def test_a_volume_more_leaves_the_others_their_identifiers() -> None:
    head, *rows = _ALIKE
    before = _known([head, *rows])
    more = _known([head, *rows, ("Tafsir", "Hamka", "9789792280043", "A", "")])
    assert before < more
    assert len(more) == 5


_COPIES = "No Induk,Judul,Pengarang,Status\n{}1,Bumi,Toer,\n{}2,Bumi,Toer,\n{}3,Kaca,Toer,\n"


def test_copies_of_one_title_in_several_tables_are_put_together() -> None:
    tables = [(_COPIES.format(*[year] * 3).encode(), f"{year}.csv") for year in ("19/0", "20/0", "21/0")]
    records, apart = told(*tables, rules=TableRules(rows="copies"))
    assert [(each.file, each.position, len(decode_row(each.raw).copies)) for each in records] == [
        ("19/0.csv", 2, 6),
        ("19/0.csv", 4, 3),
    ]
    (shape,) = apart.shapes()
    assert (shape.further_copies, shape.remarks) == (
        4,
        (
            "copies of a title that an earlier sheet or file has too were put together with those: 4 times, which "
            "count as skipped.",
        ),
    )


def test_copies_that_a_second_table_repeats_are_told() -> None:
    book = b"Judul,Pengarang,Status\nBumi,Toer,baik\nBumi,Toer,baik\n"
    records, apart = told((book, "buku.csv"), (book, "buku (1).csv"), rules=TableRules(rows="copies"))
    assert [len(decode_row(each.raw).copies) for each in records] == [4]
    assert apart.shapes()[0].remarks[1] == (
        "1 row is the same as an earlier one in every cell, and counted as a further copy of the same book; if that is "
        "a mistake of the export, take them out."
    )


def test_copies_with_an_identifier_are_put_together_by_it() -> None:
    book = "ID,Judul,No Induk\n7,{0},{0}1\n7,{0},{0}2\n"
    tables = [(book.format(title).encode(), f"{title}.csv") for title in ("Bumi", "Bumi manusia")]
    (record,), _ = told(*tables, rules=TableRules(rows="copies"))
    assert len(decode_row(record.raw).copies) == 4


def test_many_titles_are_told_apart_through_files(monkeypatch: pytest.MonkeyPatch) -> None:
    tables = [(csv_bytes(_ALIKE), "buku.csv"), (csv_bytes([_HEADER, *_BOOKS]), "b.csv")]
    whole, _ = told(*tables, rules=_TITLES)
    monkeypatch.setattr("indexer.tables.dealing.HELD", 2)
    dealt, _ = told(*tables, rules=_TITLES)
    assert sorted(dealt, key=str) == sorted(whole, key=str)
    assert len(dealt) == 9


def test_other_titles_under_one_identifier_are_told() -> None:
    """Sheets that each number their rows from 1 under "ID": all but the first sheet's were left out without a word."""
    first = [("ID", "Judul", "Tahun"), (1, "Bumi", 1980), (2, "Kaca", 1988)]
    second = [("ID", "Judul", "Tahun"), (1, "Fisika", 2001), (2, "Kaca", 1988)]
    _, apart = told((xlsx_bytes({"A": first, "B": second}), "buku.xlsx"))
    (shape,) = apart.shapes()
    assert shape.file == "buku.xlsx [B]"
    assert shape.remarks[0].startswith("1 row has the identifier of an earlier row but another title")
    assert told((xlsx_bytes({"A": first}), "buku.xlsx"))[1].shapes() == ()
