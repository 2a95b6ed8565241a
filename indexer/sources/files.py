"""A partner's files on this machine: one file, a folder, or a glob; gzip is undone on the way."""

import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from glob import glob, has_magic
from pathlib import Path
from typing import BinaryIO, cast

from discovery.errors import SourceUnreadable

# A gzip file a thousand times smaller than its content is an attack; a national catalogue is smaller than this.
MAX_UNPACKED = 64 << 30
_GZIP_MAGIC = b"\x1f\x8b"
_SNIFFED = 4096


def files_of(source: str) -> tuple[Path, ...]:
    """The files a source names, in name order. Raises SourceUnreadable when there is none."""
    path = Path(source)
    if path.is_dir():
        found = sorted(each for each in path.rglob("*") if each.is_file() and not each.name.startswith("."))
        if not found:
            raise SourceUnreadable(f"The folder {source} holds no files.")
        return tuple(found)
    if path.exists():
        return (path,)
    if has_magic(source):
        matched = sorted(Path(each) for each in glob(source, recursive=True) if Path(each).is_file())  # noqa: PTH207 - an absolute pattern
        if not matched:
            raise SourceUnreadable(f"No file matches {source}.")
        return tuple(matched)
    raise SourceUnreadable(f"There is no file or folder {source}.")


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The file's bytes, unpacked. Raises SourceUnreadable when it can't be opened or read to its end."""
    try:
        with path.open("rb") as plain:
            packed = plain.read(2) == _GZIP_MAGIC
            plain.seek(0)
            if packed:
                with gzip.open(plain, "rb") as unpacked:
                    yield cast(BinaryIO, _Capped(unpacked, path))  # it has all of BinaryIO that readers use: read
            else:
                yield plain
    except (gzip.BadGzipFile, zlib.error, EOFError) as error:
        raise SourceUnreadable(f"{path} is a damaged or cut-off gzip file.") from error
    except OSError as error:
        raise SourceUnreadable(f"{path} can't be read: {error.strerror or error}.") from error


def beginning(path: Path) -> bytes:
    """The first bytes of the unpacked file, to tell its format by."""
    with opened(path) as stream:
        return stream.read(_SNIFFED)


class _Capped:
    """Reads until MAX_UNPACKED bytes have come out, then refuses."""

    def __init__(self, stream: gzip.GzipFile, path: Path) -> None:
        self._stream = stream
        self._path = path
        self._left = MAX_UNPACKED

    def read(self, size: int = -1) -> bytes:
        content = self._stream.read(size)
        self._left -= len(content)
        if self._left < 0:
            raise SourceUnreadable(f"{self._path} unpacks to more than {MAX_UNPACKED >> 30} GiB.")
        return content
