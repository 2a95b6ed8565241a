"""Links: the search that a page shows, with one thing changed."""

import pytest

from discovery.search.browsing import ListPlace
from discovery.search.params import Row, SearchParams, read_params
from discovery.search.request import Filter, YearRange
from web.links import Links, SearchState, search_for, search_in

FULL = SearchState(
    SearchParams(
        rows=(Row("laskar", "title"), Row("hirata", "author", "or")),
        filters=(Filter("library", ("id-amn", "id-nus")),),
        exclusions=(Filter("type", ("map",)),),
        years=YearRange(1990, None),
        sort="newest",
        by="work",
        page=3,
        size=50,
    )
)


def test_a_search_round_trips_through_its_address() -> None:
    assert read_params(FULL.pairs) == FULL.params


@pytest.mark.parametrize(
    ("state", "added", "removed"),
    [
        (FULL.on_page(4), {("page", "4")}, {("page", "3")}),
        (FULL.sorted_by("title"), {("sort", "title")}, {("sort", "newest"), ("page", "3")}),
        (FULL.sized(20), set(), {("size", "50"), ("page", "3")}),
        (FULL.grouped_by("edition"), set(), {("by", "work"), ("page", "3")}),
        (FULL.with_value("library", "id-x"), {("f.library", "id-x")}, {("page", "3")}),
        (FULL.with_value("author", "Hamka"), {("f.author", "Hamka")}, {("page", "3")}),
        (FULL.without_value("library", "id-amn"), set(), {("f.library", "id-amn"), ("page", "3")}),
        (FULL.without_exclusion("type", "map"), set(), {("x.type", "map"), ("page", "3")}),
        (FULL.without_years(), set(), {("year", "1990-"), ("page", "3")}),
        (FULL.without_facet("library"), set(), {("f.library", "id-amn"), ("f.library", "id-nus"), ("page", "3")}),
    ],
)
def test_one_change_changes_one_thing_and_goes_back_to_the_first_page(
    state: SearchState, added: set[tuple[str, str]], removed: set[tuple[str, str]]
) -> None:
    before, after = set(FULL.pairs), set(state.pairs)
    assert (after - before, before - after) == (added, removed)


def test_the_last_value_of_a_facet_takes_its_filter_along() -> None:
    assert search_in("author", "Hamka").without_value("author", "Hamka").params == SearchParams()


@pytest.mark.parametrize(
    ("links", "address", "expected"),
    [
        (Links("https://k.example"), "home", "/"),
        (Links("https://k.example/katalog"), "home", "/katalog/"),
        (Links("https://k.example/katalog", "en"), "libraries", "/katalog/libraries?lang=en"),
        (Links(""), "help", "/help"),
    ],
)
def test_addresses_keep_the_sites_path_and_the_readers_language(links: Links, address: str, expected: str) -> None:
    assert getattr(links, address)() == expected


def test_odd_characters_are_escaped_in_addresses() -> None:
    links = Links("https://k.example", "id")
    assert links.search(search_for("C++ & C#")) == "/search?q=C%2B%2B+%26+C%23&lang=id"
    assert links.library("a/b?c") == "/libraries/a%2Fb%3Fc?lang=id"
    assert links.browse("author", ListPlace(typed="é&")) == "/browse/author?from=%C3%A9%26&lang=id"
    assert links.record("abc", "mrc", "m&m") == "/record/abc.mrc?member=m%26m&lang=id"
    assert links.absolute(links.help()) == "https://k.example/help?lang=id"
