"""What a run takes out of the store: gathered while it reads, done at its end, so that too much can be refused."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, func, select, update

from discovery.catalog.ids import RecordKind, record_id
from indexer.store.batches import among, numbers, texts
from indexer.store.holdings import keep_numbered, outdated
from indexer.store.loading import delete_records
from indexer.store.plan import KNOWN, Known
from indexer.store.schema import source_records
from indexer.store.store import Store

_r = source_records.c
_BATCH = 1000
_LIVING = KNOWN.where(among(_r.sequence, numbers("sequences")), _r.live)
_TOUCH = update(source_records).where(among(_r.sequence, numbers("sequences"))).values(run=bindparam("this_run"))
_PRESENT = update(source_records).where(among(_r.id, texts("ids"))).values(run=bindparam("this_run"))
_CONFIRM = (
    update(source_records)
    .where(among(_r.id, texts("ids")), _r.live)
    .values(run=bindparam("this_run"), confirmed=bindparam("today"))
)
# What a partner calls by an identifier isn't always known.
KINDS: tuple[RecordKind, ...] = ("bibliographic", "authority")


@dataclass(frozen=True, slots=True)
class Departure:
    """How many of a partner's living records a run would take out, and how many there are (0 where none goes)."""

    going: int
    living: int

    def exceeds(self, share: float, unasked: int) -> bool:
        """Whether that is more than this share, and more than so many as nobody needs to be asked about."""
        return self.going > unasked and self.going > share * self.living


@dataclass(slots=True)
class Withdrawal:
    """One run's. `named` are the records, by sequence, that the partner itself says are gone."""

    store: Store
    partner: str
    run: int
    named: set[int] = field(default_factory=set)

    def confirm(self, identifiers: Collection[str], today: str) -> None:
        """The partner still has these: they aren't missing, and are confirmed today."""
        with self.store.transaction() as connection:
            connection.execute(_CONFIRM, {"ids": self._ids(identifiers), "this_run": self.run, "today": today})

    def spare(self, identifiers: Collection[str]) -> None:
        """What the store has under these isn't missing, though this run couldn't read it."""
        ids = self._ids(identifiers)
        with self.store.transaction() as connection:
            connection.execute(_PRESENT, {"ids": ids, "this_run": self.run})
            keep_numbered(connection, ids, self.run)

    def measure(self, *, missing: bool) -> Departure:
        """What would go: the named, and, where `missing`, what the run hasn't met."""
        self._touch_named()
        living = select(func.count()).select_from(source_records).where(_r.partner == self.partner, _r.live)
        with self.store.transaction() as connection:
            unseen = replaced = 0
            if missing:
                unseen = self.unseen(connection)
                replaced = connection.scalar(select(func.count()).select_from(self._replaced().subquery())) or 0
            going = len(self.named) + unseen - replaced
            # All of a partner's records are read to count them: for nothing where nothing goes.
            return Departure(going, (connection.scalar(living) or 0) if going else 0)

    def take_out_named(self) -> None:
        """Take out what the partner says is gone."""
        for batch in self._batches():
            with self.store.transaction() as connection:
                rows = connection.execute(_LIVING, {"sequences": batch}).all()
                delete_records(connection, [Known(*row) for row in rows])
        self._touch_named()
        self.named.clear()

    def take_out_replaced(self) -> None:
        """Take out the earlier versions of holdings records that have no number of their own."""
        with self.store.transaction() as connection:
            rows = connection.execute(KNOWN.where(_r.sequence.in_(self._replaced()))).all()
            delete_records(connection, [Known(*row) for row in rows])

    def take_out_missing(self) -> int:
        """Take out what the run hasn't met; how many there were."""
        self._touch_named()
        after = taken = 0
        while True:
            page = KNOWN.where(*self._unseen(), _r.sequence > after).order_by(_r.sequence)
            with self.store.transaction() as connection:
                missing = [Known(*row) for row in connection.execute(page.limit(_BATCH))]
                delete_records(connection, missing)
            if not missing:
                return taken
            after = missing[-1].sequence
            taken += len(missing)

    def unseen(self, connection: Connection) -> int:
        """How many living records the run hasn't met so far."""
        return connection.scalar(select(func.count()).select_from(source_records).where(*self._unseen())) or 0

    def _touch_named(self) -> None:
        """Those that are named aren't missing as well."""
        for batch in self._batches():
            with self.store.transaction() as connection:
                connection.execute(_TOUCH, {"sequences": batch, "this_run": self.run})

    def _batches(self) -> Iterator[list[int]]:
        named = sorted(self.named)
        for start in range(0, len(named), _BATCH):
            yield named[start : start + _BATCH]

    def _replaced(self) -> Select[Any]:
        return outdated(self.partner, self.run)

    def _unseen(self) -> tuple[ColumnElement[bool], ...]:
        return (_r.partner == self.partner, _r.live, _r.run != self.run)

    def _ids(self, identifiers: Collection[str]) -> list[str]:
        return [record_id(self.partner, kind, each) for kind in KINDS for each in identifiers]
