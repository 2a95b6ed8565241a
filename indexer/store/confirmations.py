"""How it is told that records were confirmed which a run of changes named, and which are as they were.

Each record's document carries the day on which it was confirmed by itself, and each partner's fact the day on which
all that it still has was (docs/adr/0007). Some partners name all their records every night: that is one fact to
publish, and no document. Where a run named only some, theirs are published again.
"""

from collections.abc import Iterable

from sqlalchemy import bindparam, select, update

from indexer.store.authorities import mark_records_for_publication
from indexer.store.batches import among, numbers
from indexer.store.holdings import mark_hosts
from indexer.store.plan import Loading
from indexer.store.schema import source_records
from indexer.store.store import Store

_r = source_records.c
_BATCH = 1000
_CONFIRM = (
    update(source_records).where(among(_r.sequence, numbers("sequences")), _r.live).values(confirmed=bindparam("today"))
)
_THESE = select(_r.sequence, _r.id, _r.cluster).where(among(_r.sequence, numbers("sequences")), _r.live)


def all_confirmed(store: Store, partner: str, loading: Loading) -> str:
    """The day (ISO) as of which a run of changes confirmed everything that its partner still has; "" where it left
    something out. What it takes out has to be marked as met already.
    """
    left_out = select(_r.sequence).where(_r.partner == partner, _r.live, _r.run != loading.run).limit(1)
    if not loading.days:
        return ""
    with store.transaction() as connection:
        return "" if connection.scalar(left_out) is not None else min(loading.days)


def confirm_later(store: Store, loading: Loading, told: str) -> None:
    """Note the later days of what is as it was, and publish it again where that is later than the day (ISO) that the
    partner's fact will have `told`.
    """
    for day, sequences in loading.later.items():
        for start in range(0, len(sequences), _BATCH):
            _confirm(store, sequences[start : start + _BATCH], day, told)
    loading.later.clear()


def _confirm(store: Store, sequences: Iterable[int], day: str, told: str) -> None:
    these = {"sequences": list(sequences)}
    with store.transaction() as connection:
        connection.execute(_CONFIRM, {**these, "today": day})
        if day > told:
            rows = connection.execute(_THESE, these).all()
            mark_records_for_publication(connection, [row.id for row in rows if row.cluster is not None])
            mark_hosts(connection, [row.sequence for row in rows if row.cluster is None])
