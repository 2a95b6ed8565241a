"""The engine port: what any search engine must do for Padu, in Padu's words."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

import msgspec

from discovery.search.counterparts import Counterpart
from discovery.search.document import IndexDocument, SourceCopy
from discovery.search.request import Direction, FacetRequest, HeadingKind, Misspelling, SearchRequest
from discovery.search.results import Facet, Heading, Health, Results, Strength, Suggestion, Word


@dataclass(frozen=True, slots=True)
class Found:
    """A stored union record: its shown id and serialised display."""

    id: str
    display: bytes


@dataclass(frozen=True, slots=True)
class Position:
    """Where a generation stands: its name and how often it changed since it was built."""

    generation: str
    revision: int


class SearchEngine(Protocol):
    """Read side. Thread-safe. Raises EngineUnavailable, EngineOutdated or EngineEmpty, and nothing else."""

    def search(self, request: SearchRequest) -> Results: ...

    def search_each(self, requests: Sequence[SearchRequest]) -> tuple[Results, ...]:
        """`search` of several requests, none of which waits for another's answer: a server is asked them at once."""
        ...

    def get(self, record_id: str) -> Found | None:
        """The union record that answers to this id, past or present."""
        ...

    def sources(self, record_id: str) -> tuple[SourceCopy, ...]:
        """The members' own records behind a shown id; never read by a search."""
        ...

    def facet(self, request: SearchRequest, facet: FacetRequest, prefix: str = "", offset: int = 0) -> Facet:
        """One facet of a search, further down or narrowed to values whose folded form begins with `prefix`."""
        ...

    def strengths(self, request: SearchRequest, facet: str, values: Sequence[str]) -> tuple[Strength, ...]:
        """How strong a search is in each of these values of a facet, in their order. Counted like `facet`."""
        ...

    def suggest(self, prefix: str, kinds: Sequence[HeadingKind], size: int) -> tuple[Suggestion, ...]:
        """Headings whose folded form begins with the folded `prefix`, most used first; variants come last."""
        ...

    def browse(self, kind: HeadingKind, at: str, direction: Direction, size: int) -> tuple[Heading, ...]:
        """Headings in key order: from `at` (inclusive) on when forward; before `at`, in key order, when backward."""
        ...

    def browse_around(
        self, kind: HeadingKind, at: str, *, before: int, after: int
    ) -> tuple[tuple[Heading, ...], tuple[Heading, ...]]:
        """`browse` backward and forward from one place, at once."""
        ...

    def words(self, *, prefix: str = "", size: int = 20) -> tuple[Word, ...]:
        """The catalogue's words that begin with `prefix`, most used first."""
        ...

    def words_near(self, typed: Sequence[Misspelling]) -> tuple[tuple[Word, ...], ...]:
        """The catalogue's words near each of several, in fewer edits first and then most used. Two letters that changed
        places are one edit.
        """
        ...

    def word_counts(self, words: Sequence[str]) -> tuple[int, ...]:
        """How many records have each of these words of the catalogue; 0 for others."""
        ...

    def counterparts(self, heading: str) -> tuple[Counterpart, ...]:
        """The same subject's headings in other vocabularies, and why; the surest first. Spelling and case may vary."""
        ...

    def fact(self, key: str) -> str | None:
        """A published fact (JSON), e.g. "partner:id-amn" or "gone:<id>"."""
        ...

    def facts(self, keys: Sequence[str]) -> tuple[str | None, ...]:
        """`fact` of several keys, at once."""
        ...

    def revision(self) -> Position:
        """Where the published generation stands, as of a second ago at most: pages are dated by it."""
        ...

    def health(self) -> Health:
        """Never raises."""
        ...

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class WriteFailure:
    """A document the engine refused, with its reason. The rest of the batch was taken."""

    id: str
    reason: str


class PreparedDocument(msgspec.Struct, frozen=True):
    """One document as its engine stores it, with its members' source records (b"" when there are none)."""

    id: str
    body: bytes
    sources: bytes


class Prepared(msgspec.Struct, frozen=True):
    """Documents in the form that one engine's writer takes, and those that this engine can't hold.

    `values` are the facet values among them by number, for an engine that counts by number.
    """

    documents: tuple[PreparedDocument, ...]
    refused: tuple[WriteFailure, ...] = ()
    values: dict[int, str] = {}


Preparation = Callable[[Sequence[IndexDocument]], Prepared]


class IndexWriter(Protocol):
    """Write side; the web process holds none. One at a time.

    `begin` starts a new, invisible generation; `current` continues the published one (its writes become visible
    together at `publish`, which raises its revision). Without either nothing can be written. After `discard` or a
    crash the published generation is what it was.
    """

    @property
    def preparation(self) -> Preparation:
        """Most of a write's work, needing no open writer: a function of a module, which any process can call."""
        ...

    def begin(self) -> None: ...

    def current(self) -> Position | None:
        """Continue the published generation; None when there is none, or when it has another field table."""
        ...

    def write(self, documents: Sequence[IndexDocument]) -> tuple[WriteFailure, ...]:
        """Add, or replace the document with the same id: `write_prepared` of what `preparation` makes of them."""
        ...

    def write_prepared(self, prepared: Prepared) -> tuple[WriteFailure, ...]:
        """Add, or replace the documents with the same ids; gives back those refused, here or while preparing."""
        ...

    def delete(self, ids: Sequence[str]) -> None: ...

    def write_headings(self, headings: Iterable[Heading]) -> None:
        """Add, or replace the heading of the same kind and key; a count of 0 without `see` takes it out."""
        ...

    def write_words(self, words: Iterable[Word]) -> None:
        """Add or replace; a count of 0 takes it out."""
        ...

    def write_facts(self, facts: Iterable[tuple[str, str]]) -> None:
        """Add or replace; an empty value takes it out."""
        ...

    def stored(self, ids: Sequence[str]) -> tuple[bytes | None, ...]:
        """The displays that stand in the published generation under these shown ids, in order."""
        ...

    def ids_with(self, field: str, values: Sequence[str]) -> tuple[str, ...]:
        """The shown ids of the published documents that have one of these values in a keyword field."""
        ...

    def standing(self, keys: Sequence[tuple[HeadingKind, str]]) -> tuple[Heading | None, ...]:
        """The headings that stand in this generation under (kind, key), in order."""
        ...

    def word_counts(self, words: Sequence[str]) -> tuple[int, ...]:
        """The counts that stand in this generation, 0 where there is none."""
        ...

    def publish(self) -> Position:
        """Make it visible at once, records and headings together; older generations are removed afterwards."""
        ...

    def discard(self) -> None: ...

    def close(self) -> None: ...
