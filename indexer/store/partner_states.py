"""What is remembered of partners between their runs."""

from dataclasses import dataclass, field

import msgspec
from sqlalchemy import select, update

from indexer.report import Counts
from indexer.store.schema import partners
from indexer.store.store import Store


@dataclass(frozen=True, slots=True)
class PartnerState:
    """What is remembered of a partner. `last_synced` is None before a run has finished; `state` is its source's."""

    code: str
    last_synced: str | None = None
    counts: Counts = field(default_factory=Counts)
    state: str = ""


def partner_states(store: Store) -> tuple[PartnerState, ...]:
    """What is remembered of every partner that was ever synced, by code."""
    columns = (partners.c.code, partners.c.last_synced, partners.c.counts, partners.c.state)
    with store.transaction() as connection:
        rows = connection.execute(select(*columns).order_by(partners.c.code)).all()
    return tuple(
        PartnerState(row.code, row.last_synced, msgspec.json.decode(row.counts, type=Counts), row.state) for row in rows
    )


def remember_state(store: Store, partner: str, state: str) -> None:
    """Replace what is remembered of a partner that was synced before; nothing else is remembered."""
    with store.transaction() as connection:
        connection.execute(update(partners).where(partners.c.code == partner).values(state=state))
