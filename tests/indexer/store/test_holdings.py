"""Holdings records join the bibliographic record of their partner, in whatever order they come."""

from itertools import permutations

import pytest
from msgspec.structs import replace

from discovery.catalog.holding import Holding
from discovery.catalog.holdings_record import HoldingsRecord, Reference
from discovery.catalog.ids import record_id
from indexer.match.rematch import rematch
from indexer.report import Counts, SourceRecord
from indexer.store.clusters import find_cluster, stored_clusters
from indexer.store.packing import PackedRecord, pack_deletion, pack_holdings
from indexer.store.publications import confirm, confirm_all, dirty_clusters
from indexer.store.rejections import stored_rejections
from indexer.store.runs import PartnerRun, begin_run
from indexer.store.store import Store
from tests.indexer.store.records import NOON, packed, record

BOOK, OTHER = record("ui", "1", "Judul satu"), record("ui", "2", "Judul dua")


def holdings_of(*numbers: str, branch: str = "FIB", own: str = "h1", partner: str = "ui") -> PackedRecord:
    """A holdings record whose 004 and 014 are these numbers, and whose 001 is `own`."""
    source_id = f"{own}#{branch}"
    identity = record_id(partner, "holdings", source_id)
    holdings = (Holding(partner, branch),)
    references = tuple(Reference(number) for number in numbers)
    told = HoldingsRecord(identity, partner, source_id, Reference(own), references, (), holdings)
    return pack_holdings(SourceRecord("katalog.mrc", 9, "marc21", f"{own} {branch} {numbers}".encode()), told)


def told_of(*holdings: Holding) -> HoldingsRecord:
    """What a holdings record of BOOK's says, as it is before it is packed."""
    identity = record_id("ui", "holdings", "h1#1")
    return HoldingsRecord(identity, "ui", "h1#1", Reference("h1"), (Reference("1"),), (), holdings)


def run_of(store: Store, *items: PackedRecord, full: bool = True) -> PartnerRun:
    run = begin_run(store, "ui", NOON)
    run.load(items)
    run.finish(full=full, finished=NOON)
    rematch(store)
    return run


def branches(store: Store) -> dict[str, list[str]]:
    """Shown id → where it is, by its members' records; the same read one by one and all in a row."""
    found = {}
    for cluster in stored_clusters(store):
        assert find_cluster(store, cluster.id) == cluster
        found[cluster.id] = [holding.branch for member in cluster.members for holding in member.record.holdings]
    return found


def published(store: Store) -> set[str]:
    """What waited to be published, and waits no longer."""
    clusters = dirty_clusters(store)
    confirm(store, clusters)
    return {cluster.id for cluster in clusters}


@pytest.mark.parametrize("order", tuple(permutations(range(3))))
def test_holdings_join_their_record_whichever_comes_first(store: Store, order: tuple[int, ...]) -> None:
    items = (packed(BOOK), holdings_of("1"), holdings_of("1", branch="FEB", own="h2"))
    for at in order:
        run_of(store, items[at], full=False)
    assert branches(store) == {BOOK.id: ["FIB", "FEB"]}
    assert list(stored_rejections(store, "ui")) == []


def test_one_volume_may_hold_several_things(store: Store) -> None:
    run_of(store, packed(BOOK), packed(OTHER), holdings_of("1", "2"))
    assert branches(store) == {BOOK.id: ["FIB"], OTHER.id: ["FIB"]}


def test_holdings_without_their_record_are_kept_and_told_until_it_comes(store: Store) -> None:
    run_of(store, packed(OTHER), holdings_of("1"))
    assert [(each.outcome, each.identifier, each.position) for each in stored_rejections(store, "ui")] == [
        ("waiting", "h1", 9)
    ]
    run_of(store, packed(BOOK), full=False)
    assert branches(store) == {BOOK.id: ["FIB"], OTHER.id: [""]}
    assert list(stored_rejections(store, "ui")) == []


def test_a_record_that_goes_leaves_its_holdings_waiting(store: Store) -> None:
    run_of(store, packed(BOOK), holdings_of("1"))
    run = begin_run(store, "ui", NOON)
    run.delete(["1"])
    run.finish(full=False, finished=NOON)
    assert [each.outcome for each in stored_rejections(store, "ui")] == ["waiting"]


def test_a_change_of_holdings_publishes_what_they_belong_to_and_nothing_else(store: Store) -> None:
    run_of(store, packed(BOOK), packed(OTHER), holdings_of("1"))
    confirm_all(store)
    assert run_of(store, holdings_of("1", branch="FEB"), full=False).counts == Counts(loaded=1)
    assert published(store) == {BOOK.id}
    assert branches(store) == {BOOK.id: ["FEB"], OTHER.id: [""]}
    assert run_of(store, holdings_of("1", branch="FEB"), full=False).counts == Counts(unchanged=1)
    assert published(store) == set()


@pytest.mark.parametrize("full", [True, False])
def test_holdings_that_move_to_another_record_leave_the_first(store: Store, full: bool) -> None:
    run_of(store, packed(BOOK), packed(OTHER), holdings_of("1"))
    confirm_all(store)
    run_of(store, packed(BOOK), packed(OTHER), holdings_of("2", branch="FEB"), full=full)
    assert published(store) == {BOOK.id, OTHER.id}
    assert branches(store) == {BOOK.id: [""], OTHER.id: ["FEB"]}


def test_holdings_that_a_full_run_lacks_are_withdrawn(store: Store) -> None:
    run_of(store, packed(BOOK), holdings_of("1"), holdings_of("1", branch="FEB", own="h2"))
    confirm_all(store)
    assert run_of(store, packed(BOOK), holdings_of("1")).withdrawn == 1
    assert published(store) == {BOOK.id}
    assert branches(store) == {BOOK.id: ["FIB"]}


