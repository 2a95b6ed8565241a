"""The headings and words of a whole generation, counted outside the memory: they outnumber the records.

Rows are put aside in a temporary SQLite file as documents go by, then grouped and read back in key order.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self, cast

from discovery.search.request import HeadingKind
from discovery.search.results import Heading, Word

_SCHEMA = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -16384;
CREATE TABLE heading (kind TEXT, key TEXT, folded TEXT, display TEXT, value TEXT, count INTEGER);
CREATE TABLE word (text TEXT, count INTEGER);
"""
# Summed in memory first, which a catalogue's frequent ones never leave; most distinct ones occur once.
_WORDS_IN_MEMORY = 200_000
_HEADINGS_IN_MEMORY = 40_000


class HeadingSpool:
    """Takes headings and words batch by batch, gives each once with its sum."""

    def __init__(self) -> None:
        self._folder = TemporaryDirectory(prefix="padu-headings-")
        self._rows = sqlite3.connect(Path(self._folder.name) / "spool.db", isolation_level=None)
        self._rows.executescript(_SCHEMA)
        self._words: Counter[str] = Counter()
        self._headings: Counter[Heading] = Counter()

    def __enter__(self) -> Self:
        self._rows.execute("BEGIN")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._rows.close()
        self._folder.cleanup()

    def add(self, headings: Iterable[Heading], words: Mapping[str, int]) -> None:
        """Put aside what some documents contribute: headings with a count of one, words with theirs."""
        self._headings.update(headings)
        if len(self._headings) > _HEADINGS_IN_MEMORY:
            self._put_headings_aside()
        self._words.update(words)
        if len(self._words) > _WORDS_IN_MEMORY:
            self._put_words_aside()

    def headings(self) -> Iterator[Heading]:
        """Every heading once, in the order of kind and key.

        Of several spellings under one key the most frequent is shown, the alphabetically first among equals.
        """
        self._put_headings_aside()
        rows = self._rows.execute("SELECT kind, key, folded, display, value, count FROM heading ORDER BY kind, key")
        for (kind, key), alike in groupby(rows, key=itemgetter(0, 1)):
            uses: dict[tuple[str, str, str], int] = {}
            for _, _, folded, display, value, count in alike:
                uses[folded, display, value] = uses.get((folded, display, value), 0) + count
            folded, display, value = min(uses, key=lambda spelling: (-uses[spelling], spelling[1]))
            yield Heading(cast(HeadingKind, kind), key, folded, display, value, sum(uses.values()))

    def words(self) -> Iterator[Word]:
        """Every word once."""
        self._put_words_aside()
        for text, count in self._rows.execute("SELECT text, sum(count) FROM word GROUP BY text"):
            yield Word(text, count)

    def _put_headings_aside(self) -> None:
        self._rows.executemany(
            "INSERT INTO heading VALUES (?, ?, ?, ?, ?, ?)",
            [(row.kind, row.key, row.folded, row.display, row.value, count) for row, count in self._headings.items()],
        )
        self._headings.clear()

    def _put_words_aside(self) -> None:
        self._rows.executemany("INSERT INTO word VALUES (?, ?)", self._words.items())
        self._words.clear()
