"""Which words of the catalogue may have been meant by a typed one."""

from dataclasses import dataclass

from discovery.analysis.spelling import distance, edits_allowed, spelling_variants
from discovery.search.engine import SearchEngine

# So many near words are tried; what stands behind them is far-fetched or hardly ever used.
_MOST_NEAR = 10
_MOST_EDITS = 2
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The records that have a word, and the catalogue's words near it with theirs: at one edit, and at two."""

    count: int
    one_edit: tuple[tuple[str, int], ...] = ()
    two_edits: tuple[tuple[str, int], ...] = ()


class NearWords:
    """Asks the catalogue's own word list, each question once."""

    def __init__(self, engine: SearchEngine) -> None:
        self.engine = engine
        self._asked: dict[tuple[str, bool], Neighbours] = {}

    def of(self, word: str, *, other_letter: bool = False) -> Neighbours:
        """Near words with the same first letter, or with another."""
        key = (word, other_letter)
        if key not in self._asked:
            self._asked[key] = self._ask(word, other_letter=other_letter)
        return self._asked[key]

    def variants(self, word: str) -> tuple[str, ...]:
        """Its other spellings that the catalogue has."""
        return tuple(variant for variant in spelling_variants(word) if self.of(variant).count)

    def _ask(self, word: str, *, other_letter: bool) -> Neighbours:
        if len(word) > _LONGEST:
            return Neighbours(0)
        edits = edits_allowed(word)
        # With any first letter there are some twenty times as many, of which those with the same are not wanted.
        size = 1 + (8 if other_letter else 2) * _MOST_NEAR
        found = self.engine.words(prefix="" if other_letter else word[0], near=word, edits=edits, size=size)
        count = next((each.count for each in found if each.text == word), 0)
        wanted = [each for each in found if each.text != word and (each.text[0] != word[0]) is other_letter]
        far = {each.text: distance(word, each.text, _MOST_EDITS) for each in wanted}
        one, two = (
            tuple((each.text, each.count) for each in wanted if far[each.text] == edits)[:_MOST_NEAR]
            for edits in (1, _MOST_EDITS)
        )
        return Neighbours(count, one, two)
