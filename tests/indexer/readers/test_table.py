"""Tables of every kind to rows: what is guessed, where the rows stand, what is refused."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from discovery.catalog.record import Record
from discovery.errors import SourceUnreadable
from indexer.readers.detect import check_readable, detect_format
from indexer.readers.table_encoding import guess_encoding
from indexer.tables.columns import ColumnRule
from indexer.tables.row import decode_row
from indexer.tables.rules import TableRules
from tests.indexer.readers.table_builder import (
    HEADER,
    ROWS,
    Day,
    csv_bytes,
    mapped,
    ods_bytes,
    read_table,
    with_a_cell_at,
    with_a_damaged_part,
    xlsx_bytes,
)

SLIMS = (
    '"Bumi manusia","Text","Cet. 1","9789799731234","Hasta Mitra","1980","535 hlm.; 20 cm","Tetralogi","813 TOE b",'
    '"Indonesia","Jakarta","813","Novel sejarah\\ndari Buru","bumi.jpg","Pramoedya Ananta Toer",'
    '"<Toer, Pramoedya Ananta>","<Fiksi Indonesia><Kolonialisme>","<B001><B002>"\n'
) * 3


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_table_is_read_however_it_was_written(delimiter: str, encoding: str) -> None:
    rows, (shape,) = read_table(csv_bytes(delimiter=delimiter, encoding=encoding))
    assert [row.position for row in rows] == [2, 3, 4, 5]
    assert [decode_row(row.raw).cells["JUDUL"] for row in rows] == [row[1] for row in ROWS]
    assert decode_row(rows[3].raw).cells["PENGARANG"] == "Café Ésprit"
    named = {"utf-8-sig": "utf-8", "cp1252": "windows-1252"}.get(encoding, encoding)
    assert (shape.delimiter, shape.encoding, shape.header, shape.rows) == (delimiter, named, 1, "titles")
    assert shape.columns == {
        "title": ("JUDUL",), "authors": ("PENGARANG",), "publisher": ("PENERBIT",), "year": ("TAHUN",),
        "isbn": ("ISBN",), "call_number": ("NO. PANGGIL",), "subjects": ("SUBJEK",), "copies": ("JUMLAH",),
    }  # fmt: skip


@pytest.mark.parametrize("ends", [b"\n", b"\r", b"\r\n"])
def test_line_ends_of_any_system_divide_rows(ends: bytes) -> None:
    rows, _ = read_table(b"JUDUL,TAHUN" + ends + b"Bumi,1980" + ends + b"Kaca,1988")
    assert [(row.position, dict(decode_row(row.raw).cells)) for row in rows] == [
        (2, {"JUDUL": "Bumi", "TAHUN": "1980"}),
        (3, {"JUDUL": "Kaca", "TAHUN": "1988"}),
    ]


def test_line_in_another_encoding_is_read_and_marked() -> None:
    content = "JUDUL,PENGARANG\nÉtude,Ésprit\nÀ la carte,Zoë\n".encode() + "Café,Renée\n".encode("cp1252")
    rows, (shape,) = read_table(content)
    last = decode_row(rows[2].raw)
    assert shape.encoding == "utf-8"
    assert (last.cells, last.encoding) == ({"JUDUL": "Café", "PENGARANG": "Renée"}, "windows-1252")
    assert [decode_row(row.raw).encoding for row in rows[:2]] == ["", ""]


def test_text_in_another_script_is_read_by_its_own_code_page() -> None:
    lines = "Название,Автор\n" + "Война и мир,Лев Толстой\nМёртвые души,Николай Гоголь\nОтцы и дети,Иван Тургенев\n" * 5
    rules = TableRules((ColumnRule("title", ("Название",)), ColumnRule("authors", ("Автор",))))
    rows, (shape,) = read_table(lines.encode("cp1251"), rules=rules)
    assert shape.encoding == "cp1251"
    assert decode_row(rows[0].raw).cells == {"Название": "Война и мир", "Автор": "Лев Толстой"}


_MACINTOSH = "JUDUL;PENGARANG;TAHUN\rCafé à l’île;Hélène Béranger;1999\rÜber Größe;Jürgen Groß;2001\rPlain;Smith;2003\r"


def test_letters_of_a_macintosh_are_read_as_it_wrote_them() -> None:
    """Excel's CSV (Macintosh): é is 0x8E, which Windows has as Ž, and the sound of è as nothing at all."""
    rows, (shape,) = read_table(_MACINTOSH.encode("mac_roman"))
    assert shape.encoding == "mac_roman"
    assert [list(decode_row(row.raw).cells.values()) for row in rows] == [
        ["Café à l’île", "Hélène Béranger", "1999"],
        ["Über Größe", "Jürgen Groß", "2001"],
        ["Plain", "Smith", "2003"],
    ]


