"""Other calendars' years in the common era, to within a year: enough to sort and to filter by."""

import re
from datetime import date, timedelta
from typing import Final

# Japan's eras and China's Republic, as their year 1 minus one.
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018, "民國": 1911, "民国": 1911}
# 1 Muharram of the year 1, 16 July of the Julian calendar.
_HIJRA: Final = date(622, 7, 19)
_ERA = re.compile(r"(明治|大正|昭和|平成|令和|民[國国])\s?(元|\d{1,3})")


def hijri_to_common_era(year: int) -> int:
    """The common-era year in which most of a lunar Hijri year falls."""
    return round(year * 0.970224 + 621.5774)


def hijri_in_common_era(year: int) -> tuple[int, int]:
    """The first and the last common-era year with a day of a lunar Hijri year: mostly two, (1984, 1985) for 1405.

    By the tabular calendar, in which 11 years of 30 have a day more; an observed one may be a day or two off.
    """
    return _first_day(year).year, (_first_day(year + 1) - timedelta(days=1)).year


def to_common_era(year: int, calendar: str = "") -> int | None:
    """A year as the common-era year it must be: Hijri if so marked, else by its size; None if no calendar fits.

    A bare number ahead of our time is Bikram Sambat (Nepal), Buddhist (Thailand) or Hebrew.
    """
    if calendar == "hijri" and 300 <= year <= 1500:
        return hijri_to_common_era(year)
    for low, high, offset in ((2030, 2110, 57), (2400, 2610, 543), (5200, 5850, 3760)):
        if low <= year <= high:
            return year - offset
    return None


def is_same_year(other: int, common: int) -> bool:
    """Whether `other`, in some other calendar, is the common-era year `common`, give or take one.

    Lunar and solar Hijri, Bikram Sambat, Buddhist and Hebrew, each within the years that books bear.
    """
    if other <= 1500:
        return abs(hijri_to_common_era(other) - common) <= 1 or (other >= 1200 and abs(other + 621 - common) <= 1)
    offset = 57 if 1950 <= other <= 2110 else 543 if 2300 <= other <= 2610 else 3760 if other >= 5200 else 0
    return offset > 0 and abs(other - offset - common) <= 1


def era_year(text: str) -> int | None:
    """The year named by an East Asian era: "昭和60年" → 1985, "平成元年" → 1989; None when there is none."""
    match = _ERA.search(text)
    return _ERAS[match[1]] + (1 if match[2] == "元" else int(match[2])) if match else None


def _first_day(year: int) -> date:
    """The first day of a lunar Hijri year in the tabular calendar."""
    return _HIJRA + timedelta(days=(year - 1) * 354 + (3 + 11 * year) // 30)
