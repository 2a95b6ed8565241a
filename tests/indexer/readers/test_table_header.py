"""Headers as people draw them, and the rows of a printed list that are no titles."""

from collections.abc import Sequence
from io import BytesIO
from zipfile import ZipFile

import pytest

from discovery.catalog.holding import Holding
from discovery.catalog.record import Record
from discovery.errors import SourceUnreadable
from indexer.readers.table import FileRow
from indexer.tables.columns import ColumnRule
from indexer.tables.row import decode_row
from indexer.tables.rules import TableRules
from tests.indexer.readers.table_builder import csv_bytes, mapped, ods_bytes, read_table, xlsx_bytes

Rows = Sequence[Sequence[str | float]]


def cells_of(rows: Sequence[FileRow]) -> list[dict[str, str]]:
    """What each row says, by column."""
    return [dict(decode_row(row.raw).cells) for row in rows]


def reasons(rows: Sequence[FileRow]) -> dict[int, str]:
    """Row → why it is no title."""
    return {row.position: said for row in rows if isinstance(said := mapped(row), str)}


_FEW_KNOWN = ("Tgl", "No Induk", "Pengarang", "Judul", "Asal", "Harga", "Warna", "Bahan", "Sumber", "Paraf")


@pytest.mark.parametrize(
    "header", [_FEW_KNOWN, ("No", "Nama Mahasiswa", "NIM", "Judul Skripsi", "Pembimbing I", "Prodi", "Ruang kuliah")]
)
def test_header_is_known_by_a_few_of_many_columns(header: Sequence[str]) -> None:
    rows, (shape,) = read_table(csv_bytes([("DAFTAR",), header, tuple(f"isi {at}" for at in range(len(header)))]))
    assert (shape.header, len(rows)) == (2, 1)
    assert "authors" in shape.columns
    assert "title" in shape.columns


_TWO_LINES: Rows = [
    ("TAMAN BACAAN",),
    ("No", "Judul Buku", "Pengarang", "Jumlah", "", "Rak"),
    ("", "", "", "Judul", "Eks", ""),
    (1, 2, 3, 4, 5, 6),
    (1, "Bumi", "Toer", 1, 3, "A"),
    (2, "Kaca", "Toer", 1, 2, "B"),
]


@pytest.mark.parametrize("merged", [(), ("A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:F3")])
def test_header_of_two_lines_and_numbers_is_read_as_one(merged: Sequence[str]) -> None:
    rows, (shape,) = read_table(xlsx_bytes({"Buku": _TWO_LINES}, merged=merged), "buku.xlsx")
    assert cells_of(rows) == [
        {"Judul Buku": "Bumi", "Pengarang": "Toer", "Jumlah Judul": "1", "Jumlah Eks": "3", "Rak": "A"},
        {"Judul Buku": "Kaca", "Pengarang": "Toer", "Jumlah Judul": "1", "Jumlah Eks": "2", "Rak": "B"},
    ]
    assert (shape.header, shape.columns["copies"], shape.unused) == (2, ("Jumlah Eks",), ("Jumlah Judul",))
    assert shape.remarks[1:3] == (
        "the header was read from the rows 2 and 3 together.",
        "row 4 only numbers the columns, and was passed over.",
    )


def test_column_whose_own_name_goes_over_two_lines_is_no_hindrance() -> None:
    """ "Jml" over "Eks" beside columns that share a name: the imprint's columns were told as unused."""
    book: Rows = [
        ("No", "Judul", "Impresum", "", "", "Jml", "Ket."),
        ("", "", "Kota", "Penerbit", "Tahun", "Eks", ""),
        (1, "Bumi", "Jakarta", "Balai Pustaka", 1980, 3, "Baik"),
    ]
    merged = ("A1:A2", "B1:B2", "C1:E1", "G1:G2")
    _, (shape,) = read_table(xlsx_bytes({"Buku": book}, merged=merged), "buku.xlsx")
    assert (shape.columns["publisher"], shape.columns["copies"], shape.unused) == (("Penerbit",), ("Jml Eks",), ())


def test_columns_that_settings_name_by_one_row_are_called_so() -> None:
    rules = TableRules((ColumnRule("title", ("Judul Buku",)), ColumnRule("copies", ("E",))))
    rows, (shape,) = read_table(xlsx_bytes({"Buku": _TWO_LINES}), "buku.xlsx", rules)
    assert (shape.columns["copies"], shape.columns["title"]) == (("E",), ("Judul Buku",))
    assert cells_of(rows)[-1] == {"Judul Buku": "Kaca", "Pengarang": "Toer", "Jumlah": "1", "E": "2", "Rak": "B"}


