"""What becomes of a partner's records in the store."""

import pytest
from msgspec.structs import replace

from discovery.search.compression import decompressed
from indexer.match.rematch import rematch
from indexer.report import Counts, Rejected
from indexer.store.clusters import find_cluster
from indexer.store.partner_states import PartnerState, partner_states
from indexer.store.plan import AsOf
from indexer.store.rejections import Rejection, stored_rejections
from indexer.store.runs import begin_run
from indexer.store.store import Store
from tests.indexer.store.records import NOON, deletion, ids, loaded, packed, record, synced, union_records

ONE, TWO, THREE = (
    record("ui", number, f"Judul {word}") for number, word in (("1", "satu"), ("2", "dua"), ("3", "tiga"))
)


def living(store: Store) -> set[str]:
    return {member for _, members in union_records(store).values() for member in members}


def test_records_are_kept_as_their_partner_gave_them_and_as_they_were_mapped(store: Store) -> None:
    loaded(store, "ui", ONE)
    cluster = find_cluster(store, ONE.id)
    assert cluster is not None
    (member,) = cluster.members
    assert (member.record, member.partner, member.format, member.confirmed) == (ONE, "ui", "marc21", "2026-11-21")
    assert decompressed(member.raw) == b"1 Judul satu"


def test_a_file_loaded_twice_changes_nothing_and_says_so(store: Store) -> None:
    assert loaded(store, "ui", ONE, TWO).counts == Counts(loaded=2)
    before = union_records(store)
    assert loaded(store, "ui", ONE, TWO).counts == Counts(unchanged=2)
    assert union_records(store) == before


def test_a_later_run_confirms_what_it_sees_and_a_delta_nothing_else(store: Store) -> None:
    loaded(store, "ui", ONE, TWO)
    loaded(store, "ui", TWO, full=False, now="2026-12-01T08:00:00")
    confirmed = {each.id: find_cluster(store, each.id).members[0].confirmed for each in (ONE, TWO)}  # type: ignore[union-attr]
    assert confirmed == {ONE.id: "2026-11-21", TWO.id: "2026-12-01"}


def test_a_record_is_in_the_catalogue_since_the_run_that_brought_it_however_old_its_file(store: Store) -> None:
    old_file = AsOf("2020-01-02")
    for now, records in ((NOON, (ONE,)), ("2026-12-01T08:00:00", (ONE, TWO))):
        run = begin_run(store, "ui", now, as_of=old_file)
        run.load([packed(each, position) for position, each in enumerate(records, 1)])
        run.finish(full=True, finished=now)
    members = [find_cluster(store, each.id).members[0] for each in (ONE, TWO)]  # type: ignore[union-attr]
    assert [(each.confirmed, each.since) for each in members] == [
        ("2020-01-02", "2026-11-21"),
        ("2020-01-02", "2026-12-01"),
    ]


def test_a_record_that_got_another_identifier_is_as_old_as_it_was(store: Store) -> None:
    loaded(store, "ui", ONE, TWO)
    rematch(store)
    renumbered = record("ui", "baru-1", "Judul satu")
    loaded(store, "ui", renumbered, TWO, THREE, now="2026-12-01T08:00:00")
    rematch(store)
    members = [find_cluster(store, each.id).members[0] for each in (renumbered, THREE)]  # type: ignore[union-attr]
    assert [(each.id, each.since) for each in members] == [(renumbered.id, "2026-11-21"), (THREE.id, "2026-12-01")]


def test_a_changed_record_counts_as_loaded_and_keeps_its_id(store: Store) -> None:
    loaded(store, "ui", ONE, TWO)
    better = record("ui", "1", "Judul yang dibetulkan")
    assert loaded(store, "ui", better, TWO).counts == Counts(loaded=1, unchanged=1)
    cluster = find_cluster(store, ONE.id)
    assert cluster is not None
    assert (cluster.id, cluster.title, cluster.members[0].record) == (ONE.id, "Judul yang dibetulkan", better)


def test_of_two_records_with_one_source_id_the_first_counts_and_the_second_is_noted(store: Store) -> None:
    run = begin_run(store, "ui", NOON)
    twin = record("ui", "1", "Judul lain")
    assert run.load([packed(ONE, 1), packed(twin, 2)]) == ["loaded", "skipped"]
    assert run.load([packed(twin, 3)]) == ["skipped"]
    run.finish(full=True, finished=NOON)
    assert run.counts == Counts(loaded=1, skipped=2)
    reason = "an earlier record of this run has the same identifier; the first one counts"
    assert tuple(stored_rejections(store, "ui")) == tuple(
        Rejection("katalog.mrc", position, "skipped", "1", reason, run.number) for position in (2, 3)
    )


def test_a_full_run_takes_out_what_it_did_not_see(store: Store) -> None:
    loaded(store, "ui", ONE, TWO, THREE)
    run = begin_run(store, "ui", NOON)
    run.load([packed(TWO)])
    assert run.unseen() == 2
    run.finish(full=True, finished=NOON)
    assert (run.counts, run.withdrawn, living(store)) == (Counts(unchanged=1), 2, {TWO.id})


