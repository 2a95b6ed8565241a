"""The union list of one serial: who holds which years or volumes, what is missing, and what only one library has.

ISO 10324 and ANSI/NISO Z39.71 say how holdings are stated; what they come to together is counted here year by year, or
volume by volume where nobody says the years.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from msgspec.structs import replace

from discovery.catalog.holding import Holding, Stretch
from discovery.catalog.record import UnionRecord
from discovery.catalog.stretches import gaps, volumes_held, year_ranges, years_held
from discovery.catalog.volume_years import has_years, with_years, years_of_volumes

Unit = Literal["year", "volume"]
Range = tuple[int, int]
# A misprint ("v.1-19999") must not fill the page or the memory.
_LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class LibraryRun:
    """One library's part. `only` is what no other library has; `words` are its statements as it wrote them.

    `is_open` says that it still receives the serial. Nothing is `held` where its words can't be read; `is_told` says
    that all of them could be. `by_volumes` says that years were worked out of volumes that stand beside them elsewhere.
    """

    library: str
    held: tuple[Range, ...]
    missing: tuple[Range, ...]
    only: tuple[Range, ...]
    words: tuple[str, ...]
    is_open: bool = False
    is_told: bool = True
    by_volumes: bool = False


@dataclass(frozen=True, slots=True)
class UnionList:
    """The whole serial from the first to the last year or volume that anybody has. `missing` is what nobody has."""

    unit: Unit
    first: int
    last: int
    held: tuple[Range, ...]
    missing: tuple[Range, ...]
    libraries: tuple[LibraryRun, ...]


@dataclass(frozen=True, slots=True)
class ListedSerial:
    """A serial in the union list of many.

    `whole` is None where no library says what can be read; `runs` are the parts of those that say anything, `silent`
    the codes of those that don't. `sole` is the only library that has it at all, "" where there are several.
    """

    record: UnionRecord
    whole: UnionList | None
    runs: tuple[LibraryRun, ...]
    silent: tuple[str, ...]
    sole: str

    @property
    def is_sure(self) -> bool:
        """Whether what nobody else names is only here: every holder says what it has, in words that could be read."""
        return not self.silent and all(run.is_told for run in self.runs)


def listed_serial(record: UnionRecord, year: int) -> ListedSerial:
    """A serial with what its libraries have of it. `year` is the present one."""
    whole = union_list(record.holdings, year, record.description.publication.last_year)
    runs = (
        whole.libraries
        if whole
        else tuple(
            LibraryRun(library, (), (), (), _words(parts), is_told=False)
            for library, parts in _stated(record.holdings).items()
        )
    )
    telling = {run.library for run in runs}
    libraries = record.libraries
    silent = tuple(code for code in libraries if code not in telling)
    return ListedSerial(record, whole, runs, silent, libraries[0] if len(libraries) == 1 else "")


def union_list(holdings: Iterable[Holding], year: int, ended: int | None = None) -> UnionList | None:
    """The union list of these holdings; None where none of them says what it is of. `year` is the present one.

    An open run goes on until the year in which its library last confirmed it, or in which the serial `ended`.
    """
    stated = _stated(holdings)
    years = years_of_volumes(_sound_stretches(chain.from_iterable(stated.values())))
    dated = {library: _dated(parts, years) for library, parts in stated.items()}
    unit: Unit = "year"
    held = {library: _years(parts, year, ended) for library, parts in dated.items()}
    if not any(held.values()):
        unit = "volume"
        held = {library: _volumes(parts) for library, parts in dated.items()}
    everything = frozenset[int]().union(*held.values())
    if not everything:
        return None
    owners = Counter(number for numbers in held.values() for number in numbers)
    alone = frozenset(number for number, count in owners.items() if count == 1) if len(held) > 1 else frozenset()
    runs = tuple(
        LibraryRun(
            library,
            year_ranges(held[library]),
            gaps(held[library]),
            year_ranges(held[library] & alone),
            _words(parts),
            is_open=any(_goes_on(stretch, unit, ended) for part in parts for stretch in part.stretches),
            is_told=all(_is_told(part, unit) for part in parts),
            by_volumes=parts != stated[library],
        )
        for library, parts in dated.items()
    )
    return UnionList(unit, min(everything), max(everything), year_ranges(everything), gaps(everything), runs)


def _stated(holdings: Iterable[Holding]) -> Mapping[str, list[Holding]]:
    """The holdings that say what they are of, by library."""
    stated: dict[str, list[Holding]] = {}
    for holding in holdings:
        if holding.run:
            stated.setdefault(holding.library, []).append(holding)
    return stated


def _words(parts: Iterable[Holding]) -> tuple[str, ...]:
    """A library's statements as it wrote them, each once."""
    return tuple(dict.fromkeys(part.run for part in parts))


def _dated(parts: Sequence[Holding], years: Mapping[int, int]) -> list[Holding]:
    """With the years of their volumes where these are known.

    A library that names years somewhere would name those of a run that goes on: "v.1-18 (1985-2002)", an old "v.11-".
    """
    says_years = any(has_years(each) for part in parts for each in part.stretches)
    return [
        replace(
            part,
            stretches=tuple(
                each if each.is_open and says_years else with_years(each, years) for each in part.stretches
            ),
        )
        for part in parts
    ]


def _years(parts: Iterable[Holding], year: int, ended: int | None) -> frozenset[int]:
    held = frozenset[int]()
    for part in parts:
        confirmed = int(part.confirmed[:4]) if part.confirmed[:4].isdigit() else year
        stretches = (
            replace(each, last=ended, is_open=False) if _has_ended(each, ended) else each
            for each in _sound_stretches([part])
        )
        held |= years_held(stretches, min(confirmed, year))
    return held


def _is_told(part: Holding, unit: Unit) -> bool:
    """Whether all that a statement says can be counted in this unit."""
    sound = [*_sound_stretches([part])]
    told = (has_years(each) if unit == "year" else bool(volumes_held([each])) for each in sound)
    return bool(sound) and len(sound) == len(part.stretches) and all(told)


def _goes_on(stretch: Stretch, unit: Unit, ended: int | None) -> bool:
    """Whether a run reaches to this day; among years one without any ("v.11-") says nothing of them."""
    is_told = unit == "volume" or stretch.first is not None
    return stretch.is_open and is_told and not _has_ended(stretch, ended)


def _has_ended(stretch: Stretch, ended: int | None) -> bool:
    """Whether a run was left open of a serial that came to its end; not where it begins after that."""
    return ended is not None and stretch.is_open and stretch.first is not None and stretch.first <= ended


def _volumes(parts: Iterable[Holding]) -> frozenset[int]:
    return volumes_held(_sound_stretches(parts))


def _sound_stretches(parts: Iterable[Holding]) -> Iterator[Stretch]:
    for part in parts:
        for stretch in part.stretches:
            if (stretch.last_volume or 0) - (stretch.first_volume or 0) <= _LONGEST:
                yield stretch
