"""008/06-14: the date as a cataloguer coded it."""

from functools import lru_cache

from discovery.catalog.years import EARLIEST, NO_YEARS, Years, latest_year

_OPEN_END = "9999"
# Types of date whose second date closes a range: ceased serial, multipart, inclusive and bulk dates.
_RANGES = "dmik"
_CEASED = "d"


def coded_years(field008: str) -> Years:
    """The year of the edition in hand: date 1, whatever the type says date 2 is.

    https://www.loc.gov/marc/bibliographic/bd008a.html. In a reprint (r) and a distribution (p) date 2 is the
    original's; in t it is the copyright's, in q the other end of a guess, in e a month and a day. d, m, i and k span
    years; 9999 and "uuuu" leave the end open. "199u" is a decade: uncertain. Nothing can be said of b and n here.
    Of a serial that ended (d) in the year in which it began, both are that year; of one of which only the end is known
    they are, too, and uncertain.
    """
    return _years(field008[6:15])


def ended(stated: Years, coded: Years) -> Years:
    """The years of a date statement with the end that only the code knows: "1923-", and "-1956" of which the beginning
    isn't known.
    """
    if stated.first is None or stated.last is not None or coded.last is None or coded.last < stated.first:
        return stated
    return Years(stated.first, coded.last, uncertain=stated.first == coded.last)


@lru_cache(maxsize=8192)
def _years(coded: str) -> Years:
    kind = coded[:1]
    if kind in "bn":
        return NO_YEARS
    first, uncertain = _year(coded[1:5])
    last = None
    if kind in _RANGES and coded[5:9] != _OPEN_END:
        last, _ = _year(coded[5:9])
    return spanned(first, last, has_ended=kind == _CEASED, uncertain=uncertain or kind == "q")


def spanned(first: int | None, last: int | None, *, has_ended: bool, uncertain: bool) -> Years:
    """The years from one coded date to another; of what is said to have ended, the end counts alone, too."""
    if has_ended and last is not None and first in (None, last):
        return Years(last, last, uncertain)
    if first is None:
        return NO_YEARS
    return Years(first, last if last is not None and last > first else None, uncertain)


def _year(digits: str) -> tuple[int | None, bool]:
    """Four positions of 008 as a year, and whether some of them were unknown."""
    uncertain = False
    if not (digits.isascii() and digits.isdigit()):
        known = digits.rstrip("u|?- #")
        if len(known) < 2 or not (known.isascii() and known.isdigit()):
            return None, True
        digits, uncertain = known.ljust(4, "0"), True
    year = int(digits) if len(digits) == 4 else 0
    return (year, uncertain) if EARLIEST <= year <= latest_year() else (None, True)
