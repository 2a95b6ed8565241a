"""Librarians' decisions on the records of a store: what they join and part, whatever comes and goes."""

import random
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from unittest.mock import patch

import pytest

from discovery.catalog.ids import record_id
from discovery.catalog.record import Record
from indexer.match import rematch as rematching
from indexer.match.decided import Waiting, waiting_records
from indexer.match.decisions import NO_DECISIONS, Decision, Decisions, id_pair, named_id
from indexer.match.rematch import rematch
from indexer.store.publications import confirm_all, dirty_clusters
from indexer.store.store import Store, open_store
from tests.indexer.store.records import ids, loaded, record, union_records

ISBN = "9789799731234"
A, B, C = (record(partner, "1", isbn=ISBN) for partner in ("ui", "itb", "ugm"))
STRANGER = record("ui", "2", "Kamus dewan", author="Iskandar, Teuku", isbn="9789836201234")


def decided(*given: tuple[bool, str, str]) -> Decisions:
    return Decisions(
        tuple(
            Decision(line, same, (one, other), id_pair(named_id(one), named_id(other)))
            for line, (same, one, other) in enumerate(given, 1)
        )
    )


def matched(store: Store, decisions: Decisions, *records: Record) -> list[tuple[str, ...]]:
    """The members of each union record, once these records have come and everything is matched."""
    for each in records:
        loaded(store, each.partner, each, full=False)
    rematch(store, decisions=decisions)
    return [living for _, living in union_records(store).values()]


@pytest.mark.parametrize(
    ("given", "groups"),
    [
        ((), [(A, B, C), (STRANGER,)]),
        (((True, "ui/2", "itb/1"),), [(A, B, C, STRANGER)]),
        (((False, "ui/1", "itb/1"),), [(A, C), (B,), (STRANGER,)]),
        (((False, "ui/1", "itb/1"), (True, "ugm/1", "itb/1")), [(A,), (B, C), (STRANGER,)]),
        (((False, "ui/1", "itb/1"), (True, "ui/1", "ui/2")), [(A, C, STRANGER), (B,)]),
        (((True, A.id, STRANGER.id), (False, STRANGER.id, C.id)), [(A, B, STRANGER), (C,)]),
    ],
)
def test_a_decision_outweighs_the_comparison(
    store: Store, given: tuple[tuple[bool, str, str], ...], groups: list[tuple[Record, ...]]
) -> None:
    found = matched(store, decided(*given), A, B, C, STRANGER)
    assert sorted(map(sorted, found)) == sorted(sorted(ids(*group)) for group in groups)


def test_a_changed_decision_alone_matches_only_what_it_touches_anew(store: Store) -> None:
    alone = record("ui", "3", "Layar terkembang", author="Alisjahbana, Sutan Takdir")
    matched(store, NO_DECISIONS, A, B, C, STRANGER, alone)
    assert rematch(store, decisions=(joined := decided((True, "ui/2", "itb/1")))) == 2
    assert rematch(store, decisions=joined) == 0
    assert rematch(store, decisions=decided((False, "ui/1", "itb/1"))) == 3
    assert matched(store, NO_DECISIONS) == [ids(A, B, C), ids(STRANGER), ids(alone)]


def test_a_decision_on_what_is_one_already_is_published(store: Store) -> None:
    matched(store, NO_DECISIONS, A, B, STRANGER)
    confirm_all(store)
    matched(store, decided((True, "ui/1", "itb/1")))
    assert [cluster.id for cluster in dirty_clusters(store)] == [A.id]


def test_a_decision_on_an_id_that_others_answer_to_is_published(store: Store) -> None:
    matched(store, NO_DECISIONS, A, B, STRANGER)
    loaded(store, "ui", STRANGER)
    matched(store, NO_DECISIONS)
    confirm_all(store)
    matched(store, decided((False, "ui/1", "ui/2")))
    assert {cluster.id for cluster in dirty_clusters(store)} == {A.id, STRANGER.id}
    assert union_records(store)[A.id] == (ids(A, B), ids(B))


def test_another_reason_for_a_decision_is_published(store: Store) -> None:
    (given,) = decided((True, "ui/1", "itb/1")).given
    matched(store, Decisions((given,)), A, B, STRANGER)
    confirm_all(store)
    explained = Decisions((replace(given, why="satu cetakan"),))
    matched(store, explained)
    assert [cluster.id for cluster in dirty_clusters(store)] == [A.id]
    confirm_all(store)
    matched(store, explained)
    assert dirty_clusters(store) == ()


