"""Hits grouped by work, without bringing all of them into their exact order.

An engine sorts ten thousand hits by numbers; which of several with the same numbers comes first it would have to read
out of their titles, which costs many times more. That matters at a page's ends only: elsewhere it is the same works
that are counted.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WorksPage:
    """A page of works. `editions` counts the hits of every work. The page's works are among `candidates`: these in the
    order of their first hits, without the first `skip` of them. They first stand in the ties with the places `ties`.
    """

    editions: dict[int, int]
    candidates: tuple[int, ...] = ()
    skip: int = 0
    ties: tuple[int, ...] = ()


def page_of_works(ties: Sequence[Sequence[int]], offset: int, size: int) -> WorksPage:
    """The page that begins after `offset` works. `ties` holds the hits' works: hits that are tied stand together, in
    any order.
    """
    editions: dict[int, int] = {}
    candidates: list[int] = []
    places: list[int] = []
    skip = 0
    for place, tied in enumerate(ties):
        before = len(editions)
        is_near = before < offset + size and before + len(tied) > offset
        new = [work for work in dict.fromkeys(tied) if work not in editions] if is_near else []
        for work in tied:
            editions[work] = editions.get(work, 0) + 1
        if new and before + len(new) > offset:
            if not candidates:
                skip = offset - before
            candidates += new
            places.append(place)
    return WorksPage(editions, tuple(candidates), skip, tuple(places))
