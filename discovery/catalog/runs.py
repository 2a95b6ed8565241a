"""What a library has of a serial: from the words of a run to years and volumes, and from those to what is missing.

Textual holdings have no fixed form; ISO 10324 and ANSI/NISO Z39.71 say how to write them, and catalogues write as
they like. What can be read for certain is read, the rest stays words.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from discovery.catalog.holding import Stretch
from discovery.catalog.years import latest_year

_EARLIEST = 1500
# Supplements and indexes are no part of the run itself ("suppl. 1990", "index v.1-10").
_APART = re.compile(r"^\s*(?:suppl?|supplement|index|indeks)\b", re.IGNORECASE)
# Only the latest are kept, so there is no run ("Current 2 weeks only").
_PASSING = re.compile(
    r"^\s*(?:(?:only|hanya) )?(?:current|latest|most recent|last \d|(?:nomor|terbitan) ter(?:baru|akhir))\b",
    re.IGNORECASE,
)
# What a run's words say of other titles, whose years aren't this one's ("*Continued by: Blatt (Wien : 1894)").
_OTHER_TITLES = re.compile(
    r"\*?\s*\b(?:continue[sd]|merged|absorb(?:s|ed)|superseded?s?|formerly|lanjutan|dilanjutkan|menjadi)\b"
    r"(?: (?:by|with|into|dari|oleh))?\s*:[^();]*(?:\([^()]*\)?)?",
    re.IGNORECASE,
)
# The days of a newspaper's reel are no volumes: "Mar.16-31 1915" is of 1915.
_DAYS = re.compile(
    r"\b(jan|feb|peb|mar|apr|may|mei|jun|jul|aug|agu|agt|sep|oct|okt|nov|nop|dec|des)([a-z]*\.?)\s?\d{1,2}(?:\s?-\s?\d{1,2})?"
    r"(?!\d),?",
    re.IGNORECASE,
)
# "v.1-8 1970-1976": the years of the volumes before them, as if they stood in brackets.
_UNBRACKETED = re.compile(
    r"(\bv(?:ols?)?\.?\s?\d{1,4}-(?:v(?:ols?)?\.?\s?)?\d{1,4})\s+(\d{4}-\d{4})(?!\d)", re.IGNORECASE
)
_DASHES = re.compile(
    r"\s*(?:-|[\u2010-\u2015]|--+|\bs\.?d\.?(?=\s*\d)|\bsampai(?: dengan)?\b|\bthrough\b|\bto (?=\d|v))\s*"
)
_OPEN = re.compile(
    r"-?\s*(?:\bto date\b|\bpresent\b|\btill now\b|\bsekarang\b|\bkini\b|\bdst\b|\bff\b|\bcurrent\b(?! issue))\.?",
    re.IGNORECASE,
)
_TOKENS = re.compile(
    r"(?P<date>(?<!\d)(?P<year_of_date>\d{4})-\d\d-\d\d(?!\d))"
    r"|(?P<issue>\b(?:no|nr|num|nomor|issue|iss|heft|h|part|pt|#)s?\.?\s*\d+[a-z]?(?:\s*[-/,&]\s*\d{1,3}[a-z]?(?!\d))*(?!\d))"
    r"|(?P<volume>\b(?:v|vol|vols|volume|jil|jilid|th|thn|tahun ke|bd|band|jg|jahrg|jahrgang|t|tome|tom|an|année|jaarg"
    r"|jaargang|ser|juz|jild|mujallad)['’ʼʾ]?\.?\s*-?(?P<volume_number>\d{1,4})(?!\d)(?:/\d+(?!\d))?)"
    r"|(?P<years>\(\s*(?P<from>\d{4})(?:/\d{2,4})?\s*-\s*(?P<until>\d{4})(?:/\d{2,4})?\s*\))"
    r"|(?P<year>(?<![\d/])(?P<first>\d{4})(?:/(?P<second>\d{2}|\d{4}))?(?![\d/]))"
    r"|(?P<short>(?<=-)\s*(?P<short_number>\d{1,4})(?!\d))"
    r"|(?P<dash>-)|(?P<end>;|\n)|(?P<comma>,|\+|&| dan )",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Point:
    """One end of a stretch."""

    volume: int | None = None
    year: int | None = None
    last_year: int | None = None
    is_short: bool = False


@lru_cache(maxsize=4096)
def parse_run(text: str) -> tuple[Stretch, ...]:
    """The stretches that a run's words name, in order: "1971-1998, 2003-" is two, the second open.

    Reads "v.1(1950)-v.10(1959)", "v. 3-7 (1972-1976)", "v.1-v.8 1970-1976", "Jan. 1971-Dec. 1973", "1870/71",
    "Mar.16-31 1915", "1999-2003; 2005", "Th. 4 (1981)-sekarang". "Current issues only" names none, and what is said of
    supplements and indexes is left out.
    """
    found: list[Stretch] = []
    for part in _OTHER_TITLES.sub(";", text).split(";"):
        if not _APART.match(part) and not _PASSING.match(part):
            plain = _DAYS.sub(r"\1\2", part) if any(map(str.isalpha, part)) else part
            dashed = _UNBRACKETED.sub(r"\1 (\2)", _DASHES.sub("-", plain))
            found.extend(_stretches(_points(_OPEN.sub("-", dashed))))
    return tuple(dict.fromkeys(found))


def _points(text: str) -> Iterator[_Point | str]:
    """Points, with "-" between the ends of a stretch and "," where a new one begins."""
    current: _Point | None = None
    apart = False
    for token in _TOKENS.finditer(text):
        kind = token.lastgroup and next(name for name in _KINDS if token[name] is not None)
        if kind in ("dash", "end", "comma"):
            if current is not None and kind != "comma":
                yield current
                current = None
            if kind != "comma" or current is None:
                yield "-" if kind == "dash" else ","
            apart = kind == "comma"
            continue
        point = _read(token, str(kind))
        if point is None:
            continue
        joined = _joined(current, point, apart=apart) if current is not None else point
        if joined is None:
            yield from (current, ",") if current is not None else ()
            joined = point
        current, apart = joined, False
    if current is not None:
        yield current


_KINDS = ("date", "issue", "volume", "years", "year", "short", "dash", "end", "comma")


def _read(token: re.Match[str], kind: str) -> _Point | None:
    match kind:
        case "volume":
            number = int(token["volume_number"])  # "Th. 1998" is a year
            return _point(number, None) or _Point(volume=number)
        case "short":
            return _Point(volume=int(token["short_number"]), is_short=True)
        case "date":
            return _point(int(token["year_of_date"]), None)
        case "years":
            return _point(int(token["from"]), int(token["until"]))
        case "year":
            first, second = int(token["first"]), token["second"]
            last = None if second is None else int(second) if len(second) == 4 else _completed(first, int(second))
            return _point(first, last)
    return None


def _point(first: int, last: int | None) -> _Point | None:
    if not _EARLIEST <= first <= latest_year():
        return None
    return _Point(year=first, last_year=last if last is not None and first < last <= latest_year() else None)


def _completed(first: int, ending: int) -> int:
    """The year that two digits after another year mean: 1998/99, 1999/00."""
    year = first // 100 * 100 + ending
    return year if year > first else year + 100


def _joined(current: _Point, point: _Point, *, apart: bool) -> _Point | None:
    """Both as one point ("v.3" and "(1972)", with a comma between or not), or None when a new one begins."""
    if current.year is None and point.volume is None and not (apart and current.is_short):
        return replace(current, year=point.year, last_year=point.last_year)
    if current.volume is None and point.year is None and not apart:
        return replace(current, volume=point.volume)
    return None


def _stretches(items: Iterable[_Point | str]) -> Iterator[Stretch]:
    first: _Point | None = None
    dashed = False
    for item in (*items, ","):
        if isinstance(item, _Point):
            if first is not None and dashed:
                yield _stretch(first, item)
                first, dashed = None, False
            else:
                first, dashed = item, False
        elif item == "-":
            dashed = first is not None
        elif first is not None:
            yield _open(first) if dashed else _stretch(first, first)
            first, dashed = None, False


def _open(point: _Point) -> Stretch:
    return Stretch(point.year, None, point.volume, None, is_open=True)


def _stretch(first: _Point, last: _Point) -> Stretch:
    last = _whole(first, last)
    # "v.1-10 (1950-1959)": the years of both ends stand behind the second.
    begin = first.year if first.year is not None else last.year if last.last_year is not None else None
    end = last.last_year if last.last_year is not None else last.year
    if begin is not None and end is not None and end < begin:
        begin, end = end, begin
    volumes = (first.volume, last.volume if last.volume is not None else first.volume if first is last else None)
    return Stretch(begin, end, *volumes)


def _whole(first: _Point, last: _Point) -> _Point:
    """The second end, where it was cut short after a year: "1971-98", "1998-2"."""
    if first.volume is None and first.year is not None and last.year is None and last.volume is not None:
        if 10 <= last.volume <= 99 or first.year % 100 >= 95:
            year = _completed(first.year, last.volume)
            return _Point(year=year) if year <= latest_year() else _Point(year=first.year)
        return _Point(year=first.year)
    return last
