"""Puts hits in the one order that every engine gives: no ties, on any page.

tantivy sorts by one number or by score, and leaves equal ones in the order of its segments. Here the hits come in
by that first key, and each run of equal ones that touches the page is then sorted by the title's columns. A run of
equal scores may be most of the catalogue ("NOT film"): such a one is read in the order of titles instead.
"""

from itertools import groupby

import tantivy
from tantivy import DocAddress, Order, Query

from discovery.engines.embedded.compile import Compiler, flat_score
from discovery.search.number_columns import order_columns
from discovery.search.request import Sort
from discovery.search.tree import Node

# Scores of one value differ in their last bits with the order in which a segment adds them up.
SAME_SCORE = 1e-6
# Hits fetched beyond the page at first, so that most ties at its end are complete.
_SPARE = 40
_GROWTH = 4
# A longer run of equal scores isn't fetched whole: 170,000 hits of "NOT history" took 1.3 s.
_LONG_RUN = 4_096

_TEXT_ORDERS: dict[Sort, str] = {"title": "title_order", "author": "author_order"}
_NUMBER_ORDERS: dict[Sort, tuple[str, Order]] = {
    "newest": ("year", Order.Desc),
    "oldest": ("year", Order.Asc),
    "holdings": ("holders", Order.Desc),
}

Key = float | int | None
Hits = list[tuple[Key, DocAddress]]
Ranked = tuple[float, DocAddress]


