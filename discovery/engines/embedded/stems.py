"""Stems in the embedded index: a text field has one sibling for all languages, whose stems say which they are of.

Elasticsearch has a sibling for each language, and reckons how rare a word is and how long a text is among the records
that fill it; tantivy reckons both among all records. Were a sibling filled by one record in a hundred, its short texts
would score many times what its long ones do. Nearly all records fill this one, and with as much: lengths are right by
themselves but for the difference between languages, and `StemScore` makes up for that and for the rarity.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import log
from typing import Final, cast

import tantivy

from discovery.analysis.stem import stem, stem_text
from discovery.search.fields import EMPTY_FIELD_TOKEN, STEM_LANGUAGES, TEXT_FIELDS, StemLanguage, stem_field

# What a record fills of each language, and with how many stems, as keywords ("title_stem_en 12"): they are counted.
STEM_LENGTHS: Final = "stem_lengths"

_STEMMED: Final = tuple(field.name for field in TEXT_FIELDS if field.stemmed)
_SIBLINGS: Final = {name: f"{name}_stem" for name in _STEMMED}
# By the name that an index document has it under: the sibling, and the language that its stems begin with. Every code
# has two letters, so that the stems of two languages are never the same term.
_OWN: Final = {
    stem_field(name, language): (_SIBLINGS[name], str(language)) for name in _STEMMED for language in STEM_LANGUAGES
}
STEM_SIBLINGS: Final = tuple(_SIBLINGS.values())

# What a record holds instead that has no stems of its own: as many tokens as texts mostly have, or the average would be
# shorter than any text.
_TYPICAL_LENGTHS: Final = {"title": 9, "subject": 10, "contents": 16}
_WITHOUT_STEMS: Final = {_SIBLINGS[name]: " ".join([EMPTY_FIELD_TOKEN] * _TYPICAL_LENGTHS[name]) for name in _STEMMED}

# Lucene's BM25 parameters, which tantivy shares.
_K1: Final = 1.2
_B: Final = 0.75
# Shares of a language's average length at which a stem's score is Lucene's own. Long texts count among contents, where
# some have fifty times the average.
_EXACT_AT: Final = (0.5, 4.0)

# Lengths from here on are noted to their first four binary digits.
_NOTED_ROUNDLY: Final = 16
_MOST_DIGITS: Final = 20
_ROUNDED: Final = (
    *range(1, _NOTED_ROUNDLY),
    *(
        (first << shift) + (1 << shift) // 2
        for shift in range(1, _MOST_DIGITS - 3)
        for first in range(_NOTED_ROUNDLY // 2, _NOTED_ROUNDLY)
    ),
)


def with_stems(text: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """A document's text fields as this engine holds them, and its values of `STEM_LENGTHS`."""
    fields = dict(_WITHOUT_STEMS)
    lengths: list[str] = []
    for name, words in text.items():
        own = _OWN.get(name)
        if own is None:
            fields[name] = words
        elif words:
            sibling, language = own
            stems = f" {stem_text(words, language)}".replace(" ", f" {language}")
            before = fields[sibling]
            fields[sibling] = stems if before is _WITHOUT_STEMS[sibling] else before + stems
            lengths.append(f"{name} {_rounded(words.count(' ') + 1)}")
    return fields, lengths


def stem_term(field: str, language: str, word: str) -> tuple[str, str] | None:
    """The sibling that has a word's stem, and the stem there; None where the field table has no such stems."""
    # The scorer takes its languages from the field table, where the tree has plain text.
    own = _OWN.get(stem_field(field, cast(StemLanguage, language)))
    if own is None or not (stemmed := stem(word, language)):
        return None
    return own[0], f"{language}{stemmed}"


@dataclass(frozen=True, slots=True)
class _Language:
    """One language of a sibling: the records that fill it, and what makes its lengths Lucene's: of what tantivy makes
    of one occurrence a multiple, and something added.
    """

    filled: int
    slope: float
    added: float


class StemScore:
    """What gives a stem about the score that Lucene would give it: a factor on tantivy's, and what is added to it.

    Rarity is a factor, and exact. A length isn't one, but a factor and a constant together make Lucene's score at two
    lengths. ADR 0056 has the figures.
    """

    def __init__(self, searcher: tantivy.Searcher) -> None:
        self._searcher = searcher
        self._languages: dict[str, dict[str, _Language]] = {}

    def __call__(self, field: str, language: str, term: str) -> tuple[float, float]:
        """The factor and the sum for a stem that `stem_term` gave."""
        having = self._searcher.doc_freq(_SIBLINGS[field], term)
        if field not in self._languages:
            self._languages[field] = self._count(field)
        own = self._languages[field].get(language)
        if not having or own is None:
            return 1.0, 0.0
        rarity = _rarity(max(own.filled, having), having)
        return own.slope * rarity / _rarity(max(self._searcher.num_docs, having), having), own.added * rarity

    def _count(self, field: str) -> dict[str, _Language]:
        counted = {str(language): self._lengths(stem_field(field, language)) for language in STEM_LANGUAGES}
        documents = self._searcher.num_docs
        stems = sum(each for _, each in counted.values())
        without = max(0, documents - sum(filled for filled, _ in counted.values()))
        average = (stems + without * _TYPICAL_LENGTHS[field]) / max(documents, 1)
        return {
            language: _Language(filled, *_line(stems / filled / average))
            for language, (filled, stems) in counted.items()
            if filled
        }

    def _lengths(self, name: str) -> tuple[int, int]:
        """How many records fill a language, and with how many stems in all."""
        counts = {length: self._searcher.doc_freq(STEM_LENGTHS, f"{name} {length}") for length in _ROUNDED}
        return sum(counts.values()), sum(length * count for length, count in counts.items())


def _rounded(length: int) -> int:
    if length < _NOTED_ROUNDLY:
        return length
    shift = min(length.bit_length(), _MOST_DIGITS) - 4
    return (length >> shift << shift) + (1 << shift) // 2


def _line(average: float) -> tuple[float, float]:
    """The multiple and the sum for a language whose texts are on average so many times as long as all.

    Where they are shorter than those of others, the sum would be negative, and a long one of theirs score below
    nothing: a multiple is then enough.
    """
    if average <= 1:
        return _frequency(1) / _frequency(average), 0.0
    short, long = map(_frequency, _EXACT_AT)
    here_short, here_long = (_frequency(length * average) for length in _EXACT_AT)
    slope = (short - long) / (here_short - here_long)
    return slope, short - slope * here_short


def _frequency(length: float) -> float:
    """What BM25 makes of one occurrence in a text this many times as long as the average."""
    return 1 / (1 + _K1 * (1 - _B + _B * length))


def _rarity(documents: int, having: int) -> float:
    return log(1 + (documents - having + 0.5) / (having + 0.5))
