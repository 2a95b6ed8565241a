"""What loading would do to the store, worked out without writing."""

from collections.abc import Iterable, Sequence

from sqlalchemy import func, select

from indexer.report import Counts
from indexer.store.packing import PackedRecord
from indexer.store.plan import Loading, plan_batch
from indexer.store.runs import without_zeros
from indexer.store.schema import source_records
from indexer.store.store import Store

_NO_RUN = -1


class Rehearsal:
    """Counts how a partner's records would end, as `PartnerRun` would."""

    def __init__(self, store: Store, partner: str, listed: Iterable[str]) -> None:
        self.counts = Counts()
        self._store = store
        self._partner = partner
        self._listed = frozenset(without_zeros(each) for each in listed)
        self._loading = Loading(_NO_RUN, "", self._is_listed)
        self._seen: set[str] = set()
        self._standing = 0

    def load(self, batch: Sequence[PackedRecord]) -> None:
        """Count a batch's outcomes; of two records with one identifier the first counts."""
        fresh = [item for item in batch if item.id not in self._seen]
        self.counts.add("skipped", len(batch) - len(fresh))
        self._seen.update(item.id for item in fresh)
        with self._store.transaction() as connection:
            plan = plan_batch(connection, fresh, self._loading)
        for outcome in plan.outcomes:
            self.counts.add(outcome)
        changed = sum(before.live for before, _ in plan.changed)
        self._standing += changed + len(plan.unchanged) + len(plan.deleted)

    def unseen(self) -> int:
        """How many of the partner's living records were not in the batches."""
        count = select(func.count()).select_from(source_records)
        with self._store.transaction() as connection:
            living = connection.scalar(count.where(source_records.c.partner == self._partner, source_records.c.live))
        return (living or 0) - self._standing

    def _is_listed(self, item: PackedRecord) -> bool:
        return item.kind == "bibliographic" and without_zeros(item.source_id) in self._listed