def test_letters_of_dos_are_read_as_it_wrote_them() -> None:
    """Excel's CSV (MS-DOS), and what programs of its time export: é is 0x82, for Windows a low quotation mark."""
    rows, (shape,) = read_table(_MACINTOSH.replace("’", "'").encode("cp850"))
    assert shape.encoding == "cp850"
    assert list(decode_row(rows[0].raw).cells.values()) == ["Café à l'île", "Hélène Béranger", "1999"]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Café Indië, “een” – l’été", "cp1252"),
        ("«Café» ‚naïve‘ „Größe“ Noël cœur … 10‰ ƒ 5", "cp1252"),
        ("kata…kata dan ‚kutip‘ “kutip” – akhir", "cp1252"),
        ("Příliš žluťoučký kůň", "cp1250"),
        (_MACINTOSH, "mac_roman"),
        ("ação à três", "mac_roman"),
    ],
)
def test_letters_of_others_are_not_taken_for_those_of_dos(text: str, encoding: str) -> None:
    assert "cp850" not in guess_encoding([text.encode(encoding)])


@pytest.mark.parametrize(
    "text",
    [
        _MACINTOSH,
        "Café Indië, “een” – l’été",
        "šumař, žurnál, Škoda; kůň",
        "café naïve Noël cœur 10‰",
        "ação à três",
        "Příliš žluťoučký",
    ],
)
@pytest.mark.parametrize("encoding", ["cp1252", "cp1250", "cp850"])
def test_letters_of_windows_and_dos_are_not_taken_for_a_macintoshs(text: str, encoding: str) -> None:
    lines = text.encode(encoding, "ignore").split(b"\r")
    assert "mac_roman" not in guess_encoding(lines)


@pytest.mark.parametrize(
    ("encoding", "title", "author"),
    [("cp1256", "فتح القريب", "محمد بن قاسم"), ("gb18030", "红楼梦", "曹雪芹"), ("cp1251", "Война и мир", "Толстой")],
)
def test_few_titles_in_another_script_are_read_by_its_code_page(encoding: str, title: str, author: str) -> None:
    """A pesantren's list is Latin but for its titles, and a Western letter among them stays one."""
    latin = ("Maktabah Muhammad bin Ahmad Nabhan wa Auladuhu", "Surabaya", "1990", "Rak Kitab Kuning A")
    header = ("JUDUL", "PENGARANG", "PENERBIT", "KOTA", "TAHUN", "RAK")
    told = csv_bytes((header, (title, author, *latin), ("Risalatul Muawanah", "al-Haddad", *latin)), encoding=encoding)
    rows, (shape,) = read_table(told + csv_bytes([("Het café", "Böll", *latin)], encoding="cp1252"))
    assert shape.encoding == encoding
    titles = [decode_row(row.raw).cells["JUDUL"] for row in rows]
    assert titles == [title, "Risalatul Muawanah", "Het café"]


def test_quotation_mark_left_open_costs_its_own_row() -> None:
    content = b'JUDUL,PENGARANG\n"Bumi,Toer\nKaca,"Toer, P."\nJejak,Toer\n'
    rows, _ = read_table(content)
    assert [row.position for row in rows] == [2, 3, 4]
    assert "quotation mark is opened" in decode_row(rows[0].raw).broken
    assert decode_row(rows[1].raw).cells == {"JUDUL": "Kaca", "PENGARANG": "Toer, P."}


