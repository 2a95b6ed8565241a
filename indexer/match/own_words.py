"""Words that one record alone has: a misspelling, an abbreviation, or another thing."""

import re
from collections import Counter
from collections.abc import Set
from itertools import pairwise
from typing import Final

from discovery.catalog.numerals import with_digits
from indexer.match.features import Features
from indexer.match.spellings import likeness_in_one_spelling
from indexer.match.statements import number_in_word
from indexer.match.titles import telling_words, title_words
from indexer.match.words import told_apart

# "charactertistics" is a misspelling of "characteristics", "lane" isn't one of "lake".
_MISSPELT = 76
_ABBREVIATED = 4
_LOOK_ALIKES = told_apart("look_alikes")
_NO_FIGURE: Final = re.compile(r"\D+")
# "66a", "lxvib": a number, Roman or not, and the letter of one of its halves.
_LETTERED: Final = re.compile(r"(\d+|[ivxlc]+)([a-z])")


def all_words(features: Features) -> frozenset[str]:
    """Every word of title, parts and responsibility: what one side calls a part, the other may have anywhere."""
    return frozenset(_said(features))


def _said(features: Features) -> list[str]:
    parts = [word for designation in features.volumes for word in designation.split()]
    responsible = with_digits(title_words(features.responsibility))
    return [*features.title, *features.subtitle, *parts, *responsible]


def numbers_among(words: Set[str]) -> set[str]:
    """The numbers that words say, in digits."""
    return {number for word in words if (number := number_in_word(word))}


def a_word_differs(one: Features, other: Features) -> bool:
    """Whether each has a word of its own: "Geologic map of Lake County", "Geologic map of Lane Valley"."""
    return words_differ(_own_words(one, other), _own_words(other, one))


def words_differ(mine: Set[str], yours: Set[str]) -> bool:
    """Whether some word of the smaller set is no misspelling and no abbreviation of any of the other."""
    ours, theirs = sorted((mine, yours), key=len)
    return bool(theirs) and any(all(not _is_form_of(word, another) for another in theirs) for word in ours)


def _own_words(one: Features, other: Features) -> set[str]:
    """The words that the other nowhere has, not even in one with the next: "water colors" are "watercolors".

    In titles of as many words they are counted: the town of Addison in Addison County is another than that of Waltham.
    """
    mine, yours = (telling_words(each.title + each.subtitle) for each in (one, other))
    said = _said(other)
    counted = len(mine) == len(yours) and len(set(mine)) < len(mine)
    own = set(Counter(mine) - Counter(said)) if counted else set(mine).difference(said)
    if own:
        numbers = numbers_among((Counter(said) - Counter(mine)).keys())
        own = {word for word in own if number_in_word(word) not in numbers}
        for first, second in pairwise(mine):
            if first + second in yours:
                own -= {first, second}
        own.difference_update([first + second for first, second in pairwise(yours)])
    return own


def _is_form_of(word: str, another: str) -> bool:
    """Whether one is a misspelling of the other, or its abbreviation: "v." of "volumes"; "mikro" is none of "makro"."""
    if another in _LOOK_ALIKES.get(word, ()) or _figures_differ(word, another) or _letters_differ(word, another):
        return False
    shorter, longer = sorted((word, another), key=len)
    return likeness_in_one_spelling(word, another) >= _MISSPELT or (
        len(shorter) <= _ABBREVIATED and longer.startswith(shorter)
    )


def _figures_differ(word: str, another: str) -> bool:
    """Whether both hold figures, and others: the scale 1:250.000 is no misspelling of 1:50.000."""
    mine, yours = _NO_FIGURE.sub("", word), _NO_FIGURE.sub("", another)
    return mine != yours and bool(mine and yours)


def _letters_differ(word: str, another: str) -> bool:
    """Whether they are two letters of one number: "vol. LXVIa" and "vol. LXVIb"."""
    if word[:-1] != another[:-1] or len(word) < 2:
        return False
    return word != another and bool(_LETTERED.fullmatch(word)) and bool(_LETTERED.fullmatch(another))
