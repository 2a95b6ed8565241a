"""The read side of the headings index: browse, suggest, words, counterparts, facts and source records."""

from base64 import b64decode
from collections.abc import Mapping, Sequence
from itertools import chain

import msgspec

from discovery.analysis.tokens import exact_key
from discovery.engines.elastic.client import Connection
from discovery.engines.elastic.compile import findable
from discovery.engines.elastic.decode import decode
from discovery.engines.elastic.entries import Entry, heading_of
from discovery.engines.elastic.failures import Missing, raise_first_failure
from discovery.engines.elastic.generation import Generation
from discovery.engines.elastic.mapping import Json
from discovery.engines.elastic.operations import FACT, SOURCES, cut, entry_id
from discovery.engines.elastic.reading import stored_entries
from discovery.search.counterparts import Counterpart, counterparts_key, read_counterparts
from discovery.search.document import SourceCopy
from discovery.search.leading import Place, suggestions
from discovery.search.request import WINDOW, Direction, HeadingKind
from discovery.search.results import Heading, Suggestion, Word

# Elasticsearch builds an automaton of the spelling: 1 ms for a word, seconds for ten thousand characters.
LONGEST_MISSPELLING = 100

Sort = Sequence[Mapping[str, str]]


class _EntryHit(msgspec.Struct, frozen=True):
    source: Entry = msgspec.field(name="_source")


class _EntryHits(msgspec.Struct, frozen=True):
    hits: tuple[_EntryHit, ...]


class _EntryAnswer(msgspec.Struct, frozen=True):
    hits: _EntryHits


class _EntryAnswers(msgspec.Struct, frozen=True):
    responses: tuple[_EntryAnswer, ...]


class _Copy(msgspec.Struct, frozen=True):
    member: str
    format: str
    content: str


class _Kept(msgspec.Struct, frozen=True):
    fact: str = ""
    sources: tuple[_Copy, ...] = ()


class _KeptAnswer(msgspec.Struct, frozen=True):
    source: _Kept = msgspec.field(name="_source")


class HeadingsIndex:
    """One generation's headings."""

    def __init__(self, connection: Connection, generation: Generation) -> None:
        self._connection = connection
        self._generation = generation
        self._index = generation.headings

    def browse(self, kind: HeadingKind, at: str, direction: Direction, size: int) -> tuple[Heading, ...]:
        forward = direction == "forward"
        within: Json = {"range": {"key": {"gte" if forward else "lt": cut(at)}}}
        filters: list[Json] = [{"term": {"entry": kind}}, within]
        found = self._find(filters, [{"key": "asc" if forward else "desc"}], size)
        return tuple(map(heading_of, found if forward else reversed(found)))

    def suggest(self, prefix: str, kinds: Sequence[HeadingKind], size: int) -> tuple[Suggestion, ...]:
        """Equally used ones stand in the order of `kinds`, then of their folded form."""
        begins: Json = {"prefix": {"folded": cut(exact_key(prefix))}}
        order = [{"count": "desc"}, {"folded": "asc"}, {"display": "asc"}]
        asked: list[Json] = []
        for kind in kinds:
            query: Json = {"bool": {"filter": [{"term": {"entry": kind}}, begins]}}
            asked += ({}, {"query": query, "sort": order, "size": min(size, WINDOW), "track_total_hits": False})
        found = chain.from_iterable(answer.hits.hits for answer in self._answers(asked))
        most_used = sorted((hit.source for hit in found), key=lambda entry: -entry.count)
        return suggestions([heading_of(entry) for entry in most_used[:size]], self._standing)

    def _answers(self, asked: list[Json]) -> tuple[_EntryAnswer, ...]:
        """Several searches in one request."""
        if not asked:
            return ()
        with self._connection.translated():
            answer = self._connection.client.msearch(index=self._index, searches=asked)
            raise_first_failure(answer)
        return decode(answer.body, _EntryAnswers).responses

    def _standing(self, places: list[Place]) -> list[Heading | None]:
        ids = [entry_id(kind, key) for kind, key in places]
        entries = stored_entries(self._connection, self._generation, ids, realtime=False)
        return [heading_of(entry) if entry else None for entry in entries]

    def words_from(self, prefix: str, size: int) -> tuple[Word, ...]:
        if not findable((prefix,)):
            return ()
        found = self._find([{"prefix": {"word": cut(prefix)}}], [{"count": "desc"}, {"word": "asc"}], size)
        return tuple(Word(entry.word, entry.count) for entry in found)

    def words_near(self, word: str, prefix: str, edits: int, size: int) -> tuple[Word, ...]:
        """Two letters that changed places are one edit. The word itself scores 2, one at a single edit 1."""
        if len(word) > LONGEST_MISSPELLING or len(findable((word, prefix))) < 2:
            return ()
        kept = len(prefix) if word.startswith(prefix) else 0
        begins: list[Json] = [] if word.startswith(prefix) else [{"prefix": {"word": prefix}}]
        nearer: list[Json] = [{"constant_score": {"filter": _within(word, fewer, kept)}} for fewer in range(edits)]
        found = self._find(
            [_within(word, edits, kept), *begins],
            [{"_score": "desc"}, {"count": "desc"}, {"word": "asc"}],
            size,
            nearer,
        )
        return tuple(Word(entry.word, entry.count) for entry in found)

    def counterparts(self, heading: str) -> tuple[Counterpart, ...]:
        return read_counterparts(self.fact(counterparts_key(heading)))

    def fact(self, key: str) -> str | None:
        kept = self._kept(entry_id(FACT, key))
        return kept.fact if kept else None

    def sources(self, record_id: str) -> tuple[SourceCopy, ...]:
        kept = self._kept(entry_id(SOURCES, record_id))
        copies = kept.sources if kept else ()
        return tuple(SourceCopy(copy.member, copy.format, b64decode(copy.content)) for copy in copies)

    def _find(self, filters: list[Json], sort: Sort, size: int, scores: Sequence[Json] = ()) -> list[Entry]:
        with self._connection.translated():
            answer = self._connection.client.search(
                index=self._index,
                query={"bool": {"filter": filters, "should": list(scores)}},
                sort=sort,
                size=min(size, WINDOW),
                track_total_hits=False,
            )
        return [hit.source for hit in decode(answer.body, _EntryAnswer).hits.hits]

    def _kept(self, document_id: str) -> _Kept | None:
        """As published: what a change has written and not yet made visible isn't read."""
        try:
            with self._connection.translated():
                answer = self._connection.client.get(index=self._index, id=document_id, realtime=False)
        except Missing:
            return None
        return decode(answer.body, _KeptAnswer).source


def _within(word: str, edits: int, kept: int) -> Json:
    """The first `kept` letters stay. Rewritten to a constant score, all near words take part; otherwise only the
    fifty nearest would.
    """
    near: Json = {"value": word, "fuzziness": str(edits), "prefix_length": kept, "rewrite": "constant_score"}
    return {"fuzzy": {"word": near}}