def test_row_with_more_cells_than_columns_is_refused_with_its_number() -> None:
    (row,), _ = read_table(b"JUDUL,PENGARANG\nBumi, manusia,Toer\n")
    assert row.position == 2
    assert mapped(row) == (
        "the row has 3 cells, but there are 2 columns; a separator inside a cell needs quotation marks around the cell."
    )


def test_row_with_other_separators_is_refused_and_is_no_title() -> None:
    """Two exports pasted together: the whole row was the title. A title that lists things stays one."""
    content = 'Judul;Pengarang;Tahun\nBumi;Toer;1980\nKaca,"Toer, P.",1988\nAir, api, angin\n'
    rows, _ = read_table(content.encode())
    assert [row.position for row in rows] == [2, 3, 4]
    assert mapped(rows[1]) == (
        "the row is one cell: other marks stand between its values than in the rows above; write the same ones."
    )
    assert decode_row(rows[2].raw).cells == {"Judul": "Air, api, angin"}


def test_rows_above_the_header_and_empty_ones_keep_the_spreadsheets_numbers() -> None:
    content = b"DAFTAR BUKU,,\n,,\nNO,JUDUL,TAHUN\n1,Bumi,1980\n,,\n\n2,Kaca,1988\nNO,JUDUL,TAHUN\n3,Jejak,1985\n"
    rows, (shape,) = read_table(content)
    assert shape.header == 3
    assert [(row.position, decode_row(row.raw).cells.get("JUDUL")) for row in rows] == [
        (4, "Bumi"), (7, "Kaca"), (8, None), (9, "Jejak"),
    ]  # fmt: skip
    assert mapped(rows[2]) == "this row repeats the header."


def test_separator_that_excel_names_is_taken() -> None:
    rows, (shape,) = read_table(b"sep=|\nJUDUL|TAHUN\nBumi|1980\n")
    assert (shape.delimiter, shape.header, rows[0].position) == ("|", 2, 3)


def test_slims_export_without_header_is_known_by_its_form() -> None:
    rows, (shape,) = read_table(SLIMS.encode())
    assert shape.header == 0
    assert "without a header, but these are the columns of a SLiMS export." in shape.remarks
    assert decode_row(rows[0].raw).cells["authors"] == "<Toer, Pramoedya Ananta>"
    assert shape.unused == ("N (image)",)
    assert (shape.columns["title"], shape.columns["type"]) == (("A",), ("B (gmd_name)",))


def test_columns_without_a_header_are_told_by_what_stands_in_them() -> None:
    line = 'INV-{0:04},Judul panjang nomor {0} tentang hal,"Toer, Ani",Balai Pustaka,Jakarta,19{0},813.{0} TOE j\n'
    _, (shape,) = read_table("".join(line.format(number) for number in range(50, 90)).encode())
    assert sorted(shape.columns) == ["authors", "call_number", "copy", "place", "publisher", "title", "year"]
    assert "without a header; the columns were told by what stands in them." in shape.remarks
    assert (shape.columns["copy"], shape.columns["title"], shape.columns["authors"]) == (("A",), ("B",), ("C",))


def test_rest_of_a_slims_export_has_no_title_of_its_authors() -> None:
    """Somebody numbered the rows and took columns out: <Miriam Budiardjo> was the title, and 1 the class."""
    books = [
        (
            "1",
            "Dasar-dasar Ilmu Politik",
            "2008",
            "320 BUD d",
            "<Miriam Budiardjo>",
            "<Ilmu politik><Politik>",
            "<B1><B2>",
        ),
        ("2", "Filsafat Ilmu", "1996", "121 SUR f", "<Jujun S. Suriasumantri>", "<Filsafat>", "<B3>"),
        ("3", "English Grammar", "1994", "425 MUR e", "<Murphy, Raymond><Smalzer, William R.>", "<Grammar>", "<B4>"),
    ]
    rows, (shape,) = read_table(csv_bytes(books, delimiter=";"))
    assert shape.columns == {
        "title": ("B",), "year": ("C",), "call_number": ("D",), "authors": ("E",), "subjects": ("F",), "copy": ("G",),
    }  # fmt: skip
    first = mapped(rows[0])
    assert isinstance(first, Record)
    assert (first.description.title.main, first.holdings[0].copies) == ("Dasar-dasar Ilmu Politik", 2)
    assert [each.number for each in first.description.classifications] == ["320"]


