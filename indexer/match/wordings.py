"""Words by which two titles that look alike are two, and that look different are one."""

from collections.abc import Iterable
from itertools import pairwise, takewhile

from indexer.match.features import Features
from indexer.match.own_words import all_words
from indexer.match.spellings import in_one_spelling
from indexer.match.titles import telling_words
from indexer.match.words import word_list

_LANGUAGES = word_list("language_names")
# What comes out beside a book, under its title and with its people.
_COMPANIONS = word_list("companions")
_WITH = word_list("with_words")
_AND = frozenset({"dan", "and", "und", "en", "et"})
_LEVELS = word_list("levels")
_PERIODICALS = word_list("periodicals")
_REGIONS = word_list("regions")
_HARDLY_MORE = 2
# The last Latin letter; what follows are Greek, Cyrillic, Arabic, Han …
_LAST_LATIN = "\u036f"


def languages_swapped(one: Features, other: Features) -> bool:
    """Whether both name the same languages in another order, as "Kamus Inggris-Indonesia" and "Indonesia-Inggris"."""
    mine, yours = _languages(one), _languages(other)
    return mine != yours and sorted(mine) == sorted(yours)


def _languages(features: Features) -> list[str]:
    return [word for word in telling_words(features.title + features.subtitle) if word in _LANGUAGES]


def accompanies(one: Features, other: Features) -> bool:
    """Whether one is what comes out beside the other: its teacher's book, its key, its exercises; not what is "with
    exercises", or has as many pages.
    """
    if one.pages[:1] == other.pages[:1] != ():
        return False
    mine, yours = (each.title + each.subtitle for each in (one, other))
    return not _companions(mine).issubset(yours) or not _companions(yours).issubset(mine)


def _companions(words: tuple[str, ...]) -> set[str]:
    """The words that name what comes out beside a book; none that say what it holds besides its text: "Physik, mit
    Lösungen", "Teori dan soal".
    """
    if _COMPANIONS.isdisjoint(words):
        return set()
    own = tuple(takewhile(_is_no_with, words))
    return {word for before, word in pairwise(("", *own)) if word in _COMPANIONS and before not in _AND}


def _is_no_with(word: str) -> bool:
    return word not in _WITH


def is_an_issue(one: Features, other: Features) -> bool:
    """Whether they bear one title that a periodical has, and one alone says more: an issue's theme, in lists that count
    issues among the books ("Jurnal konstitusi", "Jurnal konstitusi : pemilihan umum"). Pages tell it better.
    """
    if one.title != other.title or bool(one.subtitle) == bool(other.subtitle) or (one.pages and other.pages):
        return False
    return one.type == other.type == "book" and one.title[0] in _PERIODICALS


def is_another_serial(one: Features, other: Features) -> bool:
    """Whether one serial is called like the other and by a word more, which isn't its publisher's or its editor's:
    "Labor productivity", "Labor productivity in mining".
    """
    if not one.type == other.type == "serial" or one.title == other.title or one.identifiers & other.identifiers:
        return False
    shorter, longer = sorted((one, other), key=lambda each: len(each.title + each.subtitle))
    known = all_words(shorter).union(shorter.publishers, longer.publishers, *shorter.creators, *longer.creators)
    return not {*in_one_spelling(tuple(known))}.issuperset(in_one_spelling(telling_words(longer.title)))


def is_of_another_level(one: Features, other: Features) -> bool:
    """Whether one alone names a level, in its title: "Akuntansi keuangan", "Akuntansi keuangan lanjutan"."""
    mine, yours = _LEVELS.intersection(one.title), _LEVELS.intersection(other.title)
    if bool(mine) == bool(yours):
        return False
    return _LEVELS.isdisjoint(other.subtitle if mine else one.subtitle)


def is_of_another_region(one: Features, other: Features) -> bool:
    """Whether one alone names a side of a place, and hardly more: the towns of Hampton and North Hampton."""
    mine, yours = (each.subtitle if one.title == other.title else each.title for each in (one, other))
    regions = _REGIONS.intersection(mine) ^ _REGIONS.intersection(yours)
    if not regions or not mine or not yours or abs(len(mine) - len(yours)) > _HARDLY_MORE:
        return False
    return not all(regions <= all_words(each) for each in (one, other))


def written_apart(these: Iterable[str], those: Iterable[str]) -> bool:
    """Whether the words of one side are in Latin letters and those of the other aren't, so that nothing can be said."""
    mine, yours = ({word[:1] > _LAST_LATIN for word in words if not word.isdigit()} for words in (these, those))
    return bool(mine) and bool(yours) and mine.isdisjoint(yours)
