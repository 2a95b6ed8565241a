"""The `padu` command as a whole."""

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