def test_columns_without_a_header_go_by_letter_where_settings_say_so() -> None:
    rules = TableRules((ColumnRule("title", ("B",)), ColumnRule("authors", ("A",))), header=False)
    (row, _), (shape,) = read_table(b"Toer,Bumi\nHirata,Laskar\n", rules=rules)
    assert shape.columns == {"authors": ("A",), "title": ("B",)}
    assert decode_row(row.raw).cells == {"A": "Toer", "B": "Bumi"}


COPIES = (
    "NO INDUK,JUDUL,PENGARANG,NO PANGGIL,STATUS\n"
    "1,Bumi,Toer,813 TOE b,ada\n2,Kaca,Toer,813 TOE k,ada\n3,Bumi,Toer,813 TOE b,hilang\n"
    "4,bumi,Toer,813 TOE b,\n5,,,,\n"
)


def test_rows_of_copies_are_gathered_into_titles() -> None:
    rows, (shape,) = read_table(COPIES.encode())
    assert shape.rows == "copies"
    assert (
        "5 rows of copies are 3 titles; each title counts once, and the 2 rows of further copies count as skipped."
    ) in shape.remarks
    assert shape.further_copies == 2
    assert [(row.position, len(decode_row(row.raw).copies)) for row in rows] == [(2, 3), (3, 1), (6, 1)]


ALIKE = "JUDUL,PENGARANG\n" + "Bumi,Toer\n" * 3 + "Kaca,Toer\n" * 2
NUMBERED = "NO INDUK,JUDUL,PENGARANG\n" + "B-017,Bumi,Toer\n" * 3 + "B-018,Bumi,Toer\nc.1,Kaca,Toer\nc.1,Kaca,Toer\n"


@pytest.mark.parametrize(
    ("content", "sentences", "copies"),
    [
        (
            ALIKE,
            [
                "3 rows are the same as an earlier one in every cell, and counted as a further copy of the same book; "
                "if that is a mistake of the export, take them out."
            ],
            [3, 2],
        ),
        (
            NUMBERED,
            [
                "1 row is the same as an earlier one in every cell, and counted as a further copy of the same book; "
                "if that is a mistake of the export, take them out.",
                "2 rows are the same as an earlier one in every cell, the copy's own number too, and not counted as a "
                "copy again.",
            ],
            [2, 2],
        ),
        (COPIES, [], [2, 1]),
    ],
)
def test_rows_that_are_the_same_in_every_cell_are_told(content: str, sentences: list[str], copies: list[int]) -> None:
    rows, (shape,) = read_table(content.encode(), rules=TableRules(rows="copies"))
    assert [each for each in shape.remarks if "in every cell" in each] == sentences
    records = [each for row in rows if not isinstance(each := mapped(row), str)]
    assert [sum(holding.copies for holding in each.holdings) for each in records] == copies


def test_many_rows_of_copies_are_gathered_through_files(monkeypatch: pytest.MonkeyPatch) -> None:
    whole, _ = read_table(COPIES.encode())
    monkeypatch.setattr("indexer.tables.dealing.HELD", 2)
    dealt, _ = read_table(COPIES.encode())
    assert sorted(dealt) == sorted(whole)


def test_new_years_sheet_of_a_register_holds_copies_as_the_others_do() -> None:
    """Its few rows repeat no title yet: "Bumi" stood there twice, once with the copies of each year."""
    header = ("No Induk", "Judul", "Tahun")
    old = [header, ("001/2023", "Bumi", 1980), ("002/2023", "Bumi", 1980), ("003/2023", "Kaca", 1988)]
    new = [header, ("001/2024", "Bumi", 1980), ("002/2024", "Hujan", 2016)]
    _, shapes = read_table(xlsx_bytes({"2023": old, "2024": new}), "induk.xlsx")
    assert [shape.rows for shape in shapes] == ["copies", "copies"]
    assert "as the copies of an earlier sheet" in shapes[1].remarks[0]
    assert [shape.rows for shape in read_table(xlsx_bytes({"2024": new}), "induk.xlsx")[1]] == ["titles"]


