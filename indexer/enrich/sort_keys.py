"""Filing keys: one folded string that sorts as a card catalogue would, the same on every engine."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from discovery.analysis.filing import numbers_by_size
from discovery.analysis.fold import fold, marks
from discovery.catalog.record import Title

KEY_LENGTH: Final = 120

# Articles, folded, by language. Indonesian and its neighbours have none: "Sang" and "Si" are part of the title.
_ARTICLES: Final[dict[str, frozenset[str]]] = {
    "en": frozenset({"the", "a", "an"}),
    "nl": frozenset({"de", "het", "een", "t", "n"}),
    "de": frozenset({"der", "die", "das", "ein", "eine", "den", "dem", "des", "einer", "eines", "einem", "einen"}),
    "fr": frozenset({"le", "la", "les", "l", "un", "une", "des", "du"}),
    "es": frozenset({"el", "la", "los", "las", "lo", "un", "una", "unos", "unas"}),
    "pt": frozenset({"o", "a", "os", "as", "um", "uma", "uns", "umas"}),
    "it": frozenset({"il", "lo", "la", "i", "gli", "le", "l", "gl", "un", "uno", "una"}),
    "ca": frozenset({"el", "la", "els", "les", "l", "un", "una", "en"}),
    "ro": frozenset({"un", "o"}),
    "sv": frozenset({"en", "ett", "den", "det", "de"}),
    "da": frozenset({"en", "et", "den", "det", "de"}),
    "nb": frozenset({"en", "et", "ei", "den", "det", "de"}),
    "af": frozenset({"die", "n"}),
    "hu": frozenset({"a", "az", "egy"}),
    "cy": frozenset({"y", "yr"}),
    "ga": frozenset({"an", "na"}),
    "gd": frozenset({"an", "na", "am", "a"}),
    "el": frozenset({"ο", "η", "το", "οι", "τα", "ho", "he", "to", "hoi", "ta", "o", "i"}),
    "ar": frozenset({"al", "el", "ال", "as", "at", "ar", "an", "ad", "az", "ash"}),
    "fa": frozenset({"al", "ال"}),
    "ur": frozenset({"al", "ال"}),
    "he": frozenset({"ha", "he", "ה"}),
    "yi": frozenset({"der", "di", "dos", "a", "an", "דער", "די", "דאס", "א", "אן"}),
    "is": frozenset({"hinn", "hin", "hid"}),
    "eo": frozenset({"la"}),
    "mt": frozenset({"il", "l"}),
}  # fmt: skip
_ANY_ARTICLE: Final = frozenset().union(*_ARTICLES.values())
_ENGLISH_BUT_A: Final = _ARTICLES["en"] - {"a"}
_NO_ARTICLES: Final = frozenset({"id", "ms", "jv", "su", "min", "ace", "ban", "bug", "mad"})
# Beyond doubt even where the indicator is 0, as it is in most files typed without a thought for it.
_BEYOND_DOUBT: Final = {"en": ("The ",), "de": ("Der ", "Das "), "ar": ("al-", "Al-"), "nl": ("Het ",)}
_BREAKS: Final = re.compile(rf"(?:[^\w{marks()}]|_)+")


@lru_cache(maxsize=65_536)
def _folded(word: str) -> str:
    """The word folded, punctuation as blanks, digits filled."""
    folded = fold(word)
    return numbers_by_size(folded if folded.isalnum() else _BREAKS.sub(" ", folded).strip())


@lru_cache(maxsize=1024)
def _bare(words: str) -> str:
    return _BREAKS.sub("", fold(words))


def filing_key(text: str) -> str:
    """`text` as it files: folded, marks and punctuation gone, numbers filled with zeros, at most 120 characters.

    A text of punctuation alone ("!!!") files as itself.
    """
    key = " ".join([folded for word in text.split() if (folded := _folded(word))])
    return key[:KEY_LENGTH] if key else text.strip()[:KEY_LENGTH]


def filed(title: Title, languages: Iterable[str]) -> tuple[str, int]:
    """Where a title files, without its initial article, with its subtitle and its parts in their order; and how many
    of its first characters are passed over: those that were counted, or an article where nothing was.

    The non-filing count of 245 is a guess as often as not, so it is believed only where what it skips is an article
    of some language: https://www.loc.gov/marc/bibliographic/bd245.html (second indicator).
    """
    skipped = _article_length(title.main, title.nonfiling, tuple(languages))
    first, then = title.parts[: title.leading], title.parts[title.leading :]
    key = filing_key(" ".join((title.main[skipped:], *first, title.subtitle, *then)))
    return key, title.nonfiling or skipped


def _article_length(main: str, count: int, languages: tuple[str, ...]) -> int:
    """How many of the title's first characters are an article and what belongs to it."""
    if 0 < count < len(main):
        article = _bare(main[:count])
        articles = _ANY_ARTICLE if _NO_ARTICLES.isdisjoint(languages) else _ENGLISH_BUT_A
        if article in articles or not article:
            return count
    for language in languages:
        for article in _BEYOND_DOUBT.get(language, ()):
            if main.startswith(article) and len(main) > len(article):
                return len(article)
    return 0
