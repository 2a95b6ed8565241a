"""Stretches of a serial: which years they come to, what is missing between them, and how they are written."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec.structs import replace

from discovery.catalog.holding import Stretch


def years_held(stretches: Iterable[Stretch], until: int) -> frozenset[int]:
    """The years of which something is held; an open stretch goes on `until` that year."""
    held: set[int] = set()
    for stretch in stretches:
        last = until if stretch.is_open else stretch.last
        if stretch.first is not None:
            held.update(range(stretch.first, (last if last is not None else stretch.first) + 1))
        elif last is not None and not stretch.is_open:
            held.add(last)
    return frozenset(held)


def without_years(stretches: Iterable[Stretch], missing: frozenset[int]) -> Iterator[Stretch]:
    """The stretches without these years; one from whose middle some are taken falls into parts."""
    for stretch in stretches:
        end = stretch.last if stretch.last is not None else stretch.first
        lost = sorted(
            year for year in missing if stretch.first is not None and end is not None and year >= stretch.first
        )
        lost = [year for year in lost if stretch.is_open or year <= (end or 0)]
        begin = stretch.first
        for year in lost:
            if begin is not None and begin < year:
                volume = stretch.first_volume if begin == stretch.first else None
                yield Stretch(begin, year - 1, volume)
            begin = year + 1
        if not lost:
            yield stretch
        elif stretch.is_open or (begin is not None and end is not None and begin <= end):
            yield replace(stretch, first=begin, first_volume=None)


def without_volumes(stretches: Iterable[Stretch], missing: frozenset[int]) -> Iterator[Stretch]:
    """The stretches without these volumes; nobody knows which volumes of "v.1-10 (1950-1955)" are of which year, so
    that it stays whole.
    """
    for stretch in stretches:
        first, last = stretch.first_volume, stretch.last_volume
        if first is None or last is None or missing.isdisjoint(range(first, last + 1)):
            yield stretch
            continue
        dated = stretch.first is not None or stretch.last is not None
        begin = stretch.first if stretch.first is not None and _years_match(stretch, last - first) else None
        if stretch.is_open or (dated and begin is None):
            yield stretch
            continue
        for low, high in year_ranges(set(range(first, last + 1)) - missing):
            yield Stretch(_after(begin, low - first), _after(begin, high - first), low, high)


def _after(year: int | None, years: int) -> int | None:
    return None if year is None else year + years


def _years_match(stretch: Stretch, volumes: int) -> bool:
    return stretch.first is not None and stretch.last is not None and stretch.last - stretch.first == volumes


def volumes_held(stretches: Iterable[Stretch]) -> frozenset[int]:
    """The volumes that are named; of an open stretch only the first, for nobody says how far it goes."""
    held: set[int] = set()
    for stretch in stretches:
        first, last = stretch.first_volume, stretch.last_volume
        begin, end = first if first is not None else last, last if last is not None else first
        if begin is not None and end is not None:
            held.update(range(begin, end + 1))
    return frozenset(held)


def year_ranges(years: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Years as ranges, both ends in them: 1971, 1972, 1975 → (1971, 1972), (1975, 1975)."""
    ranges: list[tuple[int, int]] = []
    for year in sorted(set(years)):
        if ranges and year == ranges[-1][1] + 1:
            ranges[-1] = (ranges[-1][0], year)
        else:
            ranges.append((year, year))
    return tuple(ranges)


def gaps(years: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """The ranges of years that are missing between the first and the last."""
    held = year_ranges(years)
    return tuple((before[1] + 1, after[0] - 1) for before, after in pairwise(held))


def united_stretches(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """The same in order, those that follow each other without a gap as one; by volumes where both have them. Volumes
    without a year that stand among others with theirs, as a second copy's may, are told by those.
    """
    united: list[Stretch] = []
    for stretch in sorted(stretches, key=_beginning):
        if united and _follows(united[-1], stretch):
            united[-1] = _joined(united[-1], stretch)
        else:
            united.append(stretch)
    return tuple(each for each in united if not any(_is_told_by(each, other) for other in united))


def run_text(stretches: Iterable[Stretch]) -> str:
    """Stretches as a catalogue writes them: "v.1-3 (1979-1983), v.5 (1985), 1990-"."""
    return ", ".join(filter(None, map(_text, stretches)))


def _beginning(stretch: Stretch) -> tuple[int, int]:
    year = stretch.first if stretch.first is not None else stretch.last
    return year or 0, stretch.first_volume or 0


def _end(first: int | None, last: int | None) -> int | None:
    return last if last is not None else first


def _is_told_by(stretch: Stretch, other: Stretch) -> bool:
    first, begin = stretch.first_volume, other.first_volume
    last, end = _end(first, stretch.last_volume), _end(begin, other.last_volume)
    if _end(stretch.first, stretch.last) is not None or _end(other.first, other.last) is None or stretch.is_open:
        return False
    if first is None or last is None or begin is None or end is None:
        return False
    return begin <= first and (other.is_open or last <= end)


def _follows(before: Stretch, after: Stretch) -> bool:
    """Whether nothing is missing between two of which the second begins later, or with a higher volume.

    Volumes may leave out years ("v.1 (1950), v.2 (1955)"), but those that begin anew in a later year are others: "v.20
    (1857)" and "v.5 (1918)" name nothing between. What has no year says nothing of what has one.
    """
    volume, year = _end(before.first_volume, before.last_volume), _end(before.first, before.last)
    begin = _end(after.last, after.first)
    if (year is None) != (begin is None):
        return False
    if volume is not None and after.first_volume is not None:
        if before.is_open or year is None or begin is None or after.first_volume > volume:
            return before.is_open or after.first_volume <= volume + 1
        return begin <= (year + 1 if after.first_volume == volume else year)
    if year is None or begin is None or volume is not None or after.first_volume is not None:
        return False
    return before.is_open or begin <= year + 1


def _joined(before: Stretch, after: Stretch) -> Stretch:
    return replace(
        before,
        last=None if before.is_open or after.is_open else _later(before.first, before.last, after.first, after.last),
        last_volume=_later(before.first_volume, before.last_volume, after.first_volume, after.last_volume),
        is_open=before.is_open or after.is_open,
    )


def _later(*numbers: int | None) -> int | None:
    return max((number for number in numbers if number is not None), default=None)


def _text(stretch: Stretch) -> str:
    volumes = _range("v.", stretch.first_volume, stretch.last_volume, is_open=stretch.is_open)
    years = _range("", stretch.first, stretch.last, is_open=stretch.is_open)
    return f"{volumes} ({years})" if volumes and years else volumes or years


def _range(mark: str, first: int | None, last: int | None, *, is_open: bool) -> str:
    begin = first if first is not None else last
    if begin is None:
        return ""
    if is_open:
        return f"{mark}{begin}-"
    return f"{mark}{begin}" if last in (None, begin) else f"{mark}{begin}-{last}"
