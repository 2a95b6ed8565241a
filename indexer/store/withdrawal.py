"""What a run takes out of the store: gathered while it reads, done at its end, so that too much can be refused."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, func, or_, select, update

from discovery.catalog.ids import record_id
from indexer.store.batches import among, numbers, texts
from indexer.store.holdings import keep_numbered, outdated
from indexer.store.loading import delete_records
from indexer.store.match_keys import Keyed
from indexer.store.packing import KINDS
from indexer.store.plan import KNOWN, Known
from indexer.store.schema import source_records
from indexer.store.store import Store
from indexer.store.succession import note_heirs

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
_STAYING = select(_r.sequence).where(among(_r.sequence, numbers("sequences")), _r.live)
# Those of some records that stay with their partner.
Staying = Callable[[Sequence[int]], set[int]]
# For records that leave, those that stay and are the same under another identifier: `indexer.match.successors`. The
# number is the first sequence that stood beside none of them in a run that was finished.
Successors = Callable[[Connection, Sequence[Keyed], Staying, int], Mapping[int, int]]


def nobody(_connection: Connection, _leaving: Sequence[Keyed], _staying: Staying, _new: int) -> Mapping[int, int]:
    """No record comes in another's place."""
    return {}


@dataclass(frozen=True, slots=True)
class Departure:
    """How many of a partner's records a run would take out, and of how many: those that the last finished run had, and
    what goes of those that came since. What came and stays doesn't count, or the larger file of another library would
    hide that everything goes. Both are 0 where none goes.
    """

    going: int
    living: int

    def exceeds(self, share: float, unasked: int) -> bool:
        """Whether that is more than this share, and more than so many as nobody needs to be asked about."""
        return self.going > unasked and self.going > share * self.living


@dataclass(slots=True)
class Withdrawal:
    """One run's. `new` is the first sequence that the partner's last finished run didn't have. `named` are the records,
    by sequence, that the partner itself says are gone; `renumbered` counts those taken out that are there under another
    identifier.
    """

    store: Store
    partner: str
    run: int
    new: int
    successors: Successors = nobody
    named: set[int] = field(default_factory=set)
    renumbered: int = 0

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
        standing = or_(_r.sequence < self.new, _r.run != self.run)
        living = select(func.count()).select_from(source_records).where(_r.partner == self.partner, _r.live, standing)
        with self.store.transaction() as connection:
            unseen = replaced = 0
            if missing:
                unseen = self.unseen(connection)
                replaced = connection.scalar(select(func.count()).select_from(self._replaced().subquery())) or 0
            going = len(self.named) + unseen - replaced
            # All of a partner's records are read to count them: for nothing where nothing goes.
            return Departure(going, max(going, connection.scalar(living) or 0) if going else 0)

    def without_renumbered(self, departure: Departure, *, missing: bool) -> Departure:
        """Less what is there under another identifier: nobody loses that."""
        kept = 0
        for batch in chain(self._named(), self._missing() if missing else ()):
            with self.store.transaction() as connection:
                kept += len(self._heirs(connection, self._living(connection, batch), met=missing))
        return replace(departure, going=departure.going - kept)

    def take_out_named(self, *, missing: bool = False) -> None:
        """Take out what the partner says is gone; `missing` says that what the run hasn't met goes after it."""
        for batch in self._named():
            self._take_out(batch, met=missing)
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
        return sum(self._take_out(batch, met=True) for batch in self._missing())

    def unseen(self, connection: Connection) -> int:
        """How many living records the run hasn't met so far."""
        return connection.scalar(select(func.count()).select_from(source_records).where(*self._unseen())) or 0

    def _take_out(self, batch: Sequence[int], *, met: bool) -> int:
        """Take these out, and note what comes in their place; how many there were."""
        with self.store.transaction() as connection:
            leaving = self._living(connection, batch)
            heirs = self._heirs(connection, leaving, met=met)
            delete_records(connection, leaving)
            note_heirs(connection, heirs)
        self.renumbered += len(heirs)
        return len(leaving)

    def _living(self, connection: Connection, batch: Sequence[int]) -> list[Known]:
        return [Known(*row) for row in connection.execute(_LIVING, {"sequences": batch}).all()]

    def _heirs(self, connection: Connection, leaving: Sequence[Known], *, met: bool) -> Mapping[int, int]:
        """`met` says that only what the run has met stays."""

        def staying(sequences: Sequence[int]) -> set[int]:
            stays = _STAYING.where(_r.partner == self.partner)
            found = connection.scalars(stays.where(_r.run == self.run) if met else stays, {"sequences": sequences})
            return {*found} - self.named

        keyed = [(each.sequence, each.keys) for each in leaving if each.cluster is not None]
        return self.successors(connection, keyed, staying, self.new) if keyed else {}

    def _touch_named(self) -> None:
        """Those that are named aren't missing as well."""
        for batch in self._named():
            with self.store.transaction() as connection:
                connection.execute(_TOUCH, {"sequences": batch, "this_run": self.run})

    def _named(self) -> Iterator[list[int]]:
        named = sorted(self.named)
        return (named[start : start + _BATCH] for start in range(0, len(named), _BATCH))

    def _missing(self) -> Iterator[list[int]]:
        """What the run hasn't met, in pages; each may be taken out before the next is asked for."""
        page = [0]
        while page:
            following = select(_r.sequence).where(*self._unseen(), _r.sequence > page[-1]).order_by(_r.sequence)
            with self.store.transaction() as connection:
                page = [*connection.scalars(following.limit(_BATCH))]
            if page:
                yield page

    def _replaced(self) -> Select[Any]:
        return outdated(self.partner, self.run)

    def _unseen(self) -> tuple[ColumnElement[bool], ...]:
        return (_r.partner == self.partner, _r.live, _r.run != self.run)

    def _ids(self, identifiers: Collection[str]) -> list[str]:
        return [record_id(self.partner, kind, each) for kind in KINDS for each in identifiers]