def test_settings_win_over_the_guess_of_titles_or_copies() -> None:
    rows, (shape,) = read_table(COPIES.encode(), rules=TableRules(rows="titles"))
    assert (shape.rows, len(rows)) == ("titles", 5)


def test_copies_gathered_keep_their_identity_when_one_more_comes_and_rows_are_shuffled() -> None:
    head, *lines = COPIES.splitlines()[:-1]
    one = {mapped(row).id for row in read_table("\n".join([head, *lines]).encode())[0]}  # type: ignore[union-attr]
    more = [head, *reversed(lines), "9,Bumi,Toer,813 TOE b,"]
    other = {mapped(row).id for row in read_table("\n".join(more).encode())[0]}  # type: ignore[union-attr]
    assert one == other


def test_titles_keep_their_identity_in_another_order_with_other_row_numbers() -> None:
    one = {mapped(row).id for row in read_table(csv_bytes())[0]}  # type: ignore[union-attr]
    renumbered = [(str(number), *row[1:]) for number, row in enumerate(reversed(ROWS), 70)]
    other = {mapped(row).id for row in read_table(csv_bytes((HEADER, *renumbered)))[0]}  # type: ignore[union-attr]
    assert one == other


def test_workbook_is_read_sheet_by_sheet_with_its_own_row_numbers() -> None:
    header = ("JUDUL", "TAHUN", "ISBN")
    book = xlsx_bytes(
        {"Fiksi": [header, ("Bumi", Day(2015), 140449132)], "Kosong": [], "Catatan": [("jangan lupa",)],
         "Sains": [header, ("Kosmos", 1997.0, 9789799731234.0)]},
        first_row=3,
    )  # fmt: skip
    rows, shapes = read_table(book, "buku.xlsx")
    assert [(row.file, row.position, dict(decode_row(row.raw).cells)) for row in rows] == [
        ("buku.xlsx [Fiksi]", 4, {"JUDUL": "Bumi", "TAHUN": "1905-07-07", "ISBN": "140449132"}),
        ("buku.xlsx [Sains]", 4, {"JUDUL": "Kosmos", "TAHUN": "1997", "ISBN": "9789799731234"}),
    ]
    assert [shape.sheet for shape in shapes] == ["Fiksi", "Sains", ""]
    assert "a sheet was passed over: buku.xlsx [Catatan]" in shapes[2].remarks[0]


def test_formulas_whose_values_were_never_saved_are_counted_and_told_sheet_by_sheet() -> None:
    header = ("JUDUL", "PENGARANG", "TAHUN")
    book = xlsx_bytes(
        {
            "A & B": [header, ("Bumi", '=A1&"<"', "=1979+1"), ("Kaca", "==A2", "1988")],
            "C": [header, ("Jejak", "Toer", "1985")],
            "Catatan": [("=A1",)],
        }
    )
    rows, shapes = read_table(book, "buku.xlsx")
    assert [len(decode_row(row.raw).cells) for row in rows] == [1, 2, 3]
    told = {shape.sheet: [each for each in shape.remarks if "formula" in each] for shape in shapes if shape.sheet}
    assert told == {
        "A & B": [
            "read as empty, since a formula stands there without its value: 2 cells; open the file in a spreadsheet "
            "program, save it there, and give that file."
        ],
        "C": [],
    }


@pytest.mark.parametrize("value", ["<v/>", "<v />", "<v></v>"])
def test_formula_with_an_empty_value_in_no_cell_of_texts_was_never_saved(value: str) -> None:
    """openpyxl writes it so: authors and years were empty, and nobody was told."""
    packed, book = BytesIO(), BytesIO(xlsx_bytes({"A": [("JUDUL", "TAHUN"), ("Bumi", "=1979+1"), ("", "==A1")]}))
    with ZipFile(book) as parts, ZipFile(packed, "w") as copied:
        for name in parts.namelist():
            text = parts.read(name).decode()
            copied.writestr(name, text.replace(' t="str"><f>1979+1</f>', f"><f>1979+1</f>{value}"))
    _, (shape,) = read_table(packed.getvalue(), "buku.xlsx")
    assert [each.partition(";")[0] for each in shape.remarks if "formula" in each] == [
        "read as empty, since a formula stands there without its value: 1 cell"
    ]


