"""Puts hits in the one order that every engine gives: no ties, on any page.

tantivy sorts by one number or by score, and leaves equal ones in the order of its segments. Here the hits come in
by that first key, and each run of equal ones that touches the page is then sorted by the title's columns. A run of
equal scores may be most of the catalogue ("NOT film"): such a one is read in the order of titles instead.
"""

from itertools import groupby

import tantivy
from tantivy import DocAddress, Order, Query

from discovery.engines.embedded.compile import Compiler
from discovery.engines.embedded.flat_score import flat_score
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

_TITLE = "title_order"
_NUMBER_ORDERS: dict[Sort, tuple[str, Order]] = {
    "newest": ("year", Order.Desc),
    "oldest": ("year", Order.Asc),
    "holdings": ("holders", Order.Desc),
    "arrived": ("arrived", Order.Desc),
}

Key = float | int | None
Hits = list[tuple[Key, DocAddress]]
Ranked = tuple[float, DocAddress]
# Hits that only an order's string tells apart, in any order.
Tie = list[Ranked]


class Ordering:
    """Ranks the matches of a query on one searcher."""

    def __init__(self, searcher: tantivy.Searcher, compiler: Compiler) -> None:
        self._searcher = searcher
        self._compiler = compiler

    def rank(self, query: Query, tree: Node, sort: Sort, start: int, end: int) -> tuple[list[Ranked], int]:
        """The hits from `start` to `end` with their scores (0 unless sorted by relevance), and the total."""
        ties, total = self.ties(query, tree, sort, start, end)
        return [hit for tie in ties for hit in self.settle(tie, sort)], total

    def ties(self, query: Query, tree: Node, sort: Sort, start: int, end: int) -> tuple[list[Tie], int]:
        """The same, as far as numbers can tell: to read ten thousand hits' titles takes longer than to find them."""
        numbered = _NUMBER_ORDERS.get(sort)
        if numbered is not None:
            return self._by_number(query, *numbered, start, end)
        flat = flat_score(tree)
        if sort == "relevance" and flat is None:
            return self._by_score(query, start, end)
        return self._by_text(query, _order(sort), start, end, flat or 0.0 if sort == "relevance" else 0.0)

    def settle(self, tie: Tie, sort: Sort) -> list[Ranked]:
        """The hits of a tie in their order."""
        return self._settled(tie, _order(sort)) if len(tie) > 1 else tie

    def _by_score(self, query: Query, start: int, end: int) -> tuple[list[Tie], int]:
        hits, total = self._up_to_tie(query, end)
        if _is_complete(hits, end, total):
            return self._ties(hits, _TITLE, start, end), total
        first = _runs(hits, end - 1, end)[0][0]
        score = hits[first][0] or 0.0
        ties = self._ties(hits, _TITLE, start, first)
        return ties + self._of_score(query, score, max(start - first, 0), end - first, total), total

    def _of_score(self, query: Query, score: float, start: int, end: int, total: int) -> list[Tie]:
        """The hits of one score by title: those in ever longer stretches of the titles' order, until there are enough
        of them.
        """
        column = order_columns(_TITLE)[0]
        wanted = end + _LONG_RUN
        while True:
            titles = self._searcher.search(query, wanted, order_by_field=column, order=Order.Asc, count=False).hits
            last = None if wanted >= total else titles[-1][0]
            stretch = query if last is None else self._compiler.within(query, self._compiler.up_to(column, last))
            hits = [hit for hit in self._all_of(stretch, wanted) if _same(hit[0], score)]
            if last is None or len(hits) >= end:
                return self._ties(hits, _TITLE, start, end, score)
            wanted *= _GROWTH

    def _all_of(self, query: Query, limit: int) -> Hits:
        """Every hit of a query that has about so many; more of them where many titles begin alike."""
        found = self._searcher.search(query, limit + _SPARE)
        total = _count(found)
        return found.hits if total <= len(found.hits) else self._searcher.search(query, total).hits

    def _by_text(self, query: Query, order: str, start: int, end: int, score: float) -> tuple[list[Tie], int]:
        hits, total = self._until_tie_ends(query, end, order_columns(order)[0], Order.Asc)
        return self._ties(hits, order, start, end, score), total

    def _by_number(self, query: Query, field: str, order: Order, start: int, end: int) -> tuple[list[Tie], int]:
        """A run of equal numbers may be half the catalogue: where one crosses an edge of the page, it is asked
        for again in the order of titles instead of being fetched whole.
        """
        found = self._searcher.search(query, max(end, 1), order_by_field=field, order=order)
        total, hits = _count(found), found.hits
        ties: list[Tie] = []
        for first, last in _runs(hits, start, end):
            if first >= start and (last < len(hits) or last == total):
                ties += self._ties(hits, _TITLE, first, last, 0.0)
                continue
            same = self._compiler.within(query, self._compiler.number(field, hits[first][0]))
            ties += self._by_text(same, _TITLE, max(start - first, 0), min(last, end) - first, 0.0)[0]
        return ties, total

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

    def _ties(self, hits: Hits, order: str, start: int, end: int, score: float | None = None) -> list[Tie]:
        """The hits from `start` to `end`, equal ones by the order's columns. Runs at the edges must be complete; a
        tie that reaches beyond is settled here. Their keys are their scores where `score` isn't.
        """
        runs = _runs(hits, start, end)
        if not runs:
            return []
        first, last = runs[0][0], runs[-1][1]
        addresses = [address for _, address in hits[first:last]]
        run_of = [at for at, (begin, stop) in enumerate(runs) for _ in range(stop - begin)]
        columns = [self._searcher.fast_field_values(column, addresses) for column in order_columns(order)]
        keys = list(zip(run_of, *columns, strict=True))
        ties: list[Tie] = []
        at = first
        for _, tied in groupby(sorted(range(len(keys)), key=keys.__getitem__), key=keys.__getitem__):
            places = list(tied)
            after = at + len(places)
            if at < end and after > start:
                tie = [
                    (hits[first + place][0] or 0.0 if score is None else score, addresses[place]) for place in places
                ]
                is_cut = at < start or after > end
                cut = self._settled(tie, order)[max(start - at, 0) : end - at] if is_cut else ()
                ties += [[hit] for hit in cut] if is_cut else [tie]
            at = after
        return ties

    def _settled(self, tie: Tie, order: str) -> list[Ranked]:
        return sorted(tie, key=lambda hit: self._searcher.doc(hit[1]).get_first(order) or b"")


def _order(sort: Sort) -> str:
    return "author_order" if sort == "author" else _TITLE


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
    before = hits[first][0]
    for at in range(first + 1, len(hits)):
        key = hits[at][0]
        if key != before and not _same(before, key):
            runs.append((first, at))
            if at >= end:
                return runs
            first = at
        before = key
    return [*runs, (first, len(hits))]


def _same(one: Key, other: Key) -> bool:
    if isinstance(one, float):
        return abs(one - (other or 0.0)) <= SAME_SCORE * one
    return one == other


def _count(found: tantivy.SearchResult) -> int:
    count: int = found.count  # type: ignore[attr-defined]  # missing in tantivy's stubs
    return count
