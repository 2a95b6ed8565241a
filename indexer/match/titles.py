"""Titles as matching sees them: words without articles, and whether they say anything."""

from functools import lru_cache
from typing import Final

from discovery.analysis.tokens import tokens
from indexer.match.words import word_list

_GENERIC: Final = word_list("generic_titles")
_FILLERS: Final = word_list("title_fillers")
_ARTICLES: Final = word_list("articles")
_SAY_NOTHING: Final = _GENERIC | _FILLERS
_LETTER: Final = ("a",)


@lru_cache(maxsize=16_384)
def title_words(title: str) -> tuple[str, ...]:
    """The folded words of a title, without an article in front: Indonesian has none (Sang and Si stay)."""
    words = tuple(tokens(title))
    return words[1:] if len(words) > 1 and words[0] in _ARTICLES else words


def telling_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words that tell one title from another; an "a" at the end is no article ("Paket A", "2015 A")."""
    telling = tuple([word for word in words if word not in _FILLERS])
    if words[-1:] == _LETTER and len(words) > 1:
        telling += _LETTER
    return telling or words


def is_generic(words: tuple[str, ...]) -> bool:
    """Whether a title says nothing by itself: empty, one or two letters, or only words like "annual report 1998"."""
    for word in words:
        if len(word) >= 3 and word not in _SAY_NOTHING and not word.isdigit():
            return False
    telling = [word for word in words if word not in _FILLERS and not word.isdigit()]
    return _GENERIC.issuperset(telling) or sum(map(len, telling)) < 3
