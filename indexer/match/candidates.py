"""The records that have to be looked at together, because they share keys or are one union record already."""

from collections.abc import Iterable, Sequence, Set

from sqlalchemy import Connection

from indexer.match.cluster import Candidate, Pair, may_link
from indexer.match.compare import Verdict, compare
from indexer.match.features import Features, features_of
from indexer.store.matching import Matchable, companions, mapped_records, sharing
from indexer.store.packing import unpack_keys

# Features of this many records are remembered from one chunk to the next (about 2 kB each).
_MOST_REMEMBERED = 20_000


class Comparisons:
    """Verdicts on pairs of stored records, each pair judged once. Records that say the same share their verdicts."""

    def __init__(self) -> None:
        self._kind_of: dict[int, int] = {}
        self._partner_of: dict[int, str] = {}
        self._kinds: dict[Features, int] = {}
        self._features: list[Features] = []
        self._verdicts: dict[Pair, Verdict] = {}

    def features(self, sequence: int) -> Features:
        """What is compared of a record that was learnt."""
        return self._features[self._kind_of[sequence]]

    def partner(self, sequence: int) -> str:
        """Whose record it is."""
        return self._partner_of[sequence]

    def learn(self, connection: Connection, sequences: Iterable[int]) -> None:
        """Read the records that aren't known yet, so that they can be judged."""
        unknown = [each for each in sequences if each not in self._kind_of]
        if not unknown:
            return
        for sequence, record in mapped_records(connection, unknown):
            features = features_of(record)
            kind = self._kinds.setdefault(features, len(self._features))
            if kind == len(self._features):
                self._features.append(features)
            self._kind_of[sequence] = kind
            self._partner_of[sequence] = record.partner

    def judge(self, one: int, other: int) -> Verdict:
        """The verdict on two records that were learnt."""
        first, second = self._kind_of[one], self._kind_of[other]
        pair = (first, second) if first <= second else (second, first)
        verdict = self._verdicts.get(pair)
        if verdict is None:
            verdict = self._verdicts[pair] = compare(self._features[pair[0]], self._features[pair[1]])
        return verdict

    @property
    def is_full(self) -> bool:
        """Whether more is remembered than is worth its memory."""
        return len(self._kind_of) > _MOST_REMEMBERED


class Neighbourhood:
    """Some records with all that their matching can touch.

    `records` is closed under two relations: being in one cluster now, and being linked by a verdict. So whatever
    becomes of them is decided at once, and doesn't depend on which of them it began with.
    """

    def __init__(self, connection: Connection, comparisons: Comparisons) -> None:
        self.records: dict[int, Matchable] = {}
        self.links: dict[Pair, Verdict] = {}
        self._connection = connection
        self._comparisons = comparisons

    def gather(self, sequences: Sequence[int]) -> None:
        """Add these records and everything around them."""
        waiting: Set[int] = set(sequences)
        while waiting:
            found = companions(self._connection, sorted(waiting))
            fresh = [each for each in found if each.sequence not in self.records]
            self.records.update((each.sequence, each) for each in fresh)
            pairs = self._candidate_pairs(fresh)
            self._comparisons.learn(self._connection, {sequence for pair in pairs for sequence in pair})
            waiting = self._link(pairs) - self.records.keys()

    def candidate(self, sequence: int) -> Candidate:
        """What grouping needs to know of a record that has been compared."""
        return Candidate(self._comparisons.partner(sequence), self._comparisons.features(sequence).identifiers)

    def judge(self, one: int, other: int) -> Verdict:
        """The verdict on two records that have been compared with others."""
        return self._comparisons.judge(one, other)

    def _candidate_pairs(self, fresh: Sequence[Matchable]) -> set[Pair]:
        keys_of = {each.sequence: unpack_keys(each.match_keys) for each in fresh if each.live}
        sharers = sharing(self._connection, sorted({key for keys in keys_of.values() for key in keys}))
        return {
            (min(sequence, other), max(sequence, other))
            for sequence, keys in keys_of.items()
            for key in keys
            for other in sharers.get(key, ())
            if other != sequence
        }

    def _link(self, pairs: Iterable[Pair]) -> set[int]:
        """Keep the pairs that belong together; the records in them."""
        linked: set[int] = set()
        for pair in pairs:
            verdict = self._comparisons.judge(*pair)
            if verdict.same and may_link(self.candidate(pair[0]), self.candidate(pair[1]), verdict):
                self.links[pair] = verdict
                linked.update(pair)
        return linked
