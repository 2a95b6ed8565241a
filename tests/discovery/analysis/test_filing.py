"""The order of lists and shelves."""

from itertools import pairwise

import pytest

from discovery.analysis.filing import list_key, shelf_key
from discovery.analysis.tokens import exact_key

SHELVES = {
    "Dewey by decimals": ("330 BOE e", "330.1 ABC", "330.15 A", "330.95 X", "330.9598 BOE e", "331 A"),
    "Dewey parted after every third decimal": (
        "297.122 404 Abd A",
        "297.122 9 Hum B",
        "297.122 94 A",
        "297.123 2010",
        "297.123 2011 A",
        "297.123 1 B",
        "297.2 A",
    ),
    "2X with religion": ("297 HAM", "299.5 A", "2X4.1 ABD f", "2X5 A", "300 B"),
    "volumes and copies by size": ("813 TOE b jil.2", "813 TOE b jil10", "813 TOE b v. 11", "813 TOE b v.100"),
    "copies": ("2X4.1 ABD f c.2", "2X4.1 ABD f c.10"),
    "lost zeros": ("020 X", "20.5 AAA", "21 B", "100 C"),
    "segmentation marks": ("899'.22/1 A", "899.2213 A", "899'.222 A"),
    "LC numbers by size": ("QA9 .B34", "QA76 .B4", "QA76.9 .D3 1999", "QA76.9 .D3 2010", "QA76.9 .D35", "QB1 .A1"),
    "LC with blanks": ("PL 889 .T6", "PL5089 .T6 B8", "PL 5089 .T6 C1"),
    "a collection before the number": ("R 030 ENS", "R 297.1 A", "SKR 658 A", "SKR 1001 A"),
    "local schemes": ("CD 2", "CD 12", "CD 100", "MAP-0045", "MAP-0046"),
}


@pytest.mark.parametrize("shelf", SHELVES.values(), ids=SHELVES)
def test_call_numbers_stand_in_shelf_order(shelf: tuple[str, ...]) -> None:
    assert all(shelf_key(before) < shelf_key(after) for before, after in pairwise(shelf))


@pytest.mark.parametrize("same", [("330.9598 BOE e", "330.9598 boe e"), ("QA76.9", "qa 76.9"), ("20.5 A", "020.5 A")])
def test_one_place_on_the_shelf_has_one_key(same: tuple[str, str]) -> None:
    assert shelf_key(same[0]) == shelf_key(same[1])


@pytest.mark.parametrize("odd", ["", "!!!", "٣٣٠", "²³", "9" * 10_000, "a" * 10_000, "'./'", "2X'", "330.'/"])
def test_an_odd_call_number_still_has_a_place(odd: str) -> None:
    assert isinstance(shelf_key(odd), str)


LISTS = {
    "numbers by size": ("Jilid 2", "Jilid 10", "Jilid kedua"),
    "Latin, diacritics as their letters": ("Eva", "Éva b", "Evb", "Łoda", "Loda b", "Östman", "Oswald"),
    "Russian": ("Ева", "Ёлка", "Жук", "Ива", "Йод", "Яблоко"),
    "Ukrainian": ("Ганна", "Ґудзик", "Дім", "Ева", "Єва", "Жук", "Ива", "Іван", "Їжак", "Яр"),
    "Serbian": ("Дан", "Ђак", "Ето", "Иван", "Јован", "Лав", "Љубав", "Тара", "Ћао", "Уна"),
    "Arabic": ("أحمد", "بهار", "تاريخ", "جهاد", "يد"),
    "Persian": ("بهار", "پارسی", "تهران", "جهان", "چمن", "کتاب", "گل", "لاله", "یاد"),
    "Jawi": ("عرف", "ڠاجي", "فقه", "ڤاسر", "قرآن", "كتاب", "ݢاجه"),
    "Hiragana": ("あさ", "いぬ", "かさ", "がく", "さくら"),
    "scripts": ("Zulu", "Ωmega", "Яблоко", "אב", "يد", "かさ", "東京"),
}


@pytest.mark.parametrize("headings", LISTS.values(), ids=LISTS)
def test_headings_stand_in_the_order_of_their_alphabet(headings: tuple[str, ...]) -> None:
    keys = [list_key(exact_key(heading)) for heading in headings]
    assert keys == sorted(set(keys))


def test_a_diacritic_makes_no_second_place() -> None:
    assert list_key(exact_key("Tôha, Ëva")) == list_key(exact_key("Toha, Eva"))
