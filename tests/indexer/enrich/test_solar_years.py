"""Years of Iran's calendar in Persian records, and those that are none."""

import pytest

from discovery.catalog.publication import Publication
from discovery.catalog.years import Years, read_years
from indexer.enrich.solar_years import in_common_era


def _read(date: str, *languages: str) -> tuple[int | None, int | None, bool]:
    found = in_common_era(Publication.of((), (), date, read_years(date)), languages)
    return found.year, found.last_year, found.uncertain


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("1380", (2001, None, True)),
        ("۱۳۸۰", (2001, None, True)),
        ("چاپ اول، ۱۳۸۰ ش.", (2001, None, True)),
        ("[1380]", (2001, None, True)),
        ("1380-1382", (2001, 2003, True)),
        ("1380 A.P.", (2001, None, True)),
        ("1380 s.h.", (2001, None, True)),
        ("1290", (1873, None, True)),
        ("1380 [2001]", (2001, None, False)),
        ("1380 [2001 or 2002]", (2001, None, True)),
        ("2001", (2001, None, False)),
        ("1380 هـ ق", (1960, None, True)),
        ("1380 H", (1960, None, True)),
        ("1418", (1997, None, True)),
        ("1979", (1979, None, False)),
        ("", (None, None, False)),
    ],
)
def test_bare_year_of_a_persian_record_is_one_of_irans_calendar(
    date: str, expected: tuple[int | None, int | None, bool]
) -> None:
    assert _read(date, "fa") == expected


def test_other_languages_years_stay_as_they_are_read() -> None:
    assert _read("1380", "ar") == (1380, None, False)
    assert _read("١٣٨٠", "ar") == (1960, None, True)


def test_year_that_the_cataloguer_coded_in_our_calendar_stands() -> None:
    coded = Publication.of((), (), "1380", Years(2002))
    assert in_common_era(coded, ("fa",)) == coded
