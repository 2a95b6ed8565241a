"""matching.toml as it is read: what stands in it, and which line is at fault."""

from pathlib import Path

import pytest

from discovery.catalog.ids import record_id
from discovery.errors import SettingsError
from indexer.match.decisions import NO_DECISIONS, Decision, Ruling, id_pair, read_decisions

UI, ITB, UGM = (record_id(partner, "bibliographic", "1") for partner in ("ui", "itb", "ugm"))


def written(folder: Path, *entries: tuple[str, str, str], text: str = "") -> Path:
    path = folder / "matching.toml"
    blocks = [f'[[{kind}]]\nrecords = ["{one}", "{other}"]' for kind, one, other in entries]
    path.write_text(text or "\n".join(blocks), encoding="utf-8")
    return path


def test_decisions_are_read_with_their_lines_names_and_reasons(tmp_path: Path) -> None:
    text = (
        f'# ours\n[[never]]\nrecords = ["ui/1", "{ITB}"]\nwhy = "sequel"\n\n[[always]]\nrecords = ["itb/1", "ugm/1"]\n'
    )
    assert read_decisions(written(tmp_path, text=text)).given == (
        Decision(2, False, ("ui/1", ITB), id_pair(UI, ITB), "sequel"),
        Decision(6, True, ("itb/1", "ugm/1"), id_pair(ITB, UGM)),
    )


def test_a_file_saved_on_windows_is_read(tmp_path: Path) -> None:
    path = tmp_path / "matching.toml"
    path.write_bytes(b'\xef\xbb\xbf[[always]]\r\nrecords = ["ui/1", "itb/1"]\r\nwhy = """one\r\nprint"""\r\n')
    assert read_decisions(path).rulings() == {id_pair(UI, ITB): Ruling(True, "one print")}


def test_a_letter_of_another_encoding_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "matching.toml"
    path.write_bytes(b'[[always]]\nrecords = ["ui/1", "itb/1"]\nwhy = "r\xe9impression"\n')
    with pytest.raises(SettingsError) as error:
        read_decisions(path)
    assert str(error.value) == "matching.toml, line 3: a letter isn't in UTF-8; save the file as UTF-8."


def test_no_file_is_no_decision(tmp_path: Path) -> None:
    assert read_decisions(tmp_path / "matching.toml") == NO_DECISIONS


def test_a_number_may_hold_slashes(tmp_path: Path) -> None:
    (decision,) = read_decisions(written(tmp_path, ("always", "ui/a/1", "itb/1"))).given
    assert decision.by_name() == (("ui/a/1", record_id("ui", "bibliographic", "a/1")), ("itb/1", ITB))


def test_what_follows_from_several_decisions_is_decided_too(tmp_path: Path) -> None:
    entries = (("always", "ui/1", "itb/1"), ("always", "itb/1", "ugm/1"), ("never", "ui/1", "x/1"))
    stranger = record_id("x", "bibliographic", "1")
    assert read_decisions(written(tmp_path, *entries)).pairs() == {
        id_pair(UI, ITB): True,
        id_pair(ITB, UGM): True,
        id_pair(UI, UGM): True,
        id_pair(UI, stranger): False,
        id_pair(ITB, stranger): False,
        id_pair(UGM, stranger): False,
    }


def test_reasons_are_those_given_for_that_very_pair_without_addresses_of_people(tmp_path: Path) -> None:
    given = (("always", "ui/1", "itb/1", " satu\n cetakan"), ("always", "itb/1", "ui/1", "tanya budi@ui.ac.id"))
    more = (("always", "itb/1", "ugm/1", ""), ("always", "itb/1", "ui/1", "satu cetakan"))
    text = "".join(
        f'[[{kind}]]\nrecords = ["{one}", "{other}"]\nwhy = """{why}"""\n' for kind, one, other, why in given + more
    )
    assert read_decisions(written(tmp_path, text=text)).rulings() == {
        id_pair(UI, ITB): Ruling(True, "satu cetakan; tanya"),
        id_pair(ITB, UGM): Ruling(True),
        id_pair(UI, UGM): Ruling(True),
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[always]\n", "matching.toml is not valid TOML: "),
        (
            "# a\n\n[[sometimes]]\n",
            "matching.toml, line 3: 'sometimes' is unknown; it may have [[always]] and [[never]].",
        ),
        (
            "[[always]]\nrecords = ['a/1', 'b/1']\n[maybe.x]\n",
            "matching.toml, line 3: 'maybe' is unknown; it may have [[always]] and [[never]].",
        ),
        ('always = ["ui/1", "itb/1"]', "matching.toml has always in another form than [[always]]"),
        ('\n[[always]]\nrecords = ["ui/1"]', "matching.toml, line 2: [[always]] needs records"),
        ("[[never]]\nrecords = [1, 2]", "matching.toml, line 1: [[never]] needs records"),
        ('[[never]]\nrecords = ["ui/1", "x"]', "matching.toml, line 1: [[never]] names 'x', which is neither"),
        ('[[never]]\nrecords = ["ui/1", "ui/1"]', "matching.toml, line 1: [[never]] names one record twice."),
        ('[[never]]\nrecords = ["ui/1", "ui/2"]\nwy = "a"', "matching.toml, line 1: [[never]] has 'wy'"),
    ],
)
def test_a_faulty_line_is_named(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(SettingsError) as error:
        read_decisions(written(tmp_path, text=text))
    assert str(error.value).startswith(said)


def test_decisions_that_contradict_each_other_are_refused_with_their_lines(tmp_path: Path) -> None:
    entries = (("always", "ui/1", "itb/1"), ("always", "ugm/1", "itb/1"), ("never", "ugm/1", "ui/1"))
    with pytest.raises(SettingsError) as error:
        read_decisions(written(tmp_path, *entries))
    assert str(error.value) == (
        "matching.toml, line 5: [[never]] says that ugm/1 and ui/1 are two, but they are one by what [[always]] says "
        "in line 1, 3."
    )
