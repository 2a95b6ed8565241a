"""Zip archives and what is packed, read with their faults told as sentences."""

import gzip
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from discovery.errors import SourceUnreadable

# A packed file a thousand times smaller than its content is an attack; a national catalogue is smaller than this.
MAX_UNPACKED = 64 << 30
_WORKBOOKS = frozenset({".xlsx", ".xlsm", ".ods"})


def open_archive(stream: IO[bytes]) -> zipfile.ZipFile:
    """The zip file. Raises BadZipFile, for names that aren't in the encoding they are said to be in too, and for a
    version that there is not.
    """
    try:
        return zipfile.ZipFile(stream)
    except (UnicodeDecodeError, NotImplementedError) as error:
        raise zipfile.BadZipFile(str(error)) from error


def open_member(archive: zipfile.ZipFile, member: str, name: str) -> IO[bytes]:
    """A member's bytes; `name` is what reports call it. Raises BadZipFile, SourceUnreadable."""
    try:
        return archive.open(member)
    except KeyError as error:
        raise SourceUnreadable(f"{name} is no longer there.") from error
    except UnicodeDecodeError as error:
        raise zipfile.BadZipFile(str(error)) from error
    except (NotImplementedError, RuntimeError) as error:  # zipfile's words for an unknown method and for a password
        raise SourceUnreadable(f"{name} needs a password, or is packed in a way that Padu can't undo.") from error


@contextmanager
def faults_told(name: str) -> Iterator[None]:
    """What goes wrong with a file as one sentence."""
    try:
        yield
    except (gzip.BadGzipFile, zlib.error, lzma.LZMAError, EOFError) as error:
        raise SourceUnreadable(f"{name} is a damaged or cut-off gzip or zip file.") from error
    except zipfile.BadZipFile as error:
        what = "workbook" if Path(name).suffix.lower() in _WORKBOOKS else "zip file"
        raise SourceUnreadable(f"{name} is a damaged or cut-off {what}; have it sent or saved anew.") from error
    except OSError as error:
        raise SourceUnreadable(f"{name} can't be read: {error.strerror or error}.") from error


class Capped:
    """Reads until MAX_UNPACKED bytes have come out, then refuses."""

    def __init__(self, stream: IO[bytes], name: str) -> None:
        self._stream = stream
        self._name = name
        self._left = MAX_UNPACKED

    def read(self, size: int = -1) -> bytes:
        content = self._stream.read(size)
        self._left -= len(content)
        if self._left < 0:
            raise SourceUnreadable(f"{self._name} unpacks to more than {MAX_UNPACKED >> 30} GiB.")
        return content
