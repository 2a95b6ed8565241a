"""What one thing a searched word is: a token, somebody's initials, the beginning of a CJK token."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from discovery.analysis.added_forms import initials
from discovery.analysis.articles import is_article
from discovery.analysis.tokens import is_cjk, query_tokens, words
from discovery.search.fields import StemLanguage
from discovery.search.numerals import other_numeral

# Which languages' stems a word can have tells its script; Latin ones in the order of their use in the catalogues.
_LATIN: tuple[StemLanguage, ...] = ("id", "en", "nl", "de", "fr", "es", "pt")
_STEMMED_SCRIPTS: tuple[tuple[range, tuple[StemLanguage, ...]], ...] = (
    (range(0x0041, 0x0250), _LATIN),
    (range(0x0400, 0x0530), ("ru",)),
    (range(0x0600, 0x0700), ("ar",)),
)
_SHORTEST_STEMMED = 3


@dataclass(frozen=True, slots=True)
class Unit:
    """A token to look up. `written` is the word as typed, for the stemmers, or "" where it has no stem.

    `letters` are the single letters that initials stand for: "aa" may be catalogued as "A. A.". `article` is the one
    before it, which may be written together with it or not at all: "al" of "al-Ghazālī". `numeral`
    is what a number behind another word may also be written as: "ii" of "world war 2".
    """

    token: str
    written: str = ""
    letters: tuple[str, ...] = ()
    article: str = ""
    numeral: str = ""

    @property
    def is_beginning(self) -> bool:
        """One CJK character alone: the index holds it as the beginning of a pair."""
        return len(self.token) == 1 and is_cjk(self.token)

    @property
    def languages(self) -> tuple[StemLanguage, ...]:
        """The languages whose stems this word may have, by its script."""
        if len(self.written) < _SHORTEST_STEMMED:
            return ()
        code = ord(self.token[0])
        return next((languages for script, languages in _STEMMED_SCRIPTS if code in script), ())


def units(typed: Sequence[str]) -> list[Unit]:
    """The units of some words, in their order, repetitions included."""
    single = [unit for word in typed for unit in _units_of(word)]
    found: list[Unit] = []
    for is_letter, run in groupby(single, key=lambda unit: len(unit.token) == 1 and unit.token.isalpha()):
        members = list(run)
        glued = initials([unit.token for unit in members]) if is_letter else []
        letters = tuple(dict.fromkeys(unit.token for unit in members))
        found += [Unit(token, letters=letters) for token in glued] or members
    return found[:1] + [_numbered(unit) for unit in found[1:]]


def with_articles(found: Sequence[Unit]) -> tuple[list[Unit], list[Unit]]:
    """The units that count, articles joined to the words they stand before, and the articles by themselves."""
    counting: list[Unit] = []
    articles: list[Unit] = []
    for unit in found:
        before = counting[-1] if counting else None
        if before is not None and not before.article and is_article(before.token, unit.token):
            articles.append(counting.pop())
            counting.append(replace(unit, article=before.token))
        else:
            counting.append(unit)
    return counting, articles


def _numbered(unit: Unit) -> Unit:
    numeral = other_numeral(unit.token)
    return replace(unit, numeral=numeral) if numeral else unit


def _units_of(word: str) -> Iterator[Unit]:
    written = words(word)
    found = query_tokens(word)
    if len(written) == len(found):
        yield from map(Unit, found, written)
    else:
        yield from map(Unit, found)
