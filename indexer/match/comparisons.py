"""What stored records come to when two of them are compared, remembered from one chunk of records to the next."""

from collections.abc import Iterable

from sqlalchemy import Connection

from indexer.match.cluster import Candidate, Pair
from indexer.match.compare import Verdict, compare, decide
from indexer.match.decided import NOTHING_DECIDED, Decided
from indexer.match.drawn_features import features_of
from indexer.match.features import Features
from indexer.store.matching import mapped_records

# Features of this many records, and so many verdicts, are remembered from one chunk to the next (about 2 kB each).
_MOST_REMEMBERED, _MOST_VERDICTS = 20_000, 50_000
# Of pairs found apart only the numbers, some 150 bytes each, until they meet from the other side.
_MOST_APART = 200_000


class Comparisons:
    """Verdicts on pairs of stored records, each pair judged once; those that are decided as they were decided."""

    def __init__(self, decided: Decided = NOTHING_DECIDED) -> None:
        self.decided = decided
        self._known: dict[int, tuple[str, Features]] = {}
        self._verdicts: dict[Pair, Verdict] = {}
        self._apart: set[Pair] = set()

    def unsettled(self, pairs: set[Pair]) -> set[Pair]:
        """These pairs without those that were found apart before: two records that share a key meet twice, once when
        each is matched, and a hundred thousand others may come between.
        """
        settled = self._apart & pairs
        self._apart -= settled  # they meet no third time
        return pairs - settled

    def settle(self, apart: Iterable[Pair]) -> None:
        """These pairs were found apart: they need not be read and judged when they meet again."""
        if len(self._apart) < _MOST_APART:
            self._apart.update(apart)

    def learn(self, connection: Connection, sequences: Iterable[int]) -> None:
        """Read the records that aren't known yet, so that they can be judged."""
        unknown = [each for each in sequences if each not in self._known]
        if unknown:
            for sequence, record in mapped_records(connection, unknown):
                self._known[sequence] = (record.partner, features_of(record))

    def candidate(self, sequence: int, copies: int = 0) -> Candidate:
        """What grouping needs to know of a record that was learnt, and that `copies` others follow."""
        partner, features = self._known[sequence]
        return Candidate(partner, features.identifiers, copies)

    def judge(self, one: int, other: int) -> Verdict:
        """The verdict on two records that were learnt."""
        pair = (one, other) if one < other else (other, one)
        verdict = self._verdicts.get(pair)
        if verdict is None:
            verdict = compare(self._known[pair[0]][1], self._known[pair[1]][1])
            if pair in self.decided.pairs:
                verdict = decide(verdict, same=self.decided.pairs[pair])
            self._verdicts[pair] = verdict
        return verdict

    def may_link(self, one: int, other: int) -> bool:
        """Whether the verdict alone would put them together: never two of one partner on a likeness of texts."""
        verdict = self.judge(one, other)
        return verdict.same and (verdict.strong or self._known[one][0] != self._known[other][0])

    @property
    def is_full(self) -> bool:
        """Whether more is remembered than is worth its memory."""
        return len(self._known) > _MOST_REMEMBERED or len(self._verdicts) > _MOST_VERDICTS

    def forget(self) -> None:
        """Forget all records and verdicts, which can be read and judged again."""
        self._known.clear()
        self._verdicts.clear()
