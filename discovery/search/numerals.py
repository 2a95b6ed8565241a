"""Numbers that titles have in Roman numerals or in digits: World War II, Jilid 2, Louis XIV, abad 20."""

from typing import Final

# Until the century in which we are.
_ROMAN: Final = (
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii",
    "xviii", "xix", "xx", "xxi",
)  # fmt: skip
_OTHER: Final = {
    **{str(number): roman for number, roman in enumerate(_ROMAN, 1)},
    # One letter alone is a word or somebody's initial more often than it is a number.
    **{roman: str(number) for number, roman in enumerate(_ROMAN, 1) if len(roman) > 1},
}


def other_numeral(token: str) -> str:
    """A folded token's number in Roman numerals where it has digits, and in digits where it is Roman; "" for others."""
    return _OTHER.get(token, "")
