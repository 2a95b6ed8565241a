"""The union list of one serial: who holds which years or volumes, what is missing, and what only one library has.

ISO 10324 and ANSI/NISO Z39.71 say how holdings are stated; what they come to together is counted here year by year, or
volume by volume where nobody says the years.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from msgspec.structs import replace

from discovery.catalog.holding import Holding, Stretch
from discovery.catalog.record import UnionRecord
from discovery.catalog.stretches import gaps, volumes_held, year_ranges, years_held

Unit = Literal["year", "volume"]
Range = tuple[int, int]
# A misprint ("v.1-19999") must not fill the page or the memory.
_LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class LibraryRun:
    """One library's part. `only` is what no other library has; `words` are its statements as it wrote them.

    `is_open` says that it still receives the serial. Nothing is `held` where its words can't be read.
    """

    library: str
    held: tuple[Range, ...]
    missing: tuple[Range, ...]
    only: tuple[Range, ...]
    words: tuple[str, ...]
    is_open: bool = False


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


def listed_serial(record: UnionRecord, year: int) -> ListedSerial:
    """A serial with what its libraries have of it. `year` is the present one."""
    whole = union_list(record.holdings, year, record.description.publication.last_year)
    runs = (
        whole.libraries
        if whole
        else tuple(
            LibraryRun(library, (), (), (), _words(parts)) for library, parts in _stated(record.holdings).items()
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
    unit: Unit = "year"
    held = {library: _years(parts, year, ended) for library, parts in stated.items()}
    if not any(held.values()):
        unit = "volume"
        held = {library: _volumes(parts) for library, parts in stated.items()}
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
            any(_goes_on(stretch, unit, ended) for part in parts for stretch in part.stretches),
        )
        for library, parts in stated.items()
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


def _years(parts: Iterable[Holding], year: int, ended: int | None) -> frozenset[int]:
    held = frozenset[int]()
    for part in parts:
        confirmed = int(part.confirmed[:4]) if part.confirmed[:4].isdigit() else year
        stretches = (
            replace(each, last=ended, is_open=False) if _has_ended(each, ended) else each
            for each in part.stretches
            if _is_sound(each)
        )
        held |= years_held(stretches, min(confirmed, year))
    return held


def _goes_on(stretch: Stretch, unit: Unit, ended: int | None) -> bool:
    """Whether a run reaches to this day; among years one without any ("v.11-") says nothing of them."""
    is_told = unit == "volume" or stretch.first is not None
    return stretch.is_open and is_told and not _has_ended(stretch, ended)


def _has_ended(stretch: Stretch, ended: int | None) -> bool:
    """Whether a run was left open of a serial that came to its end; not where it begins after that."""
    return ended is not None and stretch.is_open and stretch.first is not None and stretch.first <= ended


def _volumes(parts: Iterable[Holding]) -> frozenset[int]:
    return volumes_held(stretch for part in parts for stretch in part.stretches if _is_sound(stretch))


def _is_sound(stretch: Stretch) -> bool:
    volumes = (stretch.last_volume or 0) - (stretch.first_volume or 0)
    return volumes <= _LONGEST
