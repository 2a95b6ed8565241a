"""What comes in the place of what leaves answers to its ids."""

from unittest.mock import patch

import pytest

from discovery.catalog.record import Record
from indexer.match.rematch import rematch
from indexer.match.successors import successors
from indexer.store import withdrawal
from indexer.store.runs import begin_run
from indexer.store.store import Store
from tests.indexer.store.records import NOON, ids, loaded, packed, record, synced, union_records

ISBN = "9789799731234"
OLD, NEW = record("ui", "1"), record("ui", "inv-1")
OTHER = record("ui", "2", "Kamus dewan", author="Iskandar, Teuku")


def test_a_catalogue_with_other_identifiers_keeps_its_ids(store: Store) -> None:
    synced(store, "ui", OLD, OTHER)
    renumbered = record("ui", "inv-2", "Kamus dewan", author="Iskandar, Teuku")
    run = loaded(store, "ui", NEW, renumbered)
    rematch(store)
    assert union_records(store) == {
        OLD.id: (ids(OLD, NEW), ids(NEW)),
        OTHER.id: (ids(OTHER, renumbered), ids(renumbered)),
    }
    assert (run.withdrawn, run.renumbered) == (2, 2)


def test_so_does_one_whose_new_records_stood_beside_the_old_for_a_while(store: Store) -> None:
    synced(store, "ui", OLD)
    synced(store, "ui", NEW, full=False)
    assert union_records(store) == {OLD.id: (ids(OLD), ids(OLD)), NEW.id: (ids(NEW), ids(NEW))}
    synced(store, "ui", NEW)
    assert union_records(store) == {OLD.id: (ids(OLD, NEW), ids(NEW))}


@pytest.mark.parametrize(
    "comes",
    [
        record("ui", "inv-1", "Bumi manusia :", author="Pramoedya Ananta Toer", isbn=ISBN),
        record("ui", "inv-1", "Bumi manusia", publisher="Hasta Mitra, Jakarta"),
    ],
)
def test_what_is_described_otherwise_is_found_by_comparing(store: Store, comes: Record) -> None:
    synced(store, "ui", OLD, OTHER)
    synced(store, "ui", comes, OTHER)
    assert union_records(store) == {OLD.id: (ids(OLD, comes), ids(comes)), OTHER.id: (ids(OTHER), ids(OTHER))}


@pytest.mark.parametrize("year", [1981, 1989, 2008, None])
def test_record_whose_year_alone_was_corrected_keeps_its_id(store: Store, year: int | None) -> None:
    synced(store, "ui", record("ui", "sha256:1", publisher=""), OTHER)
    corrected = record("ui", "sha256:2", year=year, publisher="")
    synced(store, "ui", corrected, OTHER)
    old = record("ui", "sha256:1").id
    assert union_records(store)[old] == ((old, corrected.id), (corrected.id,))


@pytest.mark.parametrize(
    "comes",
    [record("ui", "inv-1", "Gadis pantai"), record("ui", "inv-1", year=2005, publisher="Lentera Dipantara")],
)
def test_another_book_or_edition_is_no_successor(store: Store, comes: Record) -> None:
    synced(store, "ui", OLD, OTHER)
    synced(store, "ui", comes, OTHER)
    assert union_records(store) == {
        OLD.id: (ids(OLD), ()),
        OTHER.id: (ids(OTHER), ids(OTHER)),
        comes.id: (ids(comes), ids(comes)),
    }


def test_nor_is_another_librarys_that_says_as_little(store: Store) -> None:
    ours, theirs = (record(partner, "1", "Atlas", author="", year=None, publisher="") for partner in ("ui", "itb"))
    synced(store, "itb", theirs)
    synced(store, "ui", ours)
    synced(store, "ui")
    assert union_records(store) == {theirs.id: (ids(theirs), ids(theirs)), ours.id: (ids(ours), ())}


LIKE = record("ui", "inv-1", publisher="Hasta Mitra, Jakarta")


def test_what_stood_beside_it_and_is_only_alike_is_another_thing(store: Store) -> None:
    synced(store, "ui", OLD, LIKE, OTHER)
    synced(store, "ui", LIKE, OTHER)
    assert union_records(store)[OLD.id] == (ids(OLD), ())


def test_what_came_in_a_run_that_was_refused_is_new_still(store: Store) -> None:
    synced(store, "ui", OLD, OTHER)
    refused = begin_run(store, "ui", NOON, successors)
    refused.load([packed(LIKE), packed(OTHER, 2)])
    refused.hold_back()
    rematch(store)
    synced(store, "ui", LIKE, OTHER)
    assert union_records(store)[OLD.id] == (ids(OLD, LIKE), ids(LIKE))


def test_titles_alone_are_enough_where_they_are_all_that_is_said(store: Store) -> None:
    old, new = (record("ui", number, "Atlas", author="", year=None, publisher="") for number in ("1", "inv-1"))
    synced(store, "ui", old, OTHER)
    synced(store, "ui", new, OTHER)
    assert union_records(store)[old.id] == (ids(old, new), ids(new))


