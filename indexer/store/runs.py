"""A run over one partner's source, and what is remembered of it."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field

import msgspec
from sqlalchemy import ColumnElement, Connection, bindparam, func, insert, select, update

from discovery.catalog.ids import RecordKind, record_id
from indexer.report import Counts, Outcome, Rejected, Skipped
from indexer.store.batches import among, numbers, texts
from indexer.store.holdings import keep_numbered, outdated, settle_links
from indexer.store.loading import delete_records, load_batch
from indexer.store.packing import PackedRecord
from indexer.store.plan import KNOWN, Known, Loading
from indexer.store.rejections import forget_rejections, note_rejections
from indexer.store.schema import partners, runs, source_records
from indexer.store.store import Store, next_sequence

_r = source_records.c
_BY_SEQUENCE = KNOWN.where(among(_r.sequence, numbers("sequences")))
_PRESENT = update(source_records).where(among(_r.id, texts("ids"))).values(run=bindparam("this_run"))
_BATCH = 1000
# What a rejected record would have been isn't always known.
KINDS: tuple[RecordKind, ...] = ("bibliographic", "authority")
_REPETITION = "an earlier record of this run has the same identifier; the first one counts"


@dataclass(frozen=True, slots=True)
class PartnerState:
    """What is remembered of a partner. `last_synced` is None before a run has finished; `state` is its source's."""

    code: str
    last_synced: str | None = None
    counts: Counts = field(default_factory=Counts)
    state: str = ""