def test_a_run_leaves_other_partners_records_alone(store: Store) -> None:
    other = record("itb", "1", "Judul satu")
    loaded(store, "itb", other)
    loaded(store, "ui", ONE)
    assert living(store) == {other.id, ONE.id}


def test_a_delta_takes_out_nothing_but_what_it_names(store: Store) -> None:
    loaded(store, "ui", ONE, TWO, THREE)
    run = loaded(store, "ui", full=False, deleted=["0002", "unknown"])
    assert (run.counts, living(store)) == (Counts(deleted=1, unchanged=1), {ONE.id, THREE.id})


def test_a_listed_deletion_outlives_the_file_that_still_has_the_record(store: Store) -> None:
    first = loaded(store, "ui", ONE, TWO, deleted=["2"])
    again = loaded(store, "ui", ONE, TWO, deleted=["2"])
    assert (first.counts, again.counts) == (Counts(loaded=1, deleted=1, unchanged=1), Counts(unchanged=3))
    assert living(store) == {ONE.id}


def test_a_record_marked_as_deleted_is_taken_out_once(store: Store) -> None:
    loaded(store, "ui", ONE, TWO)
    run = begin_run(store, "ui", NOON)
    assert run.load([deletion("ui", "1"), deletion("ui", "unheard of", 2)]) == ["deleted", "deleted"]
    assert living(store) == {ONE.id, TWO.id}  # until the run has finished
    run.finish(full=False, finished=NOON)
    again = begin_run(store, "ui", NOON)
    assert again.load([deletion("ui", "1"), deletion("ui", "unheard of", 2)]) == ["unchanged", "unchanged"]
    assert living(store) == {TWO.id}


def test_a_withdrawn_record_that_comes_back_has_its_id_again(store: Store) -> None:
    loaded(store, "ui", ONE, TWO)
    loaded(store, "ui", TWO)
    gone = find_cluster(store, ONE.id)
    assert gone is not None
    assert (gone.ids, gone.members, gone.title) == ((ONE.id,), (), "Judul satu")
    assert loaded(store, "ui", ONE, TWO).counts == Counts(loaded=1, unchanged=1)
    assert union_records(store)[ONE.id] == (ids(ONE), ids(ONE))


def test_a_record_that_turned_unreadable_is_not_missing(store: Store) -> None:
    loaded(store, "ui", ONE, TWO)
    run = begin_run(store, "ui", NOON)
    run.load([packed(TWO)])
    run.reject([Rejected("katalog.mrc", 2, "1", "the directory is wrong")])
    run.finish(full=True, finished=NOON)
    assert (run.withdrawn, living(store)) == (0, {ONE.id, TWO.id})


def test_rejections_stay_until_their_file_is_read_again(store: Store) -> None:
    broken = [Rejected("a.mrc", 7, "", "no title"), Rejected("b.mrc", 1, "x9", "the directory is wrong")]
    run = begin_run(store, "ui", NOON)
    run.reject(broken)
    run.finish(full=False, finished=NOON)
    kept = Rejection("b.mrc", 1, "rejected", "x9", "the directory is wrong", run.number)
    assert list(stored_rejections(store, "ui")) == [Rejection("a.mrc", 7, "rejected", "", "no title", run.number), kept]
    mended = begin_run(store, "ui", NOON)
    mended.load([packed(ONE, file="a.mrc")])
    mended.finish(full=False, finished=NOON)
    assert list(stored_rejections(store, "ui")) == [kept]
    loaded(store, "ui", ONE)
    assert list(stored_rejections(store, "ui")) == []


def test_holdings_records_are_kept_and_never_union_records(store: Store) -> None:
    run = begin_run(store, "psu", NOON)
    holdings = replace(packed(record("psu", "h1")), id="h" * 13, kind="holdings", keys=b"")
    assert run.load([holdings]) == ["loaded"]
    assert union_records(store) == {}


def test_a_partners_state_is_that_of_its_last_finished_run(store: Store) -> None:
    assert partner_states(store) == ()
    loaded(store, "ui", ONE)
    begin_run(store, "ui", "2026-12-01T08:00:00").load([packed(TWO)])
    run = begin_run(store, "itb", NOON)
    run.finish(full=False, finished=NOON, state='{"etag":"x"}')
    assert partner_states(store) == (
        PartnerState("itb", NOON, Counts(), '{"etag":"x"}'),
        PartnerState("ui", NOON, Counts(loaded=1), ""),
    )


@pytest.mark.parametrize("cut", [1, 2, 3])
def test_a_run_that_was_killed_and_begun_again_ends_as_an_undisturbed_one(store: Store, cut: int) -> None:
    killed = begin_run(store, "ui", NOON)
    for each in (ONE, TWO, THREE)[:cut]:
        killed.load([packed(each)])
    synced(store, "ui", ONE, TWO, THREE)
    assert union_records(store) == {each.id: (ids(each), ids(each)) for each in (ONE, TWO, THREE)}
