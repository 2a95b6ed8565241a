"""`padu relevance` over a loaded catalogue."""

import json
from pathlib import Path

import pytest

from tests.indexer.installations import book, installed, padu


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    books = [book("1", "Bumi manusia", isbn="9789799731234"), book("2", "Manusia")]
    settings = installed(tmp_path_factory.mktemp("installation"), {"id-uji": books})
    assert padu(settings, "sync").exit_code == 0
    return settings


def listed(folder: Path, *rows: str) -> str:
    file = folder / "list.csv"
    file.write_text("\n".join(("query,record,top", *rows)), encoding="utf-8")
    return str(file)


def test_list_that_holds_ends_with_0(settings: Path, tmp_path: Path) -> None:
    run = padu(settings, "relevance", listed(tmp_path, "bumi manusia,9789799731234,", "manusia bumi,9789799731234,2"))
    assert (run.exit_code, run.stdout) == (0, "2 of 2 held\n")


def test_list_with_a_fallen_line_ends_with_1_and_names_it(settings: Path, tmp_path: Path) -> None:
    rows = listed(tmp_path, "bumi manusia,9789799731234,1", "manusia,9789799731234,1")
    run = padu(settings, "relevance", rows)
    fell = "line 3: manusia: 9789799731234 must be in the first 1: at 2; first is “Manusia”"
    assert (run.exit_code, run.stdout.splitlines()) == (1, [fell, "1 of 2 held"])
    told = json.loads(padu(settings, "relevance", rows, "--json").stdout)
    assert (told["held"], told["fell"], [line["rank"] for line in told["lines"]]) == (1, 1, [1, 2])


def test_file_that_is_no_list_ends_with_2(settings: Path, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("a,b\n", encoding="utf-8")
    run = padu(settings, "relevance", str(tmp_path / "list.csv"))
    assert run.exit_code == 2
    assert "needs a first line that names the columns query, record and top" in run.stderr


def test_list_says_of_each_fallen_line_why(settings: Path, tmp_path: Path) -> None:
    bumi = "9789799731234"
    rows = (f"kopi,{bumi},5", "bumi manusia,9789792280647,", f"bumi manusia,{bumi},0")
    run = padu(settings, "relevance", listed(tmp_path, *rows))
    assert run.stdout.splitlines() == [
        "line 2: kopi: 9789799731234 must be in the first 5: not among the first 100; nothing is found",
        "line 3: bumi manusia: 9789792280647 must be in the first 1: no record has this id or number",
        "line 4: bumi manusia: top is a number from 1 to 100",
        "0 of 3 held",
    ]
