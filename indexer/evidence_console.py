"""Prints why records are one union record."""

from collections.abc import Sequence

from discovery.catalog.record import Record
from discovery.errors import NotFound
from indexer.console import OUT, print_json
from indexer.match.decisions import FILE as DECISIONS
from indexer.match.decisions import Decision
from indexer.match.explain import Evidence, Judged


def show_evidence(evidence: Evidence | None, record: str, *, as_json: bool) -> None:
    """The members, the reasons for each pair, and the records outside that came near.

    Raises NotFound where there is no evidence, since `record` was never a record's id.
    """
    if evidence is None:
        raise NotFound(f"No record has ever had the id {record}.")
    if as_json:
        print_json(_as_json(evidence))
        return
    cluster = evidence.cluster
    OUT.print(f"{cluster.title}\n{cluster.id} answers to {', '.join(cluster.ids)}", markup=False, highlight=False)
    if not cluster.members:
        OUT.print("It is gone: its last owner withdrew it.")
    for member in cluster.members:
        OUT.print(f"  {_named(member.record)}, confirmed {member.confirmed}", markup=False, highlight=False)
    for each in evidence.decisions:
        OUT.print(_decision_shown(each), markup=False, highlight=False)
    if len(cluster.members) > 1:
        OUT.print("\nWhy they are one:")
    _show_pairs(evidence.within)
    if evidence.near:
        OUT.print("\nNear, and kept apart:")
    _show_pairs(evidence.near)


def _decision_shown(decision: Decision) -> str:
    kind = "always" if decision.same else "never"
    why = f": {decision.why}" if decision.why else ""
    return f"{DECISIONS}, line {decision.line}: {' and '.join(decision.names)} are {kind} one{why}"


def _show_pairs(pairs: Sequence[Judged]) -> None:
    for pair in pairs:
        verdict = pair.verdict
        judged = "same" if verdict.same else "not the same"
        by = "decided" if verdict.decided else f"{verdict.score:.2f}"
        OUT.print(f"  {_named(pair.one)} | {_named(pair.other)}: {judged} ({by})", markup=False)
        for reason in verdict.reasons:
            # What a librarian says isn't weighed.
            weight = "     " if reason.code.startswith("decided-") else f"{reason.weight:+.2f}"
            OUT.print(f"    {weight}  {reason.code}  {' | '.join(reason.values)}", markup=False)


def _named(record: Record) -> str:
    return f"{record.partner} {record.source_id} “{record.description.title.full}”"


def _as_json(evidence: Evidence) -> dict[str, object]:
    cluster = evidence.cluster
    return {
        "id": cluster.id,
        "ids": cluster.ids,
        "title": cluster.title,
        "members": [
            {"id": each.record.id, "partner": each.record.partner, "source_id": each.record.source_id,
             "confirmed": each.confirmed}
            for each in cluster.members
        ],
        "within": [_pair_json(each) for each in evidence.within],
        "near": [_pair_json(each) for each in evidence.near],
        "decisions": evidence.decisions,
    }  # fmt: skip


def _pair_json(pair: Judged) -> dict[str, object]:
    return {"one": pair.one.id, "other": pair.other.id, "same": pair.verdict.same, "score": pair.verdict.score,
            "reasons": pair.verdict.reasons}  # fmt: skip
