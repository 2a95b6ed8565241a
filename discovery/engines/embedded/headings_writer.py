"""Writes a generation's headings.db: one transaction from `begin` to `publish`."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from discovery.engines.embedded.headings import HEADING, heading_of, heading_row
from discovery.engines.embedded.schema import LAYOUT
from discovery.search.engine import PreparedDocument
from discovery.search.request import HeadingKind
from discovery.search.results import Heading, Word

_TABLES = """
CREATE TABLE state (layout INTEGER NOT NULL, revision INTEGER NOT NULL, records TEXT NOT NULL);
CREATE TABLE headings (
    kind TEXT NOT NULL, key TEXT NOT NULL, folded TEXT NOT NULL, display TEXT NOT NULL, value TEXT NOT NULL,
    count INTEGER NOT NULL, others BLOB NOT NULL, PRIMARY KEY (kind, key)
) WITHOUT ROWID;
CREATE TABLE words (text TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE facts (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE facet_values (number INTEGER PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE sources (id TEXT PRIMARY KEY, copies BLOB NOT NULL);
"""
# Made once the rows are in, which is faster than keeping them up to date. The first holds all that a suggestion
# needs, so that one letter's 30,000 headings are read from it alone.
_INDEXES = (
    "CREATE INDEX headings_by_folded ON headings (kind, folded, count, display)",
    "CREATE INDEX headings_used_again ON headings (kind, folded, count, display) WHERE count > 1",
)
_CACHE_KIBIBYTES = 32_768
# Numbers of facet values that are remembered as written, so that most come to the database once.
_REMEMBERED = 500_000
_SECONDS_TO_WAIT = 60.0


class HeadingWriter:
    """Holds an open transaction; what it wrote is seen by its own questions and by nobody else's."""

    def __init__(self, path: Path, *, new: bool) -> None:
        self._connection = sqlite3.connect(
            path, timeout=_SECONDS_TO_WAIT, isolation_level=None, check_same_thread=False
        )
        self._new = new
        self._numbers: set[int] = set()
        self._connection.execute(f"PRAGMA cache_size = -{_CACHE_KIBIBYTES}")
        if new:
            # Nobody reads it yet and a crash throws it away: no journal until it is published.
            self._connection.execute("PRAGMA journal_mode = OFF")
            self._connection.execute("PRAGMA synchronous = OFF")
            self._connection.executescript(_TABLES)
        else:
            # Pages that spill into the file before the commit would lock readers out until then.
            self._connection.execute("PRAGMA cache_spill = OFF")
        self._connection.execute("BEGIN IMMEDIATE")

    def write_headings(self, headings: Iterable[Heading]) -> None:
        kept, gone = [], []
        for heading in headings:
            if heading.count > 0 or heading.see:
                kept.append(heading_row(heading))
            else:
                gone.append((heading.kind, heading.key))
        self._connection.executemany("DELETE FROM headings WHERE kind = ? AND key = ?", gone)
        self._connection.executemany("INSERT OR REPLACE INTO headings VALUES (?, ?, ?, ?, ?, ?, ?)", kept)

    def write_words(self, words: Iterable[Word]) -> None:
        rows = [(word.text, word.count) for word in words]
        self._connection.executemany(
            "DELETE FROM words WHERE text = ?", [(text,) for text, count in rows if count <= 0]
        )
        self._connection.executemany("INSERT OR REPLACE INTO words VALUES (?, ?)", [row for row in rows if row[1] > 0])

    def write_facts(self, facts: Iterable[tuple[str, str]]) -> None:
        rows = list(facts)
        self._connection.executemany("DELETE FROM facts WHERE key = ?", [(key,) for key, value in rows if not value])
        self._connection.executemany("INSERT OR REPLACE INTO facts VALUES (?, ?)", [row for row in rows if row[1]])

    def write_sources(self, documents: Sequence[PreparedDocument], replaced: Iterable[str]) -> None:
        """The copies of documents that have any; `replaced` are ids whose former copies go."""
        self.delete_sources(replaced)
        rows = [(document.id, document.sources) for document in documents if document.sources]
        self._connection.executemany("INSERT OR REPLACE INTO sources VALUES (?, ?)", rows)

    def write_values(self, values: Mapping[int, str]) -> None:
        """Facet values by the numbers that stand for them; those that no record has any more do no harm."""
        new = values.keys() - self._numbers
        self._connection.executemany(
            "INSERT OR IGNORE INTO facet_values VALUES (?, ?)", [(number, values[number]) for number in sorted(new)]
        )
        if len(self._numbers) > _REMEMBERED:
            self._numbers.clear()
        self._numbers |= new

    def delete_sources(self, ids: Iterable[str]) -> None:
        self._connection.executemany("DELETE FROM sources WHERE id = ?", [(gone,) for gone in ids])

    def standing(self, keys: Sequence[tuple[HeadingKind, str]]) -> tuple[Heading | None, ...]:
        rows = (self._row(f"{HEADING} WHERE kind = ? AND key = ?", *key) for key in keys)
        return tuple(heading_of(*row) if row else None for row in rows)

    def word_counts(self, words: Sequence[str]) -> tuple[int, ...]:
        rows = (self._row("SELECT count FROM words WHERE text = ?", word) for word in words)
        return tuple(row[0] if row else 0 for row in rows)

    def commit(self, revision: int, records: str) -> None:
        """Everything written becomes valid together, with the folder of records that belongs to it."""
        if self._new:
            for index in _INDEXES:
                self._connection.execute(index)
        self._connection.execute("DELETE FROM state")
        self._connection.execute("INSERT INTO state VALUES (?, ?, ?)", (LAYOUT, revision, records))
        self._connection.execute("COMMIT")
        if self._new:
            self._connection.execute("PRAGMA journal_mode = DELETE")

    def close(self) -> None:
        """What wasn't committed is undone."""
        self._connection.close()

    def _row(self, sql: str, *key: str) -> tuple[Any, ...] | None:  # columns as the query names them
        row: tuple[Any, ...] | None = self._connection.execute(sql, key).fetchone()
        return row
