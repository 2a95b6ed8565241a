"""Standard numbers as they are looked up: every form that may be typed meets every form that may be catalogued."""

import re
from collections.abc import Sequence
from typing import Final

from discovery.catalog.book_numbers import digits_of, in_ascii_digits, isbn13_check_digit

# Other hyphens, as type-setters, spreadsheets and Chinese keyboards have them: the minus, small and full width.
_DASHES: Final = str.maketrans("\u2212\ufe63\uff0d", "---")
_NOT_COMPACT: Final = re.compile(r"[\W_]+")
_LABEL: Final = re.compile(
    r"(?:(?:urn:)?(?:isbn(?:-?1[03])?|issn)|ismn|doi|oclc|lccn|\(ocolc\)|https?://(?:dx\.)?doi\.org/)[\s:]*",
    re.IGNORECASE,
)
_OCLC_PREFIX: Final = re.compile(r"(?:ocm|ocn|on)0*(?=\d)")
_ISBN: Final = re.compile(r"97[89]\d{9}[\dx]|\d{9}[\dx]")
# As scores bore it until 2008, when 979-0 took the place of the M: https://www.ismn-international.org/
_OLD_ISMN: Final = re.compile(r"m\d{9}")
_HYPHENATED_ISSN: Final = re.compile(r"\d{4}[-\u2010-\u2015]\d{3}[\dXx]")
_BARE_ISSN: Final = re.compile(r"\d{7}[\dx]", re.ASCII)
# Before a number that isn't the record's own; no number begins so.
_RELATED: Final = "~"
# Before what a record's misprinted number would be with the right check digit: it may be another record's.
_MENDED: Final = "="
# Before the number of a copy: "12345678" on a label is no ISSN.
_COPY: Final = "#"
# A shorter one is on a book of every library, and the years have four digits.
_SHORTEST_COPY_NUMBER: Final = 5
# What may be typed as one: "X001019384", "00012/PKT/2019". It has some digits, of which "covid-19" has too few.
_COPY_NUMBER: Final = re.compile(r"(?=(?:\D*\d){3})[^\s:\"*()]{5,40}")
# "1945-1949" has the form of an ISSN, and is a title's years.
_TWO_YEARS: Final = re.compile(r"1[0-9]\d\d[-\u2010-\u2015](?:1[0-9]|20)\d\d")
# What a reader means as a number: an ISBN with or without its hyphens or as it stands below its bars
# ("9 789793 062792"), an ISSN, an ISMN, a DOI, an OCLC number, or seven and more digits in a row (no title has them,
# every numbering system does).
_NUMBER: Final = re.compile(
    r"9\s?7\s?[89](?:\s?\d){10}|M(?:[\s\u2010-\u2015-]?\d){9}|"
    r"(?:97[89][\s\u2010-\u2015-]?)?\d(?:[\s\u2010-\u2015-]?\d){8}[\s\u2010-\u2015-]?[\dXx]"
    r"|\d{4}[-\u2010-\u2015]\d{3}[\dXx]|\d{7}[Xx]|10\.\d{4,9}/\S+|(?:ocm|ocn|on)\d{6,}|\d{7,14}",
    re.IGNORECASE,
)


def is_number(text: str) -> bool:
    """Whether a whole text is a standard number in some form, its label ("ISBN:") included."""
    bare = _plain(text)
    label = _LABEL.match(bare)
    if not label and _TWO_YEARS.fullmatch(bare) and bare[:4] <= bare[5:]:
        return False
    return _NUMBER.fullmatch(bare, label.end() if label else 0) is not None


def is_issn(text: str) -> bool:
    """Whether a whole text is an ISSN with the right check digit: "1907-1973" may be one, as well as two years."""
    bare = _plain(text)
    return _HYPHENATED_ISSN.fullmatch(bare) is not None and len(number_forms(bare)) == 1


def hyphenated_issn(text: str) -> str:
    """Eight digits as an ISSN is written."""
    return f"{text[:4]}-{text[4:]}"


