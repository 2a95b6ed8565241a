"""Stretches of a serial come to years, gaps and one line of text."""

import pytest

from discovery.catalog.holding import Stretch
from discovery.catalog.runs import parse_run
from discovery.catalog.stretches import (
    gaps,
    run_text,
    united_stretches,
    volumes_held,
    without_years,
    year_ranges,
    years_held,
)


def test_the_years_held_show_the_gaps_between_them() -> None:
    years = years_held(parse_run("1971-1973, 1980-"), 1982)
    assert years == {1971, 1972, 1973, 1980, 1981, 1982}
    assert year_ranges(years) == ((1971, 1973), (1980, 1982))
    assert gaps(years) == ((1974, 1979),)


def test_a_volume_without_a_year_holds_no_year() -> None:
    assert years_held(parse_run("v.1-v.10"), 2020) == frozenset()
    assert gaps(()) == ()


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        (["v.1 (1990)", "v.2 (1991)", "v.4 (1993)"], "v.1-2 (1990-1991), v.4 (1993)"),
        (["1993", "1990", "1991-1992"], "1990-1993"),
        (["v.3", "v.1-2"], "v.1-3"),
        (["v.1 (1990)", "v.2 (1991)-"], "v.1- (1990-)"),
        (["1990-", "2003"], "1990-"),
        (["v.5-6 (1988)"], "v.5-6 (1988)"),
        (["v.1 (1990)", "1991"], "v.1 (1990), 1991"),
        (["v.1 (1838)-v.20 (1857)", "v.1 (1918)", "v.5 (1922)"], "v.1-20 (1838-1857), v.1 (1918), v.5 (1922)"),
        (["v.1 (1990)", "v.1 (1991)", "v.2 (1991)"], "v.1-2 (1990-1991)"),
        (["v.7", "v.8", "v.9 (1966)"], "v.7-8, v.9 (1966)"),
        (["v.11", "v.1-18 (1985-2002)", "v.19"], "v.19, v.1-18 (1985-2002)"),
        (["v.1-9 (1950-1958)", "v.3 (1952)"], "v.1-9 (1950-1958)"),
        (["v.5- (1990-)", "v.5 (2003)", "v.18 (2003)"], "v.5- (1990-)"),
        ([], ""),
    ],
)
def test_stretches_that_follow_each_other_are_one(runs: list[str], text: str) -> None:
    assert run_text(united_stretches(each for run in runs for each in parse_run(run))) == text


def test_what_an_open_stretch_takes_in_has_no_end() -> None:
    assert united_stretches(parse_run("1971-1998, 1999-")) == (Stretch(1971, is_open=True),)


def test_a_volume_stays_with_the_years_at_its_own_end() -> None:
    lost = frozenset({1971, 1980})
    assert list(without_years(parse_run("v.3 (1971)-v.9 (1998)"), lost)) == [
        Stretch(1972, 1979),
        Stretch(1981, 1998, None, 9),
    ]
    assert list(without_years(parse_run("v.3 (1971)-v.9 (1998)"), lost - {1971})) == [
        Stretch(1971, 1979, 3),
        Stretch(1981, 1998, None, 9),
    ]


def test_volumes_are_held_from_the_first_to_the_last_that_is_named() -> None:
    assert volumes_held(parse_run("v.3-5, v.7, 1971-1980")) == {3, 4, 5, 7}
    assert volumes_held(parse_run("v.12-")) == {12}


@pytest.mark.parametrize(
    ("run", "lost", "left"),
    [
        ("1950-1960", {1940, 1949}, "1950-1960"),
        ("1950-1960", {1961, 1970}, "1950-1960"),
        ("1950-1960", {1950, 1960, 1970}, "1951-1959"),
        ("1950-", {1940}, "1950-"),
        ("1950-", {1970}, "1950-1969, 1971-"),
        ("1950", {1950}, ""),
        ("v.1-3", {1950}, "v.1-3"),
    ],
)
def test_only_years_that_a_stretch_held_are_taken_from_it(run: str, lost: set[int], left: str) -> None:
    assert run_text(without_years(parse_run(run), frozenset(lost))) == left


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        (["v.1-3 (1990-1992)", "v.1-3"], "v.1-3 (1990-1992)"),
        (["v.1-3 (1990-1992)", "v.1-4"], "v.1-4, v.1-3 (1990-1992)"),
        (["v.1 (1990)-", "v.7"], "v.1- (1990-)"),
        (["v.1-3 (1990-1992)", "v.2-"], "v.2-, v.1-3 (1990-1992)"),
    ],
)
def test_volumes_without_years_are_told_by_those_that_have_them(runs: list[str], text: str) -> None:
    assert run_text(united_stretches([stretch for run in runs for stretch in parse_run(run)])) == text
