"""What a library has of a serial: from the words of a run to years and volumes.

Textual holdings have no fixed form; ISO 10324 and ANSI/NISO Z39.71 say how to write them, and catalogues write as
they like. What can be read for certain is read, the rest stays words.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from discovery.catalog.holding import Stretch
from discovery.catalog.run_gaps import gaps_in, without_gaps
from discovery.catalog.run_retention import without_retention
from discovery.catalog.run_tokens import Token, completed, parts_of, tokens_of
from discovery.catalog.run_words import plain_marks, plain_words
from discovery.catalog.stretches import volumes_held, without_volumes, without_years, years_held
from discovery.catalog.years import latest_year

_EARLIEST = 1500
# What is longer was written by no cataloguer, and some patterns take the square of its length.
_LONGEST = 4_000
# Volumes and years with nothing about them to be made plain, as most copies have: "v.154 1984", "v.1-2", "1985-86".
_PLAIN = re.compile(
    r"(?:(?:v|vol|t|th|bd|jg)\. ?\d{1,3}(?:-\d{1,3})?(?: |$))?"
    r"(?:(?:1[5-9]|20)\d\d(?:-(?:\d\d)?\d\d|/(?:1[5-9]|20)\d\d)?)?"
)


@dataclass(frozen=True, slots=True)
class _Point:
    """One end of a stretch. `digits` are those of its volume where that may be the end of a year, `by_year` says that
    its year is the last that was said of it.
    """

    volume: int | None = None
    year: int | None = None
    last_year: int | None = None
    last_volume: int | None = None
    digits: str = ""
    by_year: bool = False


@lru_cache(maxsize=4096)
def parse_run(text: str) -> tuple[Stretch, ...]:
    """The stretches that a run's words name, in order: "1971-1998, 2003-" is two, the second open.

    Reads "v.1(1950)-v.10(1959)", "v. 3-7 (1972-1976)", "Jan. 1971-Dec. 1973", "1870/71", "1999-2003; 2005",
    "Th. IV (1981)-sekarang", "1971-1998, kecuali 1980", "jrg. 1 t/m 10", "1405-1410 H", "v.1-5,7,9-12", "1990 (1-12)".
    "Current issues only" names none, nor does "1990- (latest 5 years only)"; what is said of supplements and indexes is
    left out.
    """
    if len(text) > _LONGEST:
        return ()
    if _PLAIN.fullmatch(text):
        return tuple(dict.fromkeys(_stretches(_points(text))))
    text, keeps_latest = without_retention(plain_marks(text))
    found = _read_stretches(without_gaps(text))
    if keeps_latest:
        found = [stretch for stretch in found if not stretch.is_open]
    for missing in map(_read_stretches, gaps_in(text)):
        if years := years_held(missing, latest_year()):
            found = without_years(found, years)
        elif volumes := volumes_held(missing):
            found = without_volumes(found, volumes)
    return tuple(dict.fromkeys(found))


def _read_stretches(text: str) -> Iterable[Stretch]:
    return [stretch for part in parts_of(plain_words(text)) for stretch in _stretches(_points(part))]


def _points(part: str) -> Iterator[_Point | str]:
    """Points, with "-" between the ends of a stretch and "," where a new one begins."""
    current: _Point | None = None
    apart = dashed = False
    for token in tokens_of(part):
        if token.kind in ("dash", "end", "comma"):
            if token.kind != "comma":
                yield from () if current is None else (current,)
                dashed = token.kind == "dash" and (dashed or current is not None)
                current = None
            if token.kind != "comma" or current is None:
                yield "-" if token.kind == "dash" else ","
            apart = token.kind == "comma"
            continue
        # "vyp.12-13": what a number follows that wasn't read says nothing.
        point = _read(token) if token.kind != "short" or dashed else None
        if point is None:
            continue
        joined = _joined(current, point, apart=apart) if current is not None else point
        if joined is None:
            yield from (current, ",") if current is not None else ()
            joined = point
        current, apart, dashed = joined, False, True
    if current is not None:
        yield current


def _read(token: Token) -> _Point | None:
    match token.kind:
        case "volume":
            dated = _point(token.number, token.second)  # "Th. 1998" is a year
            return dated or _Point(volume=token.number, last_volume=token.second)
        case "short":
            return _Point(volume=token.number, last_volume=token.second, digits=token.digits)
    return _point(token.number, token.second)


def _point(first: int, last: int | None) -> _Point | None:
    if not _EARLIEST <= first <= latest_year():
        return None
    until = last if last is not None and first < last <= latest_year() else None
    return _Point(year=first, last_year=until, by_year=True)


def _joined(current: _Point, point: _Point, *, apart: bool) -> _Point | None:
    """Both as one point ("v.3" and "(1972)", with a comma between or not), or None when a new one begins."""
    if current.year is None and point.volume is None and not (apart and current.digits):
        return replace(current, year=point.year, last_year=point.last_year, by_year=True)
    if current.volume is None and point.year is None and not apart:
        return replace(current, volume=point.volume, last_volume=point.last_volume, by_year=False)
    return None


def _stretches(items: Iterable[_Point | str]) -> Iterator[Stretch]:
    """Two points with a dash between them are one stretch, and so is one point.

    A third tells the year in which the second ends: "v.1-10 1950-1959", "v.1-38 1857-76".
    """
    points: list[_Point] = []
    dashed = False
    for item in (*items, ","):
        if item == "-":
            dashed = bool(points)
            continue
        if isinstance(item, _Point) and dashed and (joined := _with(points, item)):
            points, dashed = joined, False
            continue
        if points:
            is_open = dashed and not isinstance(item, _Point)
            yield _open(points[0], points[-1]) if is_open else _stretch(points[0], points[-1])
        points, dashed = ([item] if isinstance(item, _Point) else []), False


def _with(points: list[_Point], item: _Point) -> list[_Point] | None:
    """The points of a stretch that goes on to this one; None where it can't."""
    if len(points) == 1:
        return [*points, item]
    last = points[-1]
    if last.year is None or not last.by_year or (item.volume is not None and not item.digits):
        return None
    year = item.last_year or item.year or _cut_year(last.year, item.digits)
    return [points[0], replace(last, last_year=year)] if year else None


