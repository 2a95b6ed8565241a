"""A folder with one catalogue at several times is told of: the first of them counts, and that is seldom meant."""

import json
from pathlib import Path

import pytest

from tests.indexer.installations import book, installed, padu

BOOKS = [book(str(number), f"Kisah ke-{number}") for number in range(1, 21)]
LATER = [*BOOKS[:18], book("30", "Bumi manusia")]
TOLD = (
    "18 of the 19 records of katalog-2026-02.mrc stand in an earlier file too, which counts; if the files are one "
    "catalogue at several times, keep the last one alone in the source, and if the later ones hold what changed, say "
    'mode = "delta".'
)


def remarks(settings: Path, *arguments: str) -> list[str]:
    told = json.loads(padu(settings, "sync", "--json", *arguments).stdout)
    (partner,) = told if isinstance(told, list) else told["partners"]
    found: list[str] = partner["remarks"]
    return found


def in_two_files(folder: Path, later: list[bytes], mode: str) -> Path:
    settings = installed(folder, {"id-a": b""}, mode=mode)
    (folder / "id-a.mrc").unlink()
    settings.write_text(settings.read_text().replace("id-a.mrc", "katalog-*.mrc"))
    (folder / "katalog-2026-01.mrc").write_bytes(b"".join(BOOKS))
    (folder / "katalog-2026-02.mrc").write_bytes(b"".join(later))
    return settings


@pytest.mark.parametrize("arguments", [("--dry-run",), ()])
def test_catalogue_at_several_times_is_told(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert remarks(in_two_files(tmp_path, LATER, "full"), *arguments) == [TOLD]


@pytest.mark.parametrize(
    ("later", "mode"), [(LATER, "delta"), ([*BOOKS[:2], *(book(f"x{each}", "Laut") for each in range(20))], "full")]
)
def test_files_of_changes_and_of_other_books_are_none_of_that(tmp_path: Path, later: list[bytes], mode: str) -> None:
    assert remarks(in_two_files(tmp_path, later, mode)) == []