def test_column_takes_its_name_from_the_line_above_where_titles_stand_in_the_second() -> None:
    rows, (shape,) = read_table(
        csv_bytes([("No", "Buku", "", "Lokasi"), ("", "Judul", "Pengarang", "Rak"), ("1", "Bumi", "Toer", "A")])
    )
    assert (shape.header, cells_of(rows)) == (2, [{"Judul": "Bumi", "Pengarang": "Toer", "Rak": "A"}])


def test_heading_of_a_section_below_the_header_is_no_second_line() -> None:
    rows, (shape,) = read_table(csv_bytes([("", "Judul", "Tahun"), ("FIKSI", "", ""), ("1", "Bumi", "1980")]))
    assert (shape.header, reasons(rows).keys()) == (1, {2})


def test_blocks_side_by_side_are_each_read() -> None:
    header = ("No", "Judul", "Pengarang", "", "No", "Judul", "Pengarang")
    rows, (shape,) = read_table(csv_bytes([header, ("1", "Bumi", "Toer", "", "2", "Laskar", "Hirata"), ("3", "Kaca")]))
    assert [row.position for row in rows] == [2, 2, 3]
    assert cells_of(rows) == [
        {"Judul": "Bumi", "Pengarang": "Toer"},
        {"Judul": "Laskar", "Pengarang": "Hirata"},
        {"Judul": "Kaca"},
    ]
    assert "the header stands 2 times side by side; each block was read." in shape.remarks


def test_second_table_below_the_first_is_read_by_its_own_header() -> None:
    rows, (shape,) = read_table(
        b"No,Judul,Pengarang,Tahun\n1,Bumi,Toer,1980\nNo,Nama Majalah,Penerbit,Tahun\n1,Tempo,Grafiti,1990\n"
    )
    assert cells_of(rows) == [
        {"Judul": "Bumi", "Pengarang": "Toer", "Tahun": "1980"},
        {"Nama Majalah": "Tempo", "Penerbit": "Grafiti", "Tahun": "1990"},
    ]
    assert "other columns begin in row 3: what stands below was read by that header." in shape.remarks


_PRINTED = (
    "No,Judul,Pengarang,Tahun,Jumlah\n1,2,3,4,5\n1,Bumi,Toer,1980,2\n,JUMLAH HALAMAN INI,,,2\n"
    "No,Judul,Pengarang,Tahun,Jumlah\n1,2,3,4,5\n2,Total,Budi,1990,1\nTotal buku:,,,,3\n"
)


def test_totals_and_repeated_headers_are_no_titles_and_say_so() -> None:
    rows, (shape,) = read_table(_PRINTED.encode())
    assert reasons(rows) == {
        4: "this row is a total, and no title.",
        5: "this row repeats the header.",
        6: "this row only numbers the columns.",
        8: "this row is a total, and no title.",
    }
    assert [each.get("Judul") for each in cells_of(rows) if each] == ["Bumi", "Total"]
    assert any("rows were taken for titles: 0 of 2 repeat a title" in each for each in shape.remarks)


def test_total_of_something_is_no_title_where_rows_are_numbered() -> None:
    """A book was called "Jumlah Buku Kelas VII", and "Jumlah Karya Umum" in the column of numbers was refused."""
    book: Rows = [
        ("No", "Judul", "Pengarang", "Jumlah"),
        (1, "Bumi", "Toer", 2),
        ("", "Jumlah Buku Kelas VII", "", 60),
        ("Sub total karya umum", "", "", 60),
        (2, "Jumlah penduduk Jember", "", 1),
    ]
    rows, _ = read_table(xlsx_bytes({"Buku": book}), "buku.xlsx")
    assert reasons(rows) == dict.fromkeys((3, 4), "this row is a total, and no title.")
    unnumbered = csv_bytes([("Judul", "Pengarang", "Jumlah"), ("Bumi", "Toer", "2"), ("Jumlah penduduk", "", "1")])
    assert reasons(read_table(unnumbered)[0]) == {}


