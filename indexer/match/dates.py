"""What a date as it stands on the piece says in years."""

import re
from functools import lru_cache
from typing import Final

from discovery.catalog.publication import Publication

_YEAR: Final = re.compile(r"(?<!\d)(?:1\d|20)\d\d(?!\d)")
_YEARS: Final = re.compile(r"(?<!\d)(1[4-9]\d\d|20\d\d)[\]?]*\s*[-–]\s*\[?(\d{4}|\d\d)(?!\d)")
# What is said to have taken longer is a year of the Hijra beside its own.
_LONGEST: Final = 100
# "1990-", "[1923]-", "1946->", "[2015-]": nothing but marks behind the dash.
_OPEN_END: Final = re.compile(r"\d[^\d-]*-\W*$")
# The last year of a serial that goes on.
OPEN: Final = 9999
_CUT_YEAR: Final = re.compile(r"(?<!\d)(1[4-9]\d?|20\d?)(?:[-–—_]|\?)(?!\d{2})")


@lru_cache(maxsize=8_192)
def years_said(date: str) -> frozenset[int]:
    """Every year in a date as it stands on the piece, those of the Hijra too: "1985, c1978", "1334 H. [1916]"."""
    return frozenset([int(year) for year in _YEAR.findall(date)])


@lru_cache(maxsize=8_192)
def years_through(date: str) -> tuple[int, int] | None:
    """The first and the last year of what came out in several: "1954-55"; None where the end isn't told."""
    for first, last in _YEARS.findall(date):
        end = int(first[: 4 - len(last)] + last)
        if int(first) < end < int(first) + _LONGEST:
            return int(first), end
    return None


@lru_cache(maxsize=8_192)
def year_span(date: str) -> tuple[int, int] | None:
    """The first and the last year that a cut-off one may be: "[198-?]" is 1980 to 1989; None where none is cut off."""
    cut = _CUT_YEAR.search(date)
    if cut is None:
        return None
    years = 10 ** (4 - len(cut[1]))
    return int(cut[1]) * years, int(cut[1]) * years + years - 1


def serial_run(published: Publication) -> tuple[int, int] | None:
    """The first and the last year of a serial, `OPEN` where its date has no end; None where it says only one year,
    which may be that of an issue.
    """
    if published.year is None or (published.last_year is None and not _OPEN_END.search(published.date)):
        return None
    return published.year, OPEN if published.last_year is None else published.last_year
