"""Whose source records are given away follows padu.toml at the next sync, though nothing in the records changed."""

import pickle
from pathlib import Path

import pytest

from discovery.catalog.ids import record_id
from discovery.engines.elastic.operations import prepare
from discovery.settings import load_settings
from indexer.documents import DocumentTask, build_documents
from indexer.store.clusters import stored_clusters
from indexer.store.store import open_store
from tests.indexer.installations import SETTINGS, book, engine_of, installed, padu

BUMI = book("1", "Bumi manusia", isbn="9789799731234")
A_S, B_S = (record_id(partner, "bibliographic", "1") for partner in ("id-a", "id-b"))
OTHERS = [book(str(number), f"Kisah {number} dari negeri {number % 7}") for number in range(2, 30)]


@pytest.fixture(params=["embedded", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch)])
def engine_settings(request: pytest.FixtureRequest) -> str:
    if request.param == "embedded":
        return SETTINGS
    return SETTINGS.replace("embedded:index", request.getfixturevalue("elasticsearch_engine"))


def given_away(settings: Path) -> set[str]:
    """The members of the union record that both partners have whose source records anybody may have."""
    engine = engine_of(settings)
    try:
        return {copy.member for copy in engine.sources(A_S) if copy.format == "marc21"}
    finally:
        engine.close()


def sharing(settings: Path, text: str, share: str) -> None:
    """The second partner shares so from now on."""
    settings.write_text(f'{text}share = "{share}"\n', encoding="utf-8")


def test_partner_that_stops_sharing_is_no_longer_given_away(tmp_path: Path, engine_settings: str) -> None:
    settings = installed(tmp_path, {"id-a": [BUMI, *OTHERS], "id-b": [BUMI]}, settings=engine_settings)
    text = settings.read_text("utf-8")
    padu(settings, "sync")
    assert given_away(settings) == {A_S, B_S}
    sharing(settings, text, "none")
    result = padu(settings, "sync", "id-a")
    assert "1 record written" in result.stdout
    assert given_away(settings) == {A_S}
    assert "0 records written" in padu(settings, "sync").stdout
    sharing(settings, text, "full")
    padu(settings, "sync")
    assert given_away(settings) == {A_S, B_S}


def test_partner_that_left_the_settings_is_no_longer_given_away(tmp_path: Path) -> None:
    padu(installed(tmp_path, {"id-a": [BUMI], "id-b": [BUMI]}), "sync")
    settings = installed(tmp_path, {"id-a": [BUMI]})
    padu(settings, "sync")
    assert given_away(settings) == {A_S}


def test_rebuild_and_the_sync_after_it_write_what_is_shared_once(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"id-a": [BUMI, *OTHERS], "id-b": [BUMI]})
    padu(settings, "sync")
    sharing(settings, settings.read_text("utf-8"), "brief")
    padu(settings, "rebuild")
    assert given_away(settings) == {A_S}
    assert "0 records written" in padu(settings, "sync").stdout


def test_source_records_that_nobody_is_given_go_to_no_other_process(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"id-a": [BUMI, *OTHERS], "id-b": [BUMI]})
    padu(settings, "sync")
    with open_store(load_settings(settings).store_url()) as store:
        clusters = tuple(stored_clusters(store))
    task = DocumentTask(clusters, frozenset({"id-a"}), prepare)
    sent = pickle.loads(pickle.dumps(task))
    assert sent.prepare is prepare
    assert {(member.partner, bool(member.raw)) for each in sent.clusters for member in each.members} == {
        ("id-a", True),
        ("id-b", False),
    }
    assert build_documents(sent) == build_documents(task)
