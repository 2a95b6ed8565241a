"""ISBD punctuation: the marks a cataloguer writes between elements, which belong to no element.

AACR2 and RDA records carry the mark that introduces the next element at the end of the one before it
("Bumi manusia :", "Hasta Mitra,"): https://www.loc.gov/marc/bibliographic/bd245.html, "Punctuation".
"""

import re
from functools import lru_cache
from typing import Final

# Words that own their final full stop. A degree or an initial ("S.H.", "J.") is known by its shape instead.
ABBREVIATIONS: Final = frozenset(
    {
        "al", "approx", "arr", "assoc", "bros", "ca", "cet", "cie", "co", "comp", "corp", "dept", "dkk", "dll", "dr",
        "dra", "drs", "dst", "ed", "eds", "enl", "etc", "fl", "geb", "hal", "hlm", "ill", "inc", "intl", "ir", "jil",
        "jr", "kl", "ltd", "mfg", "nr", "pp", "prof", "pub", "rev", "soc", "sr", "st", "tbk", "univ", "usw", "verb",
        "verm", "vol", "vols",
    }
)  # fmt: skip
_MARKS: Final = " /:;=,،؛"
# What older records write between ISBD's areas: "Buku grafik. -". A dash behind a year is a date's open end.
_AREA: Final = (". -", ". –", ". —")
_BRACKETS: Final = re.compile(r"[\[\]]")


def _keeps_final_stop(text: str) -> bool:
    """Whether the full stop that ends `text` is part of its last word: "et al.", "S.H.", "Pramoedya A." or "..."."""
    return _owns_stop(text[:-1].rpartition(" ")[2])


@lru_cache(maxsize=16_384)
def _owns_stop(word: str) -> bool:
    word = word.lstrip("([\"'")
    if not word or word.endswith("."):
        return bool(word)
    if word[-1] in ")]":
        return False  # "National Research Council (U.S.).", "[2nd ed.].": a word's own stop stands within the bracket
    if "." in word:
        # "Ph.D.", "M.Si.": short groups; "http://example.org." or "www.x.id." isn't an abbreviation.
        return max(map(len, word.split("."))) <= 3
    if len(word) == 1:
        return word.isupper()
    tail = word.rpartition("-")[2]
    return (len(tail) == 1 and tail.isupper()) or word.casefold() in ABBREVIATIONS


def trim_isbd(text: str) -> str:
    """`text` without surrounding blanks and the ISBD marks after it; an abbreviation keeps its full stop.

    "Bumi manusia /" and "Bumi manusia. -" → "Bumi manusia"; "2nd ed." and "King, Martin Luther, Jr." stay.
    """
    text = text.strip()
    if not text or text[-1].isalnum():
        return text
    while text and not text[-1].isalnum():
        if text[-1] in _MARKS or (text[-1] == "." and not _keeps_final_stop(text)) or text.endswith(_AREA):
            text = text[:-1].rstrip()
        else:
            break
    return text


def trim_leading_isbd(text: str) -> str:
    """`text` without the ISBD marks before it ("= English title", ": roman")."""
    return text.lstrip(" /:;=,.،؛") if text and text[0] in " /:;=,.،؛" and not text.startswith("..") else text


def trim_brackets(text: str) -> str:
    """`text` without the square brackets that say "supplied by the cataloguer": "[Jakarta]" → "Jakarta"."""
    if "[" not in text and "]" not in text:
        return text
    return _BRACKETS.sub("", text).strip()


def trim_date(text: str) -> str:
    """A date without the ISBD marks after it, and with whole brackets: "[1980." → "[1980]"; "1980]" → "1980"."""
    date = trim_isbd(text)
    opened, closed = date.count("["), date.count("]")
    return date + "]" if opened > closed else date.strip("]") if closed > opened == 0 else date
