"""A school's spreadsheet from padu.toml to the index, through the real command line."""

import json
from pathlib import Path

from discovery.search.document import decode_display
from discovery.search.request import SearchRequest
from discovery.search.tree import All
from tests.indexer.installations import PARTNER, SETTINGS, engine_of, indexed, padu
from tests.indexer.readers.table_builder import xlsx_bytes

_PARTNER = """\
[[library]]
code = "id-a"
name = "Sekolah A"
kind = "school"
[[library]]
code = "id-b"
name = "Sekolah B"
kind = "school"
[[partner]]
code = "id-a"
source = "buku.csv"
library_from = "UNIT"
libraries = { A = "id-a", B = "id-b" }
tolerance = 1
"""
_BOOKS = (
    "NO INDUK;JUDUL;PENGARANG;TAHUN;ISBN;UNIT\n"
    "1;Bumi manusia;Pramoedya Ananta Toer;1980;9789799731234;A\n"
    "2;Bumi manusia;Pramoedya Ananta Toer;1980;9789799731234;B\n"
    "3;Laskar pelangi;Andrea Hirata;2005;9.79E+12;A\n"
    "4;;Andrea Hirata;2006;;A\n"
)


def installed(folder: Path, books: str) -> Path:
    """A partner whose catalogue is this table."""
    (folder / "buku.csv").write_text(books, encoding="utf-8")
    path = folder / "padu.toml"
    path.write_text(SETTINGS + _PARTNER, encoding="utf-8")
    return path


def test_table_of_copies_becomes_titles_with_the_libraries_that_hold_them(tmp_path: Path) -> None:
    settings = installed(tmp_path, _BOOKS)
    result = padu(settings, "sync", "--json")
    (partner,) = json.loads(result.stdout)["partners"]
    assert {name: partner[name] for name in ("format", "loaded", "unchanged", "deleted", "skipped", "rejected")} == {
        "format": "table", "loaded": 2, "unchanged": 0, "deleted": 0, "skipped": 1, "rejected": 1,
    }  # fmt: skip
    assert partner["problems"] == {"no identifier": 2, "isbn-damaged": 1}
    (shape,) = partner["tables"]
    assert (shape["rows"], shape["delimiter"], shape["columns"]["title"]) == ("copies", ";", ["JUDUL"])
    assert sorted((title, libraries) for title, _, libraries in indexed(settings).values()) == [
        ("Bumi manusia", ("id-a", "id-b")),
        ("Laskar pelangi", ("id-a",)),
    ]
    (refused,) = json.loads(padu(settings, "rejected", "id-a", "--json").stdout)
    assert (refused["file"], refused["position"]) == ("buku.csv", 5)


def test_table_again_is_unchanged_and_a_row_taken_out_is_withdrawn(tmp_path: Path) -> None:
    settings = installed(tmp_path, _BOOKS)
    padu(settings, "sync")
    (again,) = json.loads(padu(settings, "sync", "--json").stdout)["partners"]
    assert (again["unchanged"], again["loaded"], again["skipped"], again["rejected"]) == (2, 0, 1, 1)
    installed(tmp_path, _BOOKS.replace("3;Laskar pelangi;Andrea Hirata;2005;9.79E+12;A\n", ""))
    (less,) = json.loads(padu(settings, "sync", "--json").stdout)["partners"]
    assert (less["unchanged"], less["withdrawn"]) == (1, 1)
    installed(tmp_path, _BOOKS.replace("Bumi manusia", "Bumi"))
    assert "id-a: 1 record taken out, no longer in its source." in padu(settings, "sync", "--allow-deletions").stdout


def test_dry_run_shows_how_the_table_was_understood(tmp_path: Path) -> None:
    settings = installed(tmp_path, _BOOKS)
    shown = padu(settings, "sync", "--dry-run").stdout
    said = " ".join(shown.split())
    assert (
        "buku.csv: separated by semicolon, in utf-8; header in row 1; rows are copies. Columns: copy = NO INDUK,"
        in said
    )
    assert "4 rows of copies are 3 titles" in said
    assert "held by: id-a; id-b copies: 2 identifier:" in said
    assert "buku.csv, row 5: no title" in said


def test_column_that_settings_name_and_the_table_lacks_stops_the_run_with_a_sentence(tmp_path: Path) -> None:
    settings = installed(tmp_path, _BOOKS.replace("UNIT", "CABANG"))
    result = padu(settings, "sync")
    assert result.exit_code == 2
    assert "buku.csv has no column 'UNIT', which padu.toml names; its columns are: NO INDUK, JUDUL," in result.stderr


