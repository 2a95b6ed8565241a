"""Union records over time: merges, splits, disappearances and killed runs, in the store."""

import random
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from string import ascii_lowercase
from unittest.mock import patch

import pytest

from discovery.catalog.record import Record
from indexer.match import comparisons
from indexer.match import rematch as rematching
from indexer.match.rematch import rematch
from indexer.store.matching import MOST_PER_KEY
from indexer.store.runs import begin_run
from indexer.store.store import Store, open_store, set_property
from tests.indexer.store.records import NOON, ids, loaded, packed, record, synced, union_records

ISBN = "9789799731234"
A, B, C = (record(partner, "1", isbn=ISBN) for partner in ("ui", "itb", "ugm"))
STRANGER = record("ui", "2", "Kamus dewan", author="Iskandar, Teuku", isbn="9789836201234")


@contextmanager
def chunks_of(size: int) -> Iterator[None]:
    with patch.object(rematching, "_CHUNK", size):
        yield


def members(store: Store) -> list[tuple[str, ...]]:
    return [living for _, living in union_records(store).values()]


def test_the_same_edition_from_several_partners_is_one_union_record(store: Store) -> None:
    synced(store, "ui", A, STRANGER)
    synced(store, "itb", B)
    synced(store, "ugm", C)
    assert union_records(store) == {
        A.id: (ids(A, B, C), ids(A, B, C)),
        STRANGER.id: (ids(STRANGER), ids(STRANGER)),
    }


def test_a_split_gives_each_part_its_own_ids_back(store: Store) -> None:
    for partner, each in (("ui", A), ("itb", B), ("ugm", C)):
        synced(store, partner, each)
    synced(store, "itb", record("itb", "1", "Gadis pantai"))
    assert union_records(store) == {A.id: (ids(A, C), ids(A, C)), B.id: (ids(B), ids(B))}


def test_the_shown_id_stays_with_the_longest_standing_member_when_its_owner_goes(store: Store) -> None:
    for partner, each in (("ui", A), ("itb", B), ("ugm", C)):
        synced(store, partner, each)
    synced(store, "ui")
    assert union_records(store) == {A.id: (ids(A, B, C), ids(B, C))}
    synced(store, "ugm", record("ugm", "1", "Gadis pantai"))
    assert union_records(store) == {A.id: (ids(A, B), ids(B)), C.id: (ids(C), ids(C))}


def test_an_owner_that_leaves_takes_its_id_along(store: Store) -> None:
    for partner, each in (("ui", A), ("itb", B), ("ugm", C)):
        synced(store, partner, each)
    synced(store, "ui", record("ui", "1", "Gadis pantai"))
    assert union_records(store) == {A.id: (ids(A), ids(A)), B.id: (ids(B, C), ids(B, C))}


def test_a_record_that_comes_back_meets_its_union_record_again(store: Store) -> None:
    for _ in range(2):
        synced(store, "ui", A)
        synced(store, "itb", B)
        synced(store, "ui")
    synced(store, "itb")
    assert union_records(store) == {A.id: (ids(A, B), ())}
    synced(store, "itb", B)
    assert union_records(store) == {A.id: (ids(A, B), ids(B))}


def test_a_union_record_whose_last_members_go_at_once_keeps_its_ids(store: Store) -> None:
    synced(store, "ui", A)
    synced(store, "itb", B)
    loaded(store, "ui")
    loaded(store, "itb")
    rematch(store)
    assert union_records(store) == {A.id: (ids(A, B), ())}


def test_copies_within_one_partner_are_one_if_they_share_an_identifier_and_a_title(store: Store) -> None:
    copies = [record("ui", f"k{number}", isbn=ISBN) for number in range(3)]
    alike = [record("ui", f"t{number}", "Layar terkembang") for number in range(3)]
    synced(store, "ui", *copies, *alike)
    assert members(store) == [ids(*copies), *(ids(each) for each in alike)]


def test_copies_follow_their_first_into_another_partners_record(store: Store) -> None:
    synced(store, "itb", B)
    copies = [record("ui", f"k{number}", isbn=ISBN) for number in range(3)]
    synced(store, "ui", *copies)
    assert members(store) == [ids(B, *copies)]
    synced(store, "ui", *copies[1:])
    assert members(store) == [ids(B, *copies[1:])]
    synced(store, "ui", *(record("ui", f"k{number}", "Gadis pantai", isbn=ISBN) for number in (1, 2)))
    assert members(store) == [ids(B), ids(*copies[1:])]


def test_an_earlier_record_that_becomes_like_a_later_one_leads_it(store: Store) -> None:
    first, later = record("ui", "1", "Gadis pantai"), record("ui", "2", isbn=ISBN)
    synced(store, "ui", first, later)
    synced(store, "itb", B)
    assert members(store) == [ids(first), ids(later, B)]
    changed = record("ui", "1", isbn=ISBN)
    synced(store, "ui", changed, later)
    assert members(store) == [ids(changed, later, B)]
    synced(store, "ui", changed)
    assert members(store) == [ids(changed, B)]


def test_a_key_that_many_share_still_joins_an_identifiers_records(store: Store) -> None:
    many = [record(f"p{number}", "1", isbn=ISBN) for number in range(MOST_PER_KEY + 20)]
    for each in many:
        loaded(store, each.partner, each)
    rematch(store)
    assert members(store) == [ids(*many)]


