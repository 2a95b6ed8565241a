"""A partner's files on this machine: one file, a folder, or a glob; gzip and zip are undone on the way."""

import gzip
import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from glob import glob, has_magic
from itertools import takewhile
from pathlib import Path
from typing import IO, BinaryIO, cast

from discovery.errors import SourceUnreadable
from indexer.sources.names import folders_below, in_unicode
from indexer.sources.unpacking import Capped, faults_told, open_archive, open_member

_GZIP_MAGIC = b"\x1f\x8b"
_ZIP_MAGIC = b"PK\x03\x04"
# What makes a zip file a workbook or a document, opened whole by its reader: ECMA-376 part 2, OpenDocument 1.3 part 2.
_DOCUMENT_PARTS = frozenset({"[Content_Types].xml", "mimetype"})
_OF_WINDOWS = frozenset({"thumbs.db", "desktop.ini"})
# What people put beside a catalogue, to say what it is.
_ABOUT = re.compile(
    r"(?:read[ _-]?me|baca(?:lah)?(?:[ _-](?:dulu|saya))?|licen[cs]e|copying)(?:\.(?:txt|md|html?|pdf|rtf|docx?))?",
    re.IGNORECASE,
)
# What office programs put beside a file that somebody has open; LibreOffice's begins with a point.
_OPEN_FILE = "~$"
_SNIFFED = 4096
# What unpacks archives without times gives files those of 1970 or 1980.
_EARLIEST = datetime(1981, 1, 1, tzinfo=UTC).timestamp()
_DIGITS = re.compile(r"([0-9]+)")


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file of a source, or one member of a zip file. `name` is what reports call it.

    `folder` is where it lies in the source's folder: files of many months may all be called "buku.mrc".
    """

    path: Path
    member: str = ""
    folder: str = ""

    @property
    def name(self) -> str:
        """The file's name, "2026-01/buku.mrc" in a folder; a zip file's member is "buku.zip/buku.mrc"."""
        return "/".join(filter(None, (self.folder, in_unicode(self.path.name), self.member)))


def files_of(source: str) -> tuple[SourceFile, ...]:
    """The files a source names, in name order, those in zip files too. Raises SourceUnreadable when there is none."""
    path = root = Path(source)
    if path.is_dir():
        found = sorted(each for each in path.rglob("*") if _stands_for_file(each) and not _is_passed_over(each.name))
        if not found:
            raise SourceUnreadable(f"The folder {source} holds no files.")
    elif path.is_file():
        found = [path]
    elif path.exists():
        raise SourceUnreadable(f"{source} is neither a file nor a folder.")
    elif has_magic(source):
        root = Path(*takewhile(lambda part: not has_magic(part), path.parts), "")
        matching = (Path(each) for each in glob(source, recursive=True))  # noqa: PTH207 - an absolute pattern
        found = sorted(each for each in matching if _stands_for_file(each))
        if not found:
            raise SourceUnreadable(f"No file matches {source}.")
    else:
        raise SourceUnreadable(f"There is no file or folder {source}.")
    return tuple(replace(file, folder=folders_below(root, each)) for each in found for file in _unzipped(each))


def newest_first(files: Iterable[SourceFile]) -> tuple[SourceFile, ...]:
    """Files of changes, the last by name first: of two records with one identifier the first that is read counts.

    Names tell when (2026-01.mrc, changes-9.mrc, changes-10.mrc), since a file's own time is that of its last copying.
    """
    return tuple(sorted(files, key=lambda file: _with_numbers(f"{file.path}/{file.member}"), reverse=True))


def last_written(files: Iterable[SourceFile]) -> str:
    """The day (ISO) on which the last of them was written, "" where that can't be known: they say nothing newer."""
    latest = max((_written(file.path) for file in files), default=0.0)
    return datetime.fromtimestamp(latest, UTC).date().isoformat() if latest >= _EARLIEST else ""


def _written(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:  # whoever reads it tells why
        return 0.0


def _with_numbers(name: str) -> list[tuple[str, int]]:
    """A name as pairs of words and the number behind them, so that 10 comes after 9."""
    parts = [*_DIGITS.split(name), "0"]
    return [(words, int(digits)) for words, digits in zip(parts[::2], parts[1::2], strict=True)]


def _unzipped(path: Path) -> list[SourceFile]:
    """The file itself, or the files in it where it is a zip file and no workbook."""
    with faults_told(in_unicode(path.name)), path.open("rb") as stream:
        if stream.read(len(_ZIP_MAGIC)) != _ZIP_MAGIC:
            return [SourceFile(path)]
        with open_archive(stream) as archive:
            names = archive.namelist()
    if not _DOCUMENT_PARTS.isdisjoint(names):
        return [SourceFile(path)]
    members = sorted(name for name in names if not name.endswith("/") and not _is_passed_over(name))
    if not members:
        raise SourceUnreadable(f"{in_unicode(path.name)} holds no files.")
    return [SourceFile(path, member) for member in members]


def _stands_for_file(path: Path) -> bool:
    """Whether it is a file, or should lead to one: a link to a disk that isn't there hides part of the catalogue."""
    return path.is_file() or (path.is_symlink() and not path.exists())


def _is_passed_over(name: str) -> bool:
    """Whether it is hidden, what macOS or Windows adds to a folder, or a note on it: no part of the catalogue."""
    last = name.rpartition("/")[2]
    if name.startswith("__MACOSX/") or last.startswith((".", _OPEN_FILE)):
        return True
    return last.lower() in _OF_WINDOWS or _ABOUT.fullmatch(last) is not None


@contextmanager
def opened(file: SourceFile) -> Iterator[BinaryIO]:
    """The file's bytes, unpacked. Raises SourceUnreadable when it can't be opened or read to its end."""
    with faults_told(file.name), ExitStack() as stack:
        stream: IO[bytes] = stack.enter_context(file.path.open("rb"))
        packed = bool(file.member)
        if file.member:
            archive = stack.enter_context(open_archive(stream))
            stream = stack.enter_context(open_member(archive, file.member, file.name))
        if stream.read(2) == _GZIP_MAGIC:
            packed = True
            stream.seek(0)
            stream = cast(IO[bytes], stack.enter_context(gzip.open(stream, "rb")))
        else:
            stream.seek(0)
        # What is capped has all of BinaryIO that readers use: read.
        yield cast(BinaryIO, Capped(stream, file.name) if packed else stream)


def beginning(file: SourceFile) -> bytes:
    """The first bytes of the unpacked file, to tell its format by."""
    with opened(file) as stream:
        return stream.read(_SNIFFED)
