"""The write side of the port on Elasticsearch."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import structlog

from discovery.engines.elastic.build import Build, start_build
from discovery.engines.elastic.change import Change
from discovery.engines.elastic.client import Connection
from discovery.engines.elastic.entries import heading_of
from discovery.engines.elastic.generation import Published, find_published
from discovery.engines.elastic.lock import WriterLock
from discovery.engines.elastic.mapping import fingerprint
from discovery.engines.elastic.operations import (
    WORD,
    Operation,
    Refused,
    delete_record,
    entry_id,
    index_record,
    prepare,
    put_fact,
    put_heading,
    put_word,
)
from discovery.engines.elastic.reading import ids_with, stored_displays
from discovery.errors import EngineError, EngineUnavailable
from discovery.search.document import IndexDocument
from discovery.search.engine import Position, Preparation, Prepared, WriteFailure
from discovery.search.request import HeadingKind
from discovery.search.results import Heading, Word

Entry = TypeVar("Entry")

log = structlog.get_logger()


class ElasticWriter:
    """Writes to the generation that `begin` or `current` opened. Not thread-safe."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._lock = WriterLock(connection)
        self._session: Build | Change | None = None

    def begin(self) -> None:
        self.discard()
        self._lock.acquire()
        self._session = start_build(self._connection)

    def current(self) -> Position | None:
        self.discard()
        self._lock.acquire()
        published = self._published()
        if published is None:
            self._lock.release()
            return None
        self._session = Change(self._connection, published)
        return published.position

    @property
    def preparation(self) -> Preparation:
        return prepare

    def write(self, documents: Sequence[IndexDocument]) -> tuple[WriteFailure, ...]:
        return self.write_prepared(prepare(documents))

    def write_prepared(self, prepared: Prepared) -> tuple[WriteFailure, ...]:
        """Besides this batch's own failures it gives back those of earlier ones that Elasticsearch has reported."""
        session = self._open()
        for document in prepared.documents:
            session.add(index_record(session.generation, document))
        return (*prepared.refused, *session.refusals())

    def delete(self, ids: Sequence[str]) -> None:
        session = self._open()
        for record_id in ids:
            session.add(delete_record(session.generation, record_id))

    def write_headings(self, headings: Iterable[Heading]) -> None:
        generation = self._open().generation
        self._add(headings, lambda heading: put_heading(generation, heading))

    def write_words(self, words: Iterable[Word]) -> None:
        generation = self._open().generation
        self._add(words, lambda word: put_word(generation, word))

    def write_facts(self, facts: Iterable[tuple[str, str]]) -> None:
        generation = self._open().generation
        self._add(facts, lambda fact: put_fact(generation, *fact))

    def stored(self, ids: Sequence[str]) -> tuple[bytes | None, ...]:
        published = self._published()
        return stored_displays(self._connection, published.generation, ids) if published else (None,) * len(ids)

    def ids_with(self, field: str, values: Sequence[str]) -> tuple[str, ...]:
        published = self._published()
        return tuple(ids_with(self._connection, published.generation, field, values)) if published and values else ()

    def standing(self, keys: Sequence[tuple[HeadingKind, str]]) -> tuple[Heading | None, ...]:
        entries = self._open().entries([entry_id(kind, key) for kind, key in keys])
        return tuple(heading_of(entry) if entry else None for entry in entries)

    def word_counts(self, words: Sequence[str]) -> tuple[int, ...]:
        entries = self._open().entries([entry_id(WORD, word) for word in words])
        return tuple(entry.count if entry else 0 for entry in entries)

    def publish(self) -> Position:
        session = self._open()
        self._lock.confirm()
        position = session.publish()
        self._session = None
        self._lock.release()
        log.info("generation published", generation=position.generation, revision=position.revision)
        return position

    def discard(self) -> None:
        session, self._session = self._session, None
        if session is not None:
            session.discard()
        self._lock.release()

    def close(self) -> None:
        """What was not published is discarded."""
        try:
            self.discard()
        except EngineUnavailable:
            log.warning("unpublished generation left behind", engine=self._connection.address)
        finally:
            self._connection.close()

    def _add(self, entries: Iterable[Entry], put: Callable[[Entry], Operation]) -> None:
        """One that can't be indexed is left out: its record was refused with the same reason."""
        session = self._open()
        for entry in entries:
            try:
                session.add((put(entry),))
            except Refused as refusal:
                log.warning("heading refused", entry=repr(entry), reason=str(refusal))

    def _published(self) -> Published | None:
        """What this version can read and continue; None where nothing is published, or by another field table."""
        published = find_published(self._connection)
        return published if published and published.generation.fingerprint == fingerprint() else None

    def _open(self) -> Build | Change:
        if self._session is None:
            raise EngineError("Nothing is open for writing: call begin() or current() first.")
        return self._session
