"""The headings and words of a whole generation, counted outside the memory: they outnumber the records."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from types import TracebackType
from typing import Self

from msgspec.msgpack import Decoder

from discovery.search.request import HeadingKind
from discovery.search.results import Heading, Word
from indexer.sorted_runs import SortedRuns

# Summed in memory first, which a catalogue's frequent ones never leave; most distinct ones occur once.
_WORDS_IN_MEMORY = 200_000
_HEADINGS_IN_MEMORY = 40_000

# Kind, key, display, folded, value, count.
_HeadingRow = tuple[HeadingKind, str, str, str, str, int]


class HeadingSpool:
    """Takes headings and words batch by batch, gives each once with its sum."""

    def __init__(self) -> None:
        self._words: Counter[str] = Counter()
        self._headings: Counter[Heading] = Counter()
        self._word_rows = SortedRuns(Decoder(list[tuple[str, int]]))
        self._heading_rows = SortedRuns(Decoder(list[_HeadingRow]))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._word_rows.close()
        self._heading_rows.close()

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
        for _, rows in groupby(self._heading_rows, key=itemgetter(0, 1)):
            yield _united([*rows])

    def words(self) -> Iterator[Word]:
        """Every word once."""
        self._put_words_aside()
        for text, rows in groupby(self._word_rows, key=itemgetter(0)):
            yield Word(text, sum(count for _, count in rows))

    def _put_headings_aside(self) -> None:
        self._heading_rows.put_aside(
            [(row.kind, row.key, row.display, row.folded, row.value, count) for row, count in self._headings.items()]
        )
        self._headings.clear()

    def _put_words_aside(self) -> None:
        self._word_rows.put_aside([*self._words.items()])
        self._words.clear()


def _united(rows: list[_HeadingRow]) -> Heading:
    """One heading of all its rows, mostly one; they come in the alphabetical order of their spellings."""
    kind, key, display, folded, value, count = rows[0]
    if len(rows) > 1:
        uses: dict[tuple[str, str, str], int] = {}
        for _, _, display, folded, value, count in rows:
            uses[display, folded, value] = uses.get((display, folded, value), 0) + count
        display, folded, value = max(uses, key=uses.__getitem__)  # of equals the first
        count = sum(uses.values())
    return Heading(kind, key, folded, display, value, count)
