"""Which partners' source records the index gives away, as it was last published.

They lie in the index beside the documents. Where a partner shares otherwise than before, all its documents are
written again: what it no longer gives away would go on being given away to everybody.
"""

from collections.abc import Set

from sqlalchemy import exists, insert, select

from indexer.store.batches import among, texts
from indexer.store.schema import partners, publication_marks, source_records
from indexer.store.store import Store, property_of, set_property

_NAME = "sharing"
_r = source_records.c
_mark = publication_marks.alias("mark")
_PUBLISH = insert(publication_marks).from_select(
    ["cluster", "change"],
    select(_r.cluster, _r.cluster)
    .where(among(_r.partner, texts("codes")), _r.live, _r.cluster.is_not(None))
    .where(~exists().where(_mark.c.cluster == _r.cluster))
    .distinct(),
)


def share(store: Store, sharing: Set[str]) -> None:
    """From the next publication on these partners' source records are given away, and no others."""
    with store.transaction() as connection:
        before = property_of(connection, _NAME)
        known = set(connection.scalars(select(partners.c.code)))
        # Where nothing says how it was, whatever is to be kept back counts as given away.
        changed = known - sharing if before is None else sharing ^ set(before.split())
        if changed:
            connection.execute(_PUBLISH, {"codes": sorted(changed)})
        if before != (now := " ".join(sorted(sharing))):
            set_property(connection, _NAME, now)
