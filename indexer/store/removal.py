"""Takes a partner that has left out of the store."""

from sqlalchemy import func, select

from indexer.store.loading import delete_records
from indexer.store.plan import KNOWN, Known
from indexer.store.quality import forget_assessment
from indexer.store.schema import partners, rejections, source_records
from indexer.store.store import Store
from indexer.store.system_numbers import forget_numbers

_r = source_records.c
_BATCH = 1000


def living_count(store: Store, partner: str) -> int:
    """How many of a partner's records stand."""
    with store.transaction() as connection:
        return connection.scalar(select(func.count()).where(_r.partner == partner, _r.live)) or 0


def remove_partner(store: Store, partner: str) -> int:
    """Take out all its records, and what is remembered of its runs; how many records that were.

    Their ids stay, and answer that they are gone, or lead to the record that others have of the same. A batch is one
    transaction: when a run is killed, the same command takes out the rest.
    """
    removed = 0
    page = KNOWN.where(_r.partner == partner, _r.live).order_by(_r.sequence).limit(_BATCH)
    while True:
        with store.transaction() as connection:
            standing = [Known(*row) for row in connection.execute(page)]
            delete_records(connection, standing)
        removed += len(standing)
        if len(standing) < _BATCH:
            break
    with store.transaction() as connection:
        connection.execute(rejections.delete().where(rejections.c.partner == partner))
        connection.execute(partners.delete().where(partners.c.code == partner))
        forget_assessment(connection, partner)
        forget_numbers(connection, partner)
    return removed
