"""A serial's run in words is read as years and volumes, as far as it can be."""

import pytest

from discovery.catalog.holding import Stretch
from discovery.catalog.runs import parse_run


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("1971-1998, 2003-", [Stretch(1971, 1998), Stretch(2003, is_open=True)]),
        ("Jan. 1971-Dec. 1973", [Stretch(1971, 1973)]),
        ("v.1-v.8 1970-1976", [Stretch(1970, 1976, 1, 8)]),
        ("v.1-8 1970-1976; v.10 1978", [Stretch(1970, 1976, 1, 8), Stretch(1978, 1978, 10, 10)]),
        ("Mar.16-31 1915", [Stretch(1915, 1915)]),
        ("Sept.16 1851-Des. 3, 1852", [Stretch(1851, 1852)]),
        ("Vol. 1, no. 1 (Jan. 5, 1990)-vol. 3 (Dec. 20, 1992)", [Stretch(1990, 1992, 1, 3)]),
        ("v.67:no.3(2008)-To Date.", [Stretch(2008, None, 67, is_open=True)]),
        ("1870/71", [Stretch(1870, 1871)]),
        ("1999/2000-2003/04", [Stretch(1999, 2004)]),
        ("v.1(1950)-v.10(1959)", [Stretch(1950, 1959, 1, 10)]),
        ("v. 3-7 (1972–1976)", [Stretch(1972, 1976, 3, 7)]),
        ("v.1-v.10 (1950-1959); v.12 (1961)-", [Stretch(1950, 1959, 1, 10), Stretch(1961, None, 12, is_open=True)]),
        ("v.1, no.2 (1990)-v.3, no.4 (1992)", [Stretch(1990, 1992, 1, 3)]),
        ("vol.1:no.1 (1997:Jan.)-vol.3:no.12 (1999:Dec.)", [Stretch(1997, 1999, 1, 3)]),
        ("v.33 (2016), v.34 (2017)", [Stretch(2016, 2016, 33, 33), Stretch(2017, 2017, 34, 34)]),
        ("Th. 4 (1981)-sekarang", [Stretch(1981, None, 4, is_open=True)]),
        ("Th. 1998-2003", [Stretch(1998, 2003)]),
        ("1995 s.d. 2000", [Stretch(1995, 2000)]),
        ("Jg. 3.1970 - 5.1972; 7.1974", [Stretch(1970, 1972, 3, 5), Stretch(1974, 1974)]),
        ("An. 1 (1993), nr. 1-", [Stretch(1993, None, 1, is_open=True)]),
        ("1971-98", [Stretch(1971, 1998)]),
        ("1998-2", [Stretch(1998, 2002)]),
        ("2009-01-05 - 2010-03-01", [Stretch(2009, 2010)]),
        ("1990-1980", [Stretch(1980, 1990)]),
        ("v.1-", [Stretch(None, None, 1, is_open=True)]),
        ("suppl. 1990; index 1990-1995; 1991", [Stretch(1991, 1991)]),
        ("1952-56, 1952, 1958", [Stretch(1952, 1956), Stretch(1952, 1952), Stretch(1958, 1958)]),
        ("v.176:no.1,3-4,6 (2006)", [Stretch(2006, 2006, 176, 176)]),
        ("*Continues: Blatt (Berlin ; Wien : 1882); Jg.3 (1884)", [Stretch(1884, 1884, 3, 3)]),
        ("1990-1995 *Continued by: Blatt (Wien : 1996)", [Stretch(1990, 1995)]),
        ("Current issues only", []),
        ("Current 2 weeks only; 1990", [Stretch(1990, 1990)]),
        ("Hanya nomor terbaru", []),
        ("no.1-no.45", []),
        ("1 jilid", []),
        ("-", []),
        ("", []),
    ],
)
def test_a_run_is_read_as_its_stretches(text: str, stretches: list[Stretch]) -> None:
    assert parse_run(text) == tuple(stretches)
