"""Roman numerals, as title pages date themselves and sets count their volumes, and numbers in Indonesian words."""

from typing import Final

# From nought to ten, by their numbers.
INDONESIAN_NUMBERS: Final = (
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh",
)  # fmt: skip

_VALUES = {"m": 1000, "d": 500, "c": 100, "l": 50, "x": 10, "v": 5, "i": 1}


def roman_number(numerals: str) -> int:
    """The number that they spell, in capitals or not: "MCMLXXXV", "M.DCC.XL.", "iv"; other signs are passed over."""
    values = [_VALUES[letter] for letter in numerals.lower() if letter in _VALUES]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))
