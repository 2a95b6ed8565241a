"""What labelled pairs would change in the weights of matching, and how well the weights do on pairs they never saw.

    python -m benchmarks.match_weights RECORDS PAIRS.csv [--folds 5]

Beginning with the shipped weights, those that pairs can tell are fitted by logistic regression; those that are set (SET
in indexer/match/weights.py) stay what they are. Pairs that have a record in common, directly or by way of others, are
in one part, so that no record is judged by weights that were fitted on it. Prints precision and recall of the fitted
weights on the parts that they weren't fitted on, those of the shipped weights there, and the table fitted on all pairs
beside the shipped one.
"""

import argparse
import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from indexer.match.cluster import connected
from indexer.match.compare import Reason
from indexer.match.score import ScoredPair
from indexer.match.weights import SET, THRESHOLD, WEIGHTS
from indexer.match_score import score_files
from indexer.workers import Workers

_ROUNDS = 300
_STEP = 1.0
# How strongly a weight is drawn back to the shipped one, in pairs; a reason given fewer times keeps it.
_PULL = 20.0
_FEWEST = 20

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Example:
    """A labelled pair that has a key in common: the reasons that may be fitted, and what the set ones come to."""

    codes: tuple[str, ...]
    given: float
    same: bool


def example(scored: ScoredPair, fitted: frozenset[str]) -> Example:
    """A pair with only the reasons that are fitted."""
    reasons = scored.verdict.reasons
    codes = [reason.code for reason in reasons]
    given = sum(reason.weight for reason in reasons if reason.code not in fitted)
    return Example(tuple(code for code in codes if code in fitted), given, scored.pair.same)


def fit(examples: Sequence[Example], fitted: frozenset[str]) -> dict[str, float]:
    """Weights under which the log-odds of being the same are the score less the threshold.

    Each weight moves by its own gradient, scaled by how often its reason was given.
    """
    often = Counter(code for each in examples for code in each.codes)
    weights = {code: WEIGHTS[code] for code in fitted}
    for _ in range(_ROUNDS):
        slope: dict[str, float] = defaultdict(float)
        for each in examples:
            score = each.given + sum(weights[code] for code in each.codes) - THRESHOLD
            missing = each.same - 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))
            for code in each.codes:
                slope[code] += missing
        for code, times in often.items():
            if times >= _FEWEST:
                weights[code] += _STEP * (slope[code] - _PULL * (weights[code] - WEIGHTS[code])) / (times / 4 + _PULL)
    return weights


def judged(pairs: Iterable[ScoredPair], weights: Weights) -> tuple[int, int, int]:
    """How many pairs are joined rightly, joined wrongly, and missed."""
    counts = Counter[tuple[bool, bool]]()
    for scored in pairs:
        score = sum(_weight(reason, weights) for reason in scored.verdict.reasons)
        counts[scored.met and score >= THRESHOLD, scored.pair.same] += 1
    return counts[True, True], counts[True, False], counts[False, True]


def _weight(reason: Reason, weights: Weights) -> float:
    """What is excused weighs what it is excused to."""
    return weights[reason.code] if reason.weight == WEIGHTS[reason.code] else reason.weight


def parts(pairs: Sequence[ScoredPair], count: int) -> list[list[ScoredPair]]:
    """The pairs in so many parts, all pairs of one record in the same."""
    numbers = {
        name: place for place, name in enumerate({each for pair in pairs for each in (pair.pair.one, pair.pair.other)})
    }
    groups = connected(list(numbers.values()), [(numbers[each.pair.one], numbers[each.pair.other]) for each in pairs])
    random.Random(1).shuffle(groups)
    part_of = {member: place % count for place, group in enumerate(groups) for member in group}
    found: list[list[ScoredPair]] = [[] for _ in range(count)]
    for each in pairs:
        found[part_of[numbers[each.pair.one]]].append(each)
    return found


def shown(name: str, counts: tuple[int, int, int]) -> str:
    """A line with precision and recall."""
    rightly, wrongly, missed = counts
    return f"{name:<28} precision {rightly / (rightly + wrongly):.4f}  recall {rightly / (rightly + missed):.4f}"


def main() -> None:
    """Fit, judge, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records")
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--folds", type=int, default=5)
    chosen = parser.parse_args()
    with Workers() as workers:
        pairs = score_files(chosen.records, chosen.pairs, workers).pairs
    fitted = frozenset(WEIGHTS) - SET
    totals = Counter[int]()
    found = parts(sorted(pairs, key=lambda each: (each.pair.one, each.pair.other)), chosen.folds)
    for place, part in enumerate(found):
        others = [each for other in found[:place] + found[place + 1 :] for each in other if each.met]
        weights = WEIGHTS | fit([example(each, fitted) for each in others], fitted)
        counts = judged(part, weights)
        totals.update(dict(enumerate(counts)))
        print(shown(f"fitted, part {place + 1}", counts), shown("  shipped", judged(part, WEIGHTS)), sep="\n")
    print(
        shown("fitted, all parts", (totals[0], totals[1], totals[2])),
        shown("shipped, all parts", judged(pairs, WEIGHTS)),
        sep="\n",
    )
    weights = fit([example(each, fitted) for each in pairs if each.met], fitted)
    for code in WEIGHTS:
        if code in fitted:
            print(f"{code:<24} shipped {WEIGHTS[code]:+5.1f}  fitted {weights[code]:+5.1f}")


if __name__ == "__main__":
    main()
