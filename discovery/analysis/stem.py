"""Stems for the embedded engine, and the override lists that every engine shares.

A stem only ever adds a match, below those of the word itself; names are never stemmed. Each language's algorithm is
the one whose stems agree with Elasticsearch's own, compared on the title words of real catalogues.
"""

import threading
from collections.abc import Mapping
from functools import cache
from typing import Protocol

import Stemmer  # type: ignore[import-not-found]  # PyStemmer ships no types

from discovery.analysis.fold import fold
from discovery.analysis.light10 import light10
from discovery.analysis.respell import read_pairs, respell

# Dutch is Porter's algorithm: the one that PyStemmer calls "dutch" is another, and agrees on half of the words.
_ALGORITHMS = {
    "id": "indonesian",
    "en": "english",
    "nl": "dutch_porter",
    "fr": "french",
    "de": "german",
    "es": "spanish",
    "pt": "portuguese",
    "ru": "russian",
}
# Malay is written with the same affixes; a Malay record is found by an Indonesian word and the other way round.
_SERVED_BY = {"ms": "id"}
# Arabic is stemmed by `light10`, which PyStemmer doesn't have.
_LANGUAGES = frozenset((*_ALGORITHMS, "ar"))
_MOST_KEPT = 65_536


def stem_language(language: str) -> str | None:
    """The stem language that serves a record in this language (BCP 47); None where none does."""
    primary = language.partition("-")[0]
    served = _SERVED_BY.get(primary, primary)
    return served if served in _LANGUAGES else None


@cache
def overrides(language: str) -> Mapping[str, str]:
    """Words whose stem is fixed by hand, as `respell` gives them, with that stem; `data/<language>.txt` explains."""
    return read_pairs(f"{language}.txt")


def stem(word: str, language: str) -> str:
    """The folded stem of a word as written (lower case, NFC); the accents matter to the algorithms."""
    return _stems(language)[word]


def stem_text(text: str, language: str) -> str:
    """The stems of words that are joined by spaces, joined by spaces: a stem field's content."""
    return " ".join(map(_stems(language).__getitem__, text.split(" ")))


class _Stems(dict[str, str]):
    """The stems of one language's words that were asked for: a catalogue repeats them.

    To look one up takes a quarter less time than with `lru_cache`, which notes each use. When full it starts anew.
    """

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._fixed = overrides(language)

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_KEPT:
            self.clear()
        stemmed = self[word] = self._stem(word)
        return stemmed

    def _stem(self, word: str) -> str:
        word = respell(word, self._language)
        if word in self._fixed:
            return fold(self._fixed[word])
        if self._language == "ar":
            return light10(fold(word))
        # An apostrophe that respelling has left stays: "ch'ang" isn't the stem of "change", in either engine.
        return "'".join(map(fold, _stemmer(self._language).stemWord(word).split("'")))


_stems = cache(_Stems)


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 (PyStemmer's name)


class _Stemmers(threading.local):
    """A stemmer keeps its word in a buffer of its own, so each thread has its own stemmers."""

    def __init__(self) -> None:
        self.by_language: dict[str, _Stemmer] = {}


_STEMMERS = _Stemmers()


def _stemmer(language: str) -> _Stemmer:
    stemmer = _STEMMERS.by_language.get(language)
    if stemmer is None:
        stemmer = Stemmer.Stemmer(_ALGORITHMS[language], maxCacheSize=0)
        _STEMMERS.by_language[language] = stemmer
    return stemmer
