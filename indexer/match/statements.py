"""What statements of edition say in numbers, however they are worded, and which words are numbers."""

import re
from functools import lru_cache
from itertools import pairwise
from typing import Final

from discovery.analysis.fold import fold
from discovery.catalog.numerals import roman_number
from indexer.match.titles import title_words
from indexer.match.words import first_forms, word_list

_NUMBER: Final = re.compile(r"\d+")
_ROMAN: Final = re.compile(r"(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})")
_WORD_NUMBERS: Final = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "kesatu": 1,
    "pertama": 1,
    "kedua": 2,
    "ketiga": 3,
    "keempat": 4,
    "kelima": 5,
    "keenam": 6,
    "ketujuh": 7,
    "kedelapan": 8,
    "kesembilan": 9,
    "kesepuluh": 10,
    "zweite": 2,
    "dritte": 3,
    "vierte": 4,
    "funfte": 5,
    "deuxieme": 2,
    "troisieme": 3,
    "quatrieme": 4,
    "tweede": 2,
    "derde": 3,
    "vierde": 4,
    "vijfde": 5,
    # As editions are counted, "al-Ṭabʻah al-thāniyah", romanised and not.
    "ula": 1,
    "thaniyah": 2,
    "thalithah": 3,
    "rabiah": 4,
    "khamisah": 5,
    "sadisah": 6,
    "sabiah": 7,
    "thaminah": 8,
    "tasiah": 9,
    "ashirah": 10,
    "الاولي": 1,
    "الثانيه": 2,
    "الثالثه": 3,
    "الرابعه": 4,
    "الخامسه": 5,
    "السادسه": 6,
    "السابعه": 7,
    "الثامنه": 8,
    "التاسعه": 9,
    "العاشره": 10,
    # As volumes are.
    "الاول": 1,
    "الثاني": 2,
    "الثالث": 3,
    "الرابع": 4,
    "الخامس": 5,
    "السادس": 6,
    "السابع": 7,
    "الثامن": 8,
    "التاسع": 9,
    "العاشر": 10,
    "awwal": 1,
    "thani": 2,
    "thalith": 3,
    "rabi": 4,
    "khamis": 5,
    "sadis": 6,
    "sabi": 7,
    "thamin": 8,
    "tasi": 9,
    "ashir": 10,
}
EDITION_NUMBERS: Final = first_forms("ordinals") | {word: str(number) for word, number in _WORD_NUMBERS.items()}
# What stands before a Roman numeral of one letter: "Ed. V", "Edisi revisi V"; "hrsg. v. Müller" counts nothing.
_EDITION_WORDS: Final = frozenset({"ed", "edisi", "edition", "rev", "revisi", "ke", "tabah"})
_STATEMENT_WORDS: Final = word_list("title_fillers") | {"ed", "edisi", "edition", "editie", "ausgabe", "ausg", "print"}
_YEARS: Final = range(1400, 2100)
# "al-thāniyah ʻasharah" is the twelfth.
_TEEN: Final = frozenset({"asharah", "عشره"})
_EDITION_KINDS: Final = {
    "revised": "rev", "rev": "rev", "revisi": "rev", "enlarged": "enl", "enl": "enl",
    "international": "int", "student": "stu", "teacher": "tea", "teachers": "tea",
}  # fmt: skip
# What counts printings: the text is the same.
_PRINTINGS_BEFORE_NUMBER: Final = ("cet",)
_ORDINAL_PREFIXES: Final = frozenset({"ke"})
_PRINTINGS: Final = (*_PRINTINGS_BEFORE_NUMBER, "print", "impress", "repr", "thousand")
# Makes of a text that are editions of their own, wherever a cataloguer says it; each with letters that its pattern
# needs, which few statements have, and which are found in a tenth of the time.
_FORMS: Final = (
    (
        "large print",
        ("large", "huruf", "cetak", "gro"),
        re.compile(r"\blarge[ -]?(?:print|type)|huruf besar|cetak(?:an)? besar|gro(?:ss|ß)druck"),
    ),
    ("braille", ("braille",), re.compile(r"\bbraille\b")),
    ("kit", ("kit", "paket"), re.compile(r"\bkits?\b|\b\d+ paket\b")),
    (
        "abridged",
        ("abridged", "ringkas", "verkort", "abrege", "gekurzt"),
        re.compile(r"(?<!un)abridged|\bringkas|\bverkort|\babrege|gekurzt"),
    ),
    ("facsimile", ("facsim", "faksimile"), re.compile(r"\bfacsim(?:ile|\.)? (?:ed|repr)|\bfaksimile")),
)


