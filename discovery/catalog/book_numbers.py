"""The digits of an ISBN: found in a text, checked, and in the form of thirteen.

Apart from `discovery.catalog.identifiers`, whose Struct can't be compiled: nearly every record has an ISBN.
"""

import re
from collections.abc import Sequence
from operator import mul
from typing import Final

from stdnum import isbn

# Digits with the hyphens, dots and blanks that people put between them. What follows is a price or a binding.
_ISBN: Final = re.compile(
    r"\s*(?:ISBN(?:-?1[03])?\s*:?\s*)?(\d[\d\u2010-\u2015 .-]*[\dXx])(?![\dA-Za-z+])(.*)", re.IGNORECASE | re.DOTALL
)
_FIRST_NUMBER: Final = re.compile(
    r"\s*(?:ISBN(?:-?1[03])?\s*:?\s*)?(\d[\d\u2010-\u2015-]*[\dXx]?)(.*)", re.IGNORECASE | re.DOTALL
)
_ISBN10_WEIGHTS: Final = range(1, 10)
_NOT_ISBN: Final = re.compile(r"[^0-9X]")
_OTHER_DIGIT: Final = re.compile(r"[^\D0-9]")


def in_ascii_digits(text: str) -> str:
    """The text with the digits of any script (٩٧٨, ９７８) as 0 to 9."""
    return text if text.isascii() else _OTHER_DIGIT.sub(_ascii_digit, text)


def _ascii_digit(digit: re.Match[str]) -> str:
    return str(int(digit[0]))


def isbn_parts(text: str) -> tuple[str, str] | None:
    """The digits of the first number in `text` and what stands after it; None when no number opens the text."""
    head, blank, rest = text.partition(" ")
    if len(head) in (10, 13) and (not blank or rest.startswith("(")) and _is_bare(head):
        return head.upper(), blank + rest
    text = in_ascii_digits(text)
    match = _ISBN.match(text)
    if match:
        digits = _NOT_ISBN.sub("", match[1].upper())
        if len(digits) in (9, 10, 13):
            return digits, match[2]
    match = _FIRST_NUMBER.match(text)  # "9791234567896 25000": the second number is a price
    if not match:
        return None
    return _NOT_ISBN.sub("", match[1].upper()), match[2]


def _is_bare(number: str) -> bool:
    return number.isascii() and number[:-1].isdigit() and number[-1] in "0123456789Xx"


def isbn13(digits: str) -> str | None:
    """The 13-digit form of a bare ISBN-10, ISBN-13 or nine-digit SBN; None when its check digit is wrong."""
    if len(digits) == 9:
        digits = "0" + digits
    if not _is_isbn(digits):
        return None
    return digits if len(digits) == 13 else _with_check_digit("978" + digits[:9])


def _is_isbn(number: str) -> bool:
    """Whether the check digit is right, and the prefix too: reckoned here for bare digits, a tenth of stdnum's time."""
    if not number or number[-1] == "x" or not _is_bare(number):
        return isbn.is_valid(number)
    body = number[:-1]
    if len(number) == 13:
        return number.startswith(("978", "979")) and _with_check_digit(body) == number
    return len(number) == 10 and sum(map(mul, digits_of(body), _ISBN10_WEIGHTS)) % 11 == (
        10 if number[-1] == "X" else int(number[-1])
    )


def digits_of(number: str) -> list[int]:
    """What the digits of a number stand for; in ASCII in a quarter of the time that `int` takes for each."""
    return [code - 48 for code in number.encode()] if number.isascii() else list(map(int, number))


def _with_check_digit(body: str) -> str:
    return f"{body}{isbn13_check_digit(digits_of(body))}"


def isbn13_check_digit(digits: Sequence[int]) -> int:
    """The last digit of the ISBN that begins with these twelve (ISO 2108, annex A)."""
    weighted, weight = 0, 1
    for digit in digits:
        weighted += weight * digit
        weight = 4 - weight
    return -weighted % 10
