"""What was refused comes as a table, as CSV that no spreadsheet runs, or as JSON."""

import csv
import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from typer.testing import CliRunner

from discovery.cli import app
from tests.indexer.installations import book, installed, padu

UNTITLED = book("=HYPERLINK(1)", "x").replace(b"245", b"945", 1)
REASON = "no title: 245 $a is missing or empty, and so are 130, 240, 246 and the 880 of 245; add a title to 245."
REPEATED = "an earlier record of this run has the same identifier; the first one counts"


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    path = installed(tmp_path, {"id-a": [book("1", "Bumi manusia"), UNTITLED, book("1", "Lagi")]})
    padu(path, "sync")
    return path


def test_rejected_as_csv_has_one_row_an_item_and_no_formula(settings: Path) -> None:
    shown = padu(settings, "rejected", "id-a", "--csv").stdout
    assert shown.startswith("\ufefffile,position,")
    rows = list(csv.reader(StringIO(shown.removeprefix("\ufeff"))))
    assert rows == [
        ["file", "position", "identifier", "outcome", "reason"],
        ["id-a.mrc", "2", "'=HYPERLINK(1)", "rejected", REASON],
        ["id-a.mrc", "3", "1", "skipped", REPEATED],
    ]


def test_rejected_of_a_partner_that_has_left_padu_toml_is_listed_until_it_is_removed(settings: Path) -> None:
    before = padu(settings, "rejected", "id-a", "--json").stdout
    installed(settings.parent, {"id-b": [book("1", "Bumi manusia")]})
    assert padu(settings, "rejected", "id-a", "--json").stdout == before
    assert padu(settings, "sync", "--remove", "id-a", "--yes").exit_code == 0
    gone = padu(settings, "rejected", "id-a")
    assert (gone.exit_code, gone.stderr) == (2, "There is no partner 'id-a'; padu.toml has id-b.\n")


def test_rejected_as_json_has_the_same_items(settings: Path) -> None:
    shown = json.loads(padu(settings, "rejected", "id-a", "--json").stdout)
    assert [(each["position"], each["identifier"], each["outcome"]) for each in shown] == [
        (2, "=HYPERLINK(1)", "rejected"),
        (3, "1", "skipped"),
    ]


def test_rejected_as_a_table_shows_where_and_why(settings: Path) -> None:
    said = padu(settings, "rejected", "id-a").stdout
    assert "id-a.mrc" in said
    assert REASON in " ".join(said.split())


def test_a_table_cuts_no_number_and_no_name_of_a_file_short(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    number = "oai:repositori.perpustakaan-daerah.example:koleksi-langka/0001234567"
    settings = installed(tmp_path, {"id-a": [book(number, "x").replace(b"245", b"945", 1)]})
    padu(settings, "sync")
    monkeypatch.setenv("PADU_CONFIG", str(settings))
    said = CliRunner(env={"COLUMNS": "60"}).invoke(app, ["rejected", "id-a"]).stdout
    assert "…" not in said
    columns = ["".join(line[at].strip() for line in said.splitlines()[3:]) for at in _spans(said)]
    assert columns[:4] == ["id-a.mrc", "1", number, "rejected"]


def _spans(table: str) -> list[slice]:
    """Where its columns stand, by the heading."""
    heading = table.splitlines()[1]
    starts = [heading.index(name) for name in ("file", "position", "identifier", "outcome", "reason")]
    return [slice(start, end) for start, end in zip(starts, (*starts[1:], None), strict=True)]


def test_documents_are_in_utf_8_whatever_the_locale(settings: Path) -> None:
    environment = {**os.environ, "PADU_CONFIG": str(settings), "PYTHONIOENCODING": "latin-1"}

    def written(*arguments: str) -> str:
        command = [sys.executable, "-m", "discovery", *arguments]
        return subprocess.run(command, check=True, capture_output=True, env=environment).stdout.decode("utf-8")

    path = settings.parent / "id-a.mrc"
    path.write_bytes(book("Kü-Ω", "x").replace(b"245", b"945", 1) + book("1", "Bumi manusia"))
    padu(settings, "sync")
    (_, row) = csv.reader(StringIO(written("rejected", "id-a", "--csv").removeprefix("\ufeff")))
    assert row[2] == "Kü-Ω"
    assert json.loads(written("rejected", "id-a", "--json"))[0]["identifier"] == "Kü-Ω"
    assert json.loads(written("search", "القرآن ü", "--json"))["query"]["words"] == ["القرآن", "ü"]


def test_table_shows_what_looks_like_markup_as_it_is(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"id-a": [book("[red]5[/red]", "x").replace(b"245", b"945", 1)]})
    padu(settings, "sync")
    assert "[red]5[/red]" in padu(settings, "rejected", "id-a").stdout


def test_nothing_refused_is_said(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"id-a": [book("1", "Bumi manusia")]})
    padu(settings, "sync")
    assert padu(settings, "rejected", "id-a").stdout == "Nothing was refused.\n"


def test_what_was_refused_in_files_of_one_name_is_all_listed(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"id-a": b""})
    settings.write_text(settings.read_text().replace("id-a.mrc", "bulanan"))
    for month in ("2026-01", "2026-02"):
        (tmp_path / "bulanan" / month).mkdir(parents=True)
        (tmp_path / "bulanan" / month / "buku.mrc").write_bytes(UNTITLED)
    padu(settings, "sync")
    shown = json.loads(padu(settings, "rejected", "id-a", "--json").stdout)
    assert [each["file"] for each in shown] == ["2026-01/buku.mrc", "2026-02/buku.mrc"]