def test_a_deleted_holdings_record_takes_its_number_back(store: Store) -> None:
    run_of(store, packed(BOOK), holdings_of("1"), holdings_of("1", branch="FEB", own="h2"))
    gone = pack_deletion(SourceRecord("katalog.mrc", 1, "marc21", b"d"), "ui", "h1", "holdings")
    run_of(store, gone, full=False)
    assert branches(store) == {BOOK.id: ["FEB"]}
    run_of(store, holdings_of("1"), full=False)
    run_of(store, gone, full=False)
    assert branches(store) == {BOOK.id: ["FEB"]}


def test_holdings_share_the_number_of_their_record_where_004_names_none(store: Store) -> None:
    items = (holdings_of("LIAS1", own="1"), holdings_of("LIAS1", branch="FEB", own="1"), holdings_of(own="2"))
    run_of(store, packed(BOOK), packed(OTHER), *items)
    assert branches(store) == {BOOK.id: ["FEB", "FIB"], OTHER.id: ["FIB"]}
    run_of(store, holdings_of("LIAS1", branch="FT", own="1"), full=False)
    assert branches(store) == {BOOK.id: ["FT"], OTHER.id: ["FIB"]}


def test_a_number_that_happens_to_be_another_records_joins_nothing(store: Store) -> None:
    """h-records 1 and 2 belong to 8 and 9 by 004, and it is chance that there are records 1 and 2."""
    eight, nine = record("ui", "8", "Judul delapan"), record("ui", "9", "Judul sembilan")
    run_of(store, packed(BOOK), packed(eight), packed(nine), holdings_of("8", own="1"), holdings_of("9", own="7"))
    assert branches(store) == {BOOK.id: [""], eight.id: ["FIB"], nine.id: ["FIB"]}
    run_of(store, holdings_of("99", own="1", branch="FEB"), full=False)
    assert branches(store)[BOOK.id] == [""]
    assert [each.outcome for each in stored_rejections(store, "ui")] == ["waiting"]


def test_what_numbers_mean_turns_over_when_more_records_find_theirs_the_other_way(store: Store) -> None:
    run_of(store, packed(BOOK), packed(OTHER), holdings_of("8", own="1"), holdings_of("9", own="2"))
    assert branches(store) == {BOOK.id: ["FIB"], OTHER.id: ["FIB"]}
    confirm_all(store)
    named = [packed(record("ui", number, f"Judul {number}")) for number in ("8", "9", "7")]
    run_of(store, *named, holdings_of("7", own="h3"), full=False)
    found = branches(store)
    assert (found[BOOK.id], found[OTHER.id]) == ([""], [""])
    assert [found[each.id] for each in named] == [["FIB"]] * 3
    assert {BOOK.id, OTHER.id} <= published(store)


def test_another_partners_records_are_none_of_its_business(store: Store) -> None:
    run_of(store, packed(BOOK))
    run = begin_run(store, "itb", NOON)
    run.load([holdings_of("1", own="1", partner="itb")])
    run.finish(full=True, finished=NOON)
    assert branches(store) == {BOOK.id: [""]}
    assert [each.outcome for each in stored_rejections(store, "itb")] == ["waiting"]


def test_copies_in_the_record_itself_get_the_run_of_their_shelf(store: Store) -> None:
    copies = (
        Holding("ui", "FIB", "Majalah", "AP2.O3 1971", 2, statuses=(("on_loan", 1),)),
        Holding("ui", "FIB", "Majalah", "AP2.O3 1972", 1, statuses=(("on_loan", 1),)),
        Holding("ui", "FT", "Majalah", "AP2", 1),
    )
    own = replace(BOOK, holdings=copies)
    told = told_of(Holding("ui", "FIB", "Majalah", "AP2 .O3", run="1971-1980"))
    run_of(store, packed(own), pack_holdings(SourceRecord("katalog.mrc", 9, "marc21", b"h"), told))
    (cluster,) = stored_clusters(store)
    assert cluster.members[0].record.holdings == (
        Holding("ui", "FIB", "Majalah", "AP2 .O3", 3, "1971-1980", statuses=(("on_loan", 2),), confirmed="2026-11-21"),
        Holding("ui", "FT", "Majalah", "AP2", 1),
    )


def test_a_record_whose_holdings_records_have_no_copy_left_has_no_owner(store: Store) -> None:
    told = told_of()
    run_of(store, packed(BOOK), pack_holdings(SourceRecord("katalog.mrc", 9, "marc21", b"h"), told))
    assert branches(store) == {BOOK.id: []}


def test_a_consortiums_record_without_copies_is_held_by_those_whom_its_holdings_records_name(store: Store) -> None:
    told = told_of(Holding("id-ugm", "", "Lt. 2", run="1971-"))
    named = replace(OTHER, holdings=(Holding("id-itb"),))
    holdings = [
        pack_holdings(SourceRecord("katalog.mrc", 9, "marc21", number.encode()), each)
        for number, each in (
            ("1", told),
            ("2", replace(told, id=record_id("ui", "holdings", "h2"), references=(Reference("2"),))),
        )
    ]
    run_of(store, packed(BOOK), packed(named), *holdings)
    assert {
        cluster.id: [holding.library for member in cluster.members for holding in member.record.holdings]
        for cluster in stored_clusters(store)
    } == {BOOK.id: ["id-ugm"], OTHER.id: ["id-ugm", "id-itb"]}
