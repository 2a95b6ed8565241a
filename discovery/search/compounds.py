"""Two words that the catalogue writes as one, "olah raga", and one that it writes as two, "prasekolah"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from discovery.analysis.function_words import function_words
from discovery.search.params import SearchParams
from discovery.search.rewording import Place, reworded

_BETWEEN = re.compile(r"[\s\u2010-\u2015-]+")
_QUOTES = re.compile('["\u201c-\u201f\u00ab\u00bb]')
_SHORTEST_JOINED = 2
# The catalogue's list has no shorter words.
_SHORTEST_PART = 3
_LONGEST_PARTED = 40

# What the catalogue has to have for a wording to be tried, and the wording.
Wanted = tuple[tuple[str, ...], SearchParams]


def otherwise_parted(params: SearchParams, places: Sequence[Place], unknown: Sequence[Place]) -> tuple[Wanted, ...]:
    """The search with two neighbours of `places` as one word, and with one of `unknown` as the phrase of two."""
    return (*_joined(params, places), *_parted(params, unknown))


def _joined(params: SearchParams, places: Sequence[Place]) -> Iterator[Wanted]:
    for first, second in pairwise(places):
        is_row = first.row == second.row and _BETWEEN.fullmatch(params.rows[first.row].text, first.end, second.start)
        shortest = min(len(first.word), len(second.word))
        if is_row and shortest >= _SHORTEST_JOINED and not {first.word, second.word} <= function_words():
            word = first.word + second.word
            yield (word,), reworded(params, {Place(first.row, first.start, second.end, word): word})


def _parted(params: SearchParams, places: Sequence[Place]) -> Iterator[Wanted]:
    for place in places:
        if len(place.word) > _LONGEST_PARTED or _QUOTES.search(params.rows[place.row].text):
            continue
        for at in range(_SHORTEST_PART, len(place.word) - _SHORTEST_PART + 1):
            parts = place.word[:at], place.word[at:]
            yield parts, reworded(params, {place: f'"{" ".join(parts)}"'})
