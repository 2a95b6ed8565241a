"""A school's spreadsheet from padu.toml to the index, through the real command line."""

import json
from pathlib import Path

from tests.indexer.installations import SETTINGS, indexed, padu

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


def test_dry_run_shows_how_the_table_was_understood(tmp_path: Path) -> None:
    settings = installed(tmp_path, _BOOKS)
    shown = padu(settings, "sync", "--dry-run").stdout
    said = " ".join(shown.split())
    assert (
        "buku.csv: separated by semicolon, in utf-8; header in row 1; rows are copies. Columns: copy = NO INDUK,"
        in said
    )
    assert "4 rows of copies are 3 titles" in said


def test_column_that_settings_name_and_the_table_lacks_stops_the_run_with_a_sentence(tmp_path: Path) -> None:
    settings = installed(tmp_path, _BOOKS.replace("UNIT", "CABANG"))
    result = padu(settings, "sync")
    assert result.exit_code == 2
    assert "buku.csv has no column 'UNIT', which padu.toml names; its columns are: NO INDUK, JUDUL," in result.stderr