def test_a_damaged_sheet_is_named() -> None:
    sheets = {"A": [("JUDUL", "TAHUN"), ("Bumi", "1980")], "B": [("JUDUL", "TAHUN"), ("Kaca", "1988")]}
    with pytest.raises(SourceUnreadable, match="sheet 'B' can't be read"):
        read_table(with_a_damaged_part("xl/worksheets/s2.xml", xlsx_bytes(sheets)), "buku.xlsx")


def test_sheet_named_in_settings_is_the_only_one_read() -> None:
    book = xlsx_bytes({"A": [("JUDUL", "TAHUN"), ("Bumi", "1980")], "B": [("JUDUL", "TAHUN"), ("Kaca", "1988")]})
    rows, _ = read_table(book, "buku.xlsx", TableRules(sheet="B"))
    assert [decode_row(row.raw).cells["JUDUL"] for row in rows] == ["Kaca"]
    with pytest.raises(SourceUnreadable, match=r"buku\.xlsx has no sheet 'C'; it has A, B\."):
        read_table(book, "buku.xlsx", TableRules(sheet="C"))


def test_sheet_that_would_take_all_memory_is_refused_with_what_to_do() -> None:
    book = xlsx_bytes({"A": [("JUDUL", "TAHUN"), ("Bumi", "1980")]})
    with pytest.raises(
        SourceUnreadable, match=r"takes more than 3 GiB .* one cell stands far below or beside all others"
    ):
        read_table(with_a_cell_at("XFD1048576", book), "buku.xlsx")
    rows, _ = read_table(with_a_cell_at("A60000", book), "buku.xlsx")
    assert [row.position for row in rows] == [2, 60_000]


def test_open_document_spreadsheet_is_read() -> None:
    rows, (shape,) = read_table(ods_bytes([("JUDUL", "TAHUN"), ("Bumi", "1980")]), "buku.ods")
    assert (shape.sheet, decode_row(rows[0].raw).cells) == ("Buku", {"JUDUL": "Bumi", "TAHUN": "1980"})


@pytest.mark.parametrize(
    ("content", "rules", "sentence"),
    [
        (b"JUDUL,TAHUN\nBumi,1980\n", TableRules((ColumnRule("title", ("JUDULL",)),)),
         "buku.csv has no column 'JUDULL', which padu.toml names; its columns are: JUDUL, TAHUN."),
        (b"JUDUL,TAHUN\nBumi,1980\n", TableRules(library_column="CABANG"), "has no column 'CABANG'"),
        (b"nama,harga\nmeja,100\nkursi,200\n", TableRules(), "has no column that Padu knows as the title"),
        (b"\n\n,,\n", TableRules(), "buku.csv holds no rows."),
        (b"Access denied for user 'perpus'@'localhost'\n", TableRules(),
         "buku.csv has no header, and nothing else tells that it is a catalogue; it begins with "
         "\"Access denied for user 'perpus'@'localhost'\". If these are titles, write \"Judul\" above them, or say "
         "under [partner.columns]: title = \"A\"; if it is an error message, have it exported again."),
        (b"Maaf, halaman, tidak ada\n", TableRules(), "has no header, and nothing else tells that it is a catalogue"),
        (b"<br />\n<b>Fatal error</b>: x in y on line 3<br />\n", TableRules(), "has no header, and nothing else"),
        (b"PK\x03\x04rubbish", TableRules(), "buku.csv is a damaged or cut-off workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rubbish", TableRules(), "buku.csv is no readable workbook"),
    ],
)  # fmt: skip
def test_table_that_can_not_be_understood_is_refused_in_a_sentence(
    content: bytes, rules: TableRules, sentence: str
) -> None:
    with pytest.raises(SourceUnreadable) as refused:
        read_table(content, rules=rules)
    assert sentence in str(refused.value)


def test_list_of_titles_alone_is_read_where_settings_say_so() -> None:
    rows, _ = read_table(b"Bumi manusia\nKaca\n", rules=TableRules((ColumnRule("title", ("A",)),)))
    assert [list(decode_row(row.raw).cells.values()) for row in rows] == [["Bumi manusia"], ["Kaca"]]


