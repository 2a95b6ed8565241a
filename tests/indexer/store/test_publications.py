"""Clusters stay marked until the engine has confirmed their documents."""

from indexer.match.rematch import rematch
from indexer.store.publications import (
    confirm,
    confirm_all,
    dirty_clusters,
    dirty_count,
    pending,
    save_pending,
)
from indexer.store.store import Store
from tests.indexer.store.records import ids, record, synced

BUMI = record("ui", "1", isbn="9789799731234")
TWIN = record("itb", "7", isbn="9789799731234")
OTHER = record("ui", "2", "Anak semua bangsa")


def to_publish(store: Store) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    return {each.id: (each.ids, tuple(member.id for member in each.members)) for each in dirty_clusters(store)}


def published(store: Store) -> None:
    confirm(store, dirty_clusters(store))


def test_new_records_are_to_be_published_until_confirmed(store: Store) -> None:
    synced(store, "ui", BUMI, OTHER)
    assert to_publish(store) == {BUMI.id: (ids(BUMI), ids(BUMI)), OTHER.id: (ids(OTHER), ids(OTHER))}
    confirm(store, dirty_clusters(store, 1))
    assert list(to_publish(store)) == [OTHER.id]
    published(store)
    assert (dirty_count(store), dirty_clusters(store)) == (0, ())


def test_what_nobody_changed_is_not_published_again(store: Store) -> None:
    synced(store, "ui", BUMI, OTHER)
    published(store)
    synced(store, "ui", BUMI, OTHER)
    assert dirty_count(store) == 0
    synced(store, "ui", BUMI, record("ui", "2", "Jejak langkah"))
    assert list(to_publish(store)) == [OTHER.id]


def test_a_merge_writes_the_shown_document_and_deletes_the_other(store: Store) -> None:
    apart = record("itb", "7", "Gadis pantai", isbn="9789799731234")
    synced(store, "ui", BUMI)
    synced(store, "itb", apart)
    published(store)
    synced(store, "itb", TWIN)
    assert to_publish(store) == {BUMI.id: (ids(BUMI, TWIN), ids(BUMI, TWIN)), TWIN.id: ((), ())}


def test_a_split_writes_both_documents(store: Store) -> None:
    synced(store, "ui", BUMI)
    synced(store, "itb", TWIN)
    published(store)
    synced(store, "itb", record("itb", "7", "Gadis pantai"))
    assert to_publish(store) == {BUMI.id: (ids(BUMI), ids(BUMI)), TWIN.id: (ids(TWIN), ids(TWIN))}


def test_a_record_that_is_gone_is_published_as_gone_with_its_ids_and_title(store: Store) -> None:
    synced(store, "ui", BUMI)
    synced(store, "itb", TWIN)
    synced(store, "itb")
    synced(store, "ui")
    (gone,) = (cluster for cluster in dirty_clusters(store) if cluster.ids)
    assert (gone.id, gone.ids, gone.members, gone.title) == (BUMI.id, ids(BUMI, TWIN), (), "Bumi manusia")


def test_clusters_that_exchanged_members_come_together_however_small_the_batch(store: Store) -> None:
    synced(store, "ui", BUMI, OTHER)
    synced(store, "itb", TWIN)
    published(store)
    synced(store, "itb", record("itb", "7", "Gadis pantai"))
    assert [cluster.id for cluster in dirty_clusters(store, 1)] == [BUMI.id, TWIN.id]


def test_a_rebuilt_generation_confirms_everything(store: Store) -> None:
    synced(store, "ui", BUMI, OTHER)
    save_pending(store, b"redo")
    confirm_all(store)
    assert (dirty_count(store), pending(store)) == (0, ())


def test_a_pending_publication_is_kept_until_it_is_confirmed(store: Store) -> None:
    save_pending(store, b"first")
    save_pending(store, b"second")
    assert pending(store) == (b"first", b"second")
    confirm(store, ())
    assert pending(store) == ()


def test_matching_without_marks_looks_at_nothing(store: Store) -> None:
    synced(store, "ui", BUMI)
    assert rematch(store) == 0
