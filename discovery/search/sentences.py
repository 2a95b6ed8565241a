"""More than a few words: which of them tell what they are about, and how many of those must match."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from discovery.analysis.function_words import QUESTION_WORDS, function_words
from discovery.analysis.tokens import is_cjk
from discovery.search import weights
from discovery.search.designations import designations
from discovery.search.units import Unit, units, with_articles


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words that tell something, of which `least` must match, and the others, which only add a little; `which` are
    those that say which one of several is meant ("jilid 2") and add more.

    Of `are_keywords` each that a record has counts, however seldom it stands there.
    """

    telling: tuple[Unit, ...]
    others: tuple[Unit, ...]
    which: tuple[Unit, ...]
    least: int
    are_keywords: bool


def as_sentence(counted: Counter[Unit]) -> Sentence | None:
    """The words read as a sentence; None for a title, a name or a few keywords, each of which was meant.

    Where there are only function words ("To be or not to be, that is it") each of them tells.
    """
    if len(counted) <= weights.MOST_WORDS_ALL_MEANT:
        return None
    telling, others, which = by_telling(counted)
    least = weights.required(len(telling), is_question=_is_question(counted))
    return Sentence(telling, others, which, least, _are_keywords(counted, telling))


def are_enough(words: Sequence[str], nowhere: Collection[str]) -> bool:
    """Whether a search for some words may find anything where no record has these of them, folded."""
    counted = Counter(with_articles(units(words))[0])
    sentence = as_sentence(counted)
    telling, least = (sentence.telling, sentence.least) if sentence else (tuple(counted), len(counted))
    return sum(unit.token not in nowhere for unit in telling) >= least


def any_word(counted: Counter[Unit]) -> Sentence:
    """The words where any that tells something will do; somebody's initials alone don't ("R.A. Kosasih")."""
    telling, others, which = by_telling(counted)
    words = tuple(unit for unit in telling if not (unit.letters or is_lone_letter(unit.token))) or telling
    rest = (*others, *(unit for unit in telling if unit not in words))
    return Sentence(words, rest, which, 1, _are_keywords(counted, words))


def is_lone_letter(token: str) -> bool:
    """Whether a folded token is one letter, of a script in which that is no word."""
    return len(token) == 1 and token.isalpha() and not is_cjk(token)


def by_telling(counted: Counter[Unit]) -> tuple[tuple[Unit, ...], tuple[Unit, ...], tuple[Unit, ...]]:
    """The different words that tell something, all of them where none does, the others, and what says which one."""
    designating = designations([unit.token for unit in counted])
    content = tuple(unit for unit in counted if unit.token not in function_words())
    telling = tuple(unit for unit in content if unit.token not in designating)
    if not telling:
        telling = content or tuple(counted)
        return telling, tuple(unit for unit in counted if unit not in telling), ()
    which = tuple(unit for unit in content if unit.token in designating)
    return telling, tuple(unit for unit in counted if unit not in content), which


def _is_question(counted: Counter[Unit]) -> bool:
    return any(unit.token in QUESTION_WORDS for unit in counted)


def _are_keywords(counted: Counter[Unit], telling: Sequence[Unit]) -> bool:
    return len(telling) <= weights.MOST_KEYWORDS and not _is_question(counted)
