"""What loading would do to the store, worked out without writing."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, func, select

from discovery.catalog.ids import record_id
from indexer.report import Counts, Outcome
from indexer.store.batches import among, numbers, texts
from indexer.store.match_keys import Keyed
from indexer.store.packing import KINDS, PackedRecord
from indexer.store.plan import AsOf, Loading, plan_batch
from indexer.store.repetition import repetition
from indexer.store.runs import first_new, without_zeros
from indexer.store.schema import source_records
from indexer.store.store import Store
from indexer.store.withdrawal import Departure

_NO_RUN = -1
_PAGE = 1000
_r = source_records.c
_STANDING = select(_r.sequence, _r.id).where(among(_r.sequence, numbers("sequences")), _r.live)


class Rehearsal:
    """Counts how a partner's records would end, as `PartnerRun` would; `changed` of those loaded are there already, and
    `repeated` counts by their reason those skipped that are there already, `met` and `again` by file, as there.

    `listed` are the identifiers on the partner's deletion lists. `new` is the first sequence that the partner's last
    finished run didn't have.
    """

    def __init__(self, store: Store, partner: str, listed: Iterable[str]) -> None:
        self.counts = Counts()
        self.changed = 0
        self._revived = 0
        self.repeated, self.met, self.again = Counter[str](), Counter[str](), Counter[str]()
        self.store = store
        self._partner = partner
        on_lists = [without_zeros(each) for each in listed]
        self._listed = frozenset(on_lists)
        self._loading = Loading(_NO_RUN, AsOf(""), self._is_listed)
        self._gone: set[str] = set()
        self._seen: set[str] = set()
        self._kept: set[str] = set()
        with store.transaction() as connection:
            self._struck = self._living_listed(connection) if on_lists else {}
            self.new = first_new(connection, partner)
        struck = sum(each in self._struck.values() for each in self._listed)
        self.counts.add("deleted", struck)
        self.counts.add("unchanged", len(on_lists) - struck)

    def load(self, batch: Sequence[PackedRecord]) -> list[PackedRecord]:
        """Count a batch's outcomes; of two records with one identifier the first counts. Gives what would stand."""
        fresh = [item for item in batch if self._seen.isdisjoint(item.ids)]
        again = [item for item in batch if not self._seen.isdisjoint(item.ids)]
        self.counts.add("skipped", len(again))
        self.repeated.update(repetition(item) for item in again)
        self.met.update(item.file for item in batch)
        self.again.update(item.file for item in again)
        with self.store.transaction() as connection:
            plan = plan_batch(connection, fresh, self._loading)
        standing = []
        for item, outcome in zip(fresh, plan.outcomes, strict=True):
            ended: Outcome = "unchanged" if item.id in self._struck else outcome
            if not self._seen.isdisjoint(item.ids):
                ended = "skipped"
                self.repeated[repetition(item)] += 1
                self.again[item.file] += 1
            elif self.stands(item):
                standing.append(item)
            self._seen.update(item.ids)
            self.counts.add(ended)
        self.changed += sum(before.live for before, _ in plan.changed)
        self._revived += sum(not before.live and before.sequence < self.new for before, _ in plan.changed)
        self._gone.update(before.id for before in plan.deleted)
        return standing

    def stands(self, item: PackedRecord) -> bool:
        """Whether it is neither marked as deleted nor on a deletion list."""
        return not item.deleted and not self._is_listed(item)

    def keep(self, source_ids: Iterable[str]) -> None:
        """Records under these identifiers were refused: what stands under them isn't missing."""
        self._kept.update(record_id(self._partner, kind, each) for each in source_ids for kind in KINDS)

    def unseen(self) -> int:
        """How many of the partner's living records were in no batch and on no list."""
        return self._living() - self._living(since=0)

    def departure(self, withdrawn: int) -> Departure:
        """What would go, with so many that are missing, and of how many."""
        going = len(self._gone | self._struck.keys()) + withdrawn
        return Departure(going, max(going, self._living() - self._living(since=self.new) + self._revived))

    def leaving(self, *, missing: bool) -> Iterator[list[Keyed]]:
        """The records that would go, with their keys, in pages; `missing` says that those in no batch go too."""
        own = select(_r.sequence, _r.id, _r.match_keys).where(
            _r.partner == self._partner, _r.live, _r.match_keys != b""
        )
        after = -1
        while True:
            page = own.where(_r.sequence > after).order_by(_r.sequence).limit(_PAGE)
            with self.store.transaction() as connection:
                rows = connection.execute(page).all()
            if not rows:
                return
            yield [(row.sequence, row.match_keys) for row in rows if self._leaves(row.id, missing=missing)]
            after = rows[-1].sequence

    def unread(self, connection: Connection, sequences: Sequence[int], *, missing: bool) -> set[int]:
        """Those of these records that would stay as they are, though they were in no batch."""
        own = _STANDING.where(_r.partner == self._partner)
        rows = connection.execute(own, {"sequences": sequences})
        return {row.sequence for row in rows if row.id not in self._seen and not self._leaves(row.id, missing=missing)}

    def _leaves(self, known: str, *, missing: bool) -> bool:
        if known in self._gone or known in self._struck:
            return True
        return missing and known not in self._seen and known not in self._kept

    def _living(self, since: int | None = None) -> int:
        """How many of the partner's records stand; with `since` those that were met, from this sequence on."""
        living = select(func.count()).where(_r.partner == self._partner, _r.live)
        if since is not None:
            living = living.where(_r.sequence >= since, among(_r.id, texts("ids")))
        with self.store.transaction() as connection:
            met = {"ids": sorted(self._seen | self._kept | self._struck.keys())}
            return connection.scalar(living, {} if since is None else met) or 0

    def _living_listed(self, connection: Connection) -> dict[str, str]:
        """The living records that a deletion list names: id → identifier as it is compared."""
        living = select(_r.id, _r.source_id).where(_r.partner == self._partner, _r.kind == "bibliographic", _r.live)
        found = ((row.id, without_zeros(row.source_id)) for row in connection.execute(living))
        return {each: plain for each, plain in found if plain in self._listed}

    def _is_listed(self, item: PackedRecord) -> bool:
        return item.kind == "bibliographic" and without_zeros(item.source_id) in self._listed
