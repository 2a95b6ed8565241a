"""Schedules as padu.toml says them, and a scheduler that survives what its runs do and stops when told."""

import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from itertools import takewhile
from pathlib import Path
from unittest.mock import Mock

import pytest

from discovery.errors import SettingsError
from indexer.configured import scheduled_now
from indexer.schedule import Schedule, read_schedule
from indexer.scheduler import RETRY, Diary
from indexer.store.store import open_store
from tests.indexer.installations import book, indexed, installed, padu

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)  # a Saturday


@pytest.mark.parametrize(
    ("said", "then"),
    [
        ("hourly", "2026-11-21T13:00"),
        ("daily", "2026-11-22T02:30"),
        ("daily 13:05", "2026-11-21T13:05"),
        ("Weekly Mon 4:00", "2026-11-23T04:00"),
        ("weekly sun", "2026-11-22T02:30"),
        ("15 3 1 * *", "2026-12-01T03:15"),
    ],
)
def test_schedule_says_when_next(said: str, then: str) -> None:
    assert read_schedule("id-a", said).next_after(NOON).isoformat()[:16] == then


@pytest.mark.parametrize("said", ["", "daily 25:00", "monthly", "every day", "61 * * * *", "30 2 * *", "0 0 31 2 *"])
def test_what_is_no_schedule_is_refused_with_what_may_be_said(said: str) -> None:
    with pytest.raises(SettingsError, match=r"partner 'id-a': schedule = .* say \"hourly\", \"daily 02:30\""):
        read_schedule("id-a", said)


def test_partner_is_due_by_its_schedule_and_at_once_where_it_never_was_synced() -> None:
    diary, daily = Diary(), Schedule("0 2 * * *")
    assert diary.due_at("id-a", daily, None, NOON) < NOON
    assert diary.due_at("id-a", daily, NOON, NOON) > NOON
    assert diary.due_at("id-a", daily, NOON - timedelta(days=3), NOON) < NOON


def test_clock_that_was_ahead_and_was_set_right_keeps_no_partner_waiting() -> None:
    diary, daily = Diary(), Schedule("0 2 * * *")
    year_ahead = NOON + timedelta(days=365)
    assert diary.due_at("id-a", daily, year_ahead, NOON) < NOON
    assert diary.due_at("id-a", daily, NOON + timedelta(seconds=20), NOON) > NOON
    diary.note(("id-a",), (), 2, year_ahead, {})
    assert diary.due_at("id-a", daily, NOON - timedelta(days=3), NOON) < NOON
    assert diary.due_at("id-a", daily, None, year_ahead) == year_ahead + RETRY


def test_failed_partner_is_tried_again_by_itself_after_a_while() -> None:
    diary, daily = Diary(), Schedule("0 2 * * *")
    assert list(diary.batches(["id-a", "id-b", "id-c"])) == [("id-a", "id-b", "id-c")]
    diary.note(("id-a", "id-b", "id-c"), ("id-a", "id-c"), 2, NOON, {})
    assert diary.due_at("id-b", daily, None, NOON) == NOON + RETRY
    assert diary.due_at("id-a", daily, NOON, NOON) > NOON + RETRY
    assert list(diary.batches(["id-a", "id-b", "id-c"])) == [("id-a", "id-c"), ("id-b",)]
    diary.note(("id-b",), ("id-b",), 0, NOON, {})
    assert diary.retries == {}


def test_partner_that_goes_on_failing_is_tried_less_often_until_it_succeeds() -> None:
    diary = Diary()
    waits = []
    for _ in range(7):
        diary.note(("id-a",), (), 2, NOON, {})
        waits.append((diary.retries["id-a"] - NOON).total_seconds() / 60)
    assert waits == [15, 30, 60, 120, 240, 360, 360]
    diary.note(("id-a",), ("id-a",), 0, NOON, {})
    diary.note(("id-a",), (), 2, NOON, {})
    assert diary.retries["id-a"] == NOON + RETRY


