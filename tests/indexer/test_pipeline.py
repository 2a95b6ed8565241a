"""From files to the published index, through the commands a technician types."""

import errno
import json
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from discovery.catalog.ids import record_id
from discovery.search.document import decode_display
from discovery.search.request import SearchRequest
from discovery.search.tree import All
from indexer.store.store import open_store
from tests.indexer.installations import book, engine_of, indexed, installed, padu

BUMI = book("1", "Bumi manusia", isbn="9789799731234")
ANAK = book("2", "Anak semua bangsa")
JEJAK = book("3", "Jejak langkah")


def titles(settings: Path) -> list[str]:
    return sorted(title for title, _, _ in indexed(settings).values())


def counts(settings: Path, *arguments: str) -> dict[str, int]:
    result = padu(settings, "sync", "--json", *arguments)
    assert result.exit_code == 0, result.output
    (partner,) = json.loads(result.stdout)["partners"]
    return {name: partner[name] for name in ("loaded", "unchanged", "deleted", "skipped", "rejected", "withdrawn")}


def test_sync_makes_files_searchable(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"id-a": [BUMI, ANAK]})
    result = padu(settings, "sync")
    assert result.exit_code == 0, result.output
    assert titles(settings) == ["Anak semua bangsa", "Bumi manusia"]
    found = padu(settings, "search", "bumi manusia")
    assert "Bumi manusia" in found.stdout
    assert ": 1 record\n" in found.stdout


def test_sync_of_the_same_file_changes_nothing_and_says_so(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"id-a": [BUMI, ANAK]})
    assert counts(settings)["loaded"] == 2
    before = indexed(settings)
    assert counts(settings) == {
        "loaded": 0, "unchanged": 2, "deleted": 0, "skipped": 0, "rejected": 0, "withdrawn": 0,
    }  # fmt: skip
    assert indexed(settings) == before


def test_shuffled_file_without_identifiers_changes_nothing(tmp_path: Path) -> None:
    unnumbered = [each.replace(b"001", b"009", 1) for each in (BUMI, ANAK, JEJAK)]
    settings = installed(tmp_path, {"id-a": unnumbered})
    assert counts(settings)["loaded"] == 3
    installed(tmp_path, {"id-a": unnumbered[::-1]})
    assert counts(settings)["unchanged"] == 3


def test_correction_reaches_its_record_and_no_other(tmp_path: Path) -> None:
    many = [book(str(number), f"Judul nomor {number}") for number in range(10, 40)]
    settings = installed(tmp_path, {"id-a": [BUMI, *many]})
    counts(settings)
    before = indexed(settings)
    installed(tmp_path, {"id-a": [book("1", "Bumi manusia yang lain", isbn="9789799731234"), *many]})
    assert (counts(settings)["loaded"], counts(settings)["unchanged"]) == (1, 31)
    shown = record_id("id-a", "bibliographic", "1")
    after = indexed(settings)
    assert after.pop(shown) != before.pop(shown)
    assert after == before


def test_record_missing_from_a_full_file_is_withdrawn_and_remembered(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"id-a": [BUMI, ANAK, JEJAK]})
    counts(settings)
    installed(tmp_path, {"id-a": [BUMI, JEJAK]})
    assert counts(settings)["withdrawn"] == 1
    assert titles(settings) == ["Bumi manusia", "Jejak langkah"]
    engine = engine_of(settings)
    gone = record_id("id-a", "bibliographic", "2")
    assert engine.get(gone) is None
    assert json.loads(engine.fact(f"gone:{gone}") or "") == {"title": "Anak semua bangsa"}
    engine.close()


def test_delta_touches_only_what_it_names(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"id-a": [BUMI, ANAK, JEJAK]}, mode="delta")
    counts(settings)
    deletion = bytearray(ANAK)
    deletion[5:6] = b"d"
    installed(tmp_path, {"id-a": [bytes(deletion), book("4", "Rumah kaca")]}, mode="delta")
    assert counts(settings) == {
        "loaded": 1, "unchanged": 0, "deleted": 1, "skipped": 0, "rejected": 0, "withdrawn": 0,
    }  # fmt: skip
    assert titles(settings) == ["Bumi manusia", "Jejak langkah", "Rumah kaca"]


def confirmed(settings: Path) -> tuple[str, str]:
    """When a record of id-a was last confirmed by what it says itself, and by what is published of all of them."""
    engine = engine_of(settings)
    (hit,) = engine.search(SearchRequest(All())).hits
    fact = json.loads(engine.fact("partner:id-a") or "{}")
    engine.close()
    (member,) = decode_display(hit.display).members
    return member.confirmed, fact["confirmed"]


