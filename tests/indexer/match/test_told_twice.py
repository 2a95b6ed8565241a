"""One copy that a library and a union catalogue both tell of is listed once."""

import pytest
from msgspec.structs import replace

from discovery.catalog.holding import Holding, Link
from indexer.match.told_twice import told_once

OWN = Holding("a", "PUSAT", "Umum", "899.221 TOE b", 2, confirmed="2026-11-01", partner="a")
NUMBERS = {"a": {"B1", "B2"}, "u": {"B1", "C7"}}

# The library's own word stays; whenever the union catalogue is harvested whole, it is confirmed by that too.
TOLD_TWICE = replace(OWN, also=("u",))


def of_the_union(*given: object, confirmed: str = "2026-10-01", **others: object) -> Holding:
    return replace(Holding("a", *given, confirmed=confirmed, partner="u"), **others)  # type: ignore[arg-type]


AGAIN = {
    "only that it has the book": of_the_union(),
    "its shelf mark, spaced otherwise": of_the_union(call_number="899.221 Toe B"),
    "its branch": of_the_union("PUSAT"),
    "copies of which it names one by its number": of_the_union(call_number="899.221 TOE b", copies=1),
}
MORE = {
    "another branch": of_the_union("FKIP"),
    "another shelf mark": of_the_union(call_number="813 PRA"),
    "more copies": of_the_union(copies=3),
    "a note": of_the_union(note="sumbangan"),
    "a copy on loan": of_the_union(statuses=(("on_loan", 1),)),
    "an address": of_the_union(links=(Link("https://arsip.example"),)),
    "another library": replace(of_the_union(), library="b"),
}


@pytest.mark.parametrize("holding", AGAIN.values(), ids=AGAIN)
def test_what_another_partner_says_too_is_listed_once(holding: Holding) -> None:
    assert told_once([OWN, holding], NUMBERS) == told_once([holding, OWN], NUMBERS) == [TOLD_TWICE]


@pytest.mark.parametrize("holding", MORE.values(), ids=MORE)
def test_what_another_partner_says_beyond_that_stays(holding: Holding) -> None:
    assert told_once([OWN, holding], NUMBERS) == [OWN, holding]


def test_counted_copies_are_one_only_by_their_numbers() -> None:
    counted = of_the_union(call_number="899.221 TOE b", copies=1)
    assert told_once([OWN, counted], {"a": {"B1"}, "u": {"C7"}}) == [OWN, counted]
    assert told_once([OWN, counted], {}) == [OWN, counted]


def test_holding_is_as_fresh_as_the_last_partner_that_told_of_it() -> None:
    (kept,) = told_once([OWN, of_the_union(confirmed="2026-11-20")], NUMBERS)
    assert kept == replace(TOLD_TWICE, confirmed="2026-11-20")


def test_of_two_that_say_the_same_one_stays() -> None:
    same = replace(OWN, partner="u")
    assert told_once([OWN, same], NUMBERS) == [TOLD_TWICE]


def test_one_partners_two_holdings_stay_two() -> None:
    assert told_once([OWN, replace(OWN, copies=0)], NUMBERS) == [OWN, replace(OWN, copies=0)]