def test_of_like_records_each_takes_the_place_of_one(store: Store) -> None:
    old, new = ([record("ui", f"{kind}{number}") for number in range(3)] for kind in ("", "inv-"))
    synced(store, "ui", *old)
    synced(store, "ui", *new)
    assert union_records(store) == {one.id: (ids(one, other), ids(other)) for one, other in zip(old, new, strict=True)}


@pytest.mark.parametrize("isbn", ["", ISBN])
def test_a_crowd_of_like_records_hands_on_its_ids_too(store: Store, isbn: str) -> None:
    old, new = ([record("ui", f"{kind}{number}", isbn=isbn) for number in range(120)] for kind in ("", "inv-"))
    synced(store, "ui", *old)
    before = union_records(store)
    synced(store, "ui", *new)
    assert union_records(store).keys() == before.keys()
    assert all(living for _, living in union_records(store).values())


def test_nor_does_it_matter_how_many_leave_in_one_transaction(store: Store) -> None:
    with patch.object(withdrawal, "_BATCH", 1):
        test_of_like_records_each_takes_the_place_of_one(store)


def test_fewer_like_records_answer_to_all_ids(store: Store) -> None:
    old = [record("ui", str(number)) for number in range(3)]
    synced(store, "ui", *old)
    synced(store, "ui", NEW)
    assert union_records(store) == {old[0].id: (ids(*old, NEW), ids(NEW))}


def test_a_union_record_that_others_have_too_keeps_its_id(store: Store) -> None:
    theirs, old = record("itb", "7", isbn=ISBN), record("ui", "1", isbn=ISBN)
    synced(store, "ui", old)
    synced(store, "itb", theirs)
    new = record("ui", "inv-1", isbn=ISBN)
    synced(store, "ui", new)
    assert union_records(store) == {old.id: (ids(old, theirs, new), ids(theirs, new))}


def test_numbers_given_anew_to_other_records_lead_to_no_other_book(store: Store) -> None:
    theirs = record("itb", "7", "Kamus dewan", author="Iskandar, Teuku")
    synced(store, "itb", theirs)
    synced(store, "ui", OLD, OTHER)
    moved = record("ui", "2")
    synced(store, "ui", moved)
    assert union_records(store) == {theirs.id: (ids(theirs), ids(theirs)), OLD.id: (ids(OLD, moved), ids(moved))}


def test_what_is_another_book_now_keeps_no_id_that_has_a_better_place(store: Store) -> None:
    old, copy = (record("ui", number, isbn=ISBN) for number in "12")
    synced(store, "ui", old, copy)
    new, other = record("ui", "3", isbn=ISBN), record("ui", "2", "Kamus dewan", author="Iskandar, Teuku")
    synced(store, "ui", other, new)
    assert union_records(store) == {old.id: (ids(old, new), ids(new)), other.id: (ids(other), ids(other))}


def test_each_of_several_that_were_one_hands_its_id_on_to_its_own_like(store: Store) -> None:
    old, other = record("ui", "1", isbn=ISBN), record("ui", "2", isbn=ISBN, year=1981)
    synced(store, "ui", old, other)
    assert len(union_records(store)) == 1
    new, renewed = record("ui", "inv-1"), record("ui", "inv-2", year=1981)
    synced(store, "ui", new, renewed)
    assert union_records(store) == {
        old.id: (ids(old, new), ids(new)),
        other.id: (ids(other, renewed), ids(renewed)),
    }


def test_copies_that_leave_in_several_transactions_hand_on_their_ids(store: Store) -> None:
    old = [record("ui", str(number), isbn=ISBN) for number in range(3)]
    synced(store, "ui", *old)
    assert len(union_records(store)) == 1
    new = record("ui", "inv-1", isbn=ISBN)
    with patch.object(withdrawal, "_BATCH", 1):
        synced(store, "ui", new)
    assert union_records(store) == {old[0].id: (ids(*old, new), ids(new))}


def test_what_a_partner_says_is_gone_is_found_at_its_like(store: Store) -> None:
    synced(store, "ui", OLD, NEW, OTHER)
    loaded(store, "ui", full=False, deleted=["1"])
    rematch(store)
    assert union_records(store) == {OLD.id: (ids(OLD, NEW), ids(NEW)), OTHER.id: (ids(OTHER), ids(OTHER))}


def test_what_leaves_as_well_is_no_successor(store: Store) -> None:
    synced(store, "ui", OLD, NEW, OTHER)
    loaded(store, "ui", full=False, deleted=["1", "inv-1"])
    rematch(store)
    assert union_records(store) == {
        OLD.id: (ids(OLD), ()),
        NEW.id: (ids(NEW), ()),
        OTHER.id: (ids(OTHER), ids(OTHER)),
    }


def test_the_old_identifier_may_come_back(store: Store) -> None:
    for _ in range(2):
        synced(store, "ui", OLD)
        synced(store, "ui", NEW)
    assert union_records(store) == {OLD.id: (ids(OLD, NEW), ids(NEW))}
    synced(store, "ui", OLD, NEW)
    assert union_records(store) == {OLD.id: (ids(OLD), ids(OLD)), NEW.id: (ids(NEW), ids(NEW))}
