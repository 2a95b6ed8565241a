"""The numbers of parts: "Jilid II", "vol. 2"."""

import re
from functools import lru_cache
from typing import Final

from indexer.match.statements import number_in_word
from indexer.match.titles import title_words
from indexer.match.words import word_list

PART_WORDS: Final = word_list("part_words")
_ARABIC_ARTICLE: Final = "al"
# Its caption, and one number.
_NAMES_A_PART: Final = re.compile("(?:w+n)+")
# "2", "ii", "iib": a part's number as people write it.
_PART_NUMBER: Final = re.compile(r"(?:\d{1,4}|[ivxlc]+)[a-z]?")


@lru_cache(maxsize=8_192)
def part_designation(part: str) -> str:
    """Of a part: "Jilid II", "jil. 2" and "2" are one designation, its number; so are "al-juzʼ al-thānī" and "juzʼ 2",
    and "43071-C1" is what it says.
    """
    said = [word for word in title_words(part) if word != _ARABIC_ARTICLE]
    words = [word for word in said if word not in PART_WORDS] or said[1:][-1:]  # the "v" of "Bd. V" is its number
    values = [number_in_word(word) for word in words]
    return " ".join(values) if all(values) else " ".join(words)


def names_only_a_part(words: tuple[str, ...]) -> bool:
    """Whether nothing but a numbered part is named: "Bd. I/2", "volume 2"; not "Part two: the war"."""
    return len(words) > 1 and words[0] in PART_WORDS and all(map(_PART_NUMBER.fullmatch, words[1:]))


def numbers_of_part(words: tuple[str, ...]) -> str:
    """The numbers of words that name nothing but a part, "jilid 2", "buku kedua", "kelas 8 semester 1"; "" if they say
    more, or name several: "vol. I-III".
    """
    if not _NAMES_A_PART.fullmatch("".join("w" if word in PART_WORDS else "n" for word in words)):
        return ""
    numbers = [number_in_word(word) for word in words if word not in PART_WORDS]
    return " ".join(numbers) if all(numbers) else ""
