"""Prints how well matching does on labelled pairs."""

from discovery.counting import counted
from indexer.console import OUT, print_json
from indexer.match.score import MatchScore, ScoredPair

_MOST_ERRORS = 20


def show_score(score: MatchScore, *, as_json: bool) -> None:
    """Precision, recall and F1, and the errors of which matching was surest, with their reasons."""
    if as_json:
        print_json(_as_json(score))
        return
    OUT.print(f"pairs      {len(score.pairs):>8,}", highlight=False)
    for name in ("precision", "recall", "f1"):
        OUT.print(f"{name:<10} {getattr(score, name):8.4f}", highlight=False)
    OUT.print(
        f"{score.joined_wrongly:,} would be one wrongly, {score.missed:,} would stay two wrongly", highlight=False
    )
    if score.unknown:
        OUT.print(
            f"{counted(len(score.unknown), 'pair')} left out, with a record that isn't there",
            highlight=False,
        )
    for scored in score.worst(_MOST_ERRORS):
        _show(scored)


def _show(scored: ScoredPair) -> None:
    judged = "one" if scored.judged_same else "two"
    why = "" if scored.met else ", no key in common"
    line = f"\n{scored.pair.one} | {scored.pair.other}: judged {judged} ({scored.verdict.score:.2f}{why})"
    OUT.print(line, markup=False, highlight=False)
    for reason in scored.verdict.reasons:
        OUT.print(
            f"  {reason.weight:+.2f}  {reason.code}  {' | '.join(reason.values)}",
            markup=False,
            highlight=False,
        )


def _as_json(score: MatchScore) -> dict[str, object]:
    return {
        "pairs": len(score.pairs),
        "precision": round(score.precision, 6),
        "recall": round(score.recall, 6),
        "f1": round(score.f1, 6),
        "joined_rightly": score.joined_rightly,
        "joined_wrongly": score.joined_wrongly,
        "missed": score.missed,
        "unknown": len(score.unknown),
        "errors": [_error(scored) for scored in score.worst(len(score.pairs))],
    }


def _error(scored: ScoredPair) -> dict[str, object]:
    pair, verdict = scored.pair, scored.verdict
    return {"id1": pair.one, "id2": pair.other, "same": pair.same, "judged_same": scored.judged_same,
            "met": scored.met, "score": verdict.score, "reasons": verdict.reasons}  # fmt: skip
