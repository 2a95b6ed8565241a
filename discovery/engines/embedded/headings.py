"""Reads a generation's headings.db: headings, words, facts and the members' own records.

Readers in other processes open it while a writer changes it; SQLite's rollback journal keeps what they see whole,
and the writer holds them up only for the moment of its commit.
"""

import sqlite3
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
from rapidfuzz import process
from rapidfuzz.distance import OSA

from discovery.search.counterparts import Counterpart, counterparts_key, read_counterparts
from discovery.search.document import SourceCopy
from discovery.search.leading import Place, suggestions
from discovery.search.request import Direction, HeadingKind
from discovery.search.results import Heading, Suggestion, Word

# Sorts behind every text that begins with what it is put after.
AFTER = "\U0010ffff"
_SECONDS_TO_WAIT = 10.0
_USED = (
    "SELECT kind, display, count, folded FROM headings WHERE kind = ? AND folded >= ? AND folded < ?"
    " ORDER BY count DESC, folded, display LIMIT ?"
)
_USED_AGAIN = _USED.replace("FROM headings WHERE", "FROM headings INDEXED BY headings_used_again WHERE count > 1 AND")
_DISPLAYS = "SELECT key, display FROM headings WHERE kind = ? AND key IN (SELECT value FROM json_each(?))"
HEADING = "SELECT kind, key, folded, display, value, count, others FROM headings"


