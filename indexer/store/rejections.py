"""What was refused, where and why, and what was left out as a repetition."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, and_, bindparam, delete, insert, select, tuple_

from discovery.catalog.ids import record_id
from indexer.report import Rejected, Skipped
from indexer.store.batches import among, texts
from indexer.store.holdings import Waiting, waiting_holdings
from indexer.store.packing import KINDS
from indexer.store.schema import Number, rejections, source_records
from indexer.store.store import Store

_c = rejections.c
_REPLACE = delete(rejections).where(
    _c.partner == bindparam("of_partner"),
    _c.file == bindparam("in_file"),
    _c.position == bindparam("at_position", type_=Number),
    _c.outcome == bindparam("with_outcome"),
)
_PAGE = 1000
_WAITING = (
    "no record of this partner has the number that 004, 014, 035 or 001 gives; the holdings are kept, and join their "
    "bibliographic record when it comes."
)
_SHARED = (
    "the number by which this holdings record names its bibliographic record stands in {count} of them ({records}): "
    "nobody can say which is meant; take it out of all but one, or write that one's 001 into 004."
)
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Rejection:
    """One refused ("rejected") or repeated ("skipped") item, as `padu rejected` shows it, or a holdings record that
    waits for its bibliographic record ("waiting").
    """

    file: str
    position: int
    outcome: Literal["rejected", "skipped", "waiting"]
    identifier: str
    reason: str
    run: int


def note_rejections(connection: Connection, partner: str, run: int, items: Sequence[Rejected | Skipped]) -> None:
    """Keep them, instead of what an earlier run noted at the same place."""
    if not items:
        return
    rows = {(item.file, item.position, _outcome(item)): item for item in items}
    places = [
        {"of_partner": partner, "in_file": file, "at_position": position, "with_outcome": outcome}
        for file, position, outcome in rows
    ]
    connection.execute(_REPLACE, places)
    connection.execute(
        insert(rejections),
        [
            {
                "partner": partner,
                "file": file,
                "position": position,
                "outcome": outcome,
                "identifier": item.identifier,
                "reason": item.reason,
                "run": run,
            }
            for (file, position, outcome), item in rows.items()
        ],
    )


def forget_rejections(connection: Connection, partner: str, run: int, files: Iterable[str], *, full: bool) -> None:
    """Let go of what earlier runs noted in the files that this run read, or of all of it after a full run."""
    outdated = and_(_c.partner == partner, _c.run < run)
    if not full:
        outdated = and_(outdated, among(_c.file, texts("files")))
    connection.execute(delete(rejections).where(outdated), {} if full else {"files": sorted(files)})


def forget_outdated(connection: Connection, partner: str, run: int, refused_again: Iterable[str]) -> None:
    """Let go of what earlier runs noted of records that this run has read, or refused once more.

    For sources whose changes come in files of ever new names.
    """
    earlier = and_(_c.partner == partner, _c.run < run, _c.identifier != "", _c.outcome == "rejected")
    named = connection.scalars(select(_c.identifier).where(earlier).distinct()).all()
    if not named:
        return
    sound = select(source_records.c.source_id).where(
        source_records.c.partner == partner, source_records.c.run == run, among(source_records.c.id, texts("ids"))
    )
    ids = [record_id(partner, kind, each) for kind in KINDS for each in named]
    settled = {*connection.scalars(sound, {"ids": ids}), *refused_again}
    if settled:
        connection.execute(
            delete(rejections).where(earlier, among(_c.identifier, texts("settled"))), {"settled": sorted(settled)}
        )


def stored_rejections(store: Store, partner: str) -> Iterable[Rejection]:
    """A partner's refused and repeated items, then holdings records that wait; each in the order of its files."""
    place = tuple_(_c.file, _c.position, _c.outcome)
    columns = (_c.file, _c.position, _c.outcome, _c.identifier, _c.reason, _c.run)
    page = select(*columns).where(_c.partner == partner).order_by(_c.file, _c.position, _c.outcome).limit(_PAGE)
    after: tuple[str, int, str] | None = None
    while True:
        with store.transaction() as connection:
            rows = connection.execute(page if after is None else page.where(place > tuple_(*after))).all()
        for row in rows:
            yield Rejection(*row)
        if len(rows) < _PAGE:
            break
        after = (rows[-1].file, rows[-1].position, rows[-1].outcome)
    for each in waiting_holdings(store, partner):
        yield Rejection(each.file, each.position, "waiting", each.identifier, _why_it_waits(each), each.run)


def _why_it_waits(holdings: Waiting) -> str:
    if not holdings.shared:
        return _WAITING
    more = ", …" if len(holdings.shared) > _MOST_NAMED else ""
    return _SHARED.format(count=len(holdings.shared), records=", ".join(holdings.shared[:_MOST_NAMED]) + more)


def _outcome(item: Rejected | Skipped) -> Literal["rejected", "skipped"]:
    return "rejected" if isinstance(item, Rejected) else "skipped"
