"""Why some partners' records are one union record, and which others came near."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from sqlalchemy import Connection

from discovery.catalog.record import Record
from indexer.match.compare import Verdict, compare
from indexer.match.features import Features, features_of
from indexer.store.clusters import Cluster, find_cluster
from indexer.store.matching import companions, mapped_records, sharing
from indexer.store.packing import unpack_keys
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
    """A union record, the verdicts on each pair of its members, and on those outside that came near, nearest first."""

    cluster: Cluster
    within: tuple[Judged, ...]
    near: tuple[Judged, ...]


def explain(store: Store, record_id: str) -> Evidence | None:
    """The evidence for the union record that answers to this id; None where nothing ever did."""
    cluster = find_cluster(store, record_id)
    if cluster is None:
        return None
    with store.transaction() as connection:
        inside, outside = _around(connection, cluster)
    features = {each.id: features_of(each) for each in (*inside, *outside)}
    within = [_judged(one, other, features) for one, other in combinations(inside, 2)]
    near = [_judged(one, other, features) for one in inside for other in outside]
    near.sort(key=lambda each: (-each.verdict.score, each.one.id, each.other.id))
    return Evidence(cluster, tuple(within), tuple(near[:_MOST_NEAR_MISSES]))


def _around(connection: Connection, cluster: Cluster) -> tuple[list[Record], list[Record]]:
    """A cluster's living records, and the records elsewhere that share a match key with them."""
    members = {each.sequence: each for each in companions(connection, [cluster.number]) if each.live}
    keys = {key for each in members.values() for key in unpack_keys(each.match_keys)[1:]}
    sharers = {sequence for found in sharing(connection, sorted(keys)).values() for sequence in found}
    records = dict(mapped_records(connection, sorted(sharers | members.keys())))
    inside = [record for sequence, record in sorted(records.items()) if sequence in members]
    outside = [record for sequence, record in sorted(records.items()) if sequence not in members]
    return inside, outside


def _judged(one: Record, other: Record, features: Mapping[str, Features]) -> Judged:
    return Judged(one, other, compare(features[one.id], features[other.id]))
