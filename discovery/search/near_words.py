"""Which words of the catalogue may have been meant by a typed one."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from discovery.analysis.spelling import distance, edits_allowed, spelling_variants
from discovery.search.engine import SearchEngine
from discovery.search.request import Misspelling
from discovery.search.results import Word

# So many near words are tried; what stands behind them is far-fetched or hardly ever used.
_MOST_NEAR = 10
MOST_EDITS = 2
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class WordNeighbours:
    """The records that have a word, and the catalogue's words near it with theirs: at one edit, and at two."""

    count: int
    one_edit: tuple[tuple[str, int], ...] = ()
    two_edits: tuple[tuple[str, int], ...] = ()


class NearWords:
    """Asks the catalogue's own word list, each question once. At more than `edits` none is asked for."""

    def __init__(self, engine: SearchEngine, edits: int = MOST_EDITS) -> None:
        self.engine = engine
        self.edits = edits
        self._asked: dict[tuple[str, bool], WordNeighbours] = {}
        self._counts: dict[str, int] = {}

    def of(self, word: str, *, other_letter: bool = False) -> WordNeighbours:
        """Near words with the same first letter, or with another."""
        self.look_up((word,), other_letter=other_letter)
        return self._asked[word, other_letter]

    def look_up(self, words: Iterable[str], *, other_letter: bool = False) -> None:
        """Ask for several at once, before `of` is asked for each."""
        wanted = [word for word in dict.fromkeys(words) if (word, other_letter) not in self._asked]
        if not wanted:
            return
        askable = [word for word in wanted if len(word) <= _LONGEST]
        found = self.engine.words_near([self._misspelling(word, other_letter=other_letter) for word in askable])
        self._asked |= {(word, other_letter): WordNeighbours(0) for word in wanted}
        for word, near in zip(askable, found, strict=True):
            self._asked[word, other_letter] = _neighbours(word, near, other_letter=other_letter)

    def known(self, words: Iterable[str]) -> frozenset[str]:
        """Those of some words that the catalogue has; it is asked for all at once."""
        asked = tuple(dict.fromkeys(words))
        new = tuple(word for word in asked if word not in self._counts)
        if new:
            self._counts |= zip(new, self.engine.word_counts(new), strict=True)
        return frozenset(word for word in asked if self._counts[word])

    def variants(self, words: Iterable[str], others: Iterable[str] = ()) -> dict[str, tuple[str, ...]]:
        """Of each word the other spellings that the catalogue has. `others` are asked for with them, for `known`."""
        spelt = {word: spelling_variants(word) for word in words}
        known = self.known(chain(others, *spelt.values()))
        return {word: tuple(each for each in made if each in known) for word, made in spelt.items()}

    def _misspelling(self, word: str, *, other_letter: bool) -> Misspelling:
        # With any first letter there are some twenty times as many, of which those with the same are not wanted.
        size = 1 + (8 if other_letter else 2) * _MOST_NEAR
        return Misspelling(word, "" if other_letter else word[0], min(edits_allowed(word), self.edits), size)


def _neighbours(word: str, found: tuple[Word, ...], *, other_letter: bool) -> WordNeighbours:
    count = next((each.count for each in found if each.text == word), 0)
    wanted = [each for each in found if each.text != word and (each.text[0] != word[0]) is other_letter]
    far = {each.text: distance(word, each.text, MOST_EDITS) for each in wanted}
    one, two = (
        tuple((each.text, each.count) for each in wanted if far[each.text] == edits)[:_MOST_NEAR]
        for edits in (1, MOST_EDITS)
    )
    return WordNeighbours(count, one, two)
