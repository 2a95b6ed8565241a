"""A partner that leaves takes its records with it, and nothing else."""

import json
from pathlib import Path
from unittest.mock import Mock

import pytest

from discovery.catalog.ids import record_id
from discovery.settings import load_settings
from indexer.match.successors import successors
from indexer.memory import PartnerMemory, memory_of
from indexer.store.partner_states import partner_states
from indexer.store.removal import living_count, remove_partner
from indexer.store.runs import begin_run
from indexer.store.store import Store, open_store
from tests.indexer.installations import book, engine_of, indexed, installed, padu
from tests.indexer.store.records import NOON, loaded, packed, record

BUMI = book("1", "Bumi manusia", isbn="9789799731234")
ANAK = book("2", "Anak semua bangsa")


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    path = installed(tmp_path, {"id-a": [BUMI, ANAK, b"rubbish\x1d"], "id-b": [BUMI, book("3", "Jejak langkah")]})
    padu(path, "sync")
    return path


def test_removed_partners_records_go_and_shared_ones_stay_with_the_others(settings: Path) -> None:
    result = padu(settings, "sync", "--remove", "id-a", "--yes", "--json")
    assert result.exit_code == 0, result.output
    (partner,) = json.loads(result.stdout)["partners"]
    assert (partner["code"], partner["withdrawn"]) == ("id-a", 2)
    held = {title: libraries for title, _, libraries in indexed(settings).values()}
    assert held == {"Bumi manusia": ("id-b",), "Jejak langkah": ("id-b",)}
    engine = engine_of(settings)
    assert engine.get(record_id("id-a", "bibliographic", "1")) is not None
    assert json.loads(engine.fact(f"gone:{record_id('id-a', 'bibliographic', '2')}") or "") == {
        "title": "Anak semua bangsa"
    }
    assert (engine.fact("partner:id-a"), engine.fact("quality:id-a")) == (None, None)
    assert engine.fact("partner:id-b") is not None
    engine.close()
    assert padu(settings, "rejected", "id-a").stdout == "Nothing was refused.\n"


def test_partner_that_is_no_longer_in_the_settings_can_be_removed(settings: Path) -> None:
    installed(settings.parent, {"id-b": [BUMI, book("3", "Jejak langkah")]})
    result = padu(settings, "sync", "--remove", "id-a", "--yes")
    assert (result.exit_code, "id-a: 2 records taken out." in result.stdout) == (0, True)
    assert sorted(title for title, _, _ in indexed(settings).values()) == ["Bumi manusia", "Jejak langkah"]


def test_removal_that_was_killed_before_it_was_published_is_finished_by_the_same_command(settings: Path) -> None:
    installed(settings.parent, {"id-b": [BUMI, book("3", "Jejak langkah")]})
    with open_store(load_settings(settings).store_url()) as store:
        assert remove_partner(store, "id-a") == 2
    for _ in range(2):
        result = padu(settings, "sync", "--remove", "id-a", "--yes")
        assert result.exit_code == 0, result.output
        assert sorted(title for title, _, _ in indexed(settings).values()) == ["Bumi manusia", "Jejak langkah"]
    assert published_of(settings, "partner:id-a", "quality:id-a", "library:id-a") == (None, None, None)


@pytest.mark.parametrize("killed_in", ["indexer.publish.Publisher.publish", "indexer.removal._forget_fetched"])
def test_removal_of_a_partner_of_whom_nothing_ever_loaded_is_finished_too(
    settings: Path, monkeypatch: pytest.MonkeyPatch, killed_in: str
) -> None:
    installed(settings.parent, {"id-b": [BUMI], "id-c": [b"rubbish\x1d"]})
    padu(settings, "sync", "id-c")
    assert published_of(settings, "partner:id-c", "library:id-c") != (None, None)
    installed(settings.parent, {"id-b": [BUMI]})
    with monkeypatch.context() as killing:
        killing.setattr(killed_in, Mock(side_effect=KeyboardInterrupt))
        assert padu(settings, "sync", "--remove", "id-c", "--yes").exit_code == 2
    result = padu(settings, "sync", "--remove", "id-c", "--yes")
    assert result.exit_code == 0, result.output
    assert published_of(settings, "partner:id-c", "quality:id-c", "library:id-c") == (None, None, None)
    with open_store(load_settings(settings).store_url(), writing=False) as store:
        assert "id-c" not in [each.code for each in partner_states(store)]


