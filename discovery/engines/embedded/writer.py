"""The write side of the embedded engine: one process, one writer."""

import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from discovery.engines.embedded.failures import translated
from discovery.engines.embedded.generation import GenerationFolder, IndexFolder, Pointer, WriterLock, clone_records
from discovery.engines.embedded.headings_writer import HeadingWriter
from discovery.engines.embedded.records import RecordWriter, StoredRecords, prepare
from discovery.engines.embedded.snapshot import open_index, published_state
from discovery.errors import EngineEmpty, EngineError, EngineOutdated
from discovery.search.document import IndexDocument
from discovery.search.engine import Position, Preparation, Prepared, WriteFailure
from discovery.search.request import HeadingKind
from discovery.search.results import Heading, Word


@dataclass(slots=True)
class _Work:
    """What is being prepared: a new generation, or the published one's next revision.

    A revision's folder of records is a clone of `base`, made when the first record changes.
    """

    generation: GenerationFolder
    revision: int
    headings: HeadingWriter
    base: Path
    records: RecordWriter | None = None

    @property
    def folder(self) -> Path:
        """Where its records are written."""
        return self.generation.records(self.revision)

    def remove(self) -> None:
        """Take back everything that was prepared."""
        self.headings.close()
        if self.records is not None:
            self.records.abandon()
            self.records = None
        shutil.rmtree(self.folder if self.revision else self.generation.path, ignore_errors=True)


class EmbeddedWriter:
    """`discovery.search.engine.IndexWriter` over a folder, which is made where it is missing."""

    def __init__(self, folder: Path) -> None:
        self._folder = IndexFolder(folder)
        self._lock = WriterLock(folder)
        self._work: _Work | None = None
        self._published: StoredRecords | None = None

    def begin(self) -> None:
        with self._failing():
            self._drop()
            self._lock.acquire()
            self._folder.remove_except(self._published_name())
            generation = self._folder.next_generation()
            headings = HeadingWriter(generation.headings, new=True)
            self._work = _Work(generation, 0, headings, generation.records(0))
            self._work.records = RecordWriter(self._work.folder, new=True)

    def current(self) -> Position | None:
        with self._failing():
            self._drop()
            self._lock.acquire()
            try:
                pointer, generation, records = published_state(self._folder)
            except (EngineEmpty, EngineOutdated):
                self._lock.release()
                return None
            # A writer that was killed may have left a folder of records that never became valid, or a pointer
            # that lags behind.
            generation.remove_records_except(records)
            self._folder.point_at(pointer)
            headings = HeadingWriter(generation.headings, new=False)
            self._work = _Work(generation, pointer.revision + 1, headings, records)
            return Position(generation.name, pointer.revision)

    @property
    def preparation(self) -> Preparation:
        return prepare

    def write(self, documents: Sequence[IndexDocument]) -> tuple[WriteFailure, ...]:
        return self.write_prepared(prepare(documents))

    def write_prepared(self, prepared: Prepared) -> tuple[WriteFailure, ...]:
        with self._failing():
            replaced = self._records().write(prepared.documents)
            headings = self._open_work().headings
            headings.write_sources(prepared.documents, replaced)
            headings.write_values(prepared.values)
            return prepared.refused

    def delete(self, ids: Sequence[str]) -> None:
        with self._failing():
            self._records().delete(ids)
            self._open_work().headings.delete_sources(ids)

    def write_headings(self, headings: Iterable[Heading]) -> None:
        with self._failing():
            work = self._open_work()
            if work.revision == 0 and work.records is not None:
                # The headings of a new generation come when its documents are there.
                work.records.finish()
            work.headings.write_headings(headings)

    def write_words(self, words: Iterable[Word]) -> None:
        with self._failing():
            self._open_work().headings.write_words(words)

    def write_facts(self, facts: Iterable[tuple[str, str]]) -> None:
        with self._failing():
            self._open_work().headings.write_facts(facts)

    def stored(self, ids: Sequence[str]) -> tuple[bytes | None, ...]:
        with self._failing():
            records = self._stored()
            return tuple(map(records.display, ids)) if records else (None,) * len(ids)

    def ids_with(self, field: str, values: Sequence[str]) -> tuple[str, ...]:
        with self._failing():
            records = self._stored()
            return records.ids_with(field, values) if records and values else ()

    def standing(self, keys: Sequence[tuple[HeadingKind, str]]) -> tuple[Heading | None, ...]:
        with self._failing():
            return self._open_work().headings.standing(keys)

    def word_counts(self, words: Sequence[str]) -> tuple[int, ...]:
        with self._failing():
            return self._open_work().headings.word_counts(words)

    def publish(self) -> Position:
        try:
            with self._failing():
                work = self._open_work()
                records = self._commit(work)
                # From here on it is valid: whatever fails now must not take it back.
                self._work = None
                self._folder.point_at(Pointer(work.generation.name, work.revision))
                work.generation.remove_records_except(records)
                self._folder.remove_except(work.generation.name)
                return Position(work.generation.name, work.revision)
        finally:
            self.discard()

    def discard(self) -> None:
        self._drop()
        self._lock.release()

    def close(self) -> None:
        self.discard()

    def _commit(self, work: _Work) -> Path:
        """Records first: the commit of the headings makes both valid."""
        records = work.base
        if work.records is not None:
            work.records.commit()
            records = work.folder
        work.headings.commit(work.revision, records.name)
        work.headings.close()
        return records

    def _stored(self) -> StoredRecords | None:
        if self._published is None:
            try:
                _, _, records = published_state(self._folder)
            except (EngineEmpty, EngineOutdated):
                return None
            index = open_index(records)
            self._published = StoredRecords(index.searcher(), index.schema)
        return self._published

    def _records(self) -> RecordWriter:
        work = self._open_work()
        if work.records is None:
            clone_records(work.base, work.folder)
            work.records = RecordWriter(work.folder, new=False)
        return work.records

    def _open_work(self) -> _Work:
        if self._work is None:
            raise EngineError("The index isn't open for writing: begin a generation or continue the current one.")
        return self._work

    def _published_name(self) -> str:
        with suppress(EngineError):
            return self._folder.pointer().generation
        return ""

    def _drop(self) -> None:
        """Forget what was prepared; what is published stays as it was."""
        work, self._work, self._published = self._work, None, None
        if work is not None:
            work.remove()

    @contextmanager
    def _failing(self) -> Iterator[None]:
        with translated(self._folder.path, EngineError):
            yield