def _open(first: _Point, last: _Point) -> Stretch:
    """From here to this day; of "v.1-20 (1990-)" the year stands behind the second volume."""
    return Stretch(first.year if first.year is not None else last.year, None, first.volume, None, is_open=True)


def _stretch(first: _Point, last: _Point) -> Stretch:
    last = _whole(first, last)
    # "v.1-10 (1950-1959)": the years of both ends stand behind the second.
    begin = first.year if first.year is not None else last.year if last.last_year is not None else None
    end = last.last_year if last.last_year is not None else last.year
    if begin is not None and end is not None and end < begin:
        begin, end = end, begin
    return Stretch(begin, end, first.volume, last.last_volume or last.volume)


def _whole(first: _Point, last: _Point) -> _Point:
    """The second end, where it was cut short after a year: "1971-98", "1998-2", "v.162 2003-04"."""
    if first.by_year and first.year is not None and last.year is None and last.digits:
        year = _cut_year(first.year, last.digits)
        return _Point(first.volume, year or first.year, last_volume=first.last_volume)
    return last


def _cut_year(first: int, digits: str) -> int | None:
    """The year that its last digits mean after another one: 98 after 1971, 04 after 2003, 2 or 9 after 1998."""
    if not digits.isdigit() or (len(digits) != 2 and first % 100 < 95):
        return None
    in_decade = len(digits) == 1 and int(digits) > first % 10
    year = first - first % 10 + int(digits) if in_decade else completed(first, f"{digits:0>2}")
    return year if year <= latest_year() else None
