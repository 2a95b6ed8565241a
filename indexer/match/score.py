"""How well matching does on pairs of records of which somebody knows whether they are the same edition."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from discovery.catalog.record import Record
from indexer.match.compare import Verdict, compare
from indexer.match.drawn_features import features_of
from indexer.match.features import Features
from indexer.match.keys import keys_of
from indexer.store.matching import MOST_PER_KEY


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """Two records by their source ids, and whether they are the same."""

    one: str
    other: str
    same: bool


@dataclass(frozen=True, slots=True)
class ScoredPair:
    """What matching makes of a labelled pair. Without a common key (`met` is False) it is kept apart."""

    pair: LabelledPair
    verdict: Verdict
    met: bool

    @property
    def judged_same(self) -> bool:
        """Whether the two would be one union record."""
        return self.met and self.verdict.same

    @property
    def is_wrong(self) -> bool:
        """Whether matching contradicts the label."""
        return self.judged_same != self.pair.same


@dataclass(frozen=True, slots=True)
class MatchScore:
    """The scored pairs, and those of which a record was not among the records."""

    pairs: tuple[ScoredPair, ...]
    unknown: tuple[LabelledPair, ...] = ()

    def _count(self, *, same: bool, judged_same: bool) -> int:
        return sum(each.pair.same == same and each.judged_same == judged_same for each in self.pairs)

    @property
    def joined_rightly(self) -> int:
        """Pairs that are the same, and are found to be."""
        return self._count(same=True, judged_same=True)

    @property
    def joined_wrongly(self) -> int:
        """Pairs of strangers that would become one."""
        return self._count(same=False, judged_same=True)

    @property
    def missed(self) -> int:
        """Pairs that are the same, and would stay two."""
        return self._count(same=True, judged_same=False)

    @property
    def precision(self) -> float:
        """Of the pairs that would be one, the share that is; 1.0 where none would."""
        joined = self.joined_rightly + self.joined_wrongly
        return self.joined_rightly / joined if joined else 1.0

    @property
    def recall(self) -> float:
        """Of the pairs that are one, the share that would be; 1.0 where none is."""
        same = self.joined_rightly + self.missed
        return self.joined_rightly / same if same else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def worst(self, most: int) -> tuple[ScoredPair, ...]:
        """The wrong pairs, those first of which matching was surest: wrong merges, then what was missed."""
        wrong = [each for each in self.pairs if each.is_wrong]
        return tuple(sorted(wrong, key=_blame)[:most])


def _blame(scored: ScoredPair) -> tuple[bool, float]:
    score = scored.verdict.score
    return (False, -score) if scored.judged_same else (True, score)


@dataclass(slots=True)
class _Known:
    features: dict[str, Features] = field(default_factory=dict)
    keys: dict[str, frozenset[str]] = field(default_factory=dict)


def score_pairs(records: Iterable[Record], pairs: Sequence[LabelledPair]) -> MatchScore:
    """Judge each pair as matching would, keys included: of a key that many share, only the first are candidates.

    The rule that one partner has one record in a union record is left out: labelled pairs don't name partners.
    """
    wanted = {each for pair in pairs for each in (pair.one, pair.other)}
    known, crowds = _Known(), Counter[str]()
    for record in records:
        features = features_of(record)
        keys = keys_of(features)
        crowds.update(keys)
        if record.source_id in wanted:
            known.features[record.source_id] = features
            known.keys[record.source_id] = frozenset([key for key in keys if crowds[key] <= MOST_PER_KEY])
    there = [pair for pair in pairs if pair.one in known.features and pair.other in known.features]
    missing = [pair for pair in pairs if pair.one not in known.features or pair.other not in known.features]
    return MatchScore(tuple(_scored(pair, known) for pair in there), tuple(missing))


def _scored(pair: LabelledPair, known: _Known) -> ScoredPair:
    verdict = compare(known.features[pair.one], known.features[pair.other])
    return ScoredPair(pair, verdict, not known.keys[pair.one].isdisjoint(known.keys[pair.other]))
