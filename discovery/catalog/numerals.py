"""Roman numerals, as title pages date themselves and sets count their volumes, and numbers in Indonesian words."""

from collections.abc import Sequence
from typing import Final

# From nought to ten, by their numbers.
INDONESIAN_NUMBERS: Final = (
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh",
)  # fmt: skip
# What a number is put together from, with what has room behind it: after "dua puluh" a unit, after "sebelas" nothing.
_WHOLE: Final = {"sepuluh": (10, 1), "sebelas": (11, 1), "seratus": (100, 100), "seribu": (1000, 1000)}
_TIMES: Final = {"puluh": 10, "ratus": 100, "ribu": 1000}

_VALUES = {"m": 1000, "d": 500, "c": 100, "l": 50, "x": 10, "v": 5, "i": 1}


def roman_number(numerals: str) -> int:
    """The number that they spell, in capitals or not: "MCMLXXXV", "M.DCC.XL.", "iv"; other signs are passed over."""
    values = [_VALUES[letter] for letter in numerals.lower() if letter in _VALUES]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


def _parts() -> dict[tuple[str, ...], tuple[int, int]]:
    parts: dict[tuple[str, ...], tuple[int, int]] = {(word,): part for word, part in _WHOLE.items()}
    for number, unit in enumerate(INDONESIAN_NUMBERS[1:10], 1):
        parts[(unit,)] = (number, 1)
        for words in ((unit, "belas"), (f"{unit}belas",)):
            parts[words] = (10 + number, 1)
        for word, times in _TIMES.items():
            for words in ((unit, word), (f"{unit}{word}",)):
                parts[words] = (number * times, times)
    return parts


_PARTS: Final = _parts()
_BEGINNINGS: Final = frozenset([words[0] for words in _PARTS])


def with_digits(words: Sequence[str]) -> tuple[str, ...]:
    """Folded words with Indonesian numbers in digits: "kisah dua puluh lima nabi" is "kisah 25 nabi"."""
    if _BEGINNINGS.isdisjoint(words):
        return tuple(words)
    found: list[str] = []
    place = 0
    while place < len(words):
        number, size = _number_at(words, place)
        found.append(str(number) if size else words[place])
        place += size or 1
    return tuple(found)


def _number_at(words: Sequence[str], start: int) -> tuple[int, int]:
    """The number that begins there, and how many words it takes: none where no number does.

    Each part is smaller than the last has room for: "seribu satu" is 1001, "satu dua tiga" are three numbers.
    """
    number, place, room = 0, start, 10_000
    while True:
        size = 2 if tuple(words[place : place + 2]) in _PARTS else 1
        value, behind = _PARTS.get(tuple(words[place : place + size]), (room, 0))
        if value >= room:
            return number, place - start
        number, place, room = number + value, place + size, behind
