"""What the store keeps of authority records, on both databases."""

from discovery.catalog.authority import Authority, AuthorityForm
from discovery.catalog.ids import record_id
from indexer.authorities import forms_of
from indexer.report import SourceRecord
from indexer.store.authorities import (
    Beside,
    all_references,
    beside,
    changed_authorities,
    confirm_references,
    has_authorities,
    mark_references,
    marked_references,
    replace_forms,
    stored_authorities,
    variants_by_heading,
)
from indexer.store.clusters import union_record_count
from indexer.store.packing import pack_authority, pack_deletion, unpack_authority
from indexer.store.runs import begin_run
from indexer.store.store import Store

NOON = "2026-11-21T12:00:00"
MULTATULI = Authority(
    record_id("iisg", "authority", "1"),
    "iisg",
    "1",
    AuthorityForm(author="Multatuli", subject="Multatuli, 1820-1887"),
    "person",
    variants=(AuthorityForm(author="Dekker, Eduard Douwes"), AuthorityForm(author="MULTATULI")),
    related=(AuthorityForm(author="Tine"),),
)
SOURCE = SourceRecord("nama.mrc", 1, "marc21", b"a")


def loaded(store: Store, *, gone: bool = False) -> None:
    run = begin_run(store, "iisg", NOON)
    run.load([pack_deletion(SOURCE, "iisg", "1", "authority") if gone else pack_authority(SOURCE, MULTATULI)])
    run.finish(full=True, finished=NOON)


def taken(store: Store) -> None:
    with store.transaction() as connection:
        changed = changed_authorities(connection, 10)
        forms = [(number, form) for number, mapped in changed if mapped for form in forms_of(unpack_authority(mapped))]
        replace_forms(connection, [number for number, _ in changed], forms)


def test_an_authority_record_is_kept_and_makes_no_union_record(store: Store) -> None:
    loaded(store)
    assert list(stored_authorities(store)) == [MULTATULI]
    assert union_record_count(store) == 0


def test_forms_lead_from_variants_to_headings_and_to_related_ones(store: Store) -> None:
    loaded(store)
    taken(store)
    with store.transaction() as connection:
        assert has_authorities(connection)
        assert changed_authorities(connection, 10) == []
        assert beside(connection, "author", ["dekker eduard douwes", "nihil"]) == [
            Beside("see", "dekker eduard douwes", "Dekker, Eduard Douwes", "heading", "multatuli", "Multatuli")
        ]
        assert [(row.role, row.text) for row in beside(connection, "author", ["multatuli"])] == [
            ("see", "Dekker, Eduard Douwes"),
            ("see_also", "Tine"),
        ]
        assert beside(connection, "title", ["multatuli"]) == []
    assert list(variants_by_heading(store)) == [("author", "multatuli", "Dekker, Eduard Douwes")]
    assert list(all_references(store)) == [
        [
            ("author", "dekker eduard douwes"),
            ("author", "multatuli"),
            ("author", "tine"),
            ("subject", "multatuli 1820 1887"),
        ]
    ]


def test_a_withdrawn_authority_record_takes_its_forms_along(store: Store) -> None:
    loaded(store)
    taken(store)
    loaded(store, gone=True)
    with store.transaction() as connection:
        assert [mapped for _, mapped in changed_authorities(connection, 10)] == [b""]
    taken(store)
    with store.transaction() as connection:
        assert not has_authorities(connection)
    assert list(stored_authorities(store)) == []


def test_references_stay_marked_until_they_are_confirmed(store: Store) -> None:
    with store.transaction() as connection:
        mark_references(connection, [("author", "tine"), ("subject", "kopi"), ("author", "tine")])
        mark_references(connection, [("author", "tine")])
    assert marked_references(store, 10) == [("author", "tine"), ("subject", "kopi")]
    with store.transaction() as connection:
        confirm_references(connection, [("author", "tine")])
    assert marked_references(store, 10) == [("subject", "kopi")]
