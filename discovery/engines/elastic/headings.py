"""The read side of the headings index: browse, suggest, words, counterparts, facts and source records."""

from base64 import b64decode
from collections.abc import Mapping, Sequence
from itertools import chain

import msgspec

from discovery.analysis.tokens import exact_key
from discovery.engines.elastic.asking import ask_each
from discovery.engines.elastic.client import Connection
from discovery.engines.elastic.compile import findable
from discovery.engines.elastic.entries import Entry, heading_of
from discovery.engines.elastic.generation import Generation
from discovery.engines.elastic.mapping import Json
from discovery.engines.elastic.operations import FACT, SOURCES, WORD, cut, entry_id
from discovery.engines.elastic.reading import Kept, stored
from discovery.search.document import SourceCopy
from discovery.search.leading import Place, suggestions
from discovery.search.request import WINDOW, Direction, HeadingKind, Misspelling
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


class _Copy(msgspec.Struct, frozen=True):
    member: str
    format: str
    content: str


class _Kept(msgspec.Struct, frozen=True):
    fact: str = ""
    sources: tuple[_Copy, ...] = ()


class HeadingsIndex:
    """One generation's headings."""

    def __init__(self, connection: Connection, generation: Generation) -> None:
        self._connection = connection
        self._index = generation.headings

    def browse(self, kind: HeadingKind, at: str, direction: Direction, size: int) -> tuple[Heading, ...]:
        (found,) = self._find(_beside(kind, at, direction, size))
        return tuple(map(heading_of, found if direction == "forward" else reversed(found)))

    def browse_around(
        self, kind: HeadingKind, at: str, before: int, after: int
    ) -> tuple[tuple[Heading, ...], tuple[Heading, ...]]:
        backward, forward = self._find(_beside(kind, at, "backward", before), _beside(kind, at, "forward", after))
        return tuple(map(heading_of, reversed(backward))), tuple(map(heading_of, forward))

    def suggest(self, prefix: str, kinds: Sequence[HeadingKind], size: int) -> tuple[Suggestion, ...]:
        """Equally used ones stand in the order of `kinds`, then of their folded form."""
        begins: Json = {"prefix": {"folded": cut(exact_key(prefix))}}
        order = [{"count": "desc"}, {"folded": "asc"}, {"display": "asc"}]
        found = self._find(*(_body([{"term": {"entry": kind}}, begins], order, size) for kind in kinds))
        most_used = sorted(chain.from_iterable(found), key=lambda entry: -entry.count)
        return suggestions([heading_of(entry) for entry in most_used[:size]], self._standing)

    def _standing(self, places: Sequence[Place]) -> list[Heading | None]:
        entries = self._kept([entry_id(kind, key) for kind, key in places], Entry)
        return [heading_of(entry) if entry else None for entry in entries]

    def displays(self, places: Sequence[Place]) -> dict[Place, str]:
        """What stands at these places of the lists."""
        found = self._standing(places)
        return {place: heading.display for place, heading in zip(places, found, strict=True) if heading}

    def words_from(self, prefix: str, size: int) -> tuple[Word, ...]:
        if not findable((prefix,)):
            return ()
        begins: Json = {"prefix": {"word": cut(prefix)}}
        (found,) = self._find(_body([begins], [{"count": "desc"}, {"word": "asc"}], size))
        return tuple(Word(entry.word, entry.count) for entry in found)

    def words_near(self, typed: Sequence[Misspelling]) -> tuple[tuple[Word, ...], ...]:
        searched = tuple(filter(_is_askable, typed))
        found = dict(zip(searched, self._find(*map(_near, searched)), strict=True))
        return tuple(tuple(Word(entry.word, entry.count) for entry in found.get(each, ())) for each in typed)

    def word_counts(self, words: Sequence[str]) -> tuple[int, ...]:
        entries = self._kept([entry_id(WORD, word) for word in words], Entry)
        return tuple(entry.count if entry else 0 for entry in entries)

    def facts(self, keys: Sequence[str]) -> tuple[str | None, ...]:
        kept = self._kept([entry_id(FACT, key) for key in keys], _Kept)
        return tuple(each.fact if each else None for each in kept)

    def sources(self, record_id: str) -> tuple[SourceCopy, ...]:
        (kept,) = self._kept([entry_id(SOURCES, record_id)], _Kept)
        copies = kept.sources if kept else ()
        return tuple(SourceCopy(copy.member, copy.format, b64decode(copy.content)) for copy in copies)

    def _find(self, *bodies: Json) -> list[list[Entry]]:
        answers = ask_each(self._connection, self._index, bodies, _EntryAnswer)
        return [[hit.source for hit in answer.hits.hits] for answer in answers]

    def _kept(self, ids: Sequence[str], into: type[Kept]) -> list[Kept | None]:
        """As published: what a change has written and not yet made visible isn't read."""
        return list(stored(self._connection.client, self._connection, self._index, ids, into))


def _body(filters: list[Json], sort: Sort, size: int, scores: Sequence[Json] = ()) -> Json:
    return {
        "query": {"bool": {"filter": filters, "should": list(scores)}},
        "sort": sort,
        "size": min(size, WINDOW),
        "track_total_hits": False,
    }


def _beside(kind: HeadingKind, at: str, direction: Direction, size: int) -> Json:
    """From a place on, or what stands before it, the nearest first."""
    forward = direction == "forward"
    within: Json = {"range": {"key": {"gte" if forward else "lt": cut(at)}}}
    return _body([{"term": {"entry": kind}}, within], [{"key": "asc" if forward else "desc"}], size)


def _is_askable(typed: Misspelling) -> bool:
    return len(typed.word) <= LONGEST_MISSPELLING and len(findable((typed.word, typed.prefix))) == 2


def _near(typed: Misspelling) -> Json:
    """Two letters that changed places are one edit. The word itself scores 2, one at a single edit 1."""
    word, prefix = typed.word, typed.prefix
    kept = len(prefix) if word.startswith(prefix) else 0
    begins: list[Json] = [] if word.startswith(prefix) else [{"prefix": {"word": prefix}}]
    nearer: list[Json] = [{"constant_score": {"filter": _within(word, fewer, kept)}} for fewer in range(typed.edits)]
    order = [{"_score": "desc"}, {"count": "desc"}, {"word": "asc"}]
    return _body([_within(word, typed.edits, kept), *begins], order, typed.size, nearer)


def _within(word: str, edits: int, kept: int) -> Json:
    """The first `kept` letters stay. Rewritten to a constant score, all near words take part; otherwise only the
    fifty nearest would.
    """
    near: Json = {"value": word, "fuzziness": str(edits), "prefix_length": kept, "rewrite": "constant_score"}
    return {"fuzzy": {"word": near}}
