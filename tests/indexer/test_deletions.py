"""A list of deletions names records in its first column, whatever program wrote it; what is no list says so."""

import gzip
from pathlib import Path

import pytest

from discovery.errors import SourceUnreadable
from indexer import deletions
from indexer.deletions import listed_deletions
from indexer.sources.files import files_of
from tests.indexer.installations import book, indexed, installed, padu


@pytest.mark.parametrize(
    "content",
    [
        b"1\n2\n",
        b"NO,JUDUL\r\n1,Bumi manusia 2\r\n2,Anak\r\n",
        b"NO;JUDUL\n1;Bumi manusia, 2\n2;Anak\n",
        b'"NO";"JUDUL"\n"1";"Bumi manusia 2"\n"2";"Anak"\n',
        b"NO\tJUDUL\n1\tBumi manusia 2\n2\tAnak\n",
        "NO\tJUDUL\r\n1\tBumi manusia 2\r\n2\tAnak\r\n".encode("utf-16"),
        b"\xef\xbb\xbf1\n\n2\n",
        gzip.compress(b"1\n2\n", mtime=0),
    ],
)
def test_first_column_names_what_is_gone(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "gone.csv").write_bytes(content)
    assert list(listed_deletions(files_of(str(tmp_path)))) == ["1", "2"]


@pytest.mark.parametrize(
    "content",
    [
        book("1", "Bumi manusia"),
        b"\n<record/>",
        b"\xef\xbb\xbf<html>",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    ],
)
def test_file_that_is_no_list_says_what_one_is(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "gone.mrc").write_bytes(content)
    with pytest.raises(
        SourceUnreadable, match=r"^gone\.mrc is no list of deletions: .* one record's identifier a line"
    ):
        list(listed_deletions(files_of(str(tmp_path))))


def test_list_beyond_all_measure_is_refused_instead_of_being_read_in_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deletions, "_LONGEST", 4)
    (tmp_path / "gone.csv").write_bytes(b"1\n2\n")
    assert list(listed_deletions(files_of(str(tmp_path)))) == ["1", "2"]
    (tmp_path / "gone.csv").write_bytes(b"1\n2\n3\n")
    with pytest.raises(SourceUnreadable, match="too long"):
        list(listed_deletions(files_of(str(tmp_path))))


def test_pattern_that_matches_no_list_is_told_and_keeps_nothing_from_being_loaded(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    settings = installed(tmp_path, {"id-a": [book("1", "Bumi manusia"), book("2", "Anak semua bangsa")]}, mode="delta")
    settings.write_text(settings.read_text("utf-8") + 'deletions = "gone*.csv"\n', encoding="utf-8")
    result = padu(settings, "sync")
    assert (result.exit_code, len(indexed(settings))) == (0, 2)
    assert "no list of deletions matches" in result.stderr + capfd.readouterr().err
    (tmp_path / "gone1.csv").write_bytes(b"2;Anak\n")
    assert padu(settings, "sync").exit_code == 0
    assert [title for title, _, _ in indexed(settings).values()] == ["Bumi manusia"]