def test_failed_partner_that_is_synced_by_hand_waits_for_its_schedule() -> None:
    diary, weekly = Diary(), Schedule("30 2 * * 1")
    before, later = NOON - timedelta(days=6), NOON + timedelta(minutes=10)
    diary.note(("id-a",), (), 2, NOON, {"id-a": before})
    assert diary.due_at("id-a", weekly, before, later) == NOON + RETRY
    # By a run that was on when ours failed, and kept it out; and by one after it.
    for by_hand in (NOON - timedelta(minutes=5), NOON + timedelta(minutes=5)):
        assert diary.due_at("id-a", weekly, by_hand, later) == datetime(2026, 11, 23, 2, 30).astimezone()


def test_partner_that_was_synced_and_could_not_be_published_is_tried_again() -> None:
    diary, weekly = Diary(), Schedule("30 2 * * 1")
    diary.note(("id-a",), ("id-a",), 2, NOON, {"id-a": NOON})
    assert diary.due_at("id-a", weekly, NOON, NOON) == NOON + RETRY


@pytest.mark.parametrize(
    ("synced", "due"),
    [
        ("2026-10-19T02:31:00+02:00", "2026-10-26T02:30:00+01:00"),
        ("2026-03-23T02:31:00+01:00", "2026-03-30T02:30:00+02:00"),
    ],
)
def test_partner_is_due_at_the_same_hour_in_summer_and_winter(
    monkeypatch: pytest.MonkeyPatch, synced: str, due: str
) -> None:
    with monkeypatch.context() as patched:
        patched.setenv("TZ", "Europe/Berlin")
        time.tzset()
        last = datetime.fromisoformat(synced)
        found = Diary().due_at("id-a", read_schedule("id-a", "weekly mon 02:30"), last, last)
    time.tzset()
    assert found == datetime.fromisoformat(due)


@pytest.mark.parametrize(
    ("said", "synced", "due"),
    [
        # In autumn the clock shows the hour from two to three twice.
        ("daily 02:30", "2026-10-25T02:10:00+02:00", "2026-10-25T02:30:00+02:00"),
        ("daily 02:30", "2026-10-25T02:31:00+02:00", "2026-10-26T02:30:00+01:00"),
        ("daily 02:30", "2026-10-25T02:10:00+01:00", "2026-10-25T02:30:00+01:00"),
        ("*/15 * * * *", "2026-10-25T02:01:00+01:00", "2026-10-25T02:15:00+01:00"),
        ("hourly", "2026-10-25T02:01:00+01:00", "2026-10-25T03:00:00+01:00"),
        # In spring it skips that hour.
        ("daily 02:30", "2026-03-29T01:00:00+01:00", "2026-03-29T03:30:00+02:00"),
        ("daily 02:30", "2026-03-29T03:30:05+02:00", "2026-03-30T02:30:00+02:00"),
        ("hourly", "2026-03-29T01:00:20+01:00", "2026-03-29T03:00:00+02:00"),
        ("hourly", "2026-03-29T03:00:20+02:00", "2026-03-29T04:00:00+02:00"),
    ],
)
def test_partner_is_due_later_than_it_was_synced_in_the_nights_when_the_clock_is_changed(
    monkeypatch: pytest.MonkeyPatch, said: str, synced: str, due: str
) -> None:
    with monkeypatch.context() as patched:
        patched.setenv("TZ", "Europe/Berlin")
        time.tzset()
        last = datetime.fromisoformat(synced)
        found = Diary().due_at("id-a", read_schedule("id-a", said), last, last)
    time.tzset()
    assert found == datetime.fromisoformat(due)


@pytest.mark.parametrize(("status", "again"), [(0, []), (1, []), (2, ["id-a"]), (-9, ["id-a"])])
def test_what_could_not_be_published_is_tried_again(status: int, again: list[str]) -> None:
    diary = Diary()
    diary.note(("id-a",), ("id-a",), status, NOON, {})
    assert list(diary.retries) == again


def test_partner_that_fails_is_not_tried_again_in_the_same_round() -> None:
    diary = Diary()
    batches = diary.batches(["id-a", "id-b"])
    diary.note(("id-a", "id-b"), ["id-a"], 2, NOON, {})
    assert batches == (("id-a", "id-b"),)
    assert diary.batches(["id-b"]) == (("id-b",),)