_APART = 'copies_source = "eksemplar.csv"\n'
_TITLES = (
    "JUDUL;PENGARANG;NO PANGGIL\n"
    "Bumi manusia;Pramoedya Ananta Toer;813 TOE b\n"
    "Pengantar;Budi;340 BUD p\n"
    "Pengantar;Siti;657 SIT p\n"
)
_COPIES = (
    "NO INDUK;JUDUL;NO PANGGIL;LOKASI;STATUS\n"
    "1;Bumi Manusia;813 TOE B;Referensi;\n"
    "2;Bumi manusia;813 TOE b;Umum;\n"
    "3;Bumi manusia;813 TOE b;Umum;hilang\n"
    "4;Pengantar;657 SIT p;Umum;\n"
    "5;Kaca;813 KAC k;Umum;\n"
)


def apart(folder: Path, copies: str) -> Path:
    """A partner whose titles and copies stand in tables of their own."""
    (folder / "buku.csv").write_text(_TITLES, encoding="utf-8")
    (folder / "eksemplar.csv").write_text(copies, encoding="utf-8")
    path = folder / "padu.toml"
    path.write_text(SETTINGS + _PARTNER.partition("library_from")[0] + 'library = "id-a"\n' + _APART, encoding="utf-8")
    return path


def held(settings: Path, title: str) -> list[tuple[str, str, int]]:
    """Branch and shelf, shelf mark and number of copies of all records with this title, as the index has them."""
    engine = engine_of(settings)
    try:
        results = engine.search(SearchRequest(All(), size=100))
        records = [decode_display(hit.display) for hit in results.hits]
    finally:
        engine.close()
    return sorted(
        (", ".join(filter(None, (each.branch, each.shelf))), each.call_number, each.copies)
        for record in records
        if record.description.title.main == title
        for each in record.holdings
    )


def test_copies_in_a_table_of_their_own_join_their_titles_by_title_and_shelf_mark(tmp_path: Path) -> None:
    settings = apart(tmp_path, _COPIES)
    (partner,) = json.loads(padu(settings, "sync", "--json").stdout)["partners"]
    assert (partner["loaded"], partner["skipped"], partner["rejected"]) == (3, 5, 0)
    titles, copies = partner["tables"]
    assert (titles["rows"], copies["rows"]) == ("titles", "copies")
    assert copies["remarks"] == [
        "4 of 5 copies belong to 2 titles; the titles count, and the copies count as skipped.",
        "left out, since their title isn't in the table of titles: 1 (in row 6); a copy's identifier, or its title and "
        "shelf mark, must be those of its title's row.",
    ]
    assert held(settings, "Bumi manusia") == [("Referensi", "813 TOE B", 1), ("Umum", "813 TOE b", 1)]
    assert held(settings, "Pengantar") == [("", "340 BUD p", 0), ("Umum", "657 SIT p", 1)]


def test_copy_more_changes_its_title_and_no_other_record(tmp_path: Path) -> None:
    padu(apart(tmp_path, _COPIES), "sync")
    settings = apart(tmp_path, _COPIES + "6;Bumi manusia;813 TOE b;Umum;\n")
    (partner,) = json.loads(padu(settings, "sync", "--json").stdout)["partners"]
    assert (partner["loaded"], partner["unchanged"], partner["withdrawn"]) == (1, 2, 0)
    padu(settings, "rebuild", "--remap")
    assert held(settings, "Bumi manusia") == [("Referensi", "813 TOE B", 1), ("Umum", "813 TOE b", 2)]


def test_titles_whose_table_of_copies_is_gone_are_left_as_they_are(tmp_path: Path) -> None:
    settings = apart(tmp_path, _COPIES)
    padu(settings, "sync")
    (tmp_path / "eksemplar.csv").unlink()
    result = padu(settings, "sync", "--json")
    (partner,) = json.loads(result.stdout)["partners"]
    assert (result.exit_code, partner["failure"]) == (2, f"There is no file or folder {tmp_path / 'eksemplar.csv'}.")
    assert held(settings, "Bumi manusia") == [("Referensi", "813 TOE B", 1), ("Umum", "813 TOE b", 1)]


