"""The headings and words of a whole generation, counted outside the memory: they outnumber the records."""

from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter
from types import TracebackType
from typing import Self, TypeVar, cast

from msgspec.msgpack import Decoder

from discovery.search.request import HeadingKind
from discovery.search.results import Heading, Word
from indexer.sorted_runs import SortedRuns

# Summed in memory first, which a catalogue's frequent ones never leave; most distinct ones occur once.
_WORDS_IN_MEMORY = 200_000
_HEADINGS_IN_MEMORY = 100_000

# Whatever is counted.
_Row = TypeVar("_Row", str, bytes)
# Kind, key, display, folded, value, count.
_Entry = tuple[str, str, str, str, str, int]


def heading_rows(headings: Mapping[Heading, int]) -> dict[bytes, int]:
    """Headings with how often each was found, each as one value that is counted, sorted and sent as it is.

    UTF-8 sorts as the characters do, and U+0000, which no text of a record holds, before all of them: rows stand in
    the order of kind, key and spelling.
    """
    return {
        "\0".join((each.kind, each.key, each.display, each.folded, each.value)).encode(): count
        for each, count in headings.items()
    }


def counted_headings(rows: Iterable[tuple[bytes, int]]) -> Iterator[Heading]:
    """The headings of rows that come in their order.

    Of several spellings under one key the most frequent is shown, the alphabetically first among equals.
    """
    entries: list[_Entry] = []
    for row, count in rows:
        kind, key, display, folded, value = row.decode().split("\0", 4)
        if entries and (key != entries[0][1] or kind != entries[0][0]):
            yield _united(entries)
            entries = []
        entries.append((kind, key, display, folded, value, count))
    if entries:
        yield _united(entries)


class HeadingSpool:
    """Takes headings and words batch by batch, gives each once with its sum."""

    def __init__(self) -> None:
        self._words: dict[str, int] = {}
        self._headings: dict[bytes, int] = {}
        self._word_rows = SortedRuns(Decoder(list[tuple[str, int]]))
        self._heading_rows = SortedRuns(Decoder(list[tuple[bytes, int]]))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._word_rows.close()
        self._heading_rows.close()

    def add(self, headings: dict[bytes, int], words: dict[str, int]) -> None:
        """Put aside what some documents contribute: `heading_rows`, and words, with their counts."""
        _add(self._headings, headings)
        if len(self._headings) > _HEADINGS_IN_MEMORY:
            self._put_headings_aside()
        _add(self._words, words)
        if len(self._words) > _WORDS_IN_MEMORY:
            self._put_words_aside()

    def headings(self) -> Iterator[Heading]:
        """Every heading once, in the order of kind and key."""
        self._put_headings_aside()
        yield from counted_headings(_summed(iter(self._heading_rows)))

    def words(self) -> Iterator[Word]:
        """Every word once."""
        self._put_words_aside()
        for text, count in _summed(iter(self._word_rows)):
            yield Word(text, count)

    def _put_headings_aside(self) -> None:
        self._heading_rows.put_aside([*self._headings.items()])
        self._headings.clear()

    def _put_words_aside(self) -> None:
        self._word_rows.put_aside([*self._words.items()])
        self._words.clear()


def _add(sums: dict[_Row, int], counts: dict[_Row, int]) -> None:
    """In dictionaries, into which compiled code puts a value in a sixth of the time that a Counter takes."""
    for row, count in counts.items():
        sums[row] = sums.get(row, 0) + count


def _summed(rows: Iterator[tuple[_Row, int]]) -> Iterator[tuple[_Row, int]]:
    """Each of these sorted rows once; a loop, because compiled it takes a third of what `groupby` does."""
    found = next(rows, None)
    if found is None:
        return
    last, total = found
    for row, count in rows:
        if row == last:
            total += count
        else:
            yield last, total
            last, total = row, count
    yield last, total


def _united(entries: list[_Entry]) -> Heading:
    """One heading of all its spellings, mostly one; they come in alphabetical order."""
    kind, key, display, folded, value, count = entries[0]
    if len(entries) > 1:
        # Of equals the first.
        kind, key, display, folded, value, count = max(entries, key=itemgetter(5))
        count = sum([each[5] for each in entries])
    return Heading(cast(HeadingKind, kind), key, folded, display, value, count)