def test_header_far_down_is_found_where_it_is_certain() -> None:
    rows, (shape,) = read_table(
        csv_bytes([(f"Kop surat {at}",) for at in range(40)] + [_FEW_KNOWN, ("",) * 3 + ("Bumi",)])
    )
    assert (shape.header, [row.position for row in rows]) == (41, [42])


def test_second_column_of_numbers_counts_issues() -> None:
    content = b"No,Nama Majalah,Nomor,Tahun\n1,Tempo,12,1990\n2,Tempo,13,1990\n"
    rows, (shape,) = read_table(content, rules=TableRules(rows="titles"))
    assert [each.get("Nomor") for each in cells_of(rows)] == ["12", "13"]
    assert [each.get("No") for each in cells_of(rows)] == [None, None]
    assert shape.unused == ("Nomor",)


def test_marks_for_the_same_as_above_are_spelt_out() -> None:
    book: Rows = [
        ("No", "Judul", "Pengarang", "Tahun", "No Induk"),
        (1, "Kamus", "Echols", 2003, "B-101"),
        (2, '"', "''", "idem", "B-102"),
        (3, "sda", "– ” –", "s.d.a", "B-103"),
        (4, "Idem dan lain-lain", "", 2004, "B-104"),
    ]
    rows, (shape,) = read_table(xlsx_bytes({"Buku": book}), "buku.xlsx")
    assert [(row.position, len(decode_row(row.raw).copies)) for row in rows] == [(2, 3), (5, 1)]
    assert cells_of(rows)[1]["Judul"] == "Idem dan lain-lain"
    assert "6 cells say \"the same as above\" (idem, sda, ''), and took what stands there." in shape.remarks


def test_the_same_as_above_of_another_volume_is_that_title_with_it() -> None:
    """Readers were shown "idem jilid 2"."""
    book: Rows = [
        ("No", "Judul", "Pengarang", "Tahun"),
        (1, "ENSIKLOPEDI INDONESIA JILID 1", "Shadily", 1980),
        (2, "idem jilid 2", "idem", 1981),
        (3, '   "   Jil. III', '"', 1982),
        (4, "Matematika", "Budi", 2014),
        (5, "sda Kelas VIII", "sda", 2014),
        (6, "Idem velle", "", 2004),
    ]
    rows, (shape,) = read_table(xlsx_bytes({"Buku": book}), "buku.xlsx")
    assert [each["Judul"] for each in cells_of(rows)] == [
        "ENSIKLOPEDI INDONESIA JILID 1",
        "ENSIKLOPEDI INDONESIA jilid 2",
        "ENSIKLOPEDI INDONESIA Jil. III",
        "Matematika",
        "Matematika Kelas VIII",
        "Idem velle",
    ]
    assert "6 cells say \"the same as above\" (idem, sda, ''), and took what stands there." in shape.remarks


_REGISTER: Rows = [
    ("No", "Judul", "Pengarang", "Rak", "No. Inventaris", "Kondisi", "Harga"),
    (1, "Bumi", "Toer", "A1", "00123/SMA/2019", "Baik", 45000),
    ("", "", "", "", "00124/SMA/2019", "Hilang", 45000),
    ("No", "Judul", "Pengarang", "Rak", "No. Inventaris", "Kondisi", "Harga"),
    ("", "", "", "B2", "00125/SMA/2019", "", ""),
    (2, "Kaca", "Toer", "A1", "00126/SMA/2019", "Baik", ""),
    ("", "", "Hamka", "", "00127/SMA/2019", "Baik", ""),
    ("", "", "", "", "00128/SMA/2019", "Baik", ""),
    (3, "Rumah", "Toer", "A1", "00129/SMA/2019", "Baik", ""),
]


def test_copies_whose_title_is_left_blank_below_it_are_that_titles() -> None:
    """They were refused, each by itself; a row that tells of a book of its own still is, with what it says."""
    rows, (shape,) = read_table(xlsx_bytes({"Buku": _REGISTER}), "buku.xlsx")
    records = [each for row in rows if not isinstance(each := mapped(row), str)]
    assert shape.rows == "copies"
    assert [(each.description.title.main, each.holdings) for each in records] == [
        ("Bumi", (Holding("id-a", shelf="A1", copies=1), Holding("id-a", shelf="B2", copies=1))),
        ("Kaca", (Holding("id-a", shelf="A1", copies=1),)),
        ("Rumah", (Holding("id-a", shelf="A1", copies=1),)),
    ]
    assert [row for row, said in reasons(rows).items() if said.startswith("no title, but a copy's number")] == [7, 8]
    assert "2 rows hold a copy's number and no title, and took the title that stands above." in shape.remarks
    assert any("1 more" not in each and "2 more are numbers of copies below a title" in each for each in shape.remarks)


