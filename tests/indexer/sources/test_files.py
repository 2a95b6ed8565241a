"""A source names a file, a folder or a glob; what can't be read says so in a sentence."""

import gzip
import os
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from discovery.errors import SourceUnreadable
from indexer.readers.detect import check_readable
from indexer.sources import unpacking as module
from indexer.sources.files import SourceFile, beginning, files_of, opened


def test_source_is_a_file_a_folder_or_a_glob(tmp_path: Path) -> None:
    for name in ("b.mrc", "a.mrc", "c.xml", ".hidden"):
        (tmp_path / name).write_bytes(b"x")
    assert [path.name for path in files_of(str(tmp_path / "b.mrc"))] == ["b.mrc"]
    assert [path.name for path in files_of(str(tmp_path))] == ["a.mrc", "b.mrc", "c.xml"]
    assert [path.name for path in files_of(str(tmp_path / "*.mrc"))] == ["a.mrc", "b.mrc"]


@pytest.mark.parametrize("source", ["", "**/buku.*", "20*/buku.*"])
def test_files_of_one_name_are_told_apart_by_their_folders(tmp_path: Path, source: str) -> None:
    for folder in ("2025", "2026"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "buku.mrc").write_bytes(b"x")
        with zipfile.ZipFile(tmp_path / folder / "buku.zip", "w") as archive:
            archive.writestr("a.mrc", b"x")
    names = [each.name for each in files_of(str(tmp_path / source))]
    assert names == ["2025/buku.mrc", "2025/buku.zip/a.mrc", "2026/buku.mrc", "2026/buku.zip/a.mrc"]


