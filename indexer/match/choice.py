"""Which of several members' values a union record shows, by stated rules."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

from discovery.analysis.tokens import tokens

T = TypeVar("T")

# Share of capitals among the letters from which a text counts as typed in capitals throughout.
_CAPITALS = 0.95


def same_text(text: str) -> str:
    """What two ways of writing one text share: its folded words without punctuation."""
    return " ".join(tokens(text))


def is_all_capitals(text: str) -> bool:
    """Whether a text was typed in capitals, as old systems did: nobody wants to read that."""
    letters = [letter for letter in text if letter.lower() != letter.upper()]
    return len(letters) > 3 and sum(letter.isupper() for letter in letters) >= _CAPITALS * len(letters)


def most_agreed(values: Sequence[T], key: Callable[[T], Hashable], is_poor: Callable[[T], bool]) -> T | None:
    """The value that most members share, the earliest among equals; of its forms the first that isn't poor.

    `values` come from the fullest member first. None where there are none.
    """
    groups: dict[Hashable, list[T]] = {}
    for value in values:
        groups.setdefault(key(value), []).append(value)
    if not groups:
        return None
    best = max(groups.values(), key=len)
    return next((value for value in best if not is_poor(value)), best[0])


def agreed_text(texts: Iterable[str]) -> str:
    """The text that most members have, however they write it."""
    given = [text for text in texts if text]
    return most_agreed(given, same_text, is_all_capitals) or ""


def united(values: Iterable[T], key: Callable[[T], Hashable]) -> tuple[T, ...]:
    """Each value once, in the order in which it first came."""
    kept: dict[Hashable, T] = {}
    for value in values:
        kept.setdefault(key(value), value)
    return tuple(kept.values())
