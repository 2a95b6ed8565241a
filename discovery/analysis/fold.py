"""One folded form for every way of writing a word: case, accents, ligatures, letter variants, Han forms, digits.

Both engines index and look up what `fold` returns, so it is the only place that decides which spellings are the
same word. It takes a word (or a text) apart with Unicode's compatibility decomposition, drops what readers
leave out, and composes again what must stay whole: Hangul syllables, voiced kana, Indic letters.
"""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, groupby
from typing import Final

from discovery.analysis.han import han_forms

# Apostrophes and the signs that stand for ʿayn, hamza and soft sign in romanised Arabic, Hebrew and Cyrillic.
# Readers type any of them, or none.
APOSTROPHES: Final = "'`´‘’‛ʹʺʻʼʽʾʿˈ′·"
# Invisible characters that a word-processor leaves inside words: soft hyphen, joiners, direction marks, BOM.
INVISIBLE: Final = "\u00ad\u034f\u061c\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"

# Where Unicode keeps combining marks; asking for the category of these alone takes a millisecond.
_MARK_BLOCKS: Final = (
    range(0x0300, 0x0370),
    range(0x0483, 0x048A),
    range(0x0591, 0x1E00),
    range(0x20D0, 0x2100),
    range(0x302A, 0x3030),
    range(0x3099, 0x309B),
    range(0xA66F, 0xAC00),
    range(0xFB1E, 0xFB1F),
    range(0xFE00, 0xFE30),
    range(0x10A00, 0x12000),
)
# The marks that are left out in writing: accents, Hebrew and Arabic vowels, ligature ties. Elsewhere (Indic and
# South-East Asian vowel signs, kana voicing) a mark is a letter, and without it the word is another word.
_DROPPED_BLOCKS: Final = (
    range(0x0300, 0x0370),
    range(0x0483, 0x048A),
    range(0x0591, 0x0780),
    range(0x1AB0, 0x1B00),
    range(0x1DC0, 0x1E00),
    range(0x20D0, 0x2100),
    range(0xFB1E, 0xFB1F),
    range(0xFE00, 0xFE30),
)
# Letters that have no decomposition, and the forms of one Arabic letter that writers use freely.
_LETTERS: Final = {
    **dict(zip("łøđðıħŧƀɓɗƙƴ♯", "loddihtbbdky#", strict=True)),
    **dict(zip("ٱىیېکڪةەہھ", "ايييككهههه", strict=True)),
    **{"æ": "ae", "œ": "oe", "þ": "th", "ŋ": "ng", "ß": "ss", "ـ": "", "⁄": " "},  # noqa: PIE800 (three tables)
}
_DIGIT_ZEROS: Final = (0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0E50, 0x0ED0, 0x1040, 0x17E0, 0xA9D0, 0x1B50, 0x1BB0)


def marks() -> str:
    """Every combining mark and invisible joiner, as ranges for a regular expression's character class.

    As ranges, because a class that lists two thousand characters one by one is five times slower.
    """
    codes = sorted(map(ord, chain(_marks_of(*_MARK_BLOCKS), INVISIBLE)))
    runs = (list(run) for _, run in groupby(enumerate(codes), lambda place: place[1] - place[0]))
    return "".join(f"{chr(run[0][1])}-{chr(run[-1][1])}" for run in runs)


def _marks_of(*blocks: range) -> Iterator[str]:
    characters = map(chr, chain.from_iterable(blocks))
    return (character for character in characters if unicodedata.category(character).startswith("M"))


def _table() -> dict[int, str | int]:
    # Letters of Latin, Greek, Cyrillic, Hebrew and Arabic that stay as they are: what `translate` looks for in vain
    # costs it five times as much as what it finds.
    table: dict[int, str | int] = {code: code for code in range(0x0700)}
    table |= {ord(character): "" for character in chain(_marks_of(*_DROPPED_BLOCKS), APOSTROPHES, INVISIBLE)}
    table |= {zero + digit: str(digit) for zero in _DIGIT_ZEROS for digit in range(10)}
    return table | {ord(letter): plain for letter, plain in _LETTERS.items()} | han_forms()


_TABLE: Final = _table()


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """The form in which words are compared; folding it again changes nothing.

    Meant for words and headings, and cached, because a catalogue repeats its words. Now and then one character
    is several words (½, ﷺ), so the result may hold spaces.
    """
    if text.isascii():
        return text.lower().replace("'", "").replace("`", "")  # the APOSTROPHES that it has
    # Case folding after the decomposition, which brings capitals of its own (™ → TM), and once more
    # decomposition, because the folded form of a few letters is composed (U+1E9E, Greek iota subscript).
    taken_apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return unicodedata.normalize("NFC", taken_apart.translate(_TABLE))