@pytest.mark.parametrize("mode", ["full", "delta"])
def test_file_confirms_as_of_the_day_on_which_it_was_written(tmp_path: Path, mode: str) -> None:
    settings = installed(tmp_path, {"id-a": [BUMI]}, mode=mode)
    file, written = tmp_path / "id-a.mrc", datetime(2025, 3, 2, 12, tzinfo=UTC).timestamp()
    os.utime(file, (written, written))
    for _ in range(2):
        padu(settings, "sync")
        assert confirmed(settings) == ("2025-03-02", "2025-03-02")
    os.utime(file, (0, 0))
    padu(settings, "sync", "--full")
    assert confirmed(settings)[1] == datetime.now(UTC).date().isoformat()


def test_a_delta_confirms_what_it_names_again_as_of_its_own_day(tmp_path: Path) -> None:
    def confirmed_on() -> dict[str, str]:
        engine = engine_of(settings)
        members = [decode_display(hit.display).members for hit in engine.search(SearchRequest(All())).hits]
        engine.close()
        return {member.source_id: member.confirmed for (member,) in members}

    def write(name: str, content: bytes, day: int) -> None:
        (tmp_path / name).write_bytes(content)
        written = datetime(2025, 3, day, 12, tzinfo=UTC).timestamp()
        os.utime(tmp_path / name, (written, written))

    settings = installed(tmp_path, {"id-a": b""}, mode="delta")
    (tmp_path / "id-a.mrc").unlink()
    settings.write_text(settings.read_text().replace('"id-a.mrc"', '"changes-*.mrc"'))
    write("changes-1.mrc", BUMI + ANAK + b"".join(book(str(each), f"Judul nomor {each}") for each in range(10, 40)), 2)
    padu(settings, "sync")
    before = confirmed_on()
    assert set(before.values()) == {"2025-03-02"}
    write("changes-2.mrc", ANAK, 5)
    for _ in range(2):
        padu(settings, "sync")
        assert confirmed_on() == {**before, "2": "2025-03-05"}
    (tmp_path / "changes-2.mrc").unlink()
    padu(settings, "sync")
    padu(settings, "rebuild")
    assert confirmed_on() == {**before, "2": "2025-03-05"}


def test_changes_that_name_all_records_again_confirm_them_and_write_none(tmp_path: Path) -> None:
    def written(day: int, *records: bytes) -> None:
        installed(tmp_path, {"id-a": records}, mode="delta")
        os.utime(tmp_path / "id-a.mrc", (noon := datetime(2025, 3, day, 12, tzinfo=UTC).timestamp(), noon))

    def told() -> tuple[int, dict[str, str], str]:
        report = json.loads(padu(settings, "sync", "--json").stdout)
        engine = engine_of(settings)
        members = [decode_display(hit.display).members for hit in engine.search(SearchRequest(All())).hits]
        fact = json.loads(engine.fact("partner:id-a") or "{}")["confirmed"]
        engine.close()
        return report["written"], {member.source_id: member.confirmed for (member,) in members}, fact

    others = [book(str(each), f"Judul nomor {each}") for each in range(10, 40)]
    settings = installed(tmp_path, {"id-a": [BUMI, ANAK, *others]}, mode="delta")
    written(2, BUMI, ANAK, *others)
    _, days, fact = told()
    assert ({*days.values()}, fact) == ({"2025-03-02"}, "2025-03-02")
    written(3, BUMI, ANAK, *others)
    assert told() == (0, days, "2025-03-03")
    written(4, ANAK)
    assert told() == (1, {**days, "2": "2025-03-04"}, "2025-03-03")


def test_of_several_deltas_the_last_counts(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"id-a": b""}, mode="delta")
    (tmp_path / "id-a.mrc").unlink()
    settings.write_text(settings.read_text().replace('"id-a.mrc"', '"changes-*.mrc"'))
    deletion = bytearray(ANAK)
    deletion[5:6] = b"d"
    (tmp_path / "changes-8.mrc").write_bytes(BUMI + ANAK + JEJAK)
    (tmp_path / "changes-9.mrc").write_bytes(book("1", "Bumi manusia, edisi kedua") + bytes(deletion))
    padu(settings, "sync")
    assert titles(settings) == ["Bumi manusia, edisi kedua", "Jejak langkah"]
    (tmp_path / "changes-10.mrc").write_bytes(book("1", "Bumi manusia, edisi ketiga"))
    for arguments in ((), ("--full",)):
        padu(settings, "sync", *arguments)
        assert titles(settings) == ["Bumi manusia, edisi ketiga", "Jejak langkah"]


