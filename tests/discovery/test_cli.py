"""The `padu` command as a whole."""

import errno
import io
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import entry_points
from pathlib import Path
from types import SimpleNamespace

import pytest
import typer
from rich.console import Console
from typer.testing import CliRunner

from discovery import __main__, cli
from discovery.catalog.record import Title
from discovery.search.params import Row, SearchParams
from discovery.terminal import outcome_lines
from tests.catalogues import publish, union
from web.cli import listening


def test_fault_of_padus_own_ends_with_status_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def failing() -> None:
        raise RuntimeError("a fault")

    monkeypatch.setattr(cli, "app", failing)
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 2
    assert "RuntimeError: a fault" in capsys.readouterr().err


def test_what_a_worker_process_begins_with_imports_nothing_of_the_commands() -> None:
    (padu,) = entry_points(group="console_scripts", name="padu")
    code = f"import sys, {padu.module}; print('typer' in sys.modules, 'sqlalchemy' in sys.modules)"
    begun = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert begun.stdout.split() == ["False", "False"]
    assert callable(padu.load())


def test_ctrl_c_while_modules_are_read_shows_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped() -> None:
        raise KeyboardInterrupt

    monkeypatch.setitem(sys.modules, "discovery.cli", SimpleNamespace(main=stopped))
    with pytest.raises(SystemExit) as ended:
        __main__.main()
    assert ended.value.code == 130


def test_letters_that_a_terminal_cannot_show_are_escaped(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = io.TextIOWrapper(io.BytesIO(), encoding="latin-1")
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setattr(cli, "app", lambda: Console().print("Café القرآن"))
    cli.main()
    terminal.flush()
    written = terminal.buffer
    assert isinstance(written, io.BytesIO)
    assert written.getvalue().decode("latin-1") == r"Café \u0627\u0644\u0642\u0631\u0622\u0646" + "\n"


def test_a_full_disk_is_one_sentence_to_who_searches_too(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(typer.Exit) as ended, cli._errors_told():
        raise OSError(errno.ENOSPC, "No space left on device")
    assert ended.value.exit_code == 2
    assert capsys.readouterr().err.startswith("A disk is full, ")


def test_the_terminal_shows_titles_in_their_own_script_too(tmp_path: Path) -> None:
    revival = union(1, Title("Iḥyāʾ ʿulūm al-dīn", original="إحياء علوم الدين"), languages=("ar",))
    outcome = publish(tmp_path, [revival]).search(SearchParams(rows=(Row("ihya"),)))
    assert list(outcome_lines(outcome))[2:4] == ["1. Iḥyāʾ ʿulūm al-dīn", "   إحياء علوم الدين"]


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_the_demo_leaves_nothing_behind_however_it_is_ended(tmp_path: Path, ending: signal.Signals) -> None:
    with _demo(tmp_path, ending) as demo:
        demo.send_signal(ending)
        assert demo.stdout is not None
        assert "Traceback" not in demo.stdout.read()
    assert list(tmp_path.iterdir()) == []


def test_a_taken_port_is_told_before_the_demo_loads_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("indexer.cli.run_sync", lambda *_: pytest.fail("it loads first"))
    with listening("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        told = CliRunner().invoke(cli.app, ["demo", "--port", str(port)])
    assert told.exit_code == 2
    assert told.stderr == f"Can't listen on 127.0.0.1:{port}: Address already in use. Choose another with --port.\n"


def test_what_nohup_has_a_command_survive_stays_ignored() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with cli._errors_told():
            assert signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
            assert signal.getsignal(signal.SIGTERM) == signal.default_int_handler
    finally:
        signal.signal(signal.SIGHUP, before)


@contextmanager
def _demo(folder: Path, ending: signal.Signals) -> "Iterator[subprocess.Popen[str]]":
    """A demo that is ready, with its data in `folder`. What whoever runs the tests says of signals is not its own: the
    shells that run them in the background ignore some.
    """
    command = [sys.executable, "-m", "discovery", "demo", "--port", "0"]
    environment = {**os.environ, "TMPDIR": str(folder)}
    before = signal.signal(ending, signal.SIG_DFL)
    try:
        demo = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment)
    finally:
        signal.signal(ending, before)
    with demo:
        try:
            assert demo.stdout is not None
            said = next(line for line in demo.stdout if "is ready" in line or "Error" in line)
            assert "is ready" in said
            assert "127.0.0.1:0 " not in said
            assert [each.name.startswith("padu-demo-") for each in folder.iterdir()] == [True]
            yield demo
        finally:
            demo.kill()


def _told(command: str, *arguments: str, **streams: int) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run([sys.executable, "-m", "discovery", command, *arguments], check=False, **streams)


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("arguments", [("--help",), ("no-such-option",), ("--json",)])
def test_a_reader_who_leaves_changes_nothing_of_how_a_command_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], unbuffered: str
) -> None:
    monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)
    monkeypatch.setenv("PADU_STORE_URL", f"sqlite:///{tmp_path}/store.db")
    monkeypatch.setenv("PADU_ENGINE_URL", f"embedded:{tmp_path}/index")
    heard = _told("status", *arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    for unread in ("stdout", "stderr"):
        reading, writing = os.pipe()
        os.close(reading)
        other = "stderr" if unread == "stdout" else "stdout"
        left = _told("status", *arguments, **{unread: writing, other: subprocess.PIPE})
        os.close(writing)
        assert (left.returncode, getattr(left, other)) == (heard.returncode, getattr(heard, other))


def test_output_that_a_full_disk_does_not_take_is_one_sentence() -> None:
    full = os.open("/dev/full", os.O_WRONLY)
    told = _told("search", "--help", stdout=full, stderr=subprocess.PIPE)
    os.close(full)
    assert (told.returncode, told.stderr.count(b"\n")) == (2, 1)
    assert told.stderr.startswith(b"What this prints can't be written, as a disk is full: ")


def test_a_command_whose_output_is_closed_does_its_work(tmp_path: Path) -> None:
    command = f"{sys.executable} -m discovery status --json >&- 2>&-"
    environment = {**os.environ, "PADU_STORE_URL": f"sqlite:///{tmp_path}/s.db", "PADU_ENGINE_URL": "embedded:none"}
    assert subprocess.run(["/bin/sh", "-c", command], check=False, env=environment).returncode == 0
