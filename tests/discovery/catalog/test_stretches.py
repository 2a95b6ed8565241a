"""Stretches of a serial come to years, gaps and one line of text."""

import pytest

from discovery.catalog.runs import parse_run
from discovery.catalog.stretches import gaps, run_text, united_stretches, year_ranges, years_held


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
        ([], ""),
    ],
)
def test_stretches_that_follow_each_other_are_one(runs: list[str], text: str) -> None:
    assert run_text(united_stretches(each for run in runs for each in parse_run(run))) == text