@pytest.mark.parametrize(
    ("begin", "name"),
    [
        (csv_bytes(), "daftar.txt"),
        (b"title;price\na;1\n", "x.csv"),
        (b"JUDUL BUKU\nBumi manusia\nKaca\n", "judul.csv"),
        ("رقم;العنوان;المؤلف\n1;صحيح البخاري;البخاري\n".encode(), "kitab.txt"),
        (xlsx_bytes({"A": [("JUDUL",)]}), "buku"),
        (ods_bytes([("JUDUL",)]), "buku"),
    ],
)
def test_table_is_told_by_its_beginning(begin: bytes, name: str) -> None:
    assert detect_format(begin[:4096], name) == "table"


@pytest.mark.parametrize(
    ("begin", "sentence"),
    [
        (b'<?xml version="1.0"?><collection/>', "is no table"),
        (b"00714cam a2200205 a 4500001\x1e", "is no table"),
        (b"\xef\xbb\xbf\r\n", "is empty"),
    ],
)
def test_file_that_is_no_table_is_refused_whatever_settings_say(begin: bytes, sentence: str) -> None:
    with pytest.raises(SourceUnreadable, match=sentence):
        check_readable(begin, "table", "buku.csv")


@pytest.mark.parametrize(
    "title",
    ['Kajian "Siti Nurbaya"', 'Novel "Laskar Pelangi", karya Andrea', 'Disket 5" untuk pemula', '"Aku" dan "Kau"'],
)
def test_marks_that_an_export_never_doubles_belong_to_the_text(title: str) -> None:
    """SLiMS puts every cell in quotation marks and leaves those of the text as they are."""
    rows = [("Bumi manusia", "Toer", "1980"), (title, "Budi", "2010"), ("Laskar pelangi", "Hirata", "2005")]
    content = "\n".join(",".join(f'"{cell}"' for cell in row) for row in [("judul", "pengarang", "tahun"), *rows])
    read, _ = read_table(content.encode())
    records = [mapped(row) for row in read]
    assert [
        (each.description.title.main, each.description.publication.year) for each in records if isinstance(each, Record)
    ] == [("Bumi manusia", 1980), (title, 2010), ("Laskar pelangi", 2005)]


def test_cell_over_two_lines_with_doubled_marks_at_the_end_of_the_first_stays_one() -> None:
    content = 'judul,tahun,catatan\n"Bumi manusia","1980","a"\n"Aku","1943","Kata ""aku""\nlagi"\n"Kau","1944","b"\n'
    read, _ = read_table(content.encode())
    assert [b"lagi" in row.raw for row in read] == [False, True, False]


@pytest.mark.parametrize(
    ("header", "fields"),
    [
        (
            "Book Id,Title,Author,ISBN,Publisher,Year Published,Original Publication Year",
            "id title authors isbn publisher year",
        ),
        ("Book Id\tTitle\tPrimary Author\tDewey Decimal\tISBN", "id title authors class isbn"),
        (
            "biblionumber,title,author,itemcallnumber,homebranch,copyrightdate",
            "id title authors call_number branch year",
        ),
        ("Titel;Auteur(s);Uitgever;Jaar;Aantal;Opmerkingen", "title authors publisher year copies notes"),
        ("اسم الكتاب;المؤلف;المحقق;رقم التصنيف;عدد النسخ", "title authors editors class copies"),
    ],
)
def test_columns_of_other_programs_and_languages_are_known(header: str, fields: str) -> None:
    mark = next(each for each in "\t;," if each in header)
    _, (shape,) = read_table(f"{header}\n{mark.join(['isi'] * 4)}\n".encode())
    assert sorted(shape.columns) == sorted(fields.split())


def test_formula_that_keeps_zeros_is_the_text_in_it() -> None:
    """Goodreads writes every ISBN so, and where there is none, ="" """
    rows, _ = read_table(
        b'Title,Author,ISBN\nPelangi,Hirata,"=""9793062797"""\nBumi,Toer,="0140449132"\nKaca,Toer,=""\n'
    )
    assert [decode_row(row.raw).cells.get("ISBN", "") for row in rows] == ["9793062797", "0140449132", ""]