def test_what_a_table_of_copies_is_like_is_said_in_a_section_of_its_own(tmp_path: Path) -> None:
    """Another separator and encoding than the titles', no header, a banner's worth of columns nobody could guess."""
    copies = "Umum*Pusat*1*Kébon*tersedia\nUmum*Cabang*1*Kébon*hilang\nUmum*Cabang*3*Kébon*tersedia\n"
    settings = apart(tmp_path, "")
    (tmp_path / "buku.csv").write_text("biblio_id;JUDUL\n1;Bumi manusia\n2;Pengantar\n3;Kaca\n", encoding="utf-8")
    (tmp_path / "eksemplar.csv").write_bytes(copies.encode("cp1252"))
    form = (
        '[partner.copies_table]\ndelimiter = "*"\nencoding = "windows-1252"\nheader = false\nlibrary_from = "B"\n'
        '[partner.copies_table.columns]\nid = "C"\nshelf = "D"\nstatus = 5\n'
    )
    settings.write_text(settings.read_text() + 'libraries = { Cabang = "id-b" }\n' + form)
    shown = " ".join(padu(settings, "sync", "--dry-run").stdout.split())
    assert (
        "eksemplar.csv: separated by '*', in cp1252; no header row; rows are copies. Columns: id = C, shelf = D, "
        "status = E. Not used: A."
    ) in shown
    (partner,) = json.loads(padu(settings, "sync", "--json").stdout)["partners"]
    assert (partner["loaded"], partner["skipped"]) == (3, 3)
    assert [held(settings, title) for title in ("Bumi manusia", "Pengantar", "Kaca")] == [
        [("Pusat, Kébon", "", 1)],
        [("", "", 0)],
        [("Kébon", "", 1)],
    ]
    assert {title: libraries for title, _, libraries in indexed(settings).values()} == {
        "Bumi manusia": ("id-a",),
        "Pengantar": ("id-a",),
        "Kaca": ("id-b",),
    }
    padu(settings, "rebuild", "--remap")
    assert held(settings, "Kaca") == [("Kébon", "", 1)]


def test_column_of_copies_that_settings_name_and_their_table_lacks_stops_the_run_with_a_sentence(
    tmp_path: Path,
) -> None:
    settings = apart(tmp_path, _COPIES)
    settings.write_text(settings.read_text() + '[partner.copies_table.columns]\nshelf = "RAK"\n')
    result = padu(settings, "sync")
    assert result.exit_code == 2
    assert (
        "eksemplar.csv has no column 'RAK', which padu.toml names; its columns are: NO INDUK, JUDUL," in result.stderr
    )


def test_folder_of_titles_and_copies_is_told_how_they_come_together(tmp_path: Path) -> None:
    settings = apart(tmp_path, _COPIES)
    settings.write_text(settings.read_text().replace(_APART, "").replace('"buku.csv"', '"*.csv"'))
    said = " ".join(padu(settings, "sync", "--dry-run").stdout.split())
    assert "some tables hold titles and others copies" in said
    assert 'name them as copies_source; if all list copies, say so: rows = "copies".' in said


def test_two_exports_of_slims_without_headers_come_together(tmp_path: Path) -> None:
    titles = "".join(
        f'"{title}","Text","","{isbn}","Bentang","2005","529 hlm.","","{mark}","Indonesia","Yogyakarta","813","","","",'
        f'"<{author}>","<Fiksi>",""\n'
        for title, isbn, mark, author in (
            ("Bumi manusia", "9789799731234", "813 TOE b", "Toer, Pramoedya Ananta"),
            ("Laskar pelangi", "9789793062792", "813 HIR l", "Hirata, Andrea"),
            ("Perahu kertas", "", "813 LES p", "Lestari, Dewi"),
        )
    )
    copies = "".join(
        f'"{number}","{mark}","Textbook","I{number}","2020-01-01","","","{place}","","","Rak 3","","","50000","IDR","",'
        f'"2020-01-01 10:00:00","2020-01-01 10:00:00","{title}"\n'
        for number, mark, place, title in (
            ("B001", "813 TOE b", "Pusat", "Bumi manusia"),
            ("B002", "813 TOE b", "Pusat", "Bumi manusia"),
            ("B003", "813 HIR l", "Cabang", "Laskar pelangi"),
        )
    )
    settings = apart(tmp_path, copies)
    (tmp_path / "buku.csv").write_text(titles, encoding="utf-8")
    (partner,) = json.loads(padu(settings, "sync", "--json").stdout)["partners"]
    assert (partner["loaded"], partner["skipped"]) == (3, 3)
    assert held(settings, "Bumi manusia") == [("Pusat, Rak 3", "813 TOE b", 2)]
    assert held(settings, "Laskar pelangi") == [("Cabang, Rak 3", "813 HIR l", 1)]
    assert held(settings, "Perahu kertas") == [("", "813 LES p", 0)]


