"""Which words of a search say which one of several is meant."""

import pytest

from discovery.search.designations import designations


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("fisika jilid 2 halliday", {"jilid", "2"}),
        ("kelas xi biologi semester 1", {"kelas", "xi", "semester", "1"}),
        ("edisi ke 7", {"edisi", "7"}),
        ("pemasaran edisi ketujuh", {"edisi", "ketujuh"}),
        ("organic chemistry 2nd edition", {"2nd", "edition"}),
        ("steuerrecht bd ii", {"bd", "ii"}),
        ("فقه المجلد 3", {"المجلد", "3"}),
        ("undang undang nomor 13 tahun 2003", set()),
        ("big band jazz", set()),
        ("catch 22", set()),
        ("edition of one", set()),
        ("", set()),
    ],
)
def test_a_name_and_its_number_together_say_which_one(typed: str, found: set[str]) -> None:
    assert designations(typed.split()) == found
