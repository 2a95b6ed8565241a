"""Takes a partner that has left out of the store."""

from collections.abc import Collection, Iterable

from sqlalchemy import exists, func, select

from indexer.store.failures import forget_failure
from indexer.store.loading import delete_records
from indexer.store.partner_states import PartnerState, remember_state
from indexer.store.plan import KNOWN, Known
from indexer.store.quality import forget_assessment
from indexer.store.schema import partners, rejections, source_records
from indexer.store.source_counts import living_count
from indexer.store.store import Store
from indexer.store.system_numbers import forget_numbers

_r = source_records.c
_BATCH = 1000


def left_partners(store: Store, states: Iterable[PartnerState], codes: Collection[str]) -> tuple[str, ...]:
    """The partners of the store that aren't among these codes: `states` are those that were ever synced, others were
    loaded by a run that never finished.
    """
    synced = {each.code for each in states}
    others = [code for code in _stored_codes(store) if code not in synced and code not in codes]
    return tuple(sorted({*synced, *(code for code in others if living_count(store, code))} - set(codes)))


def _stored_codes(store: Store) -> list[str]:
    """Every partner that any record is of, removed ones too: one look at an index for each."""
    found: list[str] = []
    with store.transaction() as connection:
        while (
            code := connection.scalar(select(func.min(_r.partner)).where(_r.partner > (found or [""])[-1]))
        ) is not None:
            found.append(code)
    return found


def ever_held(store: Store, partner: str) -> bool:
    """Whether any record, gone or not, is of the partner: the store keeps their ids, those of a removed one too."""
    with store.transaction() as connection:
        return bool(connection.scalar(select(exists().where(_r.partner == partner))))


def remove_partner(store: Store, partner: str) -> int:
    """Take out all its records, and what is remembered of its last run; how many records that were.

    Their ids stay, and answer that they are gone, or lead to the record that others have of the same. A batch is one
    transaction: when a run is killed, the same command takes out the rest. Until `forget_partner` the store knows it.
    """
    # First: were it kept, a source that tells what changed would never bring again what is half taken out.
    remember_state(store, partner, "")
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
        forget_assessment(connection, partner)
        forget_failure(connection, partner)
        forget_numbers(connection, partner)
    return removed


def forget_partner(store: Store, partner: str) -> None:
    """There is no such partner any more: the last step, once the index shows that, or who was killed couldn't go on."""
    with store.transaction() as connection:
        connection.execute(partners.delete().where(partners.c.code == partner))