def test_same_book_of_two_partners_is_one_record_with_both_holdings(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"id-a": [BUMI], "id-b": [book("99", "Bumi Manusia /", isbn="979-97312-3-2"), ANAK]})
    padu(settings, "sync")
    ids = tuple(sorted((record_id("id-a", "bibliographic", "1"), record_id("id-b", "bibliographic", "99"))))
    assert ("Bumi manusia", ids, ("id-a", "id-b")) in indexed(settings).values()
    explained = padu(settings, "explain", ids[1])
    assert explained.exit_code == 0, explained.output
    assert "isbn" in explained.stdout.lower()
    assert padu(settings, "explain", "id-b/99").stdout == explained.stdout


def test_what_a_librarian_decided_is_explained_without_a_weight(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"id-a": [BUMI], "id-b": [book("99", "Bumi Manusia /", isbn="979-97312-3-2")]})
    (tmp_path / "matching.toml").write_text('[[always]]\nrecords = ["id-a/1", "id-b/99"]\n')
    padu(settings, "sync")
    explained = padu(settings, "explain", "id-a/1").stdout
    assert "same (decided)" in explained
    assert "decided-same" in explained
    assert "100.00" not in explained


def test_bad_records_cost_themselves_and_are_listed(tmp_path: Path) -> None:
    untitled = book("5", "x").replace(b"245", b"945", 1)
    settings = installed(tmp_path, {"id-a": [BUMI, b"rubbish\x1d", untitled, BUMI, ANAK, JEJAK[:-30]]})
    result = padu(settings, "sync", "--json")
    assert result.exit_code == 2, result.output
    (partner,) = json.loads(result.stdout)["partners"]
    assert partner["failure"].startswith("id-a.mrc is cut off")
    assert {name: partner[name] for name in ("loaded", "skipped", "rejected")} == {
        "loaded": 2, "skipped": 1, "rejected": 3,
    }  # fmt: skip
    rejected = json.loads(padu(settings, "rejected", "id-a", "--json").stdout)
    assert [(each["position"], each["identifier"], each["outcome"]) for each in rejected] == [
        (2, "", "rejected"),
        (3, "5", "rejected"),
        (4, "1", "skipped"),
        (6, "", "rejected"),
    ]
    assert titles(settings) == ["Anak semua bangsa", "Bumi manusia"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "id-a.mrc is empty"),
        (b"<!DOCTYPE html><html><body>Login</body></html>", "id-a.mrc is a web page"),
        (b"judul;pengarang\nBumi;Toer\n", "no format that Padu can read"),
    ],
)
def test_source_that_can_not_be_read_withdraws_nothing(tmp_path: Path, content: bytes, sentence: str) -> None:
    settings = installed(tmp_path, {"id-a": [BUMI, ANAK]})
    counts(settings)
    installed(tmp_path, {"id-a": content})
    result = padu(settings, "sync")
    assert result.exit_code == 2
    assert sentence in result.stderr
    assert titles(settings) == ["Anak semua bangsa", "Bumi manusia"]


def test_dry_run_shows_what_would_happen_and_changes_nothing(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"id-a": [BUMI, ANAK]})
    counts(settings)
    installed(tmp_path, {"id-a": [BUMI, JEJAK, b"rubbish\x1d"]})
    (shown,) = json.loads(padu(settings, "sync", "--dry-run", "--json").stdout)
    assert {name: shown[name] for name in ("loaded", "unchanged", "rejected", "withdrawn")} == {
        "loaded": 1, "unchanged": 1, "rejected": 1, "withdrawn": 1,
    }  # fmt: skip
    assert [each["title"] for each in shown["sample"]] == ["Bumi manusia", "Jejak langkah"]
    assert titles(settings) == ["Anak semua bangsa", "Bumi manusia"]


def test_status_tells_what_stands(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"id-a": [BUMI, ANAK], "id-b": [BUMI]})
    padu(settings, "sync")
    status = json.loads(padu(settings, "status", "--json").stdout)
    assert [(each["code"], each["loaded"]) for each in status["partners"]] == [("id-a", 2), ("id-b", 1)]
    told = padu(settings, "status").stdout
    assert told.split()[:3] == ["partner", "records", "unchanged"]
    assert "2 union records in the store." in told
    assert status["union_records"] == status["engine"]["documents"] == 2
    assert all(each["last_synced"] for each in status["partners"])