def mistyped_issn(text: str) -> str:
    """The ISSN that eight digits may stand for although the last of them is wrong; "" where they can't.

    Only for what is typed: catalogued, eight digits without a hyphen are any system's number.
    """
    digits = _plain(text).lower()
    if not _BARE_ISSN.fullmatch(digits) or _weighted_check(digits_of(digits[:7])) == digits[7]:
        return ""
    return hyphenated_issn(digits)


def number_forms(text: str) -> tuple[str, ...]:
    """The forms under which a number is looked up, the one that was written first.

    Hyphens, blanks and labels go. An ISBN gives its 10 and 13 digits with the right check digit besides the one
    that was written, because misprinted and mistyped check digits are common and the other digits tell enough.
    A hyphenated ISSN likewise.
    """
    written, right = _read(text)
    if _OLD_ISMN.fullmatch(written):
        return written, f"9790{written[1:]}"  # the check digit is the same
    return _each_once(written, right)


def catalogued_forms(text: str) -> tuple[str, ...]:
    """The forms under which a record keeps its own number: those of `number_forms`, so that any meets any.

    Where the check digit is wrong, those with the right one stand apart, for `mended_forms`.
    """
    written, right = _read(text)
    if right and written not in right:
        return (written, *_with(_MENDED, right))
    return _each_once(written, right)


def mended_forms(text: str) -> tuple[str, ...]:
    """The forms of a number by which records are found in which it stands with a wrong check digit."""
    return _with(_MENDED, number_forms(text))


def related_forms(text: str) -> tuple[str, ...]:
    """The forms under which a record keeps the number of something else: its series, its earlier title."""
    return _with(_RELATED, number_forms(text))


def copy_forms(text: str) -> tuple[str, ...]:
    """The forms, one or none, under which a record keeps the barcode or inventory number of one of its copies, and by
    which it is looked up.
    """
    written, _ = _read(text)
    return (_COPY + written,) if len(written) >= _SHORTEST_COPY_NUMBER and any(map(str.isdigit, written)) else ()


def may_be_copy_number(text: str) -> bool:
    """Whether a whole text may be what stands on a copy's label; two years, and an address, are something else."""
    bare = _plain(text)
    return _COPY_NUMBER.fullmatch(bare) is not None and not _TWO_YEARS.fullmatch(bare)


def _plain(text: str) -> str:
    return in_ascii_digits(text.strip()).translate(_DASHES)


def _each_once(written: str, right: tuple[str, ...]) -> tuple[str, ...]:
    if right and written == right[0]:
        return right
    return tuple(dict.fromkeys((written, *right))) if written else ()


def _with(mark: str, forms: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"{mark}{form}" for form in forms)


def _read(text: str) -> tuple[str, tuple[str, ...]]:
    """What was written, without hyphens, and its forms with the right check digit; none where it has no such digit."""
    if text.isdigit() and text.isascii():
        # As the record's own mostly is: told from others without the expression.
        return text, _isbn_forms(text) if _is_bare_isbn(text) else ()
    bare = _plain(text)
    label = _LABEL.match(bare)
    if label:
        bare = bare[label.end() :]
    compact = _OCLC_PREFIX.sub("", _NOT_COMPACT.sub("", bare).lower(), count=1)
    if _ISBN.fullmatch(compact):
        return compact, _isbn_forms(compact)
    if _HYPHENATED_ISSN.fullmatch(bare):
        return compact, (compact[:7] + _weighted_check(digits_of(compact[:7])),)
    return compact, ()


def _is_bare_isbn(digits: str) -> bool:
    return len(digits) == 10 or (len(digits) == 13 and digits.startswith(("978", "979")))


def _isbn_forms(compact: str) -> tuple[str, ...]:
    body = compact[:12] if len(compact) == 13 else "978" + compact[:9]
    digits = digits_of(body)
    thirteen = f"{body}{isbn13_check_digit(digits)}"
    return (thirteen, body[3:] + _weighted_check(digits[3:])) if body.startswith("978") else (thirteen,)


def _weighted_check(digits: Sequence[int]) -> str:
    """The check character, modulo 11, of an ISBN-10 (ISO 2108) or an ISSN (ISO 3297)."""
    weighted, weight = 0, len(digits) + 1
    for digit in digits:
        weighted += weight * digit
        weight -= 1
    remainder = -weighted % 11
    return "x" if remainder == 10 else str(remainder)