def test_what_stays_of_a_removal_that_was_killed_halfway_is_fetched_whole_if_the_partner_stays(
    settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("indexer.store.removal.delete_records", Mock(side_effect=KeyboardInterrupt))
    with open_store(load_settings(settings).store_url()) as store:
        assert memory_of(store, "id-a") != PartnerMemory()
        with pytest.raises(KeyboardInterrupt):
            remove_partner(store, "id-a")
        assert memory_of(store, "id-a") == PartnerMemory()


def test_partner_whose_entry_is_gone_is_told_of_until_it_is_removed(settings: Path) -> None:
    said = "id-a isn't in padu.toml any more, and its records stay; `padu sync --remove id-a` removes them.\n"
    installed(settings.parent, {"id-b": [BUMI, book("3", "Jejak langkah")]})
    assert (padu(settings, "sync").stderr, padu(settings, "status").stderr) == (said, said)
    padu(settings, "sync", "--remove", "id-a", "--yes")
    assert (padu(settings, "sync").stderr, padu(settings, "status").stderr) == ("", "")


def published_of(settings: Path, *keys: str) -> tuple[str | None, ...]:
    engine = engine_of(settings)
    try:
        return engine.facts(keys)
    finally:
        engine.close()


def test_what_stands_of_a_partner_whose_entry_is_gone_keeps_its_dates_and_grows_stale(settings: Path) -> None:
    installed(settings.parent, {"id-b": [BUMI, book("3", "Jejak langkah")]})
    padu(settings, "sync")
    after_sync = published_of(settings, "partner:id-a", "quality:id-a")
    padu(settings, "rebuild")
    assert published_of(settings, "partner:id-a", "quality:id-a") == after_sync
    freshness = json.loads(after_sync[0] or "")
    assert (freshness["share"], freshness["stale_after"]) == ("none", 180)
    assert freshness["confirmed"]


def test_nobody_speaks_any_longer_for_the_library_of_a_partner_that_left(settings: Path) -> None:
    assert published_of(settings, "library:id-a") == ('{"partners":["id-a"]}',)
    installed(settings.parent, {"id-b": [BUMI, book("3", "Jejak langkah")]})
    padu(settings, "sync", "--remove", "id-a", "--yes")
    assert published_of(settings, "library:id-a", "library:id-b") == (None, '{"partners":["id-b"]}')


def test_partner_whose_only_load_never_finished_is_told_of_too(settings: Path) -> None:
    with open_store(load_settings(settings).store_url()) as store:
        begin_run(store, "id-c", NOON, successors).load((packed(record("id-c", "1", "Kisah")),))
    said = "id-c isn't in padu.toml any more, and its records stay; `padu sync --remove id-c` removes them.\n"
    assert (padu(settings, "sync").stderr, padu(settings, "status").stderr) == (said, said)
    padu(settings, "sync", "--remove", "id-c", "--yes")
    assert (padu(settings, "sync").stderr, padu(settings, "status").stderr) == ("", "")


def test_removed_partner_comes_back_under_its_old_ids(settings: Path) -> None:
    before = indexed(settings)
    padu(settings, "sync", "--remove", "id-a", "--yes")
    padu(settings, "sync")
    after = indexed(settings)
    assert {ids for _, ids, _ in after.values()} == {ids for _, ids, _ in before.values()}


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--remove", "id-z", "--yes"), "There is no partner 'id-z'; known are id-a, id-b."),
        (("--remove", "id-a"), "2 records of id-a would be taken out; say --yes to do it."),
    ],
)
def test_removal_that_nobody_confirmed_changes_nothing(
    settings: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    before = indexed(settings)
    result = padu(settings, "sync", *arguments)
    assert result.exit_code == 2
    assert sentence in result.stderr
    assert indexed(settings) == before


def test_store_forgets_all_of_a_partner_but_the_ids(store: Store) -> None:
    many = [record("id-a", str(number), f"Judul {number}") for number in range(1, 1203)]
    loaded(store, "id-a", *many)
    loaded(store, "id-b", record("id-b", "1"))
    assert remove_partner(store, "id-a") == 1202
    assert (living_count(store, "id-a"), living_count(store, "id-b")) == (0, 1)
    assert remove_partner(store, "id-a") == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--remove", "id-a", "--dry-run", "--yes"), "before it does: leave out --dry-run."),
        (("id-b", "--remove", "id-a", "--yes", "--full"), "before it does: leave out PARTNER and --full."),
        (("--schedule", "id-a", "--dry-run"), "--schedule keeps syncing all partners as padu.toml has them: leave out"),
        (("--remove", ""), "There is no partner ''; known are id-a, id-b."),
    ],
)
def test_options_that_would_count_for_nothing_end_the_command(
    settings: Path, arguments: tuple[str, ...], told: str
) -> None:
    result = padu(settings, "sync", *arguments)
    assert (result.exit_code, result.stdout, told in result.stderr) == (2, "", True)
    assert len(indexed(settings)) == 3


def test_what_is_said_of_a_removal_is_no_part_of_its_json(settings: Path) -> None:
    result = padu(settings, "sync", "--remove", "id-a", "--yes", "--json")
    assert json.loads(result.stdout)["partners"][0]["withdrawn"] == 2
    assert result.stderr.startswith("id-a still stands in padu.toml: take its [[partner]] out, ")