def number_in_word(word: str) -> str:
    """The number that a word says in digits, Roman numerals up to 39, or letters; "" if none."""
    if word.isdigit():
        return str(int(word))
    if word in _WORD_NUMBERS:
        return str(_WORD_NUMBERS[word])
    return roman_in_word(word)


def roman_in_word(word: str) -> str:
    """The number that a Roman numeral up to 39 says, in digits; "" if the word is none."""
    return str(roman_number(word)) if _ROMAN.fullmatch(word) else ""


@lru_cache(maxsize=8_192)
def edition_marks(statement: str) -> frozenset[str]:
    """Numbers, years and kinds of edition ("2", "1987", "rev"); a count of printings is none, and their year."""
    if not statement:
        return frozenset()
    words = title_words(fold(statement))
    printed = any(word.startswith(_PRINTINGS) for word in words)
    if printed:
        words = _without_printings(words)
    figures = {int(found[0]) for word in words if (found := _NUMBER.match(word)) and len(found[0]) < 5}
    numbers = {str(figure) for figure in figures if figure < 1000 or (figure in _YEARS and not printed)}
    ten = 0 if _TEEN.isdisjoint(words) else 10
    named = {str(int(EDITION_NUMBERS[word]) + ten) for word in words if word in EDITION_NUMBERS}
    kinds = {_EDITION_KINDS[word] for word in words if word in _EDITION_KINDS}
    return frozenset(numbers | named | _roman_numbers(words) | kinds)


def edition_names(statement: str) -> frozenset[str]:
    """The words of a serial's statement of edition, which tell its editions of places and languages from each other:
    "Vermont edition", "Edisi Surabaya".
    """
    return frozenset(title_words(statement)) - _STATEMENT_WORDS if statement else frozenset()


def _roman_numbers(words: tuple[str, ...]) -> set[str]:
    """The numbers of "Ed. II" and "Edisi revisi V"; not of "i.e."."""
    numerals = (word for before, word in pairwise(("", *words)) if len(word) > 1 or before in _EDITION_WORDS)
    return {number for word in numerals if (number := roman_in_word(word)) and number != "1"}


def _without_printings(words: tuple[str, ...]) -> tuple[str, ...]:
    """The rest of a statement: "2d ed., 3rd printing" is a second edition, "Cet. 2" says nothing of one.

    An English number precedes its noun, an Indonesian one follows it.
    """
    kept: list[str] = []
    following = False
    for word in words:
        if word.startswith(_PRINTINGS):
            following = word.startswith(_PRINTINGS_BEFORE_NUMBER)
            if not following and kept and _counts(kept[-1]):
                kept.pop()
        elif following and (word in _ORDINAL_PREFIXES or _counts(word)):
            continue
        else:
            kept.append(word)
            following = False
    return tuple(kept)


def _counts(word: str) -> bool:
    return word in _WORD_NUMBERS or bool(_NUMBER.match(word)) or bool(roman_in_word(word))


@lru_cache(maxsize=8_192)
def forms_said(edition: str, extent: str) -> frozenset[str]:
    """Which forms of their own (large print, braille, kit …) the statements of edition and extent name."""
    said = f"{edition} {extent.partition('+')[0]}".casefold()
    return frozenset(
        [form for form, needed, pattern in _FORMS if any(each in said for each in needed) and pattern.search(said)]
    )
