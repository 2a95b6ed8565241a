"""An index that this store didn't publish to last is built anew, whatever put it there."""

import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from indexer.store.published_index import PublishedIndex, goes_on_from, note_published, note_under_way
from indexer.store.store import Store
from tests.indexer.installations import SETTINGS, book, engine_of, indexed, installed, padu

BOOKS = [book(str(number), f"Kisah {number}") for number in range(30)]
CHANGED = [*BOOKS[1:], book("30", "Hikayat baru")]


def titles(settings: Path) -> list[str]:
    return sorted(title for title, _, _ in indexed(settings).values())


NOW = sorted([*(f"Kisah {number}" for number in range(1, 30)), "Hikayat baru"])


def synced(folder: Path, books: list[bytes], engine: str = "embedded:index") -> Path:
    settings = installed(folder, {"id-a": books}, settings=SETTINGS.replace("embedded:index", engine))
    result = padu(settings, "sync")
    assert result.exit_code == 0, result.output
    return settings


def test_index_that_lay_aside_while_another_engine_was_tried_shows_what_changed_meanwhile(tmp_path: Path) -> None:
    synced(tmp_path, BOOKS)
    synced(tmp_path, CHANGED, "embedded:another")
    assert titles(synced(tmp_path, CHANGED)) == NOW


@pytest.mark.elasticsearch
def test_elasticsearch_that_was_left_for_a_while_shows_what_changed_meanwhile(
    tmp_path: Path, elasticsearch_engine: str
) -> None:
    synced(tmp_path, BOOKS, elasticsearch_engine)
    synced(tmp_path, CHANGED)
    assert titles(synced(tmp_path, CHANGED, elasticsearch_engine)) == NOW


@pytest.mark.parametrize("restored", ["index", "store.db"])
def test_what_comes_back_from_a_backup_is_brought_up_to_date(tmp_path: Path, restored: str) -> None:
    installation, backup = tmp_path / "padu", tmp_path / "backup"
    installation.mkdir()
    synced(installation, BOOKS)
    shutil.copytree(installation, backup)
    synced(installation, CHANGED)
    for path in installation.glob(f"{restored}*"):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    copy = shutil.copytree if restored == "index" else shutil.copy
    copy(backup / restored, installation / restored)
    # What the store had was sent before, and nothing of it changes: the index alone is of another day.
    books = CHANGED if restored == "index" else BOOKS
    expected = NOW if restored == "index" else sorted(f"Kisah {number}" for number in range(30))
    assert titles(synced(installation, books)) == expected


def test_installation_that_moves_keeps_its_index(tmp_path: Path) -> None:
    (tmp_path / "before").mkdir()
    settings = synced(tmp_path / "before", BOOKS)
    generation = engine_of(settings).revision().generation
    shutil.move(tmp_path / "before", tmp_path / "after")
    assert engine_of(synced(tmp_path / "after", CHANGED)).revision().generation == generation


def test_index_goes_on_where_it_was_left_or_where_a_killed_run_left_it(store: Store) -> None:
    left = PublishedIndex("embedded:index", "f-1", 7)
    assert goes_on_from(store, left)
    note_published(store, left)
    assert [goes_on_from(store, replace(left, revision=each)) for each in (6, 7, 8)] == [False, True, False]
    note_under_way(store)
    assert [goes_on_from(store, replace(left, revision=each)) for each in (6, 7, 8, 9)] == [False, True, True, False]
    assert not goes_on_from(store, replace(left, generation="f-2"))
    assert not goes_on_from(store, replace(left, engine="http://localhost:9200/padu"))
