"""Why some partners' records are one union record, and which others came near."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from sqlalchemy import Connection

from discovery.catalog.record import Record
from indexer.match.compare import Verdict, compare, decide
from indexer.match.decisions import NO_DECISIONS, Decision, Decisions, IdPair, id_pair
from indexer.match.drawn_features import features_of
from indexer.match.features import Features
from indexer.store.clusters import Cluster, find_cluster
from indexer.store.matching import companions, mapped_records, named_records, sharing
from indexer.store.packed_keys import unpack_keys
from indexer.store.store import Store

_MOST_NEAR_MISSES = 20


@dataclass(frozen=True, slots=True)
class Judged:
    """The verdict on two records."""

    one: Record
    other: Record
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Evidence:
    """A union record, the verdicts on each pair of its members, and on those outside that came near, nearest first.

    `decisions` are librarians' on its records, past and present.
    """

    cluster: Cluster
    within: tuple[Judged, ...]
    near: tuple[Judged, ...]
    decisions: tuple[Decision, ...] = ()


def explain(store: Store, record_id: str, decisions: Decisions = NO_DECISIONS) -> Evidence | None:
    """The evidence for the union record that answers to this id; None where nothing ever did."""
    cluster = find_cluster(store, record_id)
    if cluster is None:
        return None
    decided = tuple(each for each in decisions.given if not set(each.ids).isdisjoint(cluster.ids))
    with store.transaction() as connection:
        inside, outside = _around(connection, cluster, sorted({each for decision in decided for each in decision.ids}))
    features = {each.id: features_of(each) for each in (*inside, *outside)}
    pairs = decisions.pairs()
    within = [_judged(one, other, features, pairs) for one, other in combinations(inside, 2)]
    near = [_judged(one, other, features, pairs) for one in inside for other in outside]
    near.sort(key=lambda each: (not each.verdict.decided, -each.verdict.score, each.one.id, each.other.id))
    return Evidence(cluster, tuple(within), tuple(near[:_MOST_NEAR_MISSES]), decided)


def _around(connection: Connection, cluster: Cluster, named: Sequence[str]) -> tuple[list[Record], list[Record]]:
    """A cluster's living records, and the records elsewhere that share a match key with them or are named."""
    members = {each.sequence: each for each in companions(connection, [cluster.number]) if each.live}
    keys = {key for each in members.values() for key in unpack_keys(each.match_keys)[1:]}
    sharers = {sequence for found in sharing(connection, sorted(keys)).values() for sequence in found}
    sharers.update(each.sequence for each in named_records(connection, named).values() if each.live)
    records = dict(mapped_records(connection, sorted(sharers | members.keys())))
    inside = [record for sequence, record in sorted(records.items()) if sequence in members]
    outside = [record for sequence, record in sorted(records.items()) if sequence not in members]
    return inside, outside


def _judged(one: Record, other: Record, features: Mapping[str, Features], decided: Mapping[IdPair, bool]) -> Judged:
    verdict = compare(features[one.id], features[other.id])
    same = decided.get(id_pair(one.id, other.id))
    return Judged(one, other, verdict if same is None else decide(verdict, same=same))
