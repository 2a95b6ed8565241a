"""What was refused in one file of changes and came mended in a later one is refused no more."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from tests.indexer.installations import book, indexed, installed, padu

BROKEN = book("2", "x").replace(b"245", b"945", 1)


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    """A partner whose folder has one file of changes, with a record that has no title."""
    path = installed(tmp_path, {"id-a": b""}, mode="delta")
    path.write_text(path.read_text("utf-8").replace('source = "id-a.mrc"', 'source = "changes"'), encoding="utf-8")
    (tmp_path / "changes").mkdir()
    came(path, "2026-9.mrc", book("1", "Kisah satu") + BROKEN + book("3", "Kisah tiga"))
    return path


def came(settings: Path, name: str, content: bytes) -> None:
    (settings.parent / "changes" / name).write_bytes(content)


def refused(settings: Path) -> list[tuple[str, str]]:
    """File and identifier of what is listed as refused, after a run whose status a dry run foretells."""
    foretold = padu(settings, "sync", "--dry-run", "--json")
    run = padu(settings, "sync", "--json")
    counts = [json.loads(foretold.stdout)[0], json.loads(run.stdout)["partners"][0]]
    assert foretold.exit_code == run.exit_code == bool(counts[0]["rejected"])
    for name in ("loaded", "unchanged", "skipped", "rejected"):
        assert counts[0][name] == counts[1][name]
    listed = padu(settings, "rejected", "id-a", "--csv").stdout.removeprefix("\ufeff")
    return [
        (row["file"], row["identifier"]) for row in csv.DictReader(StringIO(listed)) if row["outcome"] == "rejected"
    ]


def test_a_record_that_a_later_file_mends_is_refused_no_more(settings: Path) -> None:
    assert refused(settings) == [("2026-9.mrc", "2")]
    came(settings, "2026-10.mrc", book("2", "Kisah dua"))
    assert refused(settings) == []
    assert sorted(title for title, _, _ in indexed(settings).values()) == ["Kisah dua", "Kisah satu", "Kisah tiga"]


def test_a_record_that_a_later_file_breaks_is_refused(settings: Path) -> None:
    came(settings, "2026-8.mrc", book("2", "Kisah dua"))
    assert refused(settings) == [("2026-9.mrc", "2")]
    came(settings, "2026-10.mrc", BROKEN)
    assert refused(settings) == [("2026-10.mrc", "2"), ("2026-9.mrc", "2")]


def test_of_files_that_are_one_catalogue_each_refused_record_is_told(settings: Path) -> None:
    settings.write_text(settings.read_text("utf-8").replace('"delta"', '"full"'), encoding="utf-8")
    came(settings, "2026-10.mrc", book("2", "Kisah dua"))
    assert refused(settings) == [("2026-9.mrc", "2")]