def test_numbers_for_books_to_come_are_no_copies() -> None:
    """A register is numbered to the end of the page before anything is entered."""
    to_come: Rows = [("", "", "", "", f"00{number}/SMA/2019") for number in range(130, 140)]
    rows, (shape,) = read_table(xlsx_bytes({"Buku": [*_REGISTER, *to_come]}), "buku.xlsx")
    assert shape.rows == "copies"
    assert len(reasons(rows)) == 1 + 2 + len(to_come)


_INVENTORY: Rows = [
    ("No", "No. Inventaris", "Judul", "Tahun", "Jumlah", "Penerbit"),
    (1, "B-001", "Biologi", 2014, 3, "Erlangga"),
    ("", "B-002"),
    ("", "B-003"),
    (2, "B-004", "Fisika", 2014, 1, "Erlangga"),
]


_MERGED = ("A2:A4", "C2:C4", "D2:D4", "E2:E4", "F2:F4")
_IN_ODS = ods_bytes(
    [(*row, *[""] * (6 - len(row))) for row in _INVENTORY], merged={(1, place): 3 for place in (0, 2, 3, 4, 5)}
)


@pytest.mark.parametrize(
    ("book", "name"),
    [(xlsx_bytes({"Buku": _INVENTORY}, merged=_MERGED), "buku.xlsx"), (_IN_ODS, "buku.ods")],
    ids=("XLSX", "ODS"),
)
def test_text_of_a_merged_cell_counts_for_all_its_rows(book: bytes, name: str) -> None:
    rows, (shape,) = read_table(book, name)
    assert (shape.rows, shape.further_copies) == ("copies", 2)
    records = [each for row in rows if not isinstance(each := mapped(row), str)]
    told = [(each.description.title.main, each.description.publication.year) for each in records]
    assert told == [("Biologi", 2014), ("Fisika", 2014)]
    assert [each.holdings[0].copies for each in records] == [3, 1]
    assert any("2 of 4 repeat a title, 2 of them in a merged cell" in each for each in shape.remarks)


def test_row_that_only_goes_on_in_merged_cells_is_told() -> None:
    book: Rows = [("Judul", "Pengarang", "Tahun"), ("Bumi", "Toer", 1980), ("", "Hirata", "")]
    rows, _ = read_table(xlsx_bytes({"Buku": book}, merged=("A2:A3",)), "buku.xlsx")
    assert reasons(rows) == {
        3: "this row goes on in merged cells and tells of no copy; put all that is said of a title in one row."
    }


def test_hidden_sheet_is_passed_over_unless_settings_name_it() -> None:
    header = ("Judul", "Tahun")
    book = xlsx_bytes({"Buku": [header, ("Bumi", 1980)], "Lama": [header, ("Kaca", 1988)]}, hidden="Lama")
    rows, shapes = read_table(book, "buku.xlsx")
    assert [each["Judul"] for each in cells_of(rows)] == ["Bumi"]
    assert shapes[-1].sentences() == (
        "buku.xlsx: the hidden sheet 'Lama' was passed over; if it belongs to the catalogue, show it, or say "
        'sheet = "Lama".',
    )
    rows, _ = read_table(book, "buku.xlsx", TableRules(sheet="Lama"))
    assert [each["Judul"] for each in cells_of(rows)] == ["Kaca"]


def test_cover_before_the_list_is_no_title() -> None:
    book = {"Sampul": [("LAPORAN KOLEKSI",), ("Perpustakaan SMP 1",)], "Buku": [("Judul", "Tahun"), ("Bumi", 1980)]}
    rows, shapes = read_table(xlsx_bytes(book), "buku.xlsx")
    assert [each["Judul"] for each in cells_of(rows)] == ["Bumi"]
    assert shapes[-1].remarks == (
        "a sheet was passed over: buku.xlsx [Sampul] has no header, and too little tells what its columns are; write "
        "their names above them.",
    )


