"""What the index doesn't show yet: a cluster stays marked until the engine has confirmed its document."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, delete, exists, func, insert, select

from indexer.store.batches import among, insert_rows, numbers
from indexer.store.clusters import Cluster, clusters_numbered
from indexer.store.schema import (
    authority_marks,
    match_marks,
    pending_publications,
    publication_marks,
    reference_marks,
)
from indexer.store.store import Store

_m = publication_marks.c
_FORGET = delete(publication_marks).where(among(_m.cluster, numbers("clusters")))
_NEXT = select(_m.cluster, _m.change).order_by(_m.change, _m.cluster)


def dirty_clusters(store: Store, limit: int = 1000) -> tuple[Cluster, ...]:
    """The next clusters whose documents are to be written or deleted, about `limit` of them; () when none is left.

    A cluster with members is written. One without is deleted from the index: if it has `ids` it is gone, and that is
    to be published; if not, other clusters answer to its id. Clusters that exchanged members come together, however
    many there are, so that no batch shows a record twice or not at all.
    """
    with store.transaction() as connection:
        rows = connection.execute(_NEXT.limit(limit)).all()
        if len(rows) == limit:
            last = rows[-1].change
            rest = _NEXT.where(_m.change == last, _m.cluster > rows[-1].cluster)
            rows = [*rows, *connection.execute(rest)]
        return tuple(clusters_numbered(connection, [row.cluster for row in rows]))


def is_unfinished(store: Store) -> bool:
    """Whether a run goes on, or was ended, between what it loaded and its publication."""
    marked = (match_marks, authority_marks, publication_marks, reference_marks, pending_publications)
    with store.transaction() as connection:
        return any(connection.scalar(select(exists(select(each)))) for each in marked)


def dirty_count(store: Store) -> int:
    """How many clusters wait to be published."""
    with store.transaction() as connection:
        return connection.scalar(select(func.count()).select_from(publication_marks)) or 0


def confirm(store: Store, clusters: Iterable[Cluster]) -> None:
    """The engine shows these clusters' documents: they need no publishing, and neither does what was pending."""
    with store.transaction() as connection:
        connection.execute(_FORGET, {"clusters": [each.number for each in clusters]})
        connection.execute(delete(pending_publications))


def confirm_all(store: Store) -> None:
    """The engine shows a generation built from the whole store."""
    with store.transaction() as connection:
        connection.execute(delete(publication_marks))
        connection.execute(delete(reference_marks))
        connection.execute(delete(pending_publications))


def save_pending(store: Store, redo: bytes) -> None:
    """Keep what it takes to finish a publication, before it begins; what was kept before comes first."""
    with store.transaction() as connection:
        number = (connection.scalar(select(func.max(pending_publications.c.number))) or 0) + 1
        connection.execute(insert(pending_publications).values(number=number, redo=redo))


def pending(store: Store) -> tuple[bytes, ...]:
    """What `save_pending` kept since the last confirmation, in order."""
    statement = select(pending_publications.c.redo).order_by(pending_publications.c.number)
    with store.transaction() as connection:
        return tuple(connection.scalars(statement))


def mark_for_publication(connection: Connection, changes: Mapping[int, int]) -> None:
    """Clusters that changed, each with the number of its change: those of one change are published together."""
    if changes:
        connection.execute(_FORGET, {"clusters": list(changes)})
        insert_rows(connection, publication_marks, list(changes.items()))
