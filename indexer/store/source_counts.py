"""How many records stand in the store."""

from collections.abc import Mapping

from sqlalchemy import func, select

from indexer.store.schema import source_records
from indexer.store.store import Store


def loaded_counts(store: Store) -> Mapping[str, int]:
    """Each partner's living records, by partner code."""
    partner = source_records.c.partner
    with store.transaction() as connection:
        rows = connection.execute(select(partner, func.count()).where(source_records.c.live).group_by(partner))
        return {row[0]: row[1] for row in rows}


def living_count(store: Store, partner: str) -> int:
    """One partner's living records."""
    living = select(func.count()).where(source_records.c.partner == partner, source_records.c.live)
    with store.transaction() as connection:
        return connection.scalar(living) or 0
