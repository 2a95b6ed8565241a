"""The write side of the embedded engine: one process, one writer."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from discovery.engines.embedded.draft import Draft
from discovery.engines.embedded.failures import translated
from discovery.engines.embedded.generation import IndexFolder, Pointer, WriterLock, clone_records, let_read, sync
from discovery.engines.embedded.headings_writer import HeadingWriter
from discovery.engines.embedded.records import RecordWriter, StoredRecords, prepare
from discovery.engines.embedded.snapshot import open_index, published_state
from discovery.errors import EngineEmpty, EngineError, EngineOutdated
from discovery.search.document import IndexDocument
from discovery.search.engine import Position, Preparation, Prepared, WriteFailure
from discovery.search.request import HeadingKind
from discovery.search.results import Heading, Word


class EmbeddedWriter:
    """`discovery.search.engine.IndexWriter` over a folder, which is made where it is missing."""

    def __init__(self, folder: Path) -> None:
        self._folder = IndexFolder(folder)
        self._lock = WriterLock(folder)
        self._draft: Draft | None = None
        self._published: StoredRecords | None = None

    def begin(self) -> None:
        with self._failing():
            self._drop()
            self._lock.acquire()
            self._folder.remove_except(self._published_name())
            generation = self._folder.next_generation()
            headings = HeadingWriter(generation.headings, new=True)
            self._draft = Draft(generation, 0, headings, generation.records(0))
            self._draft.records = RecordWriter(self._draft.folder, new=True)

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
            self._draft = Draft(generation, pointer.revision + 1, headings, records)
            return Position(generation.name, pointer.revision)

    @property
    def preparation(self) -> Preparation:
        return prepare

    def write(self, documents: Sequence[IndexDocument]) -> tuple[WriteFailure, ...]:
        return self.write_prepared(prepare(documents))

    def write_prepared(self, prepared: Prepared) -> tuple[WriteFailure, ...]:
        with self._failing():
            replaced = self._records().write(prepared.documents)
            headings = self._open_draft().headings
            headings.write_sources(prepared.documents, replaced)
            headings.write_values(prepared.values)
            return prepared.refused

    def delete(self, ids: Sequence[str]) -> None:
        with self._failing():
            self._records().delete(ids)
            self._open_draft().headings.delete_sources(ids)

    def write_headings(self, headings: Iterable[Heading]) -> None:
        with self._failing():
            draft = self._open_draft()
            if draft.revision == 0 and draft.records is not None:
                # The headings of a new generation come when its documents are there.
                draft.records.finish()
            draft.headings.write_headings(headings)

    def write_words(self, words: Iterable[Word]) -> None:
        with self._failing():
            self._open_draft().headings.write_words(words)

    def write_facts(self, facts: Iterable[tuple[str, str]]) -> None:
        with self._failing():
            self._open_draft().headings.write_facts(facts)

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
            return self._open_draft().headings.standing(keys)

    def word_counts(self, words: Sequence[str]) -> tuple[int, ...]:
        with self._failing():
            return self._open_draft().headings.word_counts(words)

    def publish(self) -> Position:
        try:
            with self._failing():
                draft = self._open_draft()
                records = self._commit(draft)
                # From here on it is valid: whatever fails now must not take it back.
                self._draft = None
                self._folder.point_at(Pointer(draft.generation.name, draft.revision))
                draft.generation.remove_records_except(records)
                self._folder.remove_except(draft.generation.name)
                return Position(draft.generation.name, draft.revision)
        finally:
            self.discard()

    def discard(self) -> None:
        self._drop()
        self._lock.release()

    def close(self) -> None:
        self.discard()

    def _commit(self, draft: Draft) -> Path:
        """Records first: the commit of the headings makes both valid."""
        records = draft.base
        if draft.records is not None:
            draft.records.commit()
            let_read(draft.folder, like=draft.generation.headings)
            records = draft.folder
        draft.headings.commit(draft.revision, records.name)
        draft.headings.close()
        if draft.revision == 0:
            # A new file is written without waiting for the disk; what it replaces is deleted once it is pointed at.
            sync(draft.generation.headings)
            sync(draft.generation.path)
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
        draft = self._open_draft()
        if draft.records is None:
            clone_records(draft.base, draft.folder)
            draft.records = RecordWriter(draft.folder, new=False)
        return draft.records

    def _open_draft(self) -> Draft:
        if self._draft is None:
            raise EngineError("The index isn't open for writing: begin a generation or continue the current one.")
        return self._draft

    def _published_name(self) -> str:
        with suppress(EngineError):
            return self._folder.pointer().generation
        return ""

    def _drop(self) -> None:
        """Forget what was prepared; what is published stays as it was."""
        draft, self._draft, self._published = self._draft, None, None
        if draft is not None:
            draft.remove()

    @contextmanager
    def _failing(self) -> Iterator[None]:
        with translated(self._folder.path, EngineError):
            yield
