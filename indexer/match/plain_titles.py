"""Titles as they are compared, however a cataloguer writes their numbers and abbreviations."""

import re
from typing import Final

from discovery.catalog.numerals import with_digits
from indexer.match.part_numbers import PART_WORDS
from indexer.match.statements import number_in_word, roman_in_word
from indexer.match.words import written_out

# A number of more digits is a year.
MOST_DIGITS: Final = 3
_ABBREVIATIONS: Final = written_out("abbreviations")
_ABBREVIATED: Final = frozenset(_ABBREVIATIONS)
# "5cm", "24jam", "3ds"; the letters of "2nd" and "3ème" make an ordinal of the number, and one letter ("2a") a part.
_MEASURED: Final = re.compile(r"(\d+)((?!st$|nd$|rd$|th$|de$|te$|er$|re$|eme$)[a-z]{2,})")
# With an article that is written apart as often: "Tafsir Alquran", "Tafsir al-Qur'an".
_QURAN: Final = "alquran"
_ARTICLE: Final = "al"
# What words that begin with a figure come before.
_FIGURES: Final = ":"


def plain_title(words: tuple[str, ...]) -> tuple[str, ...]:
    """Indonesian numbers in digits ("negeri lima menara" is "negeri 5 menara"), abbreviations written out ("ipa"), what
    `apart` parts, and the part at its end by its number alone.
    """
    words = apart(words)
    if not _ABBREVIATED.isdisjoint(words):
        words = tuple([each for word in words for each in _ABBREVIATIONS.get(word, (word,))])
    return _with_plain_numbers(with_digits(words))


def apart(words: tuple[str, ...]) -> tuple[str, ...]:
    """What many write in two words: "5cm", and the article in front of the Qur'an, which no title begins with."""
    if not words or (_QURAN not in words and min(words) > _FIGURES):  # as most are
        return words
    split = [part for word in words for part in _apart(word)]
    return tuple(split[1:] if split[0] == _ARTICLE else split)


def _apart(word: str) -> tuple[str, ...]:
    if word == _QURAN:
        return (_ARTICLE, word.removeprefix(_ARTICLE))
    measured = _MEASURED.fullmatch(word)
    return (measured[1], measured[2]) if measured else (word,)


def _with_plain_numbers(title: tuple[str, ...]) -> tuple[str, ...]:
    """A title's words, the part at its end by its number alone: "naruto jilid 5", "naruto vol v" and "naruto 05" are
    "naruto 5", "matematika kelas 8 semester 1" is "matematika 8 1"; a year stays as it stands.
    """
    rest, numbers = title, tuple[str, ...]()
    while len(rest) > 2 and rest[-2] in PART_WORDS and (number := _short_number(rest[-1])):
        rest, numbers = rest[:-2], (number, *numbers)
    last = rest[-1] if len(rest) > 1 else ""
    # A letter is none, and a word ("kedua") needs its caption.
    if (last.isdigit() or (len(last) > 1 and roman_in_word(last))) and (number := _short_number(last)):
        rest = (*rest[:-1], number)
    return rest + numbers


def _short_number(word: str) -> str:
    number = number_in_word(word)
    return number if len(number) <= MOST_DIGITS else ""