def test_a_decision_survives_harvests_corrections_and_absence(store: Store) -> None:
    decisions = decided((True, "ui/2", "itb/1"), (False, "ui/1", "itb/1"))
    for _ in range(2):
        assert matched(store, decisions, STRANGER, B, A) == [ids(STRANGER, B), ids(A)]
        loaded(store, "itb")
        assert matched(store, decisions) == [ids(STRANGER), ids(A)]
        corrected = record("itb", "1", isbn=ISBN, year=1981)
        assert matched(store, decisions, corrected) == [ids(STRANGER, corrected), ids(A)]


def test_what_is_joined_by_way_of_a_record_stays_joined_while_it_is_away(store: Store) -> None:
    decisions = decided((True, "ui/2", "itb/1"), (True, "itb/1", "x/1"))
    other = record("x", "1", "Layar terkembang")
    assert matched(store, decisions, STRANGER, other) == [ids(STRANGER, other)]


def test_one_of_a_partners_copies_can_be_told_from_the_rest(store: Store) -> None:
    copies = [record("ui", f"k{number}", isbn=ISBN) for number in range(3)]
    apart = decided((False, "ui/k0", "ui/k2"))
    assert matched(store, apart, *copies, B) == [ids(*copies[:2], B), ids(copies[2])]
    assert matched(store, decided((True, "ui/k2", "ui/2")), STRANGER) == [ids(*copies, B, STRANGER)]
    assert matched(store, NO_DECISIONS) == [ids(*copies, B), ids(STRANGER)]


def test_records_that_are_not_there_are_named(store: Store) -> None:
    loaded(store, "ui", A, STRANGER)
    loaded(store, "ui", A)
    decisions = decided((True, "ui/1", "ui/2"), (False, "itb/9", A.id))
    assert waiting_records(store, decisions) == (Waiting(1, "ui/2", gone=True), Waiting(2, "itb/9", gone=False))


def test_records_that_their_partner_numbered_anew_are_told_by_their_new_names(store: Store) -> None:
    decisions = decided((False, "ui/2", "itb/1"), (False, "ui/1", "itb/1"))
    matched(store, decisions, A, B, STRANGER)
    loaded(store, "ui", A, record("ui", "oai:ui:2", "Kamus dewan", author="Iskandar, Teuku", isbn="9789836201234"))
    rematch(store, decisions=decisions)
    assert waiting_records(store, decisions) == (Waiting(1, "ui/2", gone=True, now="ui/oai:ui:2"),)


# Records that meet and part, two of which are just alike, with decisions that change as they come and go.
_TITLES = ("Bumi manusia", "Anak semua bangsa")


def _any_decisions(chance: random.Random) -> Decisions:
    names = [f"{partner}/{number}" for partner in ("ui", "itb", "ugm") for number in range(3)]
    order = chance.sample(range(len(names)), len(names))
    pairs = chance.sample(list(combinations(range(len(names)), 2)), 3)
    # Which pairs are one follows from one division into two, so that no decision contradicts another.
    return decided(*((order[one] % 2 == order[other] % 2, names[one], names[other]) for one, other in pairs))


@pytest.mark.parametrize("seed", range(16))
def test_decided_clusters_depend_on_what_is_there_and_not_on_how_it_came(
    store: Store, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    latest: dict[str, list[Record]] = {}
    first_come: dict[str, int] = {}
    for _ in range(6):
        decisions = _any_decisions(chance)
        partner = chance.choice(("ui", "itb", "ugm"))
        records = [
            record(partner, str(number), chance.choice(_TITLES), isbn=chance.choice(("", ISBN)))
            for number in sorted(chance.sample(range(3), chance.randint(0, 3)))
        ]
        loaded(store, partner, *records)
        rematch(store, decisions=decisions)
        latest[partner] = records
        for each in records:
            first_come.setdefault(each.id, len(first_come))
    standing = sorted((each for records in latest.values() for each in records), key=lambda each: first_come[each.id])
    # Half of them as one is matched who comes with a hundred thousand others.
    with (
        open_store(f"sqlite:///{tmp_path}/fresh.db") as fresh,
        patch.object(rematching, "_WORTH_A_PASS", 0 if seed % 2 else 100),
    ):
        afresh = matched(fresh, decisions, *standing)
    assert sorted(group for _, group in union_records(store).values() if group) == sorted(afresh)


def test_a_named_id_is_the_records_own() -> None:
    assert (named_id("ui/1"), named_id(A.id)) == (record_id("ui", "bibliographic", "1"), A.id)
