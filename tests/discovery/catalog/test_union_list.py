"""Who holds which years of a serial, what is missing, and what only one library has."""

import pytest

from discovery.catalog.holding import Holding
from discovery.catalog.record import Description, Title, UnionRecord
from discovery.catalog.runs import parse_run
from discovery.catalog.union_list import LibraryRun, UnionList, listed_serial, union_list


def held(library: str, run: str, confirmed: str = "2026-11-21") -> Holding:
    return Holding(library, run=run, stretches=parse_run(run), confirmed=confirmed)


def test_each_librarys_years_gaps_and_what_only_it_has_are_told() -> None:
    holdings = [
        held("a", "1950-1952, 1956"),
        held("b", "1951-1954"),
        held("a", "1960"),
        Holding("c"),
        held("d", "lengkap"),
    ]
    assert union_list(holdings, 2026) == UnionList(
        "year",
        1950,
        1960,
        ((1950, 1954), (1956, 1956), (1960, 1960)),
        ((1955, 1955), (1957, 1959)),
        (
            LibraryRun(
                "a",
                ((1950, 1952), (1956, 1956), (1960, 1960)),
                ((1953, 1955), (1957, 1959)),
                ((1950, 1950), (1956, 1956), (1960, 1960)),
                ("1950-1952, 1956", "1960"),
            ),
            LibraryRun("b", ((1951, 1954),), (), ((1953, 1954),), ("1951-1954",)),
            LibraryRun("d", (), (), (), ("lengkap",), is_told=False),
        ),
    )


def test_an_open_run_goes_on_until_its_library_last_confirmed_it() -> None:
    found = union_list([held("a", "2020-", "2024-03-01"), held("b", "2023-", "")], 2026)
    assert found is not None
    assert [(run.held, run.is_open) for run in found.libraries] == [(((2020, 2024),), True), (((2023, 2026),), True)]


@pytest.mark.parametrize(
    ("run", "ended", "years", "is_open"),
    [
        ("1911-", 1950, ((1911, 1950),), False),
        ("1911-", None, ((1911, 2026),), True),
        ("1911-1930, 1940-", 1950, ((1911, 1930), (1940, 1950)), False),
        ("1911-1960", 1950, ((1911, 1960),), False),
        ("1950-", 1950, ((1950, 1950),), False),
        ("1955-", 1950, ((1955, 2026),), True),
        ("v.11-, 1986, v.3-18 (1987-2002)", None, ((1986, 2002),), False),
    ],
)
def test_an_open_run_of_a_serial_that_ended_ends_with_it(
    run: str, ended: int | None, years: tuple[tuple[int, int], ...], is_open: bool
) -> None:
    """A library that has gone on receiving it after that year knows better."""
    found = union_list([held("a", run, "")], 2026, ended)
    assert found is not None
    assert [(each.held, each.is_open) for each in found.libraries] == [(years, is_open)]


def test_a_listed_serial_names_those_that_say_nothing_and_the_only_one_that_has_it() -> None:
    several = listed_serial(serial(held("a", "1950-1951"), Holding("b"), held("c", "lengkap")), 2026)
    assert several.whole == union_list([held("a", "1950-1951"), held("c", "lengkap")], 2026)
    assert ([run.library for run in several.runs], several.silent, several.sole) == (["a", "c"], ("b",), "")
    unread = listed_serial(serial(held("a", "lengkap"), held("a", "lengkap", "2020-01-01")), 2026)
    assert unread.whole is None
    assert (unread.runs, unread.silent, unread.sole) == (
        (LibraryRun("a", (), (), (), ("lengkap",), is_told=False),),
        (),
        "a",
    )


def test_nobody_is_surely_the_only_holder_where_another_does_not_say_what_it_has() -> None:
    def is_sure(*others: Holding) -> bool:
        return listed_serial(serial(held("a", "1950-1960"), *others), 2026).is_sure

    assert is_sure(held("b", "1950-1952, 1954-"))
    assert not is_sure(Holding("b"))
    assert not is_sure(held("b", "lengkap"))
    assert not is_sure(held("b", "1950-1952"), held("b", "lengkap"))
    assert not is_sure(held("b", "1950-1952, v.9"))
    assert not is_sure(held("b", "v.1-v.9999"))


def serial(*holdings: Holding) -> UnionRecord:
    return UnionRecord("a", ("a",), "a", Description(Title("X"), type="serial"), (), holdings)


def test_volumes_stand_beside_years_where_others_name_both() -> None:
    found = union_list([held("a", "v.1-21 (1921-1941)"), held("b", "Jrg. 1-15"), held("c", "v.20-24")], 2026)
    assert found is not None
    assert [(run.held, run.only, run.is_told, run.by_volumes) for run in found.libraries] == [
        (((1921, 1941),), ((1936, 1941),), True, False),
        (((1921, 1935),), (), True, True),
        ((), (), False, False),
    ]


@pytest.mark.parametrize(
    ("others", "run", "years"),
    [
        (["v.1 (1971)", "v.3 (1973)"], "v.2", ((1972, 1972),)),
        (["v.1-3 (1971-1973)"], "v.2-", ((1972, 2026),)),
        (["v.1-3 (1971-1973)"], "v.4", ()),
        (["v.1 (1971)"], "v.1", ((1971, 1971),)),
        (["v.1 (1971)", "v.4 (1973)"], "v.2", ()),  # three volumes in two years
        (["v.1 (1971)", "v.4 (1973)"], "v.1-4", ((1971, 1973),)),
        (["v.1-3 (1971-1973)", "v.2 (1980)"], "v.1", ()),  # numbers that began anew
        (["v.1-3 (1971-1973)", "v.4 (1950)"], "v.1", ()),
        (["v.3 (1971-1973)"], "v.3", ()),
    ],
)
def test_a_volume_has_a_year_only_where_that_is_certain(
    others: list[str], run: str, years: tuple[tuple[int, int], ...]
) -> None:
    found = union_list([*(held("a", each) for each in others), held("b", run)], 2026)
    assert found is not None
    assert found.libraries[-1].held == years
    assert found.libraries[-1].is_told is bool(years)


def test_an_open_run_without_years_of_a_library_that_names_years_says_nothing() -> None:
    found = union_list([held("a", "v.1-18 (1985-2002)"), held("a", "v.11-")], 2026)
    assert found is not None
    assert [(run.held, run.is_open, run.is_told) for run in found.libraries] == [(((1985, 2002),), False, False)]


def test_volumes_count_where_nobody_says_the_years() -> None:
    found = union_list([held("a", "v.1-3, v.7"), held("b", "v.3-4")], 2026)
    assert found == UnionList(
        "volume",
        1,
        7,
        ((1, 4), (7, 7)),
        ((5, 6),),
        (
            LibraryRun("a", ((1, 3), (7, 7)), ((4, 6),), ((1, 2), (7, 7)), ("v.1-3, v.7",)),
            LibraryRun("b", ((3, 4),), (), ((4, 4),), ("v.3-4",)),
        ),
    )


def test_a_single_library_is_no_only_holder_among_others() -> None:
    found = union_list([held("a", "1950-1951")], 2026)
    assert found is not None
    assert found.libraries == (LibraryRun("a", ((1950, 1951),), (), (), ("1950-1951",)),)


def test_what_cannot_be_read_is_no_union_list() -> None:
    assert union_list([Holding("a"), held("b", "nomor terbaru saja"), held("c", "v.1-v.9999")], 2026) is None
