"""What the commands print, whatever the terminal."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from discovery.command_end import complain
from discovery.settings import load_settings
from indexer import console
from indexer.cli import app
from tests.indexer.installations import SETTINGS, book, installed


def test_a_table_is_shown_in_full_however_narrow_the_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(console.OUT, "_width", 40)
    table = console.counted_table("partner", "records", "last synced")
    table.add_row("id-universitas-negeri-contoh", "1,234,567", "2026-11-23 13:42")
    console.show_table(table)
    assert capsys.readouterr().out.splitlines()[-2].split() == [
        "id-universitas-negeri-contoh",
        "1,234,567",
        "2026-11-23",
        "13:42",
    ]


def test_what_looks_like_the_name_of_an_emoji_is_shown_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    complain("Can't listen on 127.0.0.1:-1: no such port")
    assert capsys.readouterr().err == "Can't listen on 127.0.0.1:-1: no such port\n"


@pytest.mark.parametrize("command", ["sync", "sync --dry-run", "sync --schedule", "rebuild", "rejected ui"])
def test_a_command_in_a_folder_without_settings_says_so_and_leaves_nothing_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.delenv("PADU_CONFIG", raising=False)
    monkeypatch.chdir(tmp_path)
    told = CliRunner().invoke(app, command.split())
    assert (told.exit_code, told.stderr.partition(":")[0]) == (2, f"There is no padu.toml in {tmp_path}")
    assert list(tmp_path.iterdir()) == []


def test_what_a_narrow_terminal_or_a_log_shows_has_whole_paths_with_all_their_signs(tmp_path: Path) -> None:
    folder = f"[lama] katalog-{'x' * 60}"
    index = SETTINGS.replace("embedded:index", f"embedded:{folder}/index")
    settings = installed(tmp_path, {"id-a": [book("1", "Bumi manusia")]}, settings=index)
    runner = CliRunner(env={"PADU_CONFIG": str(settings), "COLUMNS": "40"})
    said = runner.invoke(app, ["sync"]).stdout + runner.invoke(app, ["status"]).stdout
    assert f"Engine {load_settings(settings).engine_options().url}: 1 document, generation " in said
    assert any(line.startswith("Published ") and line.endswith(" s in all.") for line in said.splitlines())
