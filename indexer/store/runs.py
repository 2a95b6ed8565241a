"""A run over one partner's source, and what is remembered of it."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence, Set

import msgspec
from sqlalchemy import Connection, func, insert, select, update

from discovery.catalog.ids import RecordKind
from indexer.report import Counts, Outcome, Rejected, Skipped
from indexer.store.confirmations import all_confirmed, confirm_later
from indexer.store.holdings import settle_links
from indexer.store.loading import load_batch
from indexer.store.packing import PackedRecord
from indexer.store.plan import AsOf, Loading
from indexer.store.rejections import forget_outdated, forget_rejections, note_rejections
from indexer.store.repetition import ALIKE, repetition
from indexer.store.schema import partners, runs, source_records
from indexer.store.store import Store, next_sequence, property_of, set_property
from indexer.store.withdrawal import Departure, Successors, Withdrawal, nobody

_r = source_records.c
_NEW = "new records of {}"


class PartnerRun:
    """One run over one partner's source. Every call is one transaction: a killed run is simply begun again.

    Deletion lists come first (`delete`), then the records (`load`) and what couldn't be read (`reject`), and last
    `finish`, which alone takes anything out. `counts` holds how the items ended so far; `withdrawn` how many `finish`
    found missing, `alike` how many were skipped that have no identifier and are the same as an earlier one.
    `successors` finds what comes in the place of what goes. `met` counts the records of each file, `again` those of
    them that were skipped because an earlier one has their identifier.
    """

    def __init__(
        self, store: Store, partner: str, number: int, as_of: AsOf, sequence: int, new: int, successors: Successors
    ) -> None:
        self.partner = partner
        self.number = number
        self.counts = Counts()
        self.withdrawn = self.alike = 0
        self.met, self.again = Counter[str](), Counter[str]()
        self._store = store
        self._sequence = sequence
        self._listed: set[tuple[str, str]] = set()
        self._rejected: set[str] = set()
        self._refused_in: set[str] = set()
        self._compared = False
        self._withdrawal = Withdrawal(store, partner, number, new, successors)
        self._loading = Loading(number, as_of, self._is_listed, self._withdrawal.named)

    def delete(self, source_ids: Iterable[str], kind: RecordKind = "bibliographic") -> list[Outcome]:
        """Take out what a deletion list names; leading zeros don't count. An outcome for each, in order.

        A record that is on the list and yet comes in a file of this run counts as deleted, so that the same files
        and lists loaded again change nothing.
        """
        listed = [without_zeros(each) for each in source_ids]
        self._listed.update((kind, each) for each in listed)
        with self._store.transaction() as connection:
            living = self._living(connection, kind, frozenset(listed))
        self._withdrawal.named.update(sequence for sequences in living.values() for sequence in sequences)
        outcomes: list[Outcome] = ["deleted" if living.pop(each, None) else "unchanged" for each in listed]
        self._count(outcomes)
        return outcomes

    def load(self, batch: Sequence[PackedRecord]) -> list[Outcome]:
        """Store some thousand records at most; an outcome for each, in order."""
        with self._store.transaction() as connection:
            outcomes = load_batch(connection, batch, self._loading, self._sequence)
            repeated = [
                Skipped(item.file, item.position, item.source_id, repetition(item))
                for item, outcome in zip(batch, outcomes, strict=True)
                if outcome == "skipped"
            ]
            note_rejections(connection, self.partner, self.number, repeated)
            self.alike += sum(each.reason == ALIKE for each in repeated)
            self._sequence = next_sequence(connection)
        self.met.update(item.file for item in batch)
        self.again.update(each.file for each in repeated)
        self._count(outcomes)
        return outcomes

    def reject(self, items: Sequence[Rejected | Skipped]) -> None:
        """Note what couldn't be loaded. What the store has under a rejected identifier isn't missing, so it stays."""
        with self._store.transaction() as connection:
            note_rejections(connection, self.partner, self.number, items)
        self._rejected.update(item.identifier for item in items if item.identifier)
        self._refused_in.update(item.file for item in items)
        self._count(["rejected" if isinstance(item, Rejected) else "skipped" for item in items])

    def confirm(self, identifiers: Collection[str]) -> None:
        """The partner says that it still has these; some thousand at most, and after everything that is loaded."""
        self._withdrawal.confirm(identifiers, self._loading.as_of.day)
        self._compared = True

    @property
    def confirms(self) -> str:
        """The day (ISO) as of which the run confirms what it meets."""
        return self._loading.as_of.day

    def all_confirmed(self) -> str:
        """The day (ISO) as of which a run of changes named all that stays; "" if not all. `departure` comes before."""
        return all_confirmed(self._store, self.partner, self._loading)

    def confirm_named(self, told: str = "") -> None:
        """Confirm what a run of changes named and is as it was; the partner's fact will have `told` a day (ISO)."""
        confirm_later(self._store, self._loading, told)

    def unseen(self) -> int:
        """How many of the partner's living records this run hasn't met so far: what a full `finish` takes out."""
        with self._store.transaction() as connection:
            return self._withdrawal.unseen(connection)

    def departure(self, *, full: bool) -> Departure:
        """What `finish` would take out."""
        if full:
            self._withdrawal.spare(self._rejected)
        return self._withdrawal.measure(missing=full)

    def loss(self, departure: Departure, *, full: bool) -> Departure:
        """What of it is there under no other identifier. It takes some time to find out."""
        return self._withdrawal.without_renumbered(departure, missing=full)

    @property
    def renumbered(self) -> int:
        """How many of those taken out are there under another identifier."""
        return self._withdrawal.renumbered

    def hold_back(self) -> None:
        """Take out nothing; what was to be deleted counts as skipped."""
        self.counts.skipped += self.counts.deleted
        self.counts.deleted = 0

    def take_out_named(self) -> None:
        """Take out what the partner itself says is gone, where the run can't `finish`."""
        self._withdrawal.take_out_named()
        with self._store.transaction() as connection:
            settle_links(connection, self.partner)

    def finish(self, *, full: bool, finished: str, state: str = "") -> None:
        """The source was read to its end. `full` says that it held everything: what it didn't hold is deleted.

        `finished` is when (ISO date and time); `state` is what is remembered for the next run.
        """
        if full:
            self._withdrawal.spare(self._rejected)
        self._withdrawal.take_out_named(missing=full)
        self._withdrawal.take_out_replaced()
        if full:
            self.withdrawn = self._withdrawal.take_out_missing()
        with self._store.transaction() as connection:
            settle_links(connection, self.partner)
        with self._store.transaction() as connection:
            self._forget_rejections(connection, read_again=full and not self._compared)
            counts = msgspec.json.encode(self.counts).decode()
            connection.execute(
                update(runs).where(runs.c.number == self.number).values(finished=finished, counts=counts)
            )
            set_property(connection, _NEW.format(self.partner), str(next_sequence(connection)))
            connection.execute(partners.delete().where(partners.c.code == self.partner))
            connection.execute(
                insert(partners).values(
                    code=self.partner, last_synced=finished, last_run=self.number, counts=counts, state=state
                )
            )

    def _forget_rejections(self, connection: Connection, *, read_again: bool) -> None:
        forget_rejections(connection, self.partner, self.number, self._refused_in.union(self.met), full=read_again)
        if not read_again:
            forget_outdated(connection, self.partner, self.number, self._rejected)

    def _living(self, connection: Connection, kind: RecordKind, listed: Set[str]) -> dict[str, list[int]]:
        """The partner's living records, by sequence, under the listed identifiers."""
        found: dict[str, list[int]] = {}
        ids = select(_r.sequence, _r.source_id).where(_r.partner == self.partner, _r.kind == kind, _r.live)
        for sequence, source_id in connection.execute(ids) if listed else ():
            if (plain := without_zeros(source_id)) in listed:
                found.setdefault(plain, []).append(sequence)
        return found

    def _is_listed(self, item: PackedRecord) -> bool:
        return bool(self._listed) and (item.kind, without_zeros(item.source_id)) in self._listed

    def _count(self, outcomes: Iterable[Outcome]) -> None:
        for outcome, amount in Counter(outcomes).items():
            self.counts.add(outcome, amount)


def begin_run(
    store: Store, partner: str, started: str, successors: Successors = nobody, as_of: AsOf | None = None
) -> PartnerRun:
    """A new run over a partner's source. `started` is when (ISO date and time); its date confirms the holdings, or
    `as_of` where the source is of an earlier day.
    """
    days = (as_of or AsOf("")).no_later_than(started[:10])
    with store.transaction() as connection:
        number = (connection.scalar(select(func.max(runs.c.number))) or 0) + 1
        connection.execute(insert(runs).values(number=number, partner=partner, started=started, counts="{}"))
        sequence, new = next_sequence(connection), first_new(connection, partner)
        return PartnerRun(store, partner, number, days, sequence, new, successors)


def first_new(connection: Connection, partner: str) -> int:
    """The first sequence that this partner's last finished run didn't have."""
    known = property_of(connection, _NEW.format(partner))
    return int(known) if known else next_sequence(connection)


def without_zeros(source_id: str) -> str:
    """A source id as deletion lists are compared by: spreadsheets, in which many are written, eat leading zeros."""
    return source_id.strip().lstrip("0")
