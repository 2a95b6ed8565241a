"""Years out of what people write where a date belongs. Nothing here ever raises."""

import re
import unicodedata
from datetime import UTC, datetime
from functools import lru_cache

import msgspec

from discovery.catalog.calendars import era_year, is_same_year, to_common_era
from discovery.catalog.numerals import roman_number


class Years(msgspec.Struct, frozen=True):
    """`first` and `last` are astronomical years (1 BCE is 0); None means "not said". `last` closes a range."""

    first: int | None = None
    last: int | None = None
    uncertain: bool = False


NO_YEARS = Years()
_EARLIEST_PRINTED = 1400  # Below it Roman numerals are no year of printing.
# A lower year beside one of ours is one of the Hijra, mistyped, and none of printing.
LATEST_HIJRI = 1450
# The year of this code. A machine whose clock forgot the day (1970) would leave out the years of half a catalogue, and
# not find them again once it is set, since what partners sent hasn't changed.
_WRITTEN = 2026
EARLIEST = 500  # Below it a bare number is a printing, a page or a price; only an era mark makes it a year.

_PLAIN = re.compile(r"[\[(]?(?:c|p|cop\. ?|copyright |©|℗)? ?(\d{4})[\])]?\.?", re.ASCII | re.IGNORECASE)
_SEGMENTS = re.compile(r"[\[\]()=;,]|/(?=\s*[\[\d]{4})")
_YEAR = re.compile(r"(?<![\d.])(\d{4})(?!\d)", re.ASCII)
_TYPED_L = re.compile(r"(?<!\w)[lI](\d{3})(?!\d)", re.ASCII)
_DECADE = re.compile(r"(?<!\d)(\d{3})[-?_u]\??(?!\d)", re.ASCII)
_CENTURY = re.compile(r"(?<!\d)(\d\d)(?:--|\?\?|__|uu)\??(?!\d)", re.ASCII)
_RANGE = re.compile(r"(\d{4})\??\s*[-–—]\s*[<\[c©]?\s*(\d{4}|\d{2})(?![\d-])", re.ASCII)
_UNCERTAIN = re.compile(r"\?|\b(?:ca|circa|or|atau|between|antara|approximately|kira-kira|um|vers)\b", re.IGNORECASE)
_MEANT = re.compile(r"\b(?:i\.\s?e\.|that is|yakni|yaitu|recte|r\.\s?e\.)", re.IGNORECASE)
_COMMON_ERA = re.compile(r"\d\s?(?:m|a\.?\s?d|c\.?\s?e|masehi)\b|\bA\.\s?D\.|\d\s?م", re.IGNORECASE)
_HIJRI = re.compile(r"(?<!\d)(\d{3,4})\s?\??(?:-\d+\s?)?(?:a\.?\s?h\b|h\b|هـ|ه(?!\w)|هجر)", re.IGNORECASE)
_HIJRI_SOLAR = re.compile(r"(?<!\d)(1[23]\d\d)\s?(?:h\.?\s?sh|sh\b|(?:هـ?\.?\s?)?ش)", re.IGNORECASE)
_BEFORE = re.compile(
    r"(?<!\d)(\d{1,4})\s*(?:b\.?\s?c\.?(?:\s?e\.?)?(?!\w)|s\.?\s?m\.?(?!\w)|av\.? j|v\.\s?chr|sebelum masehi)",
    re.IGNORECASE,
)
_AGE = re.compile(r"(?:abad (?:ke-?\s?)?(\d{1,2})\b|(?<!\d)(\d{1,2})(?:st|nd|rd|th) cent)(.{0,8}b\.?c)?", re.IGNORECASE)
_ROMAN_AGE = re.compile(r"\babad (?:ke-?\s?)?([XVI]{1,5})(?!\w)", re.IGNORECASE)
_ROMAN = re.compile(r"(?<!\w)(M[MDCLXVI. ]{2,}[MDCLXVI])(?!\w)")


@lru_cache(maxsize=1)
def latest_year() -> int:
    """The last year a thing in hand may bear: publishers date ahead, but not by more than six years."""
    return max(datetime.now(UTC).year, _WRITTEN) + 6


def _western_digits(text: str) -> str:
    """Arabic-Indic, Devanagari, Thai and other decimal digits as 0–9."""
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() and c > "9" else c for c in text)


def _before_common_era(text: str) -> Years | None:
    match = _BEFORE.search(text)
    if match:
        return Years(1 - int(match[1]), None, bool(_UNCERTAIN.search(text)))
    return None


def _age(text: str) -> Years:
    match = _AGE.search(text)
    roman = None if match else _ROMAN_AGE.search(text)
    if roman:
        age = roman_number(roman[1].upper())
        return Years((age - 1) * 100, None, uncertain=True) if 0 < age <= 21 else NO_YEARS
    if not match:
        return NO_YEARS
    age = int(match[1] or match[2])
    return Years(1 - age * 100 if match[3] else (age - 1) * 100, None, uncertain=True) if 0 < age <= 21 else NO_YEARS


