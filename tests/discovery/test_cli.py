"""The `padu` command as a whole."""

import subprocess
import sys
from importlib.metadata import entry_points

import pytest

from discovery import cli


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
