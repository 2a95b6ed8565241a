"""Who holds which years of a serial, what is missing, and what only one library has."""

from discovery.catalog.holding import Holding
from discovery.catalog.runs import parse_run
from discovery.catalog.union_list import LibraryRun, UnionList, union_list


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
            LibraryRun("d", (), (), (), ("lengkap",)),
        ),
    )


def test_an_open_run_goes_on_until_its_library_last_confirmed_it() -> None:
    found = union_list([held("a", "2020-", "2024-03-01"), held("b", "2023-", "")], 2026)
    assert found is not None
    assert [(run.held, run.is_open) for run in found.libraries] == [(((2020, 2024),), True), (((2023, 2026),), True)]


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
