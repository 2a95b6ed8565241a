"""The years of a serial's run in the common era: of the Hijra, of the Buddha, and of East Asian eras.

What names both calendars ("1405 H/1985 M", "昭和55(1980)") keeps the common one. A bare number is of another calendar
only where it can be nothing else, so that an issue's number never becomes a year.
"""

import re
from typing import Final

from discovery.catalog.calendars import era_year, hijri_to_common_era, is_same_year, to_common_era

_COMMON: Final = r"(?:1[5-9]|20)\d\d"
_HIJRI: Final = r"1[2-4]\d\d"
_MARK: Final = r"\s*(?:a\.?\s?h\b\.?|h\b\.?|هـ|ه(?!\w)|هجري[هة]?)"
_BOTH: Final = re.compile(
    rf"(?<![\d/])({_HIJRI}|2[45]\d\d)(?:{_MARK})?\s*[/(=\[]\s*({_COMMON})(?!\d)\s*(?:m\b\.?|a\.?d\b\.?|م(?!\w))?[)\]]?",
    re.IGNORECASE,
)
_BOTH_RANGES: Final = re.compile(
    rf"(?<!\d)({_HIJRI})\s*-\s*({_HIJRI})(?:{_MARK})?\s*[/(=\[]\s*({_COMMON}\s*-\s*{_COMMON})\s*(?:m\b\.?|م)?[)\]]?",
    re.IGNORECASE,
)
_MARKED: Final = re.compile(rf"(?<!\d)({_HIJRI})(?:(\s*-\s*)({_HIJRI}|\d\d(?!\d)))?{_MARK}", re.IGNORECASE)
_HIJRI_MONTH: Final = re.compile(
    r"\b((?:muharram|safar|rabi|jumad|rajab|sya.?ban|sha.?ban|ramad|syawwal|syawal|shawwal|d?zul|dhu)[\w'’ʻʼ-]*\.?"
    rf"(?:\s+[\w'’ʻʼ-]{{1,9}})?\s+)({_HIJRI})(?!\d)",
    re.IGNORECASE,
)
_EASTERN: Final = re.compile(r"[٠-٩۰-۹]{4}")
_BARE_HIJRI: Final = re.compile(rf"(?<![\d./]){_HIJRI}(?![\d/])")
_BUDDHIST_MARK: Final = re.compile(r"พ\.?\s?ศ\.?\s*|(?<=\d)\s*b\.?\s?e\b\.?", re.IGNORECASE)
_BUDDHIST: Final = re.compile(r"(?<![\d./])(2[45]\d\d)(?:(\s*-\s*)(\d\d)(?!\d))?(?![\d/])")
_LETTER: Final = re.compile(r"[^\W\d_]")
_ANY_COMMON: Final = re.compile(rf"(?<!\d){_COMMON}(?!\d)")
_ERA_YEAR: Final = r"年?度?(?:(?<=年)\d{1,2}月(?:\d{1,2}日)?)?"
_ERA: Final = re.compile(
    rf"(明治|大正|昭和|平成|令和|民[國国])\s?(元|\d{{1,3}}){_ERA_YEAR}(?:(\s*-\s*)(\d{{1,3}}){_ERA_YEAR}(?!\d))?"
    r"(?:\s*[(（]\s*((?:1[89]|20)\d\d)年?[)）])?"
)


def in_common_era(text: str) -> str:
    """A run's words with the years of other calendars as those of ours; dashes are plain ones."""
    eastern = _EASTERN.search(text) is not None
    # An eastern digit is one of \d, and int() reads it; a pattern of ranges of digits needs ours.
    text = re.sub(r"\d", lambda digit: str(int(digit[0])), text)
    text = _ERA.sub(_era, text)
    text = _BOTH_RANGES.sub(lambda found: found[3], text)
    text = _BOTH.sub(lambda found: found[2] if is_same_year(int(found[1]), int(found[2])) else found[0], text)
    text = _MARKED.sub(_marked, text)
    text = _HIJRI_MONTH.sub(lambda found: f"{found[1]}{hijri_to_common_era(int(found[2]))}", text)
    if eastern:
        text = _BARE_HIJRI.sub(lambda found: str(hijri_to_common_era(int(found[0]))), text)
    return _buddhist(text)


def _era(found: re.Match[str]) -> str:
    first = era_year(f"{found[1]}{found[2]}")
    if found[3]:
        return f"{first}-{era_year(found[1] + found[4])}"
    return found[5] or str(first)


def _marked(found: re.Match[str]) -> str:
    first = int(found[1])
    if not found[3]:
        return str(hijri_to_common_era(first))
    last = int(found[3]) if len(found[3]) == 4 else first // 100 * 100 + int(found[3])
    return f"{hijri_to_common_era(first)}{found[2]}{hijri_to_common_era(last)}"


def _buddhist(text: str) -> str:
    marked = _BUDDHIST_MARK.search(text) is not None
    if not marked and (_ANY_COMMON.search(text) or _LETTER.search(text)):
        return text
    return _BUDDHIST.sub(_of_the_buddha, _BUDDHIST_MARK.sub("", text) if marked else text)


def _of_the_buddha(found: re.Match[str]) -> str:
    first = int(found[1])
    if not found[3]:
        return str(to_common_era(first))
    return f"{to_common_era(first)}{found[2]}{to_common_era(first // 100 * 100 + int(found[3]))}"
