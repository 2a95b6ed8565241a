"""Where a folded heading stands in an alphabetical list, and a call number on the shelf.

Both engines compare keys character by character. In most scripts that is the order of the alphabet already; what
differs is moved here. Folding comes first, so letters with accents stand with their plain ones.
"""

import re
from functools import lru_cache
from itertools import pairwise
from typing import Final

from discovery.analysis.tokens import exact_key

# Numbers by their size: "Jilid 2" before "Jilid 10". Longer ones stay as they are.
_DIGITS: Final = 6
_NUMBER: Final = re.compile(r"\d+")
# Letters of the Cyrillic and Arabic scripts that Unicode put behind the basic alphabet, each after the letter it
# follows in the Unicode Collation Algorithm's table (Ukrainian, Serbian, Persian, Urdu, Jawi):
# https://www.unicode.org/charts/collation/
_ALPHABETS: Final = (
    "гґ", "дђ", "еє", "зѕ", "иіј", "лљ", "нњ", "тћ", "уў", "цџ", "ьѣ",
    "بپ", "تٹ", "جچ", "دڈ", "رڑ", "زژ", "عڠ", "فڤڥ", "كکݢګگڬ", "لڵ", "نںڽڻ", "وۏۆ", "يے",
)  # fmt: skip
# Sorts behind every letter that may follow the one before it.
_AFTER: Final = 0xF8F0

# "899.221", "2X4.1", "20.5" (a spreadsheet took its zero): a class number by decimals, which Dewey's own tables part
# after every third ("297.122 404").
_DEWEY: Final = re.compile(
    r"^(2[Xx]\d?|\d{1,3})(?!\d)(?:['’′/]?[.,]((?:\d{3} )+\d{1,3}(?![\d.,:/-])|\d[\d'’′/]*))?",
)
# "QA76.9", "PL 5089", "R 297.1": letters, then a number by its size, then its decimals.
_LETTERS_AND_NUMBER: Final = re.compile(r"^([A-Za-z]{1,4})[ .]?(\d{1,5})(?!\d)(?:\.(\d+))?")
_REST: Final = re.compile(r"[^\W\d_]+\d+|[^\W\d_]+|\d+")
# A cutter is read as decimals: "B34" before "B4". These say that what they are written with is counted: "jil2", "ed10".
_COUNTED: Final = frozenset({"vol", "jil", "jilid", "cop", "copy", "ed", "no", "pt", "bd", "ke", "eks"})
_LETTERS: Final = re.compile(r"^([^\W\d_]+)(\d+)$")
_DIGIT: Final = re.compile(r"\d")
# In ASCII digits are looked for in bytes: an expression takes twice the time.
_ZERO: Final = ord("0")
_DIGITS_ALIKE: Final = bytes(_ZERO if code in b"0123456789" else ord(" ") for code in range(256))
# Where a class number may be cut short, marked in Dewey's own schedules and on cards: "899'.2213/2"; and the blanks.
_SEGMENTS: Final = re.compile(r"['’′/ ]")


def _moved() -> dict[int, str]:
    moved: dict[int, str] = {}
    for group in _ALPHABETS:
        for place, (_, letter) in enumerate(pairwise(group)):
            moved[ord(letter)] = f"{group[0]}{chr(_AFTER + place)}"
    return moved


_MOVED: Final = _moved()


def list_key(folded: str) -> str:
    """The place of a folded heading in its list; the same for what a reader types."""
    return numbers_by_size(folded if folded.isascii() else folded.translate(_MOVED))


def numbers_by_size(folded: str) -> str:
    """A folded text with its numbers filled, as the order of titles has them (`indexer.enrich.sort_keys`)."""
    if folded.isascii():
        if _ZERO not in folded.encode().translate(_DIGITS_ALIKE):
            return folded
        return " ".join([word if word.isalpha() else _by_size(word) for word in folded.split(" ")])
    return _NUMBER.sub(_filled, folded) if _DIGIT.search(folded) else folded


def _by_size(word: str) -> str:
    return word.zfill(_DIGITS) if word.isdigit() else _NUMBER.sub(_filled, word)


def _filled(number: re.Match[str]) -> str:
    return number[0].zfill(_DIGITS)


@lru_cache(maxsize=8_192)
def shelf_key(number: str) -> str:
    """The place of a call number on its shelf, from the number as it is written.

    Dewey, UDC and NDC by decimals, LC and letters of a local scheme with their numbers by size, cutters by decimals,
    volumes and copies by size. 2X, where Indonesian libraries class Islam, stands at the end of religion. What has
    none of these forms files as text.
    """
    bare = number.strip()
    match = _DEWEY.match(bare)
    if match:
        head, decimals = match[1].lower(), match[2]
        head = head.zfill(3) if head.isdigit() else head
        if decimals and not decimals.isdigit():
            decimals = _SEGMENTS.sub("", decimals)
    else:
        match = _LETTERS_AND_NUMBER.match(bare)
        if not match:
            return list_key(exact_key(bare))
        head, decimals = f"{match[1].lower()} {match[2]:0>5}", match[3]
    # A blank sorts before a point, and that before any digit: 330, then 330.1, then 330.15.
    first = f"{head}.{decimals}" if decimals else head
    rest = exact_key(bare[match.end() :])
    if _DIGIT.search(rest):
        rest = " ".join(map(_part, _REST.findall(rest)))
    return f"{first} {rest}" if rest else first


def _part(part: str) -> str:
    """Standing alone a number counts; behind letters it is a cutter's decimals, unless they say that it counts."""
    if part.isdigit():
        return part.zfill(_DIGITS)
    match = _LETTERS.match(part)
    return f"{match[1]} {match[2].zfill(_DIGITS)}" if match and match[1] in _COUNTED else part