def test_rebuild_makes_a_new_generation_of_the_same_records(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"id-a": [BUMI, ANAK]})
    counts(settings)
    before, generation = indexed(settings), engine_of(settings).revision().generation
    assert padu(settings, "rebuild").exit_code == 0
    assert indexed(settings) == before
    assert engine_of(settings).revision().generation != generation


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("sync", "id-z"), "There is no partner 'id-z'; padu.toml has id-a."),
        (("rejected", "id-z"), "There is no partner 'id-z'; padu.toml has id-a."),
        (("explain", "aaaaaaaaaaaaa"), "No record has ever had the id aaaaaaaaaaaaa."),
        (("explain", "id-a/99"), "No record has ever had the id id-a/99."),
        (("search", "bumi"), "padu sync"),
    ],
)
def test_command_that_can_not_run_says_why_in_a_sentence(
    tmp_path: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    result = padu(installed(tmp_path, {"id-a": [BUMI]}), *arguments)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert sentence in result.stderr


def test_second_run_at_once_is_turned_away(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"id-a": [BUMI]})
    with open_store(f"sqlite:///{tmp_path}/store.db"):
        result = padu(settings, "sync")
    assert result.exit_code == 2
    assert "in use by another run" in result.stderr


def test_decisions_of_librarians_are_applied_by_the_next_sync_and_what_they_wait_for_is_named(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"ui": [book("1", "Bumi manusia")], "itb": [book("7", "Bumi manusia")]})
    padu(settings, "sync")
    assert len(indexed(settings)) == 1
    decisions = tmp_path / "matching.toml"
    decisions.write_text('[[never]]\nrecords = ["ui/1", "itb/7"]\n[[always]]\nrecords = ["ui/1", "itb/8"]\n')
    result = padu(settings, "sync")
    assert result.exit_code == 0
    assert "matching.toml, line 3: itb/8 has never come; the decision stands, and waits for it." in result.stderr
    assert sorted(indexed(settings)) == sorted(
        record_id(code, "bibliographic", of) for code, of in (("ui", "1"), ("itb", "7"))
    )
    decisions.write_text("[[never]]\n")
    assert (padu(settings, "rebuild").exit_code, padu(settings, "sync").stderr) == (
        2,
        'matching.toml, line 1: [[never]] needs records = ["…", "…"], two records.\n',
    )


def _no_room(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def _no_room_for_sqlite(*_: object, **__: object) -> None:
    with closing(sqlite3.connect(":memory:")) as database:
        # SQLite's own limit stands in for the disk's: the fault it raises is the same.
        database.execute("PRAGMA max_page_count = 1")
        database.execute("CREATE TABLE variant (key TEXT)")


@pytest.mark.parametrize("full", [_no_room, _no_room_for_sqlite])
def test_full_disk_under_temporary_files_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, full: Callable[..., None]
) -> None:

    settings = installed(tmp_path, {"id-a": [BUMI]})
    monkeypatch.setattr("indexer.lookup_file.TemporaryDirectory", full)
    result = padu(settings, "sync")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("A disk is full, that of the installation or that of temporary files (")
    monkeypatch.undo()
    assert padu(settings, "sync").exit_code == 0


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ('sheet = "Buku"', "sheet in padu.toml belongs to tables, and this source is marc21; take it out."),
        ('libraries = { A = "id-a" }', "libraries in padu.toml translates the codes that library_from names, which"),
        ('library_from = "UNIT"', "library_from in padu.toml belongs to tables, and this source is marc21"),
        ("pause = 3", ""),
    ],
)
def test_setting_without_meaning_is_told_once_it_is_known_what_the_source_is(
    tmp_path: Path, setting: str, told: str
) -> None:
    settings = installed(tmp_path, {"id-a": [book("1", "Bumi manusia")]})
    plain = settings.read_text(encoding="utf-8").replace('format = "marc21"\n', "")
    settings.write_text(f"{plain}{setting}\n", encoding="utf-8")
    foreseen = json.loads(padu(settings, "sync", "--dry-run", "--json").stdout)[0]["remarks"]
    printed = padu(settings, "sync", "--dry-run").output + padu(settings, "sync").output
    done = json.loads(padu(settings, "sync", "--json").stdout)["partners"][0]["remarks"]
    assert [each[: len(told)] for each in (*foreseen, *done)] == ([told, told] if told else [])
    assert " ".join(printed.split()).count("in padu.toml") == (2 if told else 0)
    assert titles(settings) == ["Bumi manusia"]
