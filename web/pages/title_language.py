"""The language that a title is marked with, for the voice that reads it out."""

import unicodedata
from functools import lru_cache

from babel.core import get_global

from discovery.catalog.record import Description

# Several languages, none, and an unknown one: no voice speaks them.
_VOICELESS = frozenset({"mul", "und", "zxx"})


def title_language(description: Description) -> str:
    """The first language, where the title is in its script; "" for a romanised one, which a voice would read wrongly.

    A catalogue of romanised titles need not have their own script beside them.
    """
    title, languages = description.title, description.languages
    if title.original or not languages or languages[0] in _VOICELESS:
        return ""
    return languages[0] if _is_latin(title.full) == _is_written_in_latin(languages[0]) else ""


def _is_latin(text: str) -> bool:
    """Whether most of its letters are Latin; of a text without letters, yes."""
    letters = [each for each in text if each.isalpha()]
    latin = sum(each.isascii() or unicodedata.name(each, "").startswith("LATIN") for each in letters)
    return latin * 2 >= len(letters)


@lru_cache(maxsize=512)
def _is_written_in_latin(language: str) -> bool:
    """By CLDR's likely subtags ("ar" is ar_Arab_EG); what they don't list is taken for written in Latin letters."""
    likely: str = get_global("likely_subtags").get(language, "")
    scripts = [part for part in likely.split("_")[1:] if len(part) == 4]
    return scripts in ([], ["Latn"])
