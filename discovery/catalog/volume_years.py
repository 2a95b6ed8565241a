"""Which year a serial's volume is of, where statements of holdings name both: one library's "Th. 1-15" can then stand
beside another's "1921-1935".

Z39.71 and MFHD let a library say volumes (enumeration), years (chronology) or both, and each says it in its own way.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from msgspec.structs import replace

from discovery.catalog.holding import Stretch


def years_of_volumes(stretches: Iterable[Stretch]) -> Mapping[int, int]:
    """The year of each volume of which it is certain.

    That is each volume that stands beside its year, and those between two such volumes where there are as many of
    them as years. Where a volume has two years, or a later one an earlier year, the numbers began anew or somebody
    miscounted: then nothing is certain.
    """
    named = sorted({pair for stretch in stretches for pair in _named(stretch)})
    if any(volume == other or year > later for (volume, year), (other, later) in pairwise(named)):
        return {}
    known = dict(named)
    for (volume, year), (other, later) in pairwise(named):
        if other - volume == later - year:
            known.update(zip(range(volume, other), range(year, later), strict=True))
    return known


def with_years(stretch: Stretch, years: Mapping[int, int]) -> Stretch:
    """A stretch of volumes with the years that they are of; as it is where it has years, or theirs aren't all known."""
    begin = stretch.first_volume
    if has_years(stretch) or begin is None:
        return stretch
    end = begin if stretch.last_volume is None else stretch.last_volume
    if begin not in years or end not in years:
        return stretch
    return replace(stretch, first=years[begin], last=None if stretch.is_open else years[end])


def has_years(stretch: Stretch) -> bool:
    """Whether a stretch says of which years it is; an open one has to say when it begins."""
    return stretch.first is not None or (stretch.last is not None and not stretch.is_open)


def _named(stretch: Stretch) -> Iterator[tuple[int, int]]:
    """The volumes that stand beside one year: "v.1-10 (1950-1959)" names two, "v.3 (1971-1973)" none."""
    if stretch.last_volume is None:
        if stretch.first_volume is not None and stretch.first is not None and stretch.last in (None, stretch.first):
            yield stretch.first_volume, stretch.first
        return
    if stretch.first_volume is not None and stretch.first is not None:
        yield stretch.first_volume, stretch.first
    if stretch.last is not None:
        yield stretch.last_volume, stretch.last