class Ordering:
    """Ranks the matches of a query on one searcher."""

    def __init__(self, searcher: tantivy.Searcher, compiler: Compiler) -> None:
        self._searcher = searcher
        self._compiler = compiler

    def rank(self, query: Query, tree: Node, sort: Sort, start: int, end: int) -> tuple[list[Ranked], int]:
        """The hits from `start` to `end` with their scores (0 unless sorted by relevance), and the total."""
        numbered = _NUMBER_ORDERS.get(sort)
        if numbered is not None:
            return self._by_number(query, *numbered, start, end)
        flat = flat_score(tree)
        if sort == "relevance" and flat is None:
            return self._by_score(query, start, end)
        order = _TEXT_ORDERS.get(sort, "title_order")
        hits, total = self._by_text(query, order, start, end)
        score = flat or 0.0 if sort == "relevance" else 0.0
        return [(score, address) for address in hits], total

    def _by_score(self, query: Query, start: int, end: int) -> tuple[list[Ranked], int]:
        hits, total = self._up_to_tie(query, end)
        if _is_complete(hits, end, total):
            return self._settle(hits, "title_order", start, end), total
        first = _runs(hits, end - 1, end)[0][0]
        score = hits[first][0] or 0.0
        ranked = self._settle(hits, "title_order", start, first)
        tied = self._of_score(query, score, end - first, total)[max(start - first, 0) :]
        return ranked + [(score, address) for address in tied], total

    def _of_score(self, query: Query, score: float, count: int, total: int) -> list[DocAddress]:
        """The first hits of one score by title: those in ever longer stretches of the titles' order, until there are
        enough of them.
        """
        order = "title_order"
        column = order_columns(order)[0]
        wanted = count + _LONG_RUN
        while True:
            titles = self._searcher.search(query, wanted, order_by_field=column, order=Order.Asc, count=False).hits
            last = None if wanted >= total else titles[-1][0]
            stretch = query if last is None else self._compiler.within(query, self._compiler.up_to(column, last))
            hits = [hit for hit in self._all_of(stretch, wanted) if _same(hit[0], score)]
            if last is None or len(hits) >= count:
                return [address for _, address in self._settle(hits, order, 0, count)]
            wanted *= _GROWTH

    def _all_of(self, query: Query, limit: int) -> Hits:
        """Every hit of a query that has about so many; more of them where many titles begin alike."""
        found = self._searcher.search(query, limit + _SPARE)
        total = _count(found)
        return found.hits if total <= len(found.hits) else self._searcher.search(query, total).hits

    def _by_text(self, query: Query, order: str, start: int, end: int) -> tuple[list[DocAddress], int]:
        hits, total = self._until_tie_ends(query, end, order_columns(order)[0], Order.Asc)
        return [address for _, address in self._settle(hits, order, start, end)], total

    def _by_number(self, query: Query, field: str, order: Order, start: int, end: int) -> tuple[list[Ranked], int]:
        """A run of equal numbers may be half the catalogue: where one crosses an edge of the page, it is asked
        for again in the order of titles instead of being fetched whole.
        """
        found = self._searcher.search(query, max(end, 1), order_by_field=field, order=order)
        total, hits = _count(found), found.hits
        ranked: list[Ranked] = []
        for first, last in _runs(hits, start, end):
            if first >= start and (last < len(hits) or last == total):
                ranked += self._settle(hits, "title_order", first, last)
                continue
            same = self._compiler.within(query, self._compiler.number(field, hits[first][0]))
            tied, _ = self._by_text(same, "title_order", max(start - first, 0), min(last, end) - first)
            ranked += [(0.0, address) for address in tied]
        return [(0.0, address) for _, address in ranked], total

    def _up_to_tie(self, query: Query, end: int) -> tuple[Hits, int]:
        """The best hits, with the run that holds the last of the page unless that is a long one."""
        found = self._searcher.search(query, end + _SPARE)
        if not _is_complete(found.hits, end, _count(found)):
            found = self._searcher.search(query, end + _LONG_RUN)
        return found.hits, _count(found)

    def _until_tie_ends(self, query: Query, end: int, field: str, order: Order) -> tuple[Hits, int]:
        """The first hits, as many as it takes for the run that holds the last of the page to be complete."""
        limit = end + _SPARE
        while True:
            found = self._searcher.search(query, limit, order_by_field=field, order=order)
            hits, total = found.hits, _count(found)
            if _is_complete(hits, end, total):
                return hits, total
            limit *= _GROWTH

    def _settle(self, hits: Hits, order: str, start: int, end: int) -> list[Ranked]:
        """The hits from `start` to `end`, equal ones by the order's columns. Runs at the edges must be complete."""
        runs = _runs(hits, start, end)
        if not runs:
            return []
        first, last = runs[0][0], runs[-1][1]
        addresses = [address for _, address in hits[first:last]]
        run_of = [at for at, (begin, stop) in enumerate(runs) for _ in range(stop - begin)]
        columns = [self._searcher.fast_field_values(column, addresses) for column in order_columns(order)]
        keys = list(zip(run_of, *columns, strict=True))
        settled: list[Ranked] = []
        for _, tied in groupby(sorted(range(len(keys)), key=keys.__getitem__), key=keys.__getitem__):
            places = list(tied)
            if len(places) > 1:
                places.sort(key=lambda place: self._stored(addresses[place], order))
            settled += [(hits[first + place][0] or 0.0, addresses[place]) for place in places]
        return settled[start - first : end - first]

    def _stored(self, address: DocAddress, order: str) -> bytes:
        return self._searcher.doc(address).get_first(order) or b""


def _is_complete(hits: Hits, end: int, total: int) -> bool:
    """Whether these first hits of so many hold the whole of the run that the last of the page is in."""
    return end == 0 or len(hits) >= total or not _same(hits[end - 1][0], hits[-1][0])


def _runs(hits: Hits, start: int, end: int) -> list[tuple[int, int]]:
    """Where the runs of equal first keys that overlap the page begin and end."""
    end = min(end, len(hits))
    if start >= end:
        return []
    first = start
    while first > 0 and _same(hits[first - 1][0], hits[first][0]):
        first -= 1
    runs = []
    while first < end:
        last = first + 1
        while last < len(hits) and _same(hits[last - 1][0], hits[last][0]):
            last += 1
        runs.append((first, last))
        first = last
    return runs


def _same(one: Key, other: Key) -> bool:
    if one is None or other is None:
        return one is other
    if isinstance(one, float):
        return abs(one - other) <= SAME_SCORE * abs(one)
    return one == other


def _count(found: tantivy.SearchResult) -> int:
    count: int = found.count  # type: ignore[attr-defined]  # missing in tantivy's stubs
    return count