def test_rows_of_titles_that_are_the_same_are_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "buku.csv").write_text("JUDUL,PENGARANG\n" + "Bumi,Toer\n" * 3 + "Kaca,Toer\n", encoding="utf-8")
    settings = tmp_path / "padu.toml"
    settings.write_text(
        SETTINGS + PARTNER.format(code="id-a", source="buku.csv", mode="full") + 'rows = "titles"\n', encoding="utf-8"
    )
    reason = "it has no identifier, and an earlier record of this run is the same; the first one counts"
    said = (
        "2 rows are the same as an earlier one in every cell, and skipped: the first one counts. If each row is a copy "
        'of its own, say so: rows = "copies".'
    )
    preview = " ".join(padu(settings, "sync", "--dry-run").stdout.split())
    assert said in preview
    assert f"2 would be left out: {reason}" in preview
    (partner,) = json.loads(padu(settings, "sync", "--json").stdout)["partners"]
    assert (partner["loaded"], partner["skipped"]) == (2, 2)
    assert said in str(partner["tables"])
    refused = json.loads(padu(settings, "rejected", "id-a", "--json").stdout)
    assert [(each["position"], each["outcome"], each["reason"]) for each in refused] == [
        (3, "skipped", reason), (4, "skipped", reason),
    ]  # fmt: skip


_SHORT = "No;Judul;Pengarang;Tahun;Jumlah\n" + "".join(
    f"{number};Buku tentang {word};Pengarang {number % 3};{2000 + number};2\n"
    for number, word in enumerate(("padi", "ikan", "ayam", "laut", "hutan"), 1)
)


def test_list_without_identifiers_that_gets_a_column_more_is_the_same_catalogue(tmp_path: Path) -> None:
    settings = apart(tmp_path, "")
    settings.write_text(settings.read_text().replace(_APART, ""))
    (tmp_path / "buku.csv").write_text(_SHORT, encoding="utf-8")
    padu(settings, "sync")
    before = indexed(settings)
    head, *rows = _SHORT.splitlines()
    wider = "\n".join([f"Rak;{head};ISBN", *(f"A{at};{row};" for at, row in enumerate(reversed(rows)))])
    (tmp_path / "buku.csv").write_text(wider, encoding="utf-8")
    (partner,) = json.loads(padu(settings, "sync", "--json").stdout)["partners"]
    assert (partner["loaded"], partner["withdrawn"], partner["failure"]) == (5, 0, "")
    assert indexed(settings).keys() == before.keys()
    assert held(settings, "Buku tentang padi") == [("A4", "", 2)]


def test_copies_of_one_title_on_two_sheets_are_all_counted(tmp_path: Path) -> None:
    settings = apart(tmp_path, "")
    settings.write_text(settings.read_text().replace(_APART, "").replace("buku.csv", "buku.xlsx"))
    header = ("No Induk", "Judul", "Pengarang", "Rak")
    sheets = {
        "2022": [header, ("B-001", "Bumi manusia", "Toer", "A"), ("B-002", "Bumi manusia", "Toer", "A")],
        "2023": [header, ("B-003", "Bumi manusia", "Toer", "A"), *((f"B-{at}", "Kaca", "Toer", "B") for at in "45")],
    }
    (tmp_path / "buku.xlsx").write_bytes(xlsx_bytes(sheets))
    (partner,) = json.loads(padu(settings, "sync", "--json").stdout)["partners"]
    assert (partner["loaded"], partner["skipped"], partner["rejected"]) == (2, 3, 0)
    assert held(settings, "Bumi manusia") == [("A", "", 3)]
    assert held(settings, "Kaca") == [("B", "", 2)]


def test_totals_and_headers_of_printed_pages_are_no_errors(tmp_path: Path) -> None:
    page = (
        "No;Judul;Pengarang;Tahun;Jumlah\n1;Bumi manusia;Pramoedya;1980;2\n2;Belenggu;Armijn Pane;1940;1\n;JUMLAH;;;3\n"
    )
    (tmp_path / "daftar.csv").write_text(page + page.replace("1940", "1942"), encoding="utf-8")
    settings = tmp_path / "padu.toml"
    settings.write_text(SETTINGS + PARTNER.format(code="id-a", source="daftar.csv", mode="full"), encoding="utf-8")
    result = padu(settings, "sync", "--json")
    (partner,) = json.loads(result.stdout)["partners"]
    assert (result.exit_code, partner["rejected"], partner["skipped"]) == (0, 0, 4)
    told = json.loads(padu(settings, "rejected", "id-a", "--json").stdout)
    assert {(each["position"], each["outcome"], each["reason"]) for each in told} >= {
        (4, "skipped", "this row is a total, and no title."),
        (5, "skipped", "this row repeats the header."),
        (8, "skipped", "this row is a total, and no title."),
    }
