"""What the commands print, whatever the terminal."""

import pytest

from discovery.command_end import complain
from indexer import console


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
