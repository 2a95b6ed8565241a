"""Years as catalogues write them: the edition in hand, in the common era."""

from datetime import datetime, tzinfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from discovery.catalog.calendars import era_year, to_common_era
from discovery.catalog.years import EARLIEST, Years, latest_year, read_years


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1987", Years(1987)),
        ("c1987.", Years(1987)),
        ("[1987].", Years(1987)),
        ("1 Juli 1999", Years(1999)),
        ("Cet. 2, 1987", Years(1987)),
        ("1987, c1986", Years(1987)),
        ("2010, c1953", Years(2010)),
        ("l987", Years(1987)),
        ("12-03-1987", Years(1987)),
        ("1989/90", Years(1989)),
    ],
)
def test_year_of_a_plain_statement_is_read(text: str, expected: Years) -> None:
    assert read_years(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[1987?]", Years(1987, uncertain=True)),
        ("ca. 1850", Years(1850, uncertain=True)),
        ("[199-?]", Years(1990, uncertain=True)),
        ("[19--]", Years(1900, uncertain=True)),
        ("[between 1900 and 1910?]", Years(1900, uncertain=True)),
        ("[1942 or 3]", Years(1942, uncertain=True)),
        ("18th century", Years(1700, uncertain=True)),
        ("abad ke-18", Years(1700, uncertain=True)),
        ("abad XIX", Years(1800, uncertain=True)),
        ("21st century", Years(2000, uncertain=True)),
    ],
)
def test_year_that_was_guessed_is_uncertain(text: str, expected: Years) -> None:
    assert read_years(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1971-98", Years(1971, 1998)),
        ("1971-1998", Years(1971, 1998)),
        ("[1987]-1992", Years(1987, 1992)),
        ("1987-<1992>", Years(1987, 1992)),
        ("1971-", Years(1971)),
        ("2005-08-15", Years(2005)),
        ("2005-08", Years(2005)),
    ],
)
def test_range_of_years_has_two_ends_and_a_month_is_none(text: str, expected: Years) -> None:
    assert read_years(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1405 H [1985]", Years(1985)),
        ("1405 H. = 1985 M.", Years(1985)),
        ("1405 [H.] = 1985 [M.]", Years(1985)),
        ("1405-1407 H. = 1985-1987 M.", Years(1985, 1987)),
        ("1405 [1984 or 1985]", Years(1984, uncertain=True)),
        ("1340 [H. Sh.], [1961? M.]", Years(1961, uncertain=True)),
        ("Tahun 1998 M / 1419 H", Years(1998)),
        ("1302 [1962 or 1963]", Years(1962, uncertain=True)),
        ("1308 [1988]", Years(1988)),
        ("2045 [1988]", Years(1988)),
        ("5745 [1985]", Years(1985)),
        ("2528 [1985]", Years(1985)),
        ("1364 [1985]", Years(1985)),
        ("1364 [1986]", Years(1986)),
        ("1987 [i.e. 1978]", Years(1978)),
    ],
)
def test_common_era_year_beats_the_other_calendar_beside_it(text: str, expected: Years) -> None:
    assert read_years(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1405 H", Years(1985, uncertain=True)),
        ("1340 H. Sh.", Years(1961, uncertain=True)),
        ("1363 ش", Years(1984, uncertain=True)),
        ("1363 هـ.ش", Years(1984, uncertain=True)),
        ("۱۳۶۳ ه. ش", Years(1984, uncertain=True)),
        ("2531", Years(1988, uncertain=True)),
        ("١٤٠٥ هـ", Years(1985, uncertain=True)),
        ("١٤٠٥", Years(1985, uncertain=True)),
        ("١٩٨٥", Years(1985)),
        ("२०४५", Years(1988, uncertain=True)),
        ("5745", Years(1985, uncertain=True)),
        ("昭和60年", Years(1985)),
        ("MCMLXXXV", Years(1985)),
        ("M.DCC.XL.", Years(1740)),
    ],
)
def test_year_in_another_calendar_or_script_is_brought_to_the_common_era(text: str, expected: Years) -> None:
    assert read_years(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("300 B.C.", Years(-299)),
        ("44 SM", Years(-43)),
        ("1 SM", Years(0)),
        ("5 v. Chr.", Years(-4)),
        ("5th century B.C.", Years(-499, uncertain=True)),
    ],
)
def test_year_before_the_common_era_is_counted_as_astronomers_do(text: str, expected: Years) -> None:
    assert read_years(text) == expected


@pytest.mark.parametrize(
    "text", ["", "Cet. 35", "-2", "uuuu", "9999", "0000", "[n.d.]", "22nd century", "19871", "²", "t.t."]
)
def test_text_without_a_year_has_none(text: str) -> None:
    assert read_years(text) == Years()


@given(st.text(alphabet="0123456789[]-?/ ,.cHMSiIeVXLuا١٤٠५昭和年元", max_size=30))
@example("昭和110")
def test_years_of_any_text_are_possible_ones(text: str) -> None:
    years = read_years(text)
    assert years.first is None or years.first <= latest_year()
    assert years.last is None or (years.first is not None and EARLIEST < years.first < years.last <= latest_year())


def test_calendars_leave_a_common_era_year_alone() -> None:
    assert [to_common_era(1985), era_year("1985")] == [None, None]


def test_a_clock_that_forgot_the_day_forgets_no_years(monkeypatch: pytest.MonkeyPatch) -> None:
    class Forgetful(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Forgetful":
            return cls.fromtimestamp(0, tz)

    latest_year.cache_clear()
    monkeypatch.setattr("discovery.catalog.years.datetime", Forgetful)
    try:
        assert read_years("2024") == Years(2024)
    finally:
        latest_year.cache_clear()
