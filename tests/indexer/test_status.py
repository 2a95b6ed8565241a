"""`padu status` the morning after: what stands, and what went wrong."""

import json
import time
from pathlib import Path

import pytest

from discovery.settings import load_settings
from indexer.store.failures import failures
from indexer.store.partner_states import partner_states
from indexer.store.store import open_store
from tests.indexer.installations import book, installed, padu

BUMI = book("1", "Bumi manusia")
MANY = [book(str(number), f"Buku {number}", isbn="") for number in range(30)]


def told(settings: Path) -> tuple[str, str]:
    """What `padu status --json` says of id-a's last run, and the sentences beside the table."""
    partners = json.loads(padu(settings, "status", "--json").stdout)["partners"]
    (partner,) = (each for each in partners if each["code"] == "id-a")
    assert (partner["failed"] is None) == (partner["failure"] == "")
    return partner["failure"], padu(settings, "status").stderr


def test_a_run_that_failed_is_told_until_one_goes_well(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"id-a": [BUMI], "id-b": [BUMI]})
    padu(settings, "sync")
    assert told(settings) == ("", "")
    (tmp_path / "id-a.mrc").rename(tmp_path / "elsewhere")
    assert padu(settings, "sync").exit_code == 2
    failure, sentence = told(settings)
    assert failure == f"There is no file or folder {tmp_path / 'id-a.mrc'}."
    assert sentence.startswith("id-a: the run of ")
    assert sentence.endswith(f" failed: {failure}\n")
    padu(settings, "sync", "id-b")
    assert told(settings) == (failure, sentence)
    (tmp_path / "elsewhere").rename(tmp_path / "id-a.mrc")
    assert padu(settings, "sync").exit_code == 0
    assert told(settings) == ("", "")


def test_a_partner_that_could_not_be_read_once_says_why(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"id-a": b"%PDF-1.7 no catalogue"})
    padu(settings, "sync")
    failure, _ = told(settings)
    assert failure
    assert [
        line.split() for line in padu(settings, "status").stdout.splitlines() if line.split()[-1:] == ["never"]
    ] == [["id-a", "0", "0", "0", "0", "0", "never"]]


def test_a_refused_deletion_is_told_with_its_command_and_goes_with_the_partner(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"id-a": MANY})
    padu(settings, "sync")
    installed(tmp_path, {"id-a": MANY[:10]})
    padu(settings, "sync")
    assert "`padu sync id-a --allow-deletions`" in told(settings)[0]
    padu(settings, "sync", "--remove", "id-a", "--yes")
    with open_store(load_settings(settings).store_url(), writing=False) as store:
        assert (partner_states(store), dict(failures(store))) == ((), {})


def test_an_engine_that_is_not_there_is_told_in_json_too(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"id-a": [BUMI]})
    status = padu(settings, "status", "--json")
    engine = json.loads(status.stdout)["engine"]
    assert (status.exit_code, engine["generation"], engine["documents"]) == (0, "", 0)
    assert engine["problem"].endswith("Run: padu sync")
    padu(settings, "sync")
    assert json.loads(padu(settings, "status", "--json").stdout)["engine"]["problem"] == ""


def test_days_and_hours_are_those_of_the_clock_on_the_wall(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = installed(tmp_path, {"id-a": [BUMI]})
    padu(settings, "sync")
    shown = []
    for zone in ("UTC", "Asia/Jakarta"):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        shown.append(padu(settings, "status").stdout.splitlines()[3].split()[-1])
    monkeypatch.undo()
    time.tzset()
    assert (int(shown[1][:2]) - int(shown[0][:2])) % 24 == 7