class PartnerRun:
    """One run over one partner's source. Every call is one transaction: a killed run is simply begun again.

    Deletion lists come first (`delete`), then the records (`load`) and what couldn't be read (`reject`), and last
    `finish`. `counts` holds how the items ended so far; `withdrawn` how many `finish` found missing.
    """

    def __init__(self, store: Store, partner: str, number: int, today: str, sequence: int) -> None:
        self.partner = partner
        self.number = number
        self.counts = Counts()
        self.withdrawn = 0
        self._store = store
        self._sequence = sequence
        self._listed: set[tuple[str, str]] = set()
        self._rejected: set[str] = set()
        self._files: set[str] = set()
        self._loading = Loading(number, today, self._is_listed)

    def delete(self, source_ids: Iterable[str], kind: RecordKind = "bibliographic") -> list[Outcome]:
        """Take out what a deletion list names; leading zeros don't count. An outcome for each, in order.

        A record that is on the list and yet comes in a file of this run counts as deleted, so that the same files
        and lists loaded again change nothing.
        """
        listed = [without_zeros(each) for each in source_ids]
        self._listed.update((kind, each) for each in listed)
        with self._store.transaction() as connection:
            living = self._living(connection, kind, frozenset(listed))
            delete_records(connection, [known for records in living.values() for known in records])
        outcomes: list[Outcome] = ["deleted" if living.pop(each, None) else "unchanged" for each in listed]
        self._count(outcomes)
        return outcomes

    def load(self, batch: Sequence[PackedRecord]) -> list[Outcome]:
        """Store some thousand records at most; an outcome for each, in order."""
        with self._store.transaction() as connection:
            outcomes = load_batch(connection, batch, self._loading, self._sequence)
            repeated = [
                Skipped(item.file, item.position, item.source_id, _REPETITION)
                for item, outcome in zip(batch, outcomes, strict=True)
                if outcome == "skipped"
            ]
            note_rejections(connection, self.partner, self.number, repeated)
            self._sequence = next_sequence(connection)
        self._files.update(item.file for item in batch)
        self._count(outcomes)
        return outcomes

    def reject(self, items: Sequence[Rejected | Skipped]) -> None:
        """Note what couldn't be loaded. What the store has under a rejected identifier isn't missing, so it stays."""
        with self._store.transaction() as connection:
            note_rejections(connection, self.partner, self.number, items)
        self._rejected.update(item.identifier for item in items if item.identifier)
        self._files.update(item.file for item in items)
        self._count(["rejected" if isinstance(item, Rejected) else "skipped" for item in items])

    def unseen(self) -> int:
        """How many of the partner's living records this run hasn't met so far: what a full `finish` takes out."""
        count = select(func.count()).select_from(source_records).where(*self._unseen())
        with self._store.transaction() as connection:
            return connection.scalar(count) or 0

    def finish(self, *, full: bool, finished: str, state: str = "") -> None:
        """The source was read to its end. `full` says that it held everything: what it didn't hold is deleted.

        `finished` is when (ISO date and time); `state` is what the source wants to remember for the next run.
        """
        if full:
            self._keep_rejected()
        with self._store.transaction() as connection:
            replaced = connection.execute(KNOWN.where(_r.sequence.in_(outdated(self.partner, self.number)))).all()
            delete_records(connection, [Known(*row) for row in replaced])
        if full:
            self._withdraw_missing()
        with self._store.transaction() as connection:
            settle_links(connection, self.partner)
        with self._store.transaction() as connection:
            forget_rejections(connection, self.partner, self.number, self._files, full=full)
            counts = msgspec.json.encode(self.counts).decode()
            connection.execute(
                update(runs).where(runs.c.number == self.number).values(finished=finished, counts=counts)
            )
            connection.execute(partners.delete().where(partners.c.code == self.partner))
            connection.execute(
                insert(partners).values(
                    code=self.partner, last_synced=finished, last_run=self.number, counts=counts, state=state
                )
            )

    def _keep_rejected(self) -> None:
        """What the store has under the identifier of a record that couldn't be read stays, whatever its kind."""
        ids = [record_id(self.partner, kind, each) for kind in KINDS for each in self._rejected]
        with self._store.transaction() as connection:
            connection.execute(_PRESENT, {"ids": ids, "this_run": self.number})
            keep_numbered(connection, ids, self.number)

    def _withdraw_missing(self) -> None:
        after = 0
        while True:
            page = KNOWN.where(*self._unseen(), _r.sequence > after).order_by(_r.sequence)
            with self._store.transaction() as connection:
                missing = [Known(*row) for row in connection.execute(page.limit(_BATCH))]
                delete_records(connection, missing)
            if not missing:
                return
            after = missing[-1].sequence
            self.withdrawn += len(missing)

    def _unseen(self) -> tuple[ColumnElement[bool], ...]:
        return (_r.partner == self.partner, _r.live, _r.run != self.number)

    def _living(self, connection: Connection, kind: RecordKind, listed: Set[str]) -> dict[str, list[Known]]:
        """The partner's living records under the listed identifiers."""
        found: dict[str, list[int]] = {}
        ids = select(_r.sequence, _r.source_id).where(_r.partner == self.partner, _r.kind == kind, _r.live)
        for sequence, source_id in connection.execute(ids) if listed else ():
            if (plain := without_zeros(source_id)) in listed:
                found.setdefault(plain, []).append(sequence)
        sequences = [each for group in found.values() for each in group]
        rows = connection.execute(_BY_SEQUENCE, {"sequences": sequences})
        known = {row.sequence: Known(*row) for row in rows}
        return {plain: [known[each] for each in group] for plain, group in found.items()}

    def _is_listed(self, item: PackedRecord) -> bool:
        return bool(self._listed) and (item.kind, without_zeros(item.source_id)) in self._listed

    def _count(self, outcomes: Iterable[Outcome]) -> None:
        for outcome in outcomes:
            self.counts.add(outcome)


def begin_run(store: Store, partner: str, started: str) -> PartnerRun:
    """A new run over a partner's source. `started` is when (ISO date and time); its date confirms the holdings."""
    with store.transaction() as connection:
        number = (connection.scalar(select(func.max(runs.c.number))) or 0) + 1
        connection.execute(insert(runs).values(number=number, partner=partner, started=started, counts="{}"))
        return PartnerRun(store, partner, number, started[:10], next_sequence(connection))


def partner_states(store: Store) -> tuple[PartnerState, ...]:
    """What is remembered of every partner that was ever synced, by code."""
    columns = (partners.c.code, partners.c.last_synced, partners.c.counts, partners.c.state)
    with store.transaction() as connection:
        rows = connection.execute(select(*columns).order_by(partners.c.code)).all()
    return tuple(
        PartnerState(row.code, row.last_synced, msgspec.json.decode(row.counts, type=Counts), row.state) for row in rows
    )


def without_zeros(source_id: str) -> str:
    """A source id as deletion lists are compared by: spreadsheets, in which many are written, eat leading zeros."""
    return source_id.strip().lstrip("0")
