"""One run at a time fetches a partner's records: a dry run doesn't hold the store's lock, and fetches all the same.

Two harvests into one folder would clear each other's pages away, and each believe that it has them all.
"""

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from discovery.errors import SourceUnreadable
from indexer.access import shown

_LOCK = ".lock"
# A file, a list of deletions (`indexer.sources.http`), and a harvest (`indexer.sources.oai_pmh.harvest`).
_FETCHED = ("source", "deletions", "oai-pmh")


@contextmanager
def alone(folder: Path, url: str) -> Iterator[None]:
    """Nobody else fetches into this folder meanwhile; faults of the disk come out as SourceUnreadable.

    The system gives the lock back when the process ends, however it ends.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / _LOCK).open("wb") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise SourceUnreadable(
                    f"Another run of padu is fetching from {shown(url)}: wait until it has finished."
                ) from error
            yield
    except OSError as error:
        raise SourceUnreadable(
            f"What {shown(url)} sends can't be kept in {folder}: {error.strerror or error}."
        ) from error


def forget_fetched(folder: Path) -> None:
    """Delete what was fetched into a partner's folder, and the folder where nothing else is in it. Raises OSError.

    Somebody may keep catalogues of their own there, by the same codes: what Padu didn't fetch stays.
    """
    if not (folder / _LOCK).is_file():
        return
    for name in _FETCHED:
        if (folder / name).is_dir():
            shutil.rmtree(folder / name)
    (folder / _LOCK).unlink()
    if not any(folder.iterdir()):
        folder.rmdir()
