"""Generations on disk: `<folder>/<fingerprint>-<number>/` with `headings.db` and a folder of records.

The file `CURRENT` names the published generation and its revision; it is replaced in one step at each publish, and
readers look at it before each answer. Which folder of records belongs to a revision stands in headings.db, so that
one SQLite commit makes records, headings and facts of a change valid together.
"""

import fcntl
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from discovery.errors import EngineEmpty, EngineError, EngineOutdated, EngineUnavailable
from discovery.search import fields

_POINTER = "CURRENT"
_LOCK = "writer.lock"
_NAME = re.compile(r"[0-9a-f]{10}-[0-9]+")
META_LOCK = ".tantivy-meta.lock"
_LOCK_FILES = (".tantivy-writer.lock", META_LOCK)
# These two are rewritten in place or replaced; all other files of tantivy are written once.
_REWRITTEN = ("meta.json", ".managed.json")

Signature = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Pointer:
    """What CURRENT says."""

    generation: str
    revision: int


@dataclass(frozen=True, slots=True)
class GenerationFolder:
    """One generation's place on disk."""

    path: Path

    @property
    def name(self) -> str:
        return self.path.name

    @property
    def headings(self) -> Path:
        return self.path / "headings.db"

    def records(self, revision: int) -> Path:
        """The folder of records that a writer fills for this revision."""
        return self.path / f"records-{revision}"

    def remove_records_except(self, kept: Path) -> None:
        """Readers that have an older folder open keep what they opened."""
        for records in self.path.glob("records-*"):
            if records != kept:
                shutil.rmtree(records, ignore_errors=True)


class IndexFolder:
    """The folder that `engine.url` names, with all generations and the pointer to the published one."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def signature(self) -> Signature | None:
        """Changes whenever something is published; None while nothing is. Costs one stat."""
        try:
            stat = (self.path / _POINTER).stat()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise EngineUnavailable("The index folder {0} can't be read: {1}.", self.path, error.strerror) from error
        return stat.st_ino, stat.st_mtime_ns, stat.st_size

    def pointer(self) -> Pointer:
        """Raises EngineEmpty when nothing was published."""
        try:
            generation, revision = (self.path / _POINTER).read_text("utf-8").split()
            return Pointer(generation, int(revision))
        except FileNotFoundError as error:
            raise EngineEmpty("Nothing has been published in {0} yet. Run: padu sync", self.path) from error
        except PermissionError as error:
            raise EngineUnavailable("The index folder {0} can't be read: {1}.", self.path, error.strerror) from error
        except (OSError, ValueError) as error:
            raise EngineUnavailable("The file {0} can't be read. Run: padu rebuild", self.path / _POINTER) from error

    def published(self) -> tuple[Pointer, GenerationFolder]:
        """The published generation. Raises EngineEmpty, or EngineOutdated when it has another field table."""
        pointer = self.pointer()
        if pointer.generation.split("-")[0] != fields.fingerprint():
            raise outdated(self.path)
        return pointer, GenerationFolder(self.path / pointer.generation)

    def point_at(self, pointer: Pointer) -> None:
        """Publish: from here on, readers open this."""
        written = self.path / f"{_POINTER}.new"
        with written.open("w", encoding="utf-8") as file:
            file.write(f"{pointer.generation} {pointer.revision}\n")
            file.flush()
            os.fsync(file.fileno())
        written.replace(self.path / _POINTER)
        sync(self.path)

    def next_generation(self) -> GenerationFolder:
        """An empty folder for a generation that nobody sees yet."""
        numbers = [int(folder.name.split("-")[1]) for folder in self._generations()]
        folder = GenerationFolder(self.path / f"{fields.fingerprint()}-{max(numbers, default=0) + 1}")
        folder.path.mkdir(parents=True)
        return folder

    def remove_except(self, kept: str) -> None:
        """Older generations, and those that a broken run left unpublished."""
        for folder in self._generations():
            if folder.name != kept:
                shutil.rmtree(folder, ignore_errors=True)

    def _generations(self) -> Iterator[Path]:
        with suppress(FileNotFoundError):
            yield from (folder for folder in self.path.iterdir() if _NAME.fullmatch(folder.name))


class WriterLock:
    """Held by the one writer; the system lets go of it when the process ends, however it ends."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._descriptor: int | None = None

    def acquire(self) -> None:
        """Does nothing when it is held already. Raises EngineError when somebody else holds it."""
        if self._descriptor is not None:
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(self._folder / _LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        except OSError as error:
            raise EngineError(f"The index folder {self._folder} can't be written: {error.strerror}.") from error
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(descriptor)
            raise EngineError(
                f"Another run is writing to the index in {self._folder}. Wait until it has ended."
            ) from error
        self._descriptor = descriptor

    def release(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def outdated(folder: Path) -> EngineOutdated:
    """The error that names the command which helps."""
    return EngineOutdated("The index in {0} was built by another version of Padu. Run: padu rebuild", folder)


def clone_records(source: Path, target: Path) -> None:
    """A second folder over the same files, so that a change can be prepared without touching what readers have.

    Costs a directory entry a file; where the file system knows no hard links the files are copied.
    """
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    for file in source.iterdir():
        if file.name in _LOCK_FILES:
            continue
        if file.name in _REWRITTEN:
            shutil.copyfile(file, target / file.name)
            continue
        try:
            os.link(file, target / file.name)
        except OSError:
            shutil.copyfile(file, target / file.name)


def let_read(records: Path, like: Path) -> None:
    """Let whoever may read the file `like` read those that tantivy replaces, which it makes for its own user alone."""
    for name in _REWRITTEN:
        (records / name).chmod(like.stat().st_mode)


def sync(path: Path) -> None:
    """Have the system put a folder's entries, or a file, on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