def test_name_that_is_no_utf8_is_read_as_latin1(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/cat\xe9logo.mrc"
    with open(path, "wb") as written:  # noqa: PTH123 - a name of bytes
        written.write(b"x")
    (file,) = files_of(str(tmp_path))
    assert file.name == "catélogo.mrc"
    assert beginning(file) == b"x"


@pytest.mark.parametrize(("name", "sentence"), [("none.mrc", "There is no file"), ("*.mrc", "No file matches")])
def test_source_that_names_nothing_says_so(tmp_path: Path, name: str, sentence: str) -> None:
    with pytest.raises(SourceUnreadable, match=sentence):
        files_of(str(tmp_path / name))


def test_folder_without_files_says_so(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match="holds no files"):
        files_of(str(tmp_path))


@pytest.mark.parametrize("source", ["", "*.mrc"])
def test_link_to_a_file_that_is_not_there_is_no_smaller_catalogue(tmp_path: Path, source: str) -> None:
    (tmp_path / "a.mrc").write_bytes(b"x")
    (tmp_path / "b.mrc").symlink_to(tmp_path / "unmounted" / "b.mrc")
    with pytest.raises(SourceUnreadable, match=r"^b\.mrc can't be read: No such file or directory\.$"):
        files_of(str(tmp_path / source))


def test_source_that_is_no_file_says_so_instead_of_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.mrc")
    with pytest.raises(SourceUnreadable, match="is neither a file nor a folder"):
        files_of(str(tmp_path / "a.mrc"))


def test_what_windows_and_macos_add_to_a_folder_is_passed_over(tmp_path: Path) -> None:
    for name in ("a.mrc", "Thumbs.db", "desktop.ini", ".DS_Store"):
        (tmp_path / name).write_bytes(b"x")
    assert [file.name for file in files_of(str(tmp_path))] == ["a.mrc"]


def test_what_says_what_a_catalogue_is_is_no_part_of_it(tmp_path: Path) -> None:
    catalogues = ["license to read.csv", "readme.csv", "readme.mrc"]
    names = [
        *catalogues,
        "README",
        "readme.txt",
        "Read Me.md",
        "BACA DULU.docx",
        "bacalah.txt",
        "LICENSE",
        "Licence.html",
    ]
    for name in names:
        (tmp_path / name).write_bytes(b"x")
    with zipfile.ZipFile(tmp_path / "z.zip", "w") as archive:
        archive.writestr("a/readme.txt", b"x")
        archive.writestr("a/b.mrc", b"x")
    assert [file.name for file in files_of(str(tmp_path))] == [*catalogues, "z.zip/a/b.mrc"]
    assert [file.name for file in files_of(str(tmp_path / "readme.txt"))] == ["readme.txt"]  # it was asked for


def test_gzip_is_unpacked_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.mrc"
    path.write_bytes(gzip.compress(b"0123456789"))
    with opened(SourceFile(path)) as stream:
        assert stream.read() == b"0123456789"


def test_gzip_that_is_cut_off_says_so(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.mrc.gz"
    path.write_bytes(gzip.compress(bytes(range(256)) * 100)[:-30])
    with pytest.raises(SourceUnreadable, match="damaged or cut-off gzip"), opened(SourceFile(path)) as stream:
        stream.read()


def test_gzip_that_unpacks_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_UNPACKED", 1000)
    path = tmp_path / "bomb.gz"
    path.write_bytes(gzip.compress(b"\0" * 5000))
    with pytest.raises(SourceUnreadable, match="unpacks to more than"), opened(SourceFile(path)) as stream:
        stream.read(4000)


def zipped(path: Path, members: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def read_all(source: Path) -> dict[str, bytes]:
    found = {}
    for file in files_of(str(source)):
        with opened(file) as stream:
            found[file.name] = stream.read()
    return found


def test_zip_is_its_files_without_what_macos_adds(tmp_path: Path) -> None:
    members = {"b.mrc": b"B", "__MACOSX/b.mrc": b"junk", "a/.DS_Store": b"junk", "a/a.mrc.gz": gzip.compress(b"A")}
    zipped(tmp_path / "export.zip", members)
    (tmp_path / "c.mrc").write_bytes(b"C")
    assert read_all(tmp_path) == {"c.mrc": b"C", "export.zip/a/a.mrc.gz": b"A", "export.zip/b.mrc": b"B"}


@pytest.mark.parametrize("part", ["[Content_Types].xml", "mimetype"])
def test_workbook_is_one_file_though_it_is_a_zip(tmp_path: Path, part: str) -> None:
    path = zipped(tmp_path / "buku.xlsx", {part: b"x", "xl/workbook.xml": b"y"})
    assert files_of(str(path)) == (SourceFile(path),)


def test_what_an_office_program_puts_beside_an_open_file_is_passed_over(tmp_path: Path) -> None:
    for name in ("buku.csv", "~$buku.xlsx", ".~lock.buku.ods#"):
        (tmp_path / name).write_bytes(b"x")
    assert [file.name for file in files_of(str(tmp_path))] == ["buku.csv"]


def test_zip_that_holds_nothing_is_cut_off_or_needs_a_password_says_so(tmp_path: Path) -> None:
    whole = zipped(tmp_path / "whole.zip", {"a.mrc": bytes(range(256)) * 100}).read_bytes()
    locked = bytearray(whole)
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[whole.index(signature) + flags] |= 1  # "this entry is encrypted": APPNOTE.TXT, 4.4.4
    broken = bytearray(whole)
    broken[80] ^= 0xFF
    contents = {
        "cut.zip": whole[:-30],
        "buku.xlsx": whole[:-30],
        "locked.zip": bytes(locked),
        "broken.zip": bytes(broken),
    }
    said = {}
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
        with pytest.raises(SourceUnreadable) as raised:
            read_all(tmp_path / name)
        said[name] = str(raised.value)
    assert said == {
        "cut.zip": "cut.zip is a damaged or cut-off zip file; have it sent or saved anew.",
        "buku.xlsx": "buku.xlsx is a damaged or cut-off workbook; have it sent or saved anew.",
        "locked.zip": "locked.zip/a.mrc needs a password, or is packed in a way that Padu can't undo.",
        "broken.zip": said["broken.zip"],
    }
    assert "broken.zip/a.mrc is a damaged or cut-off" in said["broken.zip"]
    with pytest.raises(SourceUnreadable, match=r"empty\.zip holds no files"):
        files_of(str(zipped(tmp_path / "empty.zip", {".hidden": b"", "folder/": b""})))


def test_zip_whose_names_or_version_make_no_sense_says_so(tmp_path: Path) -> None:
    whole = zipped(tmp_path / "whole.zip", {"buku-é.mrc": b"00024"}).read_bytes()  # its name is said to be in UTF-8
    listed = whole.index(b"PK\x01\x02")
    name = "é".encode()
    newer = bytearray(whole)
    newer[listed + 6] = 148  # "version needed to extract": APPNOTE.TXT, 4.4.3
    contents = {
        "names.zip": whole.replace(name, b"\xe9\xe9"),
        "listed.zip": whole[:listed] + whole[listed:].replace(name, b"\xe9\xe9"),
        "own.zip": whole[:listed].replace(name, b"\xe9\xe9") + whole[listed:],
        "newer.zip": bytes(newer),
    }
    for file, content in contents.items():
        (tmp_path / file).write_bytes(content)
        with pytest.raises(SourceUnreadable, match=rf"^{file}.* is a damaged or cut-off zip file; have it sent"):
            read_all(tmp_path / file)


def test_zip_of_any_packing_that_is_damaged_says_so(tmp_path: Path) -> None:
    text = "".join(f"{number};Kisah {number * number};Toer\n" for number in range(2000)).encode()
    for packing in (zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        path = tmp_path / f"{packing}.zip"
        with zipfile.ZipFile(path, "w", packing) as archive:
            archive.writestr("buku.csv", text)
        content = bytearray(path.read_bytes())
        content[200:300] = bytes(100)
        path.write_bytes(content)
        with pytest.raises(SourceUnreadable, match=rf"^{packing}\.zip/buku\.csv (?:is a damaged|can't be read)"):
            read_all(path)


def test_zip_that_unpacks_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_UNPACKED", 1000)
    (file,) = files_of(str(zipped(tmp_path / "bomb.zip", {"a.mrc": b"\0" * 5000})))
    with pytest.raises(SourceUnreadable, match="unpacks to more than"), opened(file) as stream:
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
        (b"<br />\n<b>Fatal error</b>:  Uncaught in <b>x.php</b> on line <b>3</b><br />\n", None, "is a web page"),
        (b'{"error": "not authorized", "code": 401}', "table", "is no table"),
        (b"judul;pengarang\n", None, "no format that Padu can read"),
        (b"PK\x03\x04\x14\x00\x00\x00buku.mrc", None, "f.mrc is a zip file within a packed file"),
        (
            b"\xff\xd8\xff\xe0JFIF",
            None,
            "f.mrc is a picture, in which there is nothing to read; take it out of the source",
        ),
        (
            b"PK\x03\x04[Content_Types].xml PK\x03\x04word/document.xml",
            None,
            "f.mrc is a text document, which Padu can't",
        ),
        (b"Rar!\x1a\x07\x01\x00" + b"\x1e" * 9, "marc21", "f.mrc is a RAR archive, which Padu can't unpack; pack it"),
        (b"buku.mrc".ljust(257, b"\0") + b"ustar\x0000", None, "f.mrc is a tar archive"),
        (b"BZh91AY&SY\x1e", None, "f.mrc is packed by bzip2"),
        (b"\x00\x01\x00\x00Standard Jet DB\x00", None, "f.mrc is an Access database, which Padu can't read; export"),
        (b"-- MySQL dump 10.13\n", None, "f.mrc is the dump of a database, which Padu can't read; export its records"),
        (b"-- phpMyAdmin SQL Dump\n", "table", "f.mrc is the dump of a database"),
        (b"00714cam a2200205 a 4500", "marcxml", 'f.mrc is no XML, and so not in format = "marcxml"; leave format out'),
        (b"<collection><record><leader>", "marc21", 'f.mrc is XML, and so not in format = "marc21"'),
    ],
)
def test_file_of_no_readable_format_says_what_it_is(content: bytes, declared: str | None, sentence: str) -> None:
    with pytest.raises(SourceUnreadable, match=sentence):
        check_readable(content, declared, "f.mrc")  # type: ignore[arg-type]


def test_beginning_is_of_the_unpacked_file(tmp_path: Path) -> None:
    path = tmp_path / "a.gz"
    path.write_bytes(gzip.compress(b"<collection/>"))
    assert beginning(SourceFile(path)) == b"<collection/>"
