"""The numbers of parts: "Jilid II", "vol. 2" and a bare 2 at the end of a title."""

import re
from functools import lru_cache
from typing import Final

from indexer.match.statements import number_in_word, roman_in_word
from indexer.match.titles import title_words
from indexer.match.words import word_list

_PART_WORDS: Final = word_list("part_words")
# A number of more digits is a year.
MOST_DIGITS: Final = 3
# Its caption, and one number.
_NAMES_A_PART: Final = re.compile("(?:w+n)+")
# "2", "ii", "iib": a part's number as people write it.
_PART_NUMBER: Final = re.compile(r"(?:\d{1,4}|[ivxlc]+)[a-z]?")


@lru_cache(maxsize=8_192)
def part_designation(part: str) -> str:
    """Of a part: "Jilid II", "jil. 2" and "2" are one designation, its number; "43071-C1" is what it says."""
    said = title_words(part)
    words = [word for word in said if word not in _PART_WORDS] or said[1:][-1:]  # the "v" of "Bd. V" is its number
    values = [number_in_word(word) for word in words]
    return " ".join(values) if all(values) else " ".join(words)


def names_only_a_part(words: tuple[str, ...]) -> bool:
    """Whether nothing but a numbered part is named: "Bd. I/2", "volume 2"; not "Part two: the war"."""
    return len(words) > 1 and words[0] in _PART_WORDS and all(map(_PART_NUMBER.fullmatch, words[1:]))


def numbers_of_part(words: tuple[str, ...]) -> str:
    """The numbers of words that name nothing but a part, "jilid 2", "buku kedua", "kelas 8 semester 1"; "" if they say
    more, or name several: "vol. I-III".
    """
    if not _NAMES_A_PART.fullmatch("".join("w" if word in _PART_WORDS else "n" for word in words)):
        return ""
    numbers = [number_in_word(word) for word in words if word not in _PART_WORDS]
    return " ".join(numbers) if all(numbers) else ""


def with_plain_numbers(title: tuple[str, ...]) -> tuple[str, ...]:
    """A title's words, the part at its end by its number alone: "naruto jilid 5", "naruto vol v" and "naruto 05" are
    "naruto 5", "matematika kelas 8 semester 1" is "matematika 8 1"; a year stays as it stands.
    """
    rest, numbers = title, tuple[str, ...]()
    while len(rest) > 2 and rest[-2] in _PART_WORDS and (number := _short_number(rest[-1])):
        rest, numbers = rest[:-2], (number, *numbers)
    last = rest[-1] if len(rest) > 1 else ""
    # A letter is none, and a word ("kedua") needs its caption.
    if (last.isdigit() or (len(last) > 1 and roman_in_word(last))) and (number := _short_number(last)):
        rest = (*rest[:-1], number)
    return rest + numbers


def _short_number(word: str) -> str:
    number = number_in_word(word)
    return number if len(number) <= MOST_DIGITS else ""
