"""A source names a file, a folder or a glob; what can't be read says so in a sentence."""

import gzip
from pathlib import Path

import pytest

from discovery.errors import SourceUnreadable
from indexer.readers.detect import check_readable
from indexer.sources import files as module
from indexer.sources.files import beginning, files_of, opened


def test_source_is_a_file_a_folder_or_a_glob(tmp_path: Path) -> None:
    for name in ("b.mrc", "a.mrc", "c.xml", ".hidden"):
        (tmp_path / name).write_bytes(b"x")
    assert [path.name for path in files_of(str(tmp_path / "b.mrc"))] == ["b.mrc"]
    assert [path.name for path in files_of(str(tmp_path))] == ["a.mrc", "b.mrc", "c.xml"]
    assert [path.name for path in files_of(str(tmp_path / "*.mrc"))] == ["a.mrc", "b.mrc"]


@pytest.mark.parametrize(("name", "sentence"), [("none.mrc", "There is no file"), ("*.mrc", "No file matches")])
def test_source_that_names_nothing_says_so(tmp_path: Path, name: str, sentence: str) -> None:
    with pytest.raises(SourceUnreadable, match=sentence):
        files_of(str(tmp_path / name))


def test_folder_without_files_says_so(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match="holds no files"):
        files_of(str(tmp_path))


def test_gzip_is_unpacked_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.mrc"
    path.write_bytes(gzip.compress(b"0123456789"))
    with opened(path) as stream:
        assert stream.read() == b"0123456789"


def test_gzip_that_is_cut_off_says_so(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.mrc.gz"
    path.write_bytes(gzip.compress(bytes(range(256)) * 100)[:-30])
    with pytest.raises(SourceUnreadable, match="damaged or cut-off gzip"), opened(path) as stream:
        stream.read()


def test_gzip_that_unpacks_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_UNPACKED", 1000)
    path = tmp_path / "bomb.gz"
    path.write_bytes(gzip.compress(b"\0" * 5000))
    with pytest.raises(SourceUnreadable, match="unpacks to more than"), opened(path) as stream:
        stream.read(4000)


@pytest.mark.parametrize(
    ("content", "declared", "expected"),
    [
        (b"00714cam a2200205 a 4500", None, "marc21"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><collection/>", None, "marcxml"),
        (b"00714cam a2200205 a 4500", "marc21", "marc21"),
        (b"damaged leader 001\x1erest\x1d", None, "marc21"),
    ],
)
def test_format_is_told_by_the_beginning(content: bytes, declared: str | None, expected: str) -> None:
    assert check_readable(content, declared, "f.mrc") == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("content", "declared", "sentence"),
    [
        (b"", "marc21", "f.mrc is empty"),
        (b" \n", None, "f.mrc is empty"),
        (b"<!DOCTYPE html><html>Please log in", "marc21", "is a web page"),
        (b"judul;pengarang\n", None, "no format that Padu can read"),
    ],
)
def test_file_of_no_readable_format_says_what_it_is(content: bytes, declared: str | None, sentence: str) -> None:
    with pytest.raises(SourceUnreadable, match=sentence):
        check_readable(content, declared, "f.mrc")  # type: ignore[arg-type]


def test_beginning_is_of_the_unpacked_file(tmp_path: Path) -> None:
    path = tmp_path / "a.gz"
    path.write_bytes(gzip.compress(b"<collection/>"))
    assert beginning(path) == b"<collection/>"
