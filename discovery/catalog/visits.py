"""Which libraries to visit to have everything on a list: the fewest, and of as few the nearest."""

from collections.abc import Mapping
from dataclasses import dataclass

# Up to here every choice is weighed (4,096 sets of records); beyond, the library with most of what is missing is next.
_MOST_WEIGHED = 12

Choice = tuple[int, int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Visit:
    """A library, and what is fetched there."""

    library: str
    records: tuple[str, ...]


def plan_visits(holders: Mapping[str, tuple[str, ...]], distances: Mapping[str, int]) -> tuple[Visit, ...]:
    """`holders` are the libraries of each record, `distances` grow with the way to a library; 0 is the reader's own.

    The plan begins with the nearest library, which gives all that it has. Records that no library has are left out.
    """
    wanted = {record: libraries for record, libraries in holders.items() if libraries}
    chosen = _weighed(wanted, distances) if len(wanted) <= _MOST_WEIGHED else _greedy(wanted, distances)
    plan: list[Visit] = []
    left = dict(wanted)
    for library in sorted(chosen, key=lambda code: (distances.get(code, 0), code)):
        found = tuple(record for record, libraries in left.items() if library in libraries)
        for record in found:
            del left[record]
        if found:
            plan.append(Visit(library, found))
    return tuple(plan)


def _weighed(wanted: Mapping[str, tuple[str, ...]], distances: Mapping[str, int]) -> tuple[str, ...]:
    """The best choice of all, by the first record that it leaves open."""
    records = list(wanted)
    covers: dict[str, int] = {}
    for at, record in enumerate(records):
        for library in wanted[record]:
            covers[library] = covers.get(library, 0) | 1 << at
    best: dict[int, Choice] = {0: (0, 0, ())}
    everything = (1 << len(records)) - 1
    for covered in range(everything):
        if covered not in best:
            continue
        number, way, libraries = best[covered]
        first = next(at for at in range(len(records)) if not covered >> at & 1)
        for library in wanted[records[first]]:
            after = covered | covers[library]
            choice = (number + 1, way + distances.get(library, 0), tuple(sorted((*libraries, library))))
            if after not in best or choice < best[after]:
                best[after] = choice
    return best[everything][2]


def _greedy(wanted: Mapping[str, tuple[str, ...]], distances: Mapping[str, int]) -> tuple[str, ...]:
    """At most as many times longer than the best as the logarithm of the list's length (Chvátal 1979)."""
    left = dict(wanted)
    chosen: list[str] = []
    while left:
        counts: dict[str, int] = {}
        for libraries in left.values():
            for library in libraries:
                counts[library] = counts.get(library, 0) + 1
        library = min(counts, key=lambda code: (-counts[code], distances.get(code, 0), code))
        chosen.append(library)
        left = {record: libraries for record, libraries in left.items() if library not in libraries}
    return tuple(chosen)
