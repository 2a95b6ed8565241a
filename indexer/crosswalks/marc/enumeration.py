"""853–855 with 863–865 → the volumes and years that a library has, in words: "v.1-3 (1995-1997), v.5 (1999)"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from discovery.catalog.calendars import era_year
from discovery.catalog.run_words import CAPTION
from discovery.catalog.stretches import year_ranges
from indexer.crosswalks.marc.fields import Field

_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_FOUR_DIGITS = re.compile(r"(?<!\d)\d{4}(?!\d)")
_CHRONOLOGY = frozenset("ijklm")
# Below it a year is of another calendar.
_EARLIEST = 1500
# One volume, or those from one to another, with their caption; a number alone may be anything.
_VOLUMES = re.compile(r"(\D(?:.*?\D)??)(\d{1,4})(?:[-/](\d{1,4}))?")
_YEARS = re.compile(r"(\d{4})(?:/(\d{4}))?")
# A caption's word for the years of the Hijra: "(tahun H)", "(year A.H.)".
_OF_THE_HIJRA = re.compile(r"\bA?\.?H\b|hijr|هـ|هجر", re.IGNORECASE)
_OF_SERIES = re.compile(r"(?:n\. ?s\b|new s|s[eé]r)", re.IGNORECASE)
_OF_VOLUMES = re.compile(rf"{CAPTION}\.?", re.IGNORECASE)
# "+" asks for an ordinal, "*" says that the piece has no caption, brackets that the cataloguer gave it one.
_NO_CAPTION = "+*[] "


class Step(NamedTuple):
    """What one field tells: volume with its caption, and year; either may be "", or a stretch ("v.1-10", "1990-")."""

    volume: str
    year: str


class _Told(NamedTuple):
    """The volumes of a year, all under one caption."""

    caption: str
    numbers: frozenset[int]


def step(field: Field, captions: Field | None) -> Step:
    """An 863 as its captions say: "v.33", "2016". A caption in brackets, "(year)", isn't shown.

    https://www.loc.gov/marc/holdings/hd853855.html, hd863865.html. What is below volumes is left out, except where
    they are counted in each series ("ser.2, v.1") or each year; $o is what a supplement or an index is called, and of
    years in two calendars ($m) that of ours counts.
    """
    volume = year = ""
    is_series = False
    for code, value in field.subfields:
        words = captions.get(code) if captions is not None else ""
        if _is_year(code, words, value):
            if not year or (_is_of_another_calendar(year) and not _is_of_another_calendar(value)):
                year = _marked(words, value)
        elif code == "a":
            volume, is_series = _captioned(words, value), _OF_SERIES.match(words.lstrip(_NO_CAPTION)) is not None
        elif code == "b" and is_series:
            volume = f"{volume}, {_captioned(words, value)}"
        elif code == "b" and not volume:
            if "season" in words:
                volume = _SEASONS.get(value, value)
            elif _OF_VOLUMES.fullmatch(words.strip(_NO_CAPTION)):
                volume = _captioned(words, value)
    return Step(" ".join(filter(None, (field.get("o"), volume))), year)


def condensed(steps: Sequence[Step]) -> str:
    """Whole years and volumes from first to last, with the gaps between: "v.1-3 (1995-1997), 1999"."""
    dated = {volume for volume, year in steps if year}
    told = [each for each in steps if each.year or each.volume not in dated]
    # "2004/2005" throughout are years of study; beside single years it is an issue of two.
    pairs = any(len(each.year) == 4 for each in told)
    found: list[str] = []
    for is_plain, group in groupby(told, key=lambda each: _is_plain(each, pairs=pairs)):
        some = tuple(group)
        found.extend(_united(some) if is_plain else map(_written, some))
    return ", ".join(dict.fromkeys(filter(None, found)))


def _is_year(code: str, words: str, value: str) -> bool:
    """Whether an 863's subfield holds years: $i as a rule, and four digits under a caption in brackets, "(Jahr)"; what
    has a caption without, "tahun ke-", counts volumes.
    """
    if _FOUR_DIGITS.search(value) is None and era_year(value) is None:
        return code == "i" and not words
    return code in _CHRONOLOGY or words.startswith("(") or "year" in words or "tahun" in words


def _is_of_another_calendar(year: str) -> bool:
    found = _FOUR_DIGITS.search(year)
    return found is not None and int(found[0]) < _EARLIEST


def _marked(words: str, year: str) -> str:
    """With the mark of the Hijra where the caption, which isn't shown, bears it: Iran's solar 1350 is 1971, the lunar
    one 1931.
    """
    is_bare = _is_of_another_calendar(year) and not any(map(str.isalpha, year))
    return f"{year} H" if is_bare and _OF_THE_HIJRA.search(words) else year


def _captioned(words: str, value: str) -> str:
    words = "" if words.startswith("(") else words.strip(_NO_CAPTION)
    if not words:
        return value
    return f"{words} {value}" if words[-1].isalpha() and len(words) > 2 else words + value


def _is_plain(each: Step, *, pairs: bool) -> bool:
    """Whether it is of one year, or of `pairs` of years, or of volumes alone whose numbers can be counted; none that
    goes on.
    """
    if each.year:
        return _YEARS.fullmatch(each.year) is not None and (pairs or "/" not in each.year) and each.volume[-1:] != "-"
    return _VOLUMES.fullmatch(each.volume) is not None


def _written(each: Step) -> str:
    volume, year = each
    return f"{volume} ({year})" if volume and year else volume or year


def _united(steps: Sequence[Step]) -> Iterator[str]:
    """Steps that are plain, as stretches in the order of years; of volumes alone in theirs."""
    volumes_of: dict[int, set[str]] = {}
    alone: dict[str, set[int]] = {}
    for volume, year in steps:
        if found := _YEARS.fullmatch(year):
            for each in filter(None, found.groups()):
                volumes_of.setdefault(int(each), set()).add(volume)
        elif told := _told([volume]):
            alone.setdefault(told.caption, set()).update(told.numbers)
    for first, last in year_ranges(volumes_of):
        yield from _with_volumes([(year, _told(volumes_of[year])) for year in range(first, last + 1)])
    for caption, numbers in alone.items():
        yield from (caption + _range(*stretch) for stretch in year_ranges(numbers))


def _told(volumes: Iterable[str]) -> _Told | None:
    """The numbers of volumes under one caption; None where there is none, several, or no number."""
    found = [_VOLUMES.fullmatch(volume) for volume in volumes]
    read = [(each[1], int(each[2]), int(each[3] or each[2])) for each in found if each]
    if len(read) < len(found) or len({caption for caption, _, _ in read}) != 1:
        return None
    return _Told(read[0][0], frozenset(number for _, low, high in read for number in range(low, high + 1)))


def _with_volumes(years: Sequence[tuple[int, _Told | None]]) -> Iterator[str]:
    """Years that follow each other with their volumes, a part for each run of volumes; years alone where the volumes
    can't be counted.
    """
    told = [each for _, each in years if each is not None and each.numbers]
    if len(told) < len(years):
        yield _range(years[0][0], years[-1][0])
        return
    breaks = [at for at, (before, after) in enumerate(pairwise(told), 1) if not _goes_on(before, after)]
    for begin, end in pairwise([0, *breaks, len(told)]):
        written = _range(years[begin][0], years[end - 1][0])
        numbers = sorted(frozenset[int]().union(*(each.numbers for each in told[begin:end])))
        is_whole = numbers[-1] - numbers[0] == len(numbers) - 1
        yield f"{told[begin].caption}{_range(numbers[0], numbers[-1])} ({written})" if is_whole else written


def _goes_on(before: _Told, after: _Told) -> bool:
    """Whether the volumes of a year are those of the year before, or the next ones."""
    return before.caption == after.caption and min(before.numbers) <= min(after.numbers) <= max(before.numbers) + 1


def _range(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}-{last}"