@pytest.mark.parametrize("borrower", ["Nama Siswa", "Nama"])
def test_list_of_loans_is_not_read(borrower: str) -> None:
    loans = ("No", borrower, "Judul Buku", "Tgl Pinjam", "Tgl Kembali")
    rows, shapes = read_table(
        xlsx_bytes({"Buku": [("Judul", "Tahun"), ("Bumi", 1980)], "Pinjam": [loans, (1, "Ani", "Bumi", "5/1", "")]}),
        "buku.xlsx",
    )
    assert len(rows) == 1
    assert f"buku.xlsx [Pinjam] tells who borrowed what ({borrower}, Tgl Pinjam)" in shapes[-1].remarks[0]
    with pytest.raises(SourceUnreadable, match="a list of loans is no catalogue"):
        read_table(csv_bytes([loans, ("1", "Ani", "Bumi", "5/1", "")]))


def test_name_that_only_gathers_those_below_it_is_no_part_of_them() -> None:
    rows: Rows = [
        ("No", "Judul", "Penerbitan", "", "", "Jumlah", "", "ISBN"),
        ("", "", "Kota", "Penerbit", "Tahun", "Judul", "Eks", ""),
        (1, "Bumi", "Jakarta", "Hasta Mitra", 1980, 1, 3, "9789799731234"),
        (2, "Kaca", "Jakarta", "Hasta Mitra", 1988, 1, 2, ""),
    ]
    read, (shape,) = read_table(xlsx_bytes({"Buku": rows}), "buku.xlsx")
    assert cells_of(read)[0] == {
        "Judul": "Bumi", "Kota": "Jakarta", "Penerbit": "Hasta Mitra", "Tahun": "1980", "Jumlah Judul": "1",
        "Jumlah Eks": "3", "ISBN": "9789799731234",
    }  # fmt: skip
    assert shape.unused == ("Jumlah Judul",)


def test_headings_of_sections_and_the_signature_are_no_titles_and_say_so() -> None:
    rows: Rows = [
        ("No", "Judul", "Pengarang", "Tahun"),
        ("A. FIKSI",),
        (1, "Bumi", "Toer", 1980),
        (2, "Kaca", "Toer", 1988),
        ("", "", "Toer"),
        ("Surabaya, 2 Mei 2020",),
    ]
    read, _ = read_table(xlsx_bytes({"Buku": rows}), "buku.xlsx")
    heading = "this row holds one cell and no title: a heading or a remark."
    no_title = "no title: the cell for it is empty or shows an error in this row; write one, or delete the row."
    assert reasons(read) == {2: heading, 5: no_title, 6: heading}
    copies: Rows = [rows[0], rows[1], *rows[2:3] * 2, rows[5]]
    _, (shape,) = read_table(xlsx_bytes({"Buku": copies}), "buku.xlsx", TableRules(rows="copies"))
    assert any(each.startswith("2 rows of copies are 1 title;") for each in shape.remarks)
    in_text, _ = read_table(csv_bytes([rows[0], rows[1], ("1", "Bumi", "Toer", "1980"), ("2", "Kaca", "Toer", "1988")]))
    assert reasons(in_text) == {2: no_title}


def test_signatures_below_the_total_are_no_titles_wherever_they_stand() -> None:
    rows: Rows = [
        ("No", "Judul", "Pengarang", "Tahun"),
        ("1", "Bumi", "Toer", "1980"),
        ("", "", "Jumlah", "1"),
        ("2", "Kaca", "Toer", "1988"),
        ("", "", "Toer", "1988"),
        ("", "", "Total", "2"),
        ("", "", "", "Mengetahui,"),
        ("", "", "Kepala Sekolah", "Petugas"),
        ("", "Lampiran", "Toer", "1988"),
        ("", "", "Toer", "1988"),
    ]
    signed = "this row stands below the total and holds no title: a remark, or a signature."
    no_title = "no title: the cell for it is empty or shows an error in this row; write one, or delete the row."
    total = "this row is a total, and no title."
    for read, _ in (read_table(csv_bytes(rows)), read_table(xlsx_bytes({"Buku": rows}), "buku.xlsx")):
        assert reasons(read) == {3: total, 5: no_title, 6: total, 7: signed, 8: signed, 10: no_title}