@pytest.mark.parametrize("worth_a_pass", [0, 20_000])
def test_of_a_crowd_of_one_number_only_the_likest_are_compared(store: Store, worth_a_pass: int) -> None:
    """A school's placeholder stands on all its books; two of them are one book all the same."""
    chance = random.Random(1)
    told = [["".join(chance.choices(ascii_lowercase, k=9)) for _ in range(5)] for _ in range(MOST_PER_KEY + 20)]
    many = [
        record("ui", words[0], " ".join(words[:3]), author=", ".join(words[3:]), isbn=ISBN, year=1950 + number % 70)
        for number, words in enumerate(told)
    ]
    twin = record("ui", "twin", " ".join(told[50][:3]), author=", ".join(told[50][3:]), isbn=ISBN, year=2000)
    loaded(store, "ui", *many, twin)
    with (
        patch.object(rematching, "_WORTH_A_PASS", worth_a_pass),
        patch.object(comparisons, "compare", wraps=comparisons.compare) as compared,
    ):
        rematch(store)
    assert ids(many[50], twin) in members(store)
    assert compared.call_count <= 10 * (len(many) + 1)


def test_two_that_are_no_edition_of_each_other_are_compared_once(store: Store) -> None:
    """Each meets the other when it is matched: the second time it is known, whatever was forgotten between."""
    loaded(store, "ui", record("ui", "1", isbn=ISBN))
    loaded(store, "itb", record("itb", "1", "Gadis pantai", isbn=ISBN))
    with (
        chunks_of(1),
        patch.object(comparisons, "_MOST_REMEMBERED", 0),
        patch.object(comparisons, "compare", wraps=comparisons.compare) as compared,
    ):
        assert rematch(store) == 2
    assert compared.call_count == 1
    assert len(members(store)) == 2


def test_another_version_of_matching_derives_all_keys_anew(store: Store) -> None:
    synced(store, "ui", A)
    synced(store, "itb", B)
    before = union_records(store)
    with store.transaction() as connection:
        set_property(connection, "matching", "0")
    assert (rematch(store), union_records(store)) == (2, before)
    assert rematch(store) == 0


# Few titles, authors, years and numbers, so that records meet, part and meet again.
def _any_record(chance: random.Random, partner: str, number: int) -> Record:
    title = chance.choice(("Bumi manusia", "Anak semua bangsa", "Bumi manusia : roman"))
    isbn = chance.choice(("", ISBN, "9789799731241"))
    author = chance.choice(("Toer, Pramoedya Ananta", "Toer, P. A.", "Hamka"))
    return record(partner, str(number), title, isbn=isbn, author=author, year=chance.choice((1980, 1981, 1990)))


def _history(seed: int) -> list[tuple[str, list[Record]]]:
    chance = random.Random(seed)
    syncs = []
    for _ in range(8):
        partner = chance.choice(("ui", "itb", "ugm"))
        numbers = sorted(chance.sample(range(6), chance.randint(0, 6)))
        syncs.append((partner, [_any_record(chance, partner, number) for number in numbers]))
    return syncs


class Killed(Exception):
    pass


@pytest.mark.parametrize("seed", range(12))
def test_a_killed_run_ends_where_an_undisturbed_one_does(store: Store, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    with open_store(f"sqlite:///{tmp_path}/calm.db") as calm:
        for partner, records in _history(seed):
            synced(calm, partner, *records)
            loaded_so_far = begin_run(store, partner, NOON)
            loaded_so_far.load([packed(each) for each in records[: chance.randint(0, 6)]])
            with chunks_of(1):
                loaded(store, partner, *records)
                _rematch_until_killed(store, chance.randint(1, 3))
                rematch(store)
            assert union_records(store) == union_records(calm)


def _rematch_until_killed(store: Store, chunks: int) -> None:
    def count_down(_: int) -> None:
        nonlocal chunks
        chunks -= 1
        if not chunks:
            raise Killed

    with suppress(Killed):
        rematch(store, count_down)


@pytest.mark.parametrize("seed", range(12, 24))
def test_who_is_together_depends_on_what_is_there_and_not_on_how_it_came(
    store: Store, tmp_path: Path, seed: int
) -> None:
    first_come: dict[str, int] = {}
    latest: dict[str, list[Record]] = {}
    for partner, records in _history(seed):
        synced(store, partner, *records)
        latest[partner] = records
        for each in records:
            first_come.setdefault(each.id, len(first_come))
    standing = sorted((each for records in latest.values() for each in records), key=lambda each: first_come[each.id])
    with open_store(f"sqlite:///{tmp_path}/fresh.db") as fresh:
        for each in standing:
            loaded(fresh, each.partner, each, full=False)
        # Half of them as one is matched who comes with a hundred thousand others.
        with patch.object(rematching, "_WORTH_A_PASS", 0 if seed % 2 else 100):
            rematch(fresh)
        assert sorted(group for group in members(store) if group) == sorted(members(fresh))


def test_copies_stay_with_what_the_first_of_them_is_one_with_when_the_owner_of_the_shown_id_goes(store: Store) -> None:
    owner, another = record("itb", "1", isbn=ISBN), record("ugm", "1", isbn=ISBN)
    copies = [record("ui", str(number), isbn=ISBN) for number in range(2)]
    synced(store, "itb", owner)
    synced(store, "ui", *copies)
    synced(store, "ugm", another)
    synced(store, "itb")
    assert union_records(store) == {owner.id: (ids(owner, *copies, another), ids(*copies, another))}
