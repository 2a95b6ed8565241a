"""No folder for temporary files: all are on the one disk of a machine, which is full, or a container is read-only."""

import tempfile
from pathlib import Path

import pytest

from tests.indexer.installations import book, indexed, installed, padu

TOLD = (
    "No folder takes temporary files: make room on the disk that holds them, or name one that can be written to in the "
    "variable TMPDIR; then run the same command again.\n"
)


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = installed(tmp_path, {"id-a": [book("1", "Bumi manusia")]})
    assert padu(path, "sync").exit_code == 0
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setattr(tempfile, "_candidate_tempdir_list", lambda: [str(tmp_path / "padu.toml" / "tmp")])
    return path


@pytest.mark.parametrize("command", [("status",), ("search", "bumi"), ("rejected", "id-a"), ("sync",)])
def test_commands_that_need_no_temporary_files_answer_as_ever(settings: Path, command: tuple[str, ...]) -> None:
    result = padu(settings, *command)
    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.parametrize("command", [("rebuild",), ("demo", "--port", "0")])
def test_others_end_with_one_sentence_and_change_nothing(settings: Path, command: tuple[str, ...]) -> None:
    before = indexed(settings)
    result = padu(settings, *command)
    assert (result.exit_code, result.stderr) == (2, TOLD)
    assert indexed(settings) == before
