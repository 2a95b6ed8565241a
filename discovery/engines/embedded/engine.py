"""The read side of the embedded engine."""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from discovery.analysis.tokens import exact_key
from discovery.engines.embedded.answers import facet_of, find, get_record
from discovery.engines.embedded.failures import ENGINE_FAILURES, translated
from discovery.engines.embedded.generation import IndexFolder, Signature
from discovery.engines.embedded.snapshot import Snapshot, open_snapshot
from discovery.engines.embedded.strengths import strengths_of
from discovery.errors import EngineError, EngineUnavailable
from discovery.search.counterparts import Counterpart
from discovery.search.document import SourceCopy
from discovery.search.engine import Found, Position
from discovery.search.request import Direction, FacetRequest, HeadingKind, Misspelling, SearchRequest
from discovery.search.results import Facet, Heading, Health, Results, Strength, Suggestion, Word

Answer = TypeVar("Answer")


class EmbeddedEngine:
    """`discovery.search.engine.SearchEngine` over a folder. Notices by itself what a writer publishes there."""

    def __init__(self, folder: Path) -> None:
        self._folder = IndexFolder(folder)
        self._held: tuple[Signature, Snapshot] | None = None
        self._opening = threading.Lock()

    def search(self, request: SearchRequest) -> Results:
        return self._answer(lambda snapshot: find(snapshot, request))

    def search_each(self, requests: Sequence[SearchRequest]) -> tuple[Results, ...]:
        return self._answer(lambda snapshot: tuple(find(snapshot, request) for request in requests))

    def get(self, record_id: str) -> Found | None:
        return self._answer(lambda snapshot: get_record(snapshot, record_id))

    def sources(self, record_id: str) -> tuple[SourceCopy, ...]:
        return self._answer(lambda snapshot: snapshot.headings.sources(record_id))

    def facet(self, request: SearchRequest, facet: FacetRequest, prefix: str = "", offset: int = 0) -> Facet:
        return self._answer(lambda snapshot: facet_of(snapshot, request, facet, exact_key(prefix), offset))

    def strengths(self, request: SearchRequest, facet: str, values: Sequence[str]) -> tuple[Strength, ...]:
        return self._answer(lambda snapshot: strengths_of(snapshot, request, facet, values))

    def suggest(self, prefix: str, kinds: Sequence[HeadingKind], size: int) -> tuple[Suggestion, ...]:
        return self._answer(lambda snapshot: snapshot.headings.suggest(exact_key(prefix), kinds, size))

    def browse(self, kind: HeadingKind, at: str, direction: Direction, size: int) -> tuple[Heading, ...]:
        return self._answer(lambda snapshot: snapshot.headings.browse(kind, at, direction, size))

    def browse_around(
        self, kind: HeadingKind, at: str, *, before: int, after: int
    ) -> tuple[tuple[Heading, ...], tuple[Heading, ...]]:
        return self._answer(
            lambda snapshot: (
                snapshot.headings.browse(kind, at, "backward", before),
                snapshot.headings.browse(kind, at, "forward", after),
            )
        )

    def words(self, *, prefix: str = "", size: int = 20) -> tuple[Word, ...]:
        return self._answer(lambda snapshot: snapshot.headings.words(prefix, size))

    def words_near(self, typed: Sequence[Misspelling]) -> tuple[tuple[Word, ...], ...]:
        return self._answer(
            lambda snapshot: tuple(
                snapshot.headings.words_near(each.word, each.prefix, each.edits, each.size) for each in typed
            )
        )

    def word_counts(self, words: Sequence[str]) -> tuple[int, ...]:
        return self._answer(lambda snapshot: snapshot.headings.word_counts(words))

    def counterparts(self, heading: str) -> tuple[Counterpart, ...]:
        return self._answer(lambda snapshot: snapshot.headings.counterparts(heading))

    def fact(self, key: str) -> str | None:
        return self._answer(lambda snapshot: snapshot.headings.fact(key))

    def facts(self, keys: Sequence[str]) -> tuple[str | None, ...]:
        return self._answer(lambda snapshot: tuple(map(snapshot.headings.fact, keys)))

    def revision(self) -> Position:
        return self._answer(lambda snapshot: snapshot.position)

    def health(self) -> Health:
        try:
            snapshot = self._snapshot()
        except EngineError as error:
            return Health(ok=False, detail=str(error), public=error.public)
        at = snapshot.position
        return Health(True, "ready", at.generation, at.revision, snapshot.searcher.num_docs)

    def close(self) -> None:
        with self._opening:
            held, self._held = self._held, None
        if held is not None:
            held[1].close()

    def _answer(self, question: Callable[[Snapshot], Answer]) -> Answer:
        with translated(self._folder.path, EngineUnavailable):
            snapshot = self._snapshot()
            try:
                return question(snapshot)
            except ENGINE_FAILURES:
                # The generation may have been replaced, and its files removed, while the answer was being made.
                newer = self._snapshot()
                if newer is snapshot:
                    raise
            return question(newer)

    def _snapshot(self) -> Snapshot:
        held = self._held
        if held is not None and held[0] == self._folder.signature():
            return held[1]
        with self._opening, translated(self._folder.path, EngineUnavailable):
            return self._reopened()

    def _reopened(self) -> Snapshot:
        """The newest snapshot. Files that vanish while it is opened belong to a generation just replaced."""
        while True:
            signature = self._folder.signature()
            held = self._held
            if held is not None and held[0] == signature:
                return held[1]
            try:
                opened = open_snapshot(self._folder)
            except ENGINE_FAILURES:
                if self._folder.signature() == signature:
                    raise
                continue
            if signature is None:
                # Published between the two looks; its signature is known at the next.
                opened.close()
                continue
            self._held = (signature, opened)
            if held is not None:
                held[1].close()
            return opened
