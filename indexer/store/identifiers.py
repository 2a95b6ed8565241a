"""Which of a partner's identifiers stand for nothing: asked when a provider lists all that it has."""

from collections.abc import Callable, Collection, Set
from typing import get_args

from sqlalchemy import select

from discovery.catalog.ids import RecordKind, record_id
from indexer.store.batches import among, texts
from indexer.store.schema import rejections, source_records
from indexer.store.store import Store

_r = source_records.c
_LIVING = select(_r.source_id).where(among(_r.id, texts("ids")), _r.live)
_KINDS: tuple[RecordKind, ...] = get_args(RecordKind)


def unknown_to(store: Store, partner: str) -> Callable[[Collection[str]], Set[str]]:
    """Tells those of some identifiers under which the partner has no living record, and none that was refused."""
    named = select(rejections.c.identifier).where(rejections.c.partner == partner).distinct()

    def unknown(identifiers: Collection[str]) -> Set[str]:
        ids = [record_id(partner, kind, each) for kind in _KINDS for each in identifiers]
        with store.transaction() as connection:
            known = {*connection.scalars(_LIVING, {"ids": ids}), *connection.scalars(named)}
        return {each for each in identifiers if each not in known}

    return unknown
