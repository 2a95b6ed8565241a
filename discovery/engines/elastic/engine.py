"""The read side of the port on Elasticsearch."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from discovery.engines.elastic.asking import ask
from discovery.engines.elastic.client import Connection
from discovery.engines.elastic.compile import compile_tree
from discovery.engines.elastic.decode import SearchAnswer
from discovery.engines.elastic.editions import search_editions
from discovery.engines.elastic.facet import FacetReader
from discovery.engines.elastic.failures import Missing, Overloaded
from discovery.engines.elastic.generation import Generation, Published, PublishedWatch
from discovery.engines.elastic.headings import HeadingsIndex
from discovery.engines.elastic.mapping import Json
from discovery.engines.elastic.strengths import read_strengths
from discovery.engines.elastic.works import search_works
from discovery.errors import EngineError, EngineUnavailable
from discovery.search.counterparts import Counterpart, counterparts_key, read_counterparts
from discovery.search.document import SourceCopy
from discovery.search.engine import Found, Position
from discovery.search.heading_facets import with_facet_keys, with_headings
from discovery.search.request import Direction, FacetRequest, HeadingKind, Misspelling, SearchRequest
from discovery.search.results import Facet, Heading, Health, Results, Strength, Suggestion, Word
from discovery.search.several_records import answering

Answer = TypeVar("Answer")


class ElasticEngine:
    """Asks the published generation. Thread-safe."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._watch = PublishedWatch(connection)

    def search(self, request: SearchRequest) -> Results:
        return self.search_each((request,))[0]

    def search_each(self, requests: Sequence[SearchRequest]) -> tuple[Results, ...]:
        return self._ask(lambda generation: self._search(generation, requests))

    def get(self, record_id: str) -> Found | None:
        return self._ask(lambda generation: self._get(generation, record_id))

    def sources(self, record_id: str) -> tuple[SourceCopy, ...]:
        return self._headings(lambda headings: headings.sources(record_id))

    def facet(self, request: SearchRequest, facet: FacetRequest, prefix: str = "", offset: int = 0) -> Facet:
        return self._ask(lambda generation: self._facet(generation, request, facet, prefix, offset))

    def strengths(self, request: SearchRequest, facet: str, values: Sequence[str]) -> tuple[Strength, ...]:
        return self._ask(
            lambda generation: read_strengths(self._connection, generation.records, request, facet, values)
        )

    def suggest(self, prefix: str, kinds: Sequence[HeadingKind], size: int) -> tuple[Suggestion, ...]:
        return self._headings(lambda headings: headings.suggest(prefix, kinds, size))

    def browse(self, kind: HeadingKind, at: str, direction: Direction, size: int) -> tuple[Heading, ...]:
        return self._headings(lambda headings: headings.browse(kind, at, direction, size))

    def browse_around(
        self, kind: HeadingKind, at: str, *, before: int, after: int
    ) -> tuple[tuple[Heading, ...], tuple[Heading, ...]]:
        return self._headings(lambda headings: headings.browse_around(kind, at, before, after))

    def words(self, *, prefix: str = "", size: int = 20) -> tuple[Word, ...]:
        return self._headings(lambda headings: headings.words_from(prefix, size))

    def words_near(self, typed: Sequence[Misspelling]) -> tuple[tuple[Word, ...], ...]:
        return self._headings(lambda headings: headings.words_near(typed))

    def word_counts(self, words: Sequence[str]) -> tuple[int, ...]:
        return self._headings(lambda headings: headings.word_counts(words))

    def counterparts(self, heading: str) -> tuple[Counterpart, ...]:
        return read_counterparts(self.fact(counterparts_key(heading)))

    def fact(self, key: str) -> str | None:
        return self.facts((key,))[0]

    def facts(self, keys: Sequence[str]) -> tuple[str | None, ...]:
        return self._headings(lambda headings: headings.facts(keys))

    def revision(self) -> Position:
        return self._watch.current().position

    def health(self) -> Health:
        try:
            published = self._watch.current()
            documents = self._ask(self._count)
        except EngineError as error:
            return Health(ok=False, detail=str(error), public=error.public)
        return _healthy(published, documents)

    def close(self) -> None:
        self._connection.close()

    def _ask(self, question: Callable[[Generation], Answer]) -> Answer:
        """A generation may be removed between looking it up and asking it, just after a switch: look again, once.

        While it is being removed its shards are missing first, which is told like an overload.
        """
        generation = self._watch.current().generation
        try:
            return question(generation)
        except Missing:
            self._watch.forget()
        except Overloaded:
            if self._watch.look().generation == generation:
                raise
        try:
            return question(self._watch.current().generation)
        except Missing as error:
            address = self._connection.address
            raise EngineUnavailable("The index at {0} was removed: run `padu rebuild`.", address) from error

    def _headings(self, question: Callable[[HeadingsIndex], Answer]) -> Answer:
        return self._ask(lambda generation: question(HeadingsIndex(self._connection, generation)))

    def _search(self, generation: Generation, requests: Sequence[SearchRequest]) -> tuple[Results, ...]:
        """Editions in one request, or two where a page is far down; works need two or three, one after the other.

        What headings are shown as is one more, where facets of them are wanted.
        """
        keyed = list(map(with_facet_keys, requests))
        editions = iter(
            search_editions(self._connection, generation.records, [each for each in keyed if each.by == "edition"])
        )
        found = (
            search_works(self._connection, generation.records, each) if each.by == "work" else next(editions)
            for each in keyed
        )
        displays = HeadingsIndex(self._connection, generation).displays
        return tuple(
            replace(results, facets=with_headings(results.facets, request.filters, displays))
            for request, results in zip(requests, found, strict=True)
        )

    def _facet(
        self, generation: Generation, request: SearchRequest, facet: FacetRequest, prefix: str, offset: int
    ) -> Facet:
        reader = FacetReader(self._connection, generation.records, with_facet_keys(request), facet.facet)
        found = reader.read(prefix, offset, facet.size)
        displays = HeadingsIndex(self._connection, generation).displays
        return with_headings((found,), request.filters, displays)[0]

    def _get(self, generation: Generation, record_id: str) -> Found | None:
        body: Json = {"query": compile_tree(answering((record_id,))), "size": 1}
        hits = ask(self._connection, generation.records, body, SearchAnswer).hits.hits
        return Found(hits[0].id, hits[0].source.display.encode()) if hits else None

    def _count(self, generation: Generation) -> int:
        with self._connection.translated():
            return int(self._connection.client.count(index=generation.records)["count"])


def _healthy(published: Published, documents: int) -> Health:
    position = published.position
    return Health(True, "Elasticsearch answers.", position.generation, position.revision, documents)
