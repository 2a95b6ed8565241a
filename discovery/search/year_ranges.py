"""Years as readers type them: one or a range, of the common era or of the Hijra."""

import re
from typing import Final

from discovery.catalog.calendars import hijri_in_common_era
from discovery.catalog.years import latest_year
from discovery.search.request import YearRange

_ONE_YEAR: Final = re.compile(r"\d{1,5}", re.ASCII)
_BEFORE_ONE: Final = re.compile(r"-\d{1,5}", re.ASCII)
_YEARS: Final = re.compile(r"(-?\d{1,5})?-(-?\d{1,5})?", re.ASCII)
# "1990-95" and "1405-10 H": the second has the first's century.
_SHORT_END: Final = re.compile(r"(\d{4})-(\d\d)", re.ASCII)
# "1405 H", "1405 A.H.", "١٤٠٥هـ", "1405 Hijriah".
HIJRI_MARK: Final = r"(?:a\.?\s?h\b\.?|h\b\.?|هـ|ه\b|هجري[ةه]?|hij?ri(?:ah|yah)?\b)"
_MARKED: Final = re.compile(rf"(.+?){HIJRI_MARK}", re.IGNORECASE)
_DASHES: Final = "‐‑‒–—−"
_ARABIC_DIGITS: Final = "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"
_AS_ASCII: Final = str.maketrans(_DASHES + _ARABIC_DIGITS, "-" * len(_DASHES) + 2 * "0123456789")
# The years of the Hijra that books bear, and those that a year in Arabic digits is taken for, as in records.
_HIJRI: Final = range(300, 1501)
_HIJRI_IN_ARABIC_DIGITS: Final = range(1200, 1501)


def parse_years(text: str) -> YearRange | None:
    """The years of "1990", "1990-1999", "1990-95", "1990-" (and later), "-1999" (and earlier); None for anything else.

    A year before 1 has its minus sign and needs a range: "-50--41". Ends in the wrong order are exchanged. Digits may
    be those of Arabic or Persian. Years of the Hijra ("1405 H", "1400-1410 H", "١٤٠٥") are those of the common era
    in which any of their days fell.
    """
    bare = _bare(text)
    marked = _MARKED.fullmatch(bare)
    years = _common_era(marked[1] if marked else bare)
    if years is None or marked:
        return _hijri(years, _HIJRI)
    is_arabic = any(digit in _ARABIC_DIGITS for digit in text)
    return (_hijri(years, _HIJRI_IN_ARABIC_DIGITS) if is_arabic else None) or years


def years_between(first: str, last: str) -> YearRange | None:
    """The years from one to another, as a form with two fields sends them; either may be blank.

    A range that was typed into one of the fields is meant by itself. None where an end is no year, or both are blank.
    """
    low, high = (_end(each) if each else YearRange(None, None) for each in (first, last))
    if low is None or high is None:
        return next((years for each in (first, last) if _is_range(each) and (years := parse_years(each))), None)
    if low.first is None or high.last is None:
        return YearRange(low.first, high.last) if first or last else None
    return YearRange(low.first, high.last) if low.first <= high.last else YearRange(high.first, low.last)


def as_decade(text: str) -> str:
    """The value of the facet of years that a text is, "1990-1999"; "" for anything but a whole decade."""
    years = parse_years(text)
    if years is None or years.first is None or years.last is None:
        return ""
    first, last = years.first, years.last
    return f"{first}-{last}" if first % 10 == 0 and last == first + 9 else ""


def years_text(years: YearRange) -> str:
    """The shortest text that `parse_years` reads as these years."""
    if years.first == years.last and years.first is not None and years.first >= 0:
        return str(years.first)
    return f"{'' if years.first is None else years.first}-{'' if years.last is None else years.last}"


def _bare(text: str) -> str:
    return text.translate(_AS_ASCII).replace(" ", "")


def _is_range(text: str) -> bool:
    return "-" in _bare(text)[1:]


def _end(text: str) -> YearRange | None:
    """A single year, which may be one before 1."""
    bare = _bare(text)
    if _BEFORE_ONE.fullmatch(bare):
        return YearRange(int(bare), int(bare))
    return None if "-" in bare else parse_years(text)


def _common_era(bare: str) -> YearRange | None:
    if _ONE_YEAR.fullmatch(bare):
        return YearRange(int(bare), int(bare))
    if short := _SHORT_END.fullmatch(bare):
        return _with_century(int(short[1]), int(short[2]))
    match = _YEARS.fullmatch(bare)
    if match is None or match[1] is match[2] is None:
        return None
    first, last = (None if end is None else int(end) for end in match.groups())
    if first is not None and last is not None and first > last:
        first, last = last, first
    return YearRange(first, last)


def _with_century(first: int, digits: int) -> YearRange | None:
    """Up to the next year with these last digits. One ahead of our time is none: "2020-08" is a month."""
    last = first + (digits - first) % 100
    return YearRange(first, last) if last <= latest_year() else None


def _hijri(years: YearRange | None, possible: range) -> YearRange | None:
    """The years of the common era; None where one of them is no possible year of the Hijra."""
    if years is None or any(end is not None and end not in possible for end in (years.first, years.last)):
        return None
    first = None if years.first is None else hijri_in_common_era(years.first)[0]
    last = None if years.last is None else hijri_in_common_era(years.last)[1]
    return YearRange(first, last)
