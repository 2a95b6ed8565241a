"""How matching is scored on labelled pairs."""

from indexer.match.score import LabelledPair, score_pairs
from tests.indexer.match.descriptions import described, of

RECORDS = (
    of(described(), number="a"),
    of(described(), number="b"),
    of(described("Gadis pantai"), number="c"),
    of(described("Bumi manusia", author="", year=None, publisher="", extent=""), number="d"),
)


def test_a_pair_is_judged_by_keys_and_comparison() -> None:
    score = score_pairs(
        RECORDS,
        (
            LabelledPair("a", "b", same=True),
            LabelledPair("b", "a", same=False),
            LabelledPair("a", "c", same=False),
            LabelledPair("a", "d", same=True),
        ),
    )
    assert [(each.met, each.judged_same, each.is_wrong) for each in score.pairs] == [
        (True, True, False),
        (True, True, True),
        (True, False, False),
        (False, False, True),
    ]
    assert (score.precision, score.recall, round(score.f1, 3)) == (0.5, 0.5, 0.5)
    assert [(each.pair.one, each.pair.other) for each in score.worst(5)] == [("b", "a"), ("a", "d")]
    assert score.worst(1) == score.worst(5)[:1]


def test_a_pair_of_a_record_that_is_not_there_is_said_and_not_scored() -> None:
    pair = LabelledPair("a", "nobody", same=True)
    score = score_pairs(RECORDS, (pair,))
    assert (score.pairs, score.unknown, score.precision, score.recall) == ((), (pair,), 1.0, 1.0)