class HeadingReader:
    """Thread-safe: each answer borrows a connection of its own."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._idle: list[sqlite3.Connection] = []
        self._closed = False
        self._lock = threading.Lock()
        self._words: Mapping[int, Mapping[str, Mapping[str, int]]] | None = None

    def state(self) -> tuple[int, int, str]:
        """Layout, revision, and the name of the folder of records."""
        ((layout, revision, records),) = self._rows("SELECT layout, revision, records FROM state")
        return layout, revision, records

    def suggest(self, prefix: str, kinds: Sequence[HeadingKind], size: int) -> tuple[Suggestion, ...]:
        """`prefix` is folded."""
        rows = [row for kind in kinds for row in self._most_used(kind, prefix, size)]
        rows.sort(key=lambda row: -row[2])
        return suggestions([self._suggested(*row) for row in rows[:size]], self._standing)

    def _most_used(self, kind: HeadingKind, prefix: str, size: int) -> list[tuple[Any, ...]]:
        """Of a letter's 15,000 titles most have one record: those that have more are looked through first."""
        rows = self._rows(_USED_AGAIN, kind, prefix, prefix + AFTER, size)
        return rows if len(rows) == size else self._rows(_USED, kind, prefix, prefix + AFTER, size)

    def _suggested(self, kind: HeadingKind, display: str, count: int, folded: str) -> Heading:
        if count:
            return Heading(kind, "", folded, display, "", count)
        same = f"{HEADING} WHERE kind = ? AND folded = ? AND display = ? LIMIT 1"
        return self._headings(same, kind, folded, display)[0]

    def _standing(self, places: list[Place]) -> list[Heading | None]:
        one = f"{HEADING} WHERE kind = ? AND key = ?"
        return [next(iter(self._headings(one, *place)), None) for place in places]

    def browse(self, kind: HeadingKind, at: str, direction: Direction, size: int) -> tuple[Heading, ...]:
        if direction == "forward":
            return self._headings(f"{HEADING} WHERE kind = ? AND key >= ? ORDER BY key LIMIT ?", kind, at, size)
        before = f"{HEADING} WHERE kind = ? AND key < ? ORDER BY key DESC LIMIT ?"
        return self._headings(before, kind, at, size)[::-1]

    def counterparts(self, heading: str) -> tuple[Counterpart, ...]:
        return read_counterparts(self.fact(counterparts_key(heading)))

    def words(self, prefix: str, size: int) -> tuple[Word, ...]:
        sql = "SELECT text, count FROM words WHERE text >= ? AND text < ? ORDER BY count DESC, text LIMIT ?"
        return tuple(Word(*row) for row in self._rows(sql, prefix, prefix + AFTER, size))

    def word_counts(self, words: Sequence[str]) -> tuple[int, ...]:
        known = self._all_words()
        return tuple(known.get(len(word), {}).get(word[:1], {}).get(word, 0) for word in words)

    def words_near(self, near: str, prefix: str, edits: int, size: int) -> tuple[Word, ...]:
        """Two letters that changed places are one edit, as in Lucene."""
        found: list[tuple[int, int, str]] = []
        for counts in self._words_like(near, prefix, edits):
            for text, distance, _ in process.extract(
                near, counts.keys(), scorer=OSA.distance, score_cutoff=edits, limit=None
            ):
                if text.startswith(prefix):
                    found.append((int(distance), -counts[text], text))
        found.sort()
        return tuple(Word(text, -count) for _, count, text in found[:size])

    def _words_like(self, near: str, prefix: str, edits: int) -> Iterable[Mapping[str, int]]:
        """The words with their counts that can be within so many edits: nothing shorter or longer by more."""
        known = self._all_words()
        for length in range(len(near) - edits, len(near) + edits + 1):
            of_length = known.get(length, {})
            yield from (of_length.get(prefix[0], {}),) if prefix else of_length.values()

    def _all_words(self) -> Mapping[int, Mapping[str, Mapping[str, int]]]:
        """Words and their counts by length and first letter; held in memory once they have been asked for."""
        if self._words is None:
            words: dict[int, dict[str, dict[str, int]]] = {}
            for text, count in self._rows("SELECT text, count FROM words"):
                words.setdefault(len(text), {}).setdefault(text[:1], {})[text] = count
            self._words = words
        return self._words

    def fact(self, key: str) -> str | None:
        rows = self._rows("SELECT value FROM facts WHERE key = ?", key)
        return rows[0][0] if rows else None

    def displays(self, places: Sequence[Place]) -> dict[Place, str]:
        """What stands at these places of the lists."""
        found: dict[Place, str] = {}
        for kind in {kind for kind, _ in places}:
            keys = msgspec.json.encode([key for of_kind, key in places if of_kind == kind]).decode()
            found |= {(kind, key): display for key, display in self._rows(_DISPLAYS, kind, keys)}
        return found

    def facet_values(self, numbers: Sequence[int]) -> dict[int, str]:
        """The facet values that these numbers stand for."""
        sql = "SELECT number, value FROM facet_values WHERE number IN (SELECT value FROM json_each(?))"
        return dict(self._rows(sql, msgspec.json.encode(numbers).decode()))

    def sources(self, record_id: str) -> tuple[SourceCopy, ...]:
        rows = self._rows("SELECT copies FROM sources WHERE id = ?", record_id)
        return _COPIES.decode(rows[0][0]) if rows else ()

    def close(self) -> None:
        """Connections that are lent out are closed when they come back."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()

    def _headings(self, sql: str, *values: object) -> tuple[Heading, ...]:
        return tuple(heading_of(*row) for row in self._rows(sql, *values))

    def _rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:  # columns as the query names them
        with self._borrowed() as connection:
            return connection.execute(sql, values).fetchall()

    @contextmanager
    def _borrowed(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            connection = self._idle.pop() if self._idle else None
        connection = connection or open_database(self._path)
        try:
            yield connection
        finally:
            with self._lock:
                if not self._closed:
                    self._idle.append(connection)
                    connection = None
            if connection is not None:
                connection.close()


def open_database(path: Path) -> sqlite3.Connection:
    """Opened for writing where the system allows it, because only such a reader can undo what a killed writer
    left half done; it writes nothing else.
    """
    try:
        connection = _connect(path, "rw")
    except sqlite3.OperationalError:
        return _connect(path, "ro")
    return connection


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, timeout=_SECONDS_TO_WAIT, check_same_thread=False)
    try:
        connection.execute("PRAGMA query_only = ON")
        connection.execute("SELECT revision FROM state").fetchone()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def heading_row(heading: Heading) -> tuple[str, str, str, str, str, int, bytes]:
    """A heading as a row of the table; most have no others to point at, and then keep an empty value."""
    see, also = heading.see, heading.see_also
    encoded = msgspec.msgpack.encode((see, also)) if see or also else b""
    return heading.kind, heading.key, heading.folded, heading.display, heading.value, heading.count, encoded


def heading_of(
    kind: HeadingKind, key: str, folded: str, display: str, value: str, count: int, others: bytes
) -> Heading:
    """What `heading_row` made a row of."""
    see, see_also = _OTHERS.decode(others) if others else ((), ())
    return Heading(kind, key, folded, display, value, count, see, see_also)


_OTHERS = msgspec.msgpack.Decoder(tuple[tuple[str, ...], tuple[str, ...]])
_COPIES = msgspec.msgpack.Decoder(tuple[SourceCopy, ...])
