"""The keys by which records of a whole store meet."""

import random

import pytest

from indexer.store.meeting_keys import MeetingKeys, meeting_keys
from indexer.store.packed_keys import unpack_keys
from indexer.store.store import Store
from tests.indexer.store.records import loaded, packed, record

ISBN = "9789799731234"


def test_records_meet_by_identifiers_and_by_the_texts_of_two_partners(store: Store) -> None:
    alone = record("ui", "1", "Layar terkembang")
    alike = [record("ui", str(number), "Kamus dewan", year=1990 + number) for number in (2, 3)]
    numbered = [record("ui", str(number), f"Judul {number}", isbn=ISBN, author="") for number in (4, 5)]
    shared = [record(partner, "6", "Bumi manusia") for partner in ("ui", "itb")]
    loaded(store, "ui", alone, *alike, *numbered, shared[0])
    loaded(store, "itb", shared[1])
    with store.transaction() as connection:
        meeting = meeting_keys(connection)
    keys = [{*unpack_keys(packed(each).keys)[1:]} for each in (alone, *alike, *numbered, *shared)]
    assert keys[1] & keys[2]
    met = [{*meeting.among(each)} for each in keys]
    assert met == [set(), set(), set(), keys[3] & keys[4], keys[3] & keys[4], keys[5], keys[6]]
    assert met[3]


def test_a_text_that_one_partner_has_often_counts_where_others_came_in_between(store: Store) -> None:
    dictionaries = [record("ui", str(number), "Kamus dewan", year=1990 + number) for number in range(5)]
    other = record("itb", "1", "Layar terkembang")
    shared = set.intersection(*({*unpack_keys(packed(each).keys)[1:]} for each in dictionaries))
    loaded(store, "ui", *dictionaries[:3])
    with store.transaction() as connection:
        assert meeting_keys(connection).among(shared) == []
    loaded(store, "itb", other)
    loaded(store, "ui", *dictionaries[3:], full=False)
    with store.transaction() as connection:
        assert {*meeting_keys(connection).among(shared)} == shared != set()


@pytest.mark.parametrize("count", [0, 1, 2, 7, 8, 9, 5_000])
def test_of_any_number_of_keys_each_is_found_and_no_other(count: int) -> None:
    chance = random.Random(count)
    least, most = -(2**63), 2**63 - 1
    keys = sorted({least, most, 0, *(chance.randint(least, most) for _ in range(count))})[-count:] if count else []
    others = [least, -1, 0, 1, most, *(chance.randint(least, most) for _ in range(1000))]
    known = {*keys}
    assert MeetingKeys(keys).among([*keys, *others]) == [*keys, *(each for each in others if each in known)]
