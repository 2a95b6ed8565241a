"""What comes in the place of what leaves answers to its ids: docs/adr/0051."""

from collections.abc import Mapping

from sqlalchemy import Connection, bindparam, select, update

from indexer.store.batches import among, numbers
from indexer.store.schema import Number, source_records

_r = source_records.c
_CLUSTERS = select(_r.sequence, _r.cluster).where(among(_r.sequence, numbers("sequences")))
_INHABITED = select(_r.cluster).where(among(_r.cluster, numbers("clusters")), _r.live).distinct()
_HAND_ON = (
    update(source_records)
    .where(_r.cluster == bindparam("left", type_=Number))
    .values(cluster=bindparam("heirs", type_=Number))
)


def hand_on(connection: Connection, heirs: Mapping[int, int]) -> None:
    """Put what is left of deserted clusters to those of the heirs, by sequence: matching decides which id is shown.

    A cluster that has another living member keeps its ids.
    """
    if not heirs:
        return
    everyone = sorted({*heirs, *heirs.values()})
    cluster_of = {row.sequence: row.cluster for row in connection.execute(_CLUSTERS, {"sequences": everyone})}
    to = {cluster_of[gone]: cluster_of[heir] for gone, heir in heirs.items()}
    inhabited = {*connection.scalars(_INHABITED, {"clusters": sorted(to)})}
    moves = [{"left": left, "heirs": cluster} for left, cluster in to.items() if left not in inhabited]
    if moves:
        connection.execute(_HAND_ON, moves)