def test_padu_toml_that_is_gone_is_told_and_not_taken_for_one_without_partners(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = installed(tmp_path, {"id-a": [book("1", "Bumi manusia")]})
    monkeypatch.chdir(tmp_path)
    assert list(scheduled_now().schedules) == ["id-a"]
    settings.unlink()
    with pytest.raises(SettingsError, match=r"^There is no padu\.toml in "):
        scheduled_now()


def started(settings: Path, log: int = subprocess.PIPE) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "discovery", "sync", "--schedule"],
        env={**os.environ, "PADU_CONFIG": str(settings)},
        stdout=log,
        stderr=log,
        text=True,
    )


def stopped(process: subprocess.Popen[str], ending: signal.Signals = signal.SIGTERM) -> tuple[int, str, str]:
    process.send_signal(ending)
    out, err = process.communicate(timeout=300)
    return process.returncode, out, err


@pytest.mark.slow
def test_scheduler_syncs_what_is_due_in_spite_of_a_partner_that_fails_and_stops_on_sigterm(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"id-a": [book("1", "Bumi manusia")], "id-b": b"<html>Login</html>"})
    process = started(settings)
    assert process.stderr is not None
    said = process.stderr.readline()  # when the run has ended
    status, out, _ = stopped(process)
    assert "id-b.mrc is a web page" in said
    assert (status, out.splitlines()[-1]) == (0, "Stopped.")
    assert "syncing id-a, id-b" in out
    assert [title for title, _, _ in indexed(settings).values()] == ["Bumi manusia"]


@pytest.mark.slow
def test_schedule_that_begins_publishes_what_was_loaded_when_the_machine_went_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = installed(tmp_path, {"id-a": [book("1", "Bumi manusia")], "id-b": [book("2", "Jejak langkah")]})
    with monkeypatch.context() as patched:
        patched.setattr("indexer.pipeline.rematch", Mock(side_effect=KeyboardInterrupt))
        assert padu(settings, "sync").exit_code == 2
    process = started(settings)
    assert process.stdout is not None
    said = list(takewhile(lambda line: "Published" not in line, process.stdout))
    status, out, _ = stopped(process)
    assert said[0].rstrip().endswith((" syncing id-a", " syncing id-b"))
    assert (status, out) == (0, "Stopped.\n")
    assert sorted(title for title, _, _ in indexed(settings).values()) == ["Bumi manusia", "Jejak langkah"]


@pytest.mark.slow
def test_schedule_outlives_a_disk_with_no_room_for_its_log(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"id-a": b"<html>Login</html>"})
    with open("/dev/full", "w") as log:  # noqa: PTH123
        process = started(settings, log.fileno())
        while process.poll() is None and "failed" not in padu(settings, "status").stderr:
            time.sleep(0.1)
    assert process.poll() is None
    assert stopped(process)[0] in (0, 2)


@pytest.mark.slow
def test_scheduler_stops_with_its_terminal(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"id-a": [book("1", "Bumi manusia")]})
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)  # whoever runs the tests may have it ignored
    try:
        process = started(settings)
    finally:
        signal.signal(signal.SIGHUP, before)
    assert process.stdout is not None
    assert "syncing id-a" in process.stdout.readline()
    status, out, _ = stopped(process, signal.SIGHUP)
    assert (status, out.splitlines()[-1]) == (0, "Stopped.")


@pytest.mark.slow
def test_scheduler_waits_while_another_run_has_the_store(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"id-a": [book("1", "Bumi manusia")]})
    with open_store(f"sqlite:///{tmp_path}/store.db"):
        process = started(settings)
        assert process.stdout is not None
        first = process.stdout.readline()
        assert process.stderr is not None
        said = process.stderr.readline()
    status, out, _ = stopped(process)
    assert "syncing id-a" in first
    assert "is in use by another run of padu" in said
    assert (status, out.splitlines()[-1]) == (0, "Stopped.")


@pytest.mark.parametrize("command", [("sync",), ("sync", "--schedule"), ("status",)])
def test_schedule_that_is_none_ends_every_command_with_one_sentence(tmp_path: Path, command: tuple[str, ...]) -> None:
    settings = installed(tmp_path, {"id-a": [book("1", "Bumi manusia")]})
    settings.write_text(settings.read_text(encoding="utf-8") + 'schedule = "every day"\n', encoding="utf-8")
    result = padu(settings, *command)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("padu.toml, partner 'id-a': schedule = 'every day' is no schedule; say")