@pytest.mark.parametrize(
    "said",
    ["Jumlah s.d. halaman ini", "Jumlah s/d hal. ini", "Jumlah dipindahkan", "Jumlah pindahan dari halaman sebelumnya"],
)
def test_what_a_page_of_a_register_carries_over_is_no_title(said: str) -> None:
    rows: Rows = [
        ("No", "Judul", "Pengarang", "Jumlah"),
        ("1", "Bumi", "Toer", "3"),
        ("", said, "", "3"),
        ("2", "Jumlah dan deret", "", "1"),
    ]
    read, _ = read_table(xlsx_bytes({"Buku": rows}), "buku.xlsx")
    assert reasons(read) == {3: "this row is a total, and no title."}


_ON_LABEL: Rows = [("813", "AND", "l"), ("297.4", "RAS", "f")]


@pytest.mark.parametrize(
    "header",
    [
        [("Judul", "Pengarang", "No. Panggil")],
        [("Judul", "Pengarang", "No. Panggil"), ("", "", "Klas", "Pengarang", "Judul")],
        [("Judul", "Pengarang", "Call No 1", "Call No 2", "Call No 3")],
        [("Judul", "Pengarang", "No. Klasifikasi")],
        [("Judul", "Pengarang", "Klasifikasi"), ("", "", "No", "Pengarang", "Judul")],
    ],
)
def test_shelf_mark_in_three_columns_is_one_and_its_letters_are_no_author(header: Rows) -> None:
    """Pelangi by Andrea Hirata was by "AND", and stood at 813 with all other novels."""
    books = [("Pelangi", "Andrea Hirata", *_ON_LABEL[0]), ("Fiqh", "Sulaiman Rasjid", *_ON_LABEL[1])]
    rows, (shape,) = read_table(xlsx_bytes({"Buku": [*header, *books]}), "buku.xlsx")
    records = [found for row in rows if isinstance(found := mapped(row), Record)]
    assert [each.holdings[0].call_number for each in records] == ["813 AND l", "297.4 RAS f"]
    assert [each.description.classifications[0].number for each in records] == ["813", "297.4"]
    assert [tuple(name.name for name in each.description.contributors) for each in records] == [
        ("Andrea Hirata",), ("Sulaiman Rasjid",),
    ]  # fmt: skip
    assert (len(shape.columns.get("call_number") or shape.columns["class"]), shape.unused) == (3, ())


def test_nameless_column_of_something_else_is_no_piece_of_the_shelf_mark() -> None:
    books = [("Pelangi", "813 AND l", "Rak 3"), ("Fiqh", "297.4 RAS f", "Rak 1")]
    _, (shape,) = read_table(csv_bytes([("Judul", "No. Panggil", ""), *books]))
    assert (shape.columns["call_number"], shape.unused) == (("No. Panggil",), ("C",))


def test_shelf_mark_of_columns_that_settings_list_is_one() -> None:
    header = ("Judul", "Kelas", "3 Huruf", "1 Huruf")
    rules = (ColumnRule("call_number", header[1:]),)
    (row,), _ = read_table(csv_bytes([header, ("Pelangi", *map(str, _ON_LABEL[0]))]), "buku.csv", TableRules(rules))
    found = mapped(row, rules)
    assert isinstance(found, Record)
    assert found.holdings[0].call_number == "813 AND l"


def test_columns_and_rows_that_ods_writes_once_for_several_keep_merged_cells_in_their_places() -> None:
    many = '<table:table-cell table:number-columns-repeated="2" '
    book = ods_bytes(
        [
            ("Judul", "Seri", "Bagian", "Tahun", "Pengarang"),
            ("Bumi", "A", "A", "1980", "Toer"),
            ("Kaca", "B", "B", "1981", ""),
        ],
        merged={(1, 4): 2},
    )
    with ZipFile(BytesIO(book)) as packed:
        parts = {each: packed.read(each).decode() for each in packed.namelist()}
    for letter in "AB":
        plain = f'<table:table-cell table:number-rows-spanned="1" office:value-type="string"><text:p>{letter}</text:p>'
        cell = f"{plain}</table:table-cell>"
        assert cell * 2 in parts["content.xml"]
        once = cell.replace("<table:table-cell ", many)
        parts["content.xml"] = parts["content.xml"].replace(cell * 2, once)
    repeated = BytesIO()
    with ZipFile(repeated, "w") as archive:
        for part, text in parts.items():
            archive.writestr(part, text)
    rows, _ = read_table(repeated.getvalue(), "buku.ods", TableRules(rows="copies"))
    assert [(each["Judul"], each["Pengarang"]) for each in cells_of(rows)] == [("Bumi", "Toer"), ("Kaca", "Toer")]
