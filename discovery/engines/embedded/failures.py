"""What tantivy, SQLite and the file system raise, as Padu's own errors with a sentence for people."""

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from discovery.errors import EngineError
from discovery.temporary_folder import NO_TEMPORARY_FOLDER, lacks_temporary_folder, temporary_folder

# tantivy tells of input and of broken files alike by ValueError.
ENGINE_FAILURES = (sqlite3.Error, OSError, ValueError)

_FULL = (errno.ENOSPC, errno.EDQUOT)
_SIGNS_OF_FULL = ("No space left", "disk is full")
_SIGNS_OF_NO_RIGHT = ("readonly database", "Permission denied", "Read-only file system")
# All that tantivy says where one of its own threads met a fault of the disk; where that is full, that was it.
_KILLED = "index writer was killed"
_FULL_BELOW = 8 << 20


@contextmanager
def translated(folder: Path, failure: type[EngineError]) -> Iterator[None]:
    """Turns every way in which the embedded engine can fail into `failure`."""
    try:
        yield
    except ENGINE_FAILURES as error:
        raise failure(*_explained(folder, error)) from error
    except BaseException as error:
        # A panic in tantivy arrives as a class that can't be imported and is no Exception.
        if type(error).__name__ != "PanicException":
            raise
        raise failure("The search engine in {0} failed: {1}. Run: padu rebuild", folder, _line(error)) from error


def _explained(folder: Path, error: Exception) -> tuple[str, Path, str]:
    """A sentence, and what fills its places."""
    text = _line(error)
    full = (isinstance(error, OSError) and error.errno in _FULL) or any(sign in text for sign in _SIGNS_OF_FULL)
    if full or (_KILLED in text and _is_full(folder)):
        return (
            "The disk that holds the index in {0}, or temporary files in {1}, is full. Make room, then run the command "
            "again; nothing was lost.",
            folder,
            temporary_folder(),
        )
    if lacks_temporary_folder(error):
        return NO_TEMPORARY_FOLDER, folder, text
    if isinstance(error, PermissionError) or any(sign in text for sign in _SIGNS_OF_NO_RIGHT):
        return (
            "The index in {0} can't be read or written: give this user the right to read the folder and all in it, and "
            "to write it where it syncs.",
            folder,
            text,
        )
    return "The index in {0} failed: {1}. If this happens again, run: padu rebuild", folder, text


def _is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _FULL_BELOW
    except OSError:
        return False


def _line(error: BaseException) -> str:
    lines = str(error).splitlines()
    return lines[0].rstrip(".") if lines else type(error).__name__
