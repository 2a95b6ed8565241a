"""A dry run says what the run will do, and changes nothing."""

import json
import re
from pathlib import Path

import pytest

from discovery.catalog.quality import ASPECTS, PROBLEMS
from discovery.labels.quality import ASPECTS as ASPECT_NAMES
from discovery.labels.quality import PROBLEMS as PROBLEM_SENTENCES
from tests.indexer.installations import book, indexed, installed, padu

BUMI = book("1", "Bumi manusia", isbn="9789799731234")
ANAK = book("2", "Anak semua bangsa")
JEJAK = book("3", "Jejak langkah")
COUNTED = ("loaded", "unchanged", "deleted", "skipped", "rejected")


def deleted(record: bytes) -> bytes:
    return record[:5] + b"d" + record[6:]


def dry(settings: Path, *partners: str) -> dict[str, object]:
    (shown,) = json.loads(padu(settings, "sync", *partners, "--dry-run", "--json").stdout)
    return dict(shown)


@pytest.mark.parametrize(
    ("before", "after", "mode", "listed"),
    [
        ([BUMI, ANAK], [BUMI, JEJAK], "full", ""),
        ([BUMI, ANAK], [BUMI, BUMI, JEJAK, b"rubbish\x1d"], "full", ""),
        ([BUMI, ANAK, JEJAK], [book("1", "Bumi manusia yang lain"), deleted(ANAK)], "delta", ""),
        ([BUMI, ANAK, JEJAK], [BUMI, ANAK], "delta", "0001\n0003\n99\n"),
        ([BUMI, ANAK], [BUMI, book("2", "x").replace(b"245", b"945", 1)], "full", ""),
        ([], [BUMI, deleted(ANAK)], "full", ""),
    ],
    ids=("replaced", "repeated", "delta", "deletion list", "refused under its number", "first"),
)
def test_dry_run_counts_as_the_run_does(
    tmp_path: Path, before: list[bytes], after: list[bytes], mode: str, listed: str
) -> None:
    settings = installed(tmp_path, {"id-a": before or [BUMI]}, mode=mode)
    if before:
        padu(settings, "sync")
    installed(tmp_path, {"id-a": after}, mode=mode)
    if listed:
        (tmp_path / "hapus.csv").write_text(listed)
        settings.write_text(settings.read_text() + 'deletions = "hapus.csv"\n')
    stood = indexed(settings) if before else {}
    foreseen = dry(settings)
    assert (indexed(settings) if before else {}) == stood
    (done,) = json.loads(padu(settings, "sync", "--json").stdout)["partners"]
    assert {name: foreseen[name] for name in (*COUNTED, "withdrawn")} == {
        name: done[name] for name in (*COUNTED, "withdrawn")
    }


def test_dry_run_tells_added_changed_and_removed_apart(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"id-a": [BUMI, ANAK, JEJAK]})
    padu(settings, "sync")
    installed(tmp_path, {"id-a": [book("1", "Bumi manusia dan lain"), ANAK, book("4", "Rumah kaca")]})
    foreseen = dry(settings)
    assert {name: foreseen[name] for name in ("added", "changed", "removed", "unchanged")} == {
        "added": 1, "changed": 1, "removed": 1, "unchanged": 1,
    }  # fmt: skip


def test_dry_run_reports_the_quality_of_what_the_source_holds(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"id-a": [BUMI, book("2", "Anak", isbn="9789799731235"), book("3", "ThÃ©Ã¢tre")]})
    quality = dry(settings)["quality"]
    assert isinstance(quality, dict)
    assert quality["shares"] == {
        "title": 1, "author": 1, "identifiers": 0.3333, "subjects": 0, "language": 1, "class": 0, "year": 1,
        "holdings": 1,
    }  # fmt: skip
    assert [(each["problem"], each["records"], each["examples"]) for each in quality["problems"]] == [
        ("mojibake-mended", 1, [{"source_id": "3", "title": "Théâtre"}]),
        ("isbn-invalid", 1, [{"source_id": "2", "title": "Anak"}]),
    ]


def test_dry_run_shows_records_and_problems_in_plain_words(tmp_path: Path) -> None:
    untitled = book("5", "x").replace(b"245", b"945", 1)
    settings = installed(tmp_path, {"id-a": [BUMI, untitled, book("2", "Anak", isbn="9789799731235")]})
    said = padu(settings, "sync", "--dry-run").stdout
    assert "   1. Bumi manusia\n      Toer, Pramoedya Ananta · 1980 · book · id · isbn 9789799731234\n" in said
    assert "2 would be added, 0 changed, 0 removed." in said
    assert "1 record: The ISBN's check digit is wrong: compare it with the book.\n    2  Anak\n" in said
    assert re.search(r"1 would be refused:\n    id-a\.mrc, record 2 \(5\): .*title", said)
    assert said.endswith("Nothing was changed.\n")


def test_only_so_many_records_and_refusals_are_shown(tmp_path: Path) -> None:
    many = [book(str(number), f"Judul {number}") for number in range(30)]
    settings = installed(tmp_path, {"id-a": [*many, *[b"rubbish\x1d"] * 30]})
    shown = dry(settings)
    assert (len(shown["sample"]), len(shown["refused"]), shown["rejected"]) == (20, 20, 30)  # type: ignore[arg-type]


def test_every_aspect_and_problem_has_words() -> None:
    assert tuple(ASPECT_NAMES) == ASPECTS
    assert set(PROBLEM_SENTENCES) == set(PROBLEMS)


def test_dry_run_of_what_cannot_be_read_ends_as_the_run_does(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"id-a": b"<html>Login</html>"})
    assert [padu(settings, *command).exit_code for command in (("sync", "--dry-run"), ("sync",))] == [2, 2]


def test_dry_run_says_why_a_repeated_record_is_left_out_and_leaves_nothing_behind(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"id-a": [book("1", "Bumi manusia"), book("1", "Bumi lain")]})
    before = sorted(path.name for path in tmp_path.iterdir())
    result = padu(settings, "sync", "--dry-run")
    assert result.exit_code == 0
    assert "1 would be left out: an earlier record of this run has the same identifier" in result.stdout
    assert sorted(path.name for path in tmp_path.iterdir()) == before
