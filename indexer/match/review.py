"""The pairs of records on which a librarian's word is worth most: those that matching judged least surely."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from heapq import heappush, heappushpop

from sqlalchemy import Connection

from discovery.catalog.record import Record
from indexer.match.candidates import Neighbourhood
from indexer.match.cluster import Pair
from indexer.match.compare import Verdict
from indexer.match.comparisons import Comparisons
from indexer.match.decided import decided_on
from indexer.match.decisions import NO_DECISIONS, Decisions
from indexer.match.weights import THRESHOLD
from indexer.store.matching import companions, mapped_records, sequences_after
from indexer.store.meeting_keys import meeting_keys
from indexer.store.store import Store

_CHUNK = 1000


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two records, how they were judged, and whether they are one union record now."""

    one: Record
    other: Record
    verdict: Verdict
    together: bool

    @property
    def distance(self) -> float:
        """How far the score is from the threshold."""
        return _distance(self.verdict)


def doubtful_pairs(
    store: Store,
    most: int,
    partners: Collection[str] = (),
    decisions: Decisions = NO_DECISIONS,
    progress: Callable[[int], None] | None = None,
) -> list[Doubt]:
    """The `most` pairs nearest to the threshold, the nearest first, ties in the order of assignment.

    All pairs that a key brings together are compared; those that contradict each other and those that are decided on
    are left out, and, where `partners` are given, those of which neither record is theirs.
    """
    found: list[tuple[float, int, int]] = []
    for pair, verdict in _judged_pairs(store, partners, decisions, progress):
        place = (-_distance(verdict), -pair[0], -pair[1])
        if len(found) < most:
            heappush(found, place)
        else:
            heappushpop(found, place)
    with store.transaction() as connection:
        return _doubts(connection, [(-one, -other) for _, one, other in sorted(found, reverse=True)], decisions)


def _distance(verdict: Verdict) -> float:
    return round(abs(verdict.score - THRESHOLD), 2)


def _judged_pairs(
    store: Store, partners: Collection[str], decisions: Decisions, progress: Callable[[int], None] | None
) -> Iterator[tuple[Pair, Verdict]]:
    """Every pair that could be in doubt, once: it is found by the earlier of the two."""
    with store.transaction() as connection:
        decided, meeting = decided_on(connection, decisions), meeting_keys(connection)
    comparisons, after = Comparisons(decided), 0
    while True:
        with store.transaction() as connection:
            page = sequences_after(connection, after, _CHUNK)
            area = Neighbourhood(connection, comparisons, meeting)
            pairs = area.meet(page) if page else set()
        if not page:
            return
        for pair in sorted(pairs):
            verdict = comparisons.judge(*pair)
            doubtful = not verdict.decided and not verdict.contradicted
            theirs = not partners or any(comparisons.candidate(each).partner in partners for each in pair)
            if after < pair[0] <= page[-1] and doubtful and theirs:
                yield pair, verdict
        after = page[-1]
        if progress is not None:
            progress(len(page))
        if comparisons.is_full:
            comparisons.forget()


def _doubts(connection: Connection, pairs: list[Pair], decisions: Decisions) -> list[Doubt]:
    wanted = sorted({each for pair in pairs for each in pair})
    comparisons = Comparisons(decided_on(connection, decisions))
    comparisons.learn(connection, wanted)
    records = dict(mapped_records(connection, wanted))
    clusters = {each.sequence: each.cluster for each in companions(connection, wanted)}
    return [
        Doubt(records[one], records[other], comparisons.judge(one, other), clusters[one] == clusters[other])
        for one, other in pairs
    ]
