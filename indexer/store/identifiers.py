"""Which of a partner's identifiers stand for nothing: asked when a provider lists all that it has."""

from collections.abc import Callable, Collection, Set

from sqlalchemy import bindparam, select

from discovery.catalog.ids import record_id
from indexer.store.batches import among, texts
from indexer.store.packing import KINDS
from indexer.store.schema import rejections, source_records
from indexer.store.store import Store

_r = source_records.c
_LIVING = select(_r.source_id).where(among(_r.id, texts("ids")), _r.live)
_REFUSED = select(rejections.c.identifier).where(
    rejections.c.partner == bindparam("partner"), among(rejections.c.identifier, texts("identifiers"))
)


def unknown_to(store: Store, partner: str) -> Callable[[Collection[str]], Set[str]]:
    """Tells those of some identifiers under which the partner has no living record, and none that was refused."""

    def unknown(identifiers: Collection[str]) -> Set[str]:
        ids = [record_id(partner, kind, each) for kind in KINDS for each in identifiers]
        with store.transaction() as connection:
            living = connection.scalars(_LIVING, {"ids": ids})
            refused = connection.scalars(_REFUSED, {"partner": partner, "identifiers": [*identifiers]})
            known = {*living, *refused}
        return {each for each in identifiers if each not in known}

    return unknown