def _end_of_range(segment: str, first: int) -> int | None:
    match = _RANGE.search(segment)
    if not match or int(match[1]) != first:
        return None
    last = int(match[2])
    if len(match[2]) == 2:
        # "2005-08" is August, "1971-98" a range.
        if last <= 12:
            return None
        last += first // 100 * 100
    return last if first < last <= latest_year() else None


def _read_segment(segment: str) -> Years:
    """One stretch of text without brackets: a year, a decade, a century, a range; in whatever calendar."""
    uncertain = bool(_UNCERTAIN.search(segment))
    match = _YEAR.search(segment)
    if match:
        first = int(match[1])
        return Years(first, _end_of_range(segment, first), uncertain)
    for pattern, factor in ((_DECADE, 10), (_CENTURY, 100)):
        match = pattern.search(segment)
        if match:
            return Years(int(match[1]) * factor, None, uncertain=True)
    return NO_YEARS


def _is_possible(years: Years) -> bool:
    return years.first is not None and EARLIEST <= years.first <= latest_year()


def _choose(segments: list[tuple[str, Years]], *, bracketed: bool) -> Years | None:
    """The reading that counts: marked as common era, or the other calendar's equal, or "i.e.", else the first.

    Year is that of the edition in hand, and the bracketed common-era year beats Hijri, Bikram and Hebrew ones.
    """
    read = [(segment, years) for segment, years in segments if years.first is not None]
    for segment, years in read:
        if _COMMON_ERA.search(segment) and _is_possible(years):
            return years
    for at, (_, years) in enumerate(read):
        for _, later in read[at + 1 :]:
            # Without brackets "2010, c1953" is a copyright date and not Bikram Sambat.
            foreign = years.first if years.first and (bracketed or years.first <= 1500) else None
            if foreign and later.first and _is_possible(later) and is_same_year(foreign, later.first):
                return later
    for segment, years in read:
        if _MEANT.search(segment) and _is_possible(years):
            return years
    possible = [years for _, years in read if _is_possible(years)]
    # "1302 [1962 or 1963]": mistyped, but no year of ours beside the one in brackets.
    if bracketed and possible and (possible[0].first or 0) <= LATEST_HIJRI:
        return next((years for years in possible if (years.first or 0) > LATEST_HIJRI), possible[0])
    return possible[0] if possible else None


def _read_other_calendar(text: str, *, eastern_digits: bool) -> Years:
    """A year that only another calendar explains, brought to the common era: a year off at most, so uncertain."""
    match = _HIJRI_SOLAR.search(text)
    if match:
        return Years(int(match[1]) + 621, None, uncertain=True)
    match = _HIJRI.search(text)
    calendar = "hijri" if match or eastern_digits else ""
    match = match or _YEAR.search(text)
    year = to_common_era(int(match[1]), calendar) if match else None
    return Years(year, None, uncertain=True) if year and EARLIEST <= year <= latest_year() else NO_YEARS


@lru_cache(maxsize=16_384)
def read_years(text: str) -> Years:
    """The year or years that a date statement means.

    Reads "c1987", "[199-?]", "1971-98", "1405 H [1985]", "2045 [1988]", "MCMLXXXV", "300 B.C.", "昭和60",
    "١٤٠٥". "Cet. 35" and "-2" hold no year.
    """
    plain = _PLAIN.fullmatch(text.strip())
    if plain and EARLIEST <= int(plain[1]) <= latest_year():
        return Years(int(plain[1]))
    if not text.isascii():
        era = era_year(text)
        western = _western_digits(text)
        eastern_digits, text = western != text, western
    else:
        era, eastern_digits = None, False
    return _read_statement(text, era, eastern_digits=eastern_digits)


def _read_statement(text: str, era: int | None, *, eastern_digits: bool) -> Years:
    before = _before_common_era(text)
    if before:
        return before
    text = _TYPED_L.sub(r"1\1", text).replace("]-", "-")
    segments = [(segment, _read_segment(segment)) for segment in _SEGMENTS.split(_MEANT.sub(r";\g<0>", text))]
    chosen = _choose(segments, bracketed="[" in text)
    if chosen and chosen.first is not None:
        hijri = _HIJRI.search(text) or _HIJRI_SOLAR.search(text)
        if not (hijri and int(hijri[1]) == chosen.first) and not (eastern_digits and 1200 <= chosen.first <= 1500):
            return chosen
    if era and _is_possible(Years(era)):  # "昭和110" is no year of that era, nor of any yet
        return Years(era)
    other = _read_other_calendar(text, eastern_digits=eastern_digits)
    if other.first is not None:
        return other
    roman = _ROMAN.search(text)
    year = roman_number(roman[1]) if roman else 0
    return Years(year) if _EARLIEST_PRINTED <= year <= latest_year() else _age(text)
