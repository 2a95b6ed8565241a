"""The works of translations, where worker processes find them: one read-only file for the time of a publication."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

import msgspec

from indexer.store.store import Store
from indexer.store.translations import works_of_translations


class WorkFile:
    """What the store's records say of translations; `path` is "" where they say nothing, as in most catalogues."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._folder: TemporaryDirectory[str] | None = None
        self.path = ""

    def __enter__(self) -> Self:
        with self._store.transaction() as connection:
            works = works_of_translations(connection)
        if works:
            self._folder = TemporaryDirectory(prefix="padu-works-")
            file = Path(self._folder.name) / "works.json"
            file.write_bytes(msgspec.json.encode(works))
            self.path = str(file)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._folder is not None:
            self._folder.cleanup()


@lru_cache(maxsize=1)
def open_works(path: str) -> Mapping[str, str]:
    """The file at this path, read once a process; nothing where there is none."""
    return msgspec.json.decode(Path(path).read_bytes(), type=dict[str, str]) if path else {}
