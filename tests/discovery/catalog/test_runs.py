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
        ("Sér. 2, no. 1 (1911)-sér. 3, v. 18 (1950)", [Stretch(1911, 1950, None, 18)]),
        ("n.s., v.1 (1920)-v.4 (1923)", [Stretch(1920, 1923, 1, 4)]),
        ("n.s. v.1(1990)-n.s. v.13(2004/05)", [Stretch(1990, 2005, 1, 13)]),
        ("ser.1 v.1(1838)-ser.9 v.16(1925)", [Stretch(1838, 1925, 1, 16)]),
        ("2d Ser. t.1 (1896)-2 Ser. t.32 (1927)", [Stretch(1896, 1927, 1, 32)]),
        ("ser. 2 (1950)-ser. 5 (1959)", [Stretch(1950, 1959, 2, 5)]),
        ("v. 3-7 (1972–1976)", [Stretch(1972, 1976, 3, 7)]),
        ("v.1-v.10 (1950-1959); v.12 (1961)-", [Stretch(1950, 1959, 1, 10), Stretch(1961, None, 12, is_open=True)]),
        ("v.1, no.2 (1990)-v.3, no.4 (1992)", [Stretch(1990, 1992, 1, 3)]),
        ("vol.1:no.1 (1997:Jan.)-vol.3:no.12 (1999:Dec.)", [Stretch(1997, 1999, 1, 3)]),
        ("v.33 (2016), v.34 (2017)", [Stretch(2016, 2016, 33, 33), Stretch(2017, 2017, 34, 34)]),
        ("Th. 4 (1981)-sekarang", [Stretch(1981, None, 4, is_open=True)]),
        ("Th. 1998-2003", [Stretch(1998, 2003)]),
        ("1995 s.d. 2000", [Stretch(1995, 2000)]),
        ("Jg. 3.1970 - 5.1972; 7.1974", [Stretch(1970, 1972, 3, 5), Stretch(1974, 1974, 7, 7)]),
        ("An. 1 (1993), nr. 1-", [Stretch(1993, None, 1, is_open=True)]),
        ("no. 1, 1970-no. 24, 1974", [Stretch(1970, 1974)]),
        ("Edisi 1, Juli (1970) - edisi 5, Agustus (1974)", [Stretch(1970, 1974)]),
        ("Nr. 3, Januari, 1970 - nr. 5, Mei, 1974", [Stretch(1970, 1974)]),
        ("jil. 1, bil. 1 (1970) - jil. 5, bil. 12 (1974)", [Stretch(1970, 1974, 1, 5)]),
        ("Jan., 1970-May, 1974", [Stretch(1970, 1974)]),
        ("1991:Mar.-Dec., 1993", [Stretch(1991, 1991), Stretch(1993, 1993)]),
        ("1990-, 1995", [Stretch(1990, is_open=True), Stretch(1995, 1995)]),
        ("س 1، ع 1 (1970) - س 5، ع 12 (1974)", [Stretch(1970, 1974, 1, 5)]),
        ("السنة الأولى، العدد 1 (1970) - السنة الخامسة، العدد 12 (1974)", [Stretch(1970, 1974, 1, 5)]),
        ("1971-98", [Stretch(1971, 1998)]),
        ("1998-2", [Stretch(1998, 2002)]),
        ("1995-8", [Stretch(1995, 1998)]),
        ("1995-2", [Stretch(1995, 2002)]),
        ("1994-2", [Stretch(1994, 1994)]),
        ("1971-9", [Stretch(1971, 1971)]),
        ("1990 v.3 1991 v.4", [Stretch(1990, 1990, 3, 3), Stretch(1991, 1991, 4, 4)]),
        ("v.3 (1990)-1995", [Stretch(1990, 1995, 3, None)]),
        ("1990, v.3", [Stretch(1990, 1990), Stretch(None, None, 3, 3)]),
        ("2009-01-05 - 2010-03-01", [Stretch(2009, 2010)]),
        ("1990-1980", [Stretch(1980, 1990)]),
        ("v.1-", [Stretch(None, None, 1, is_open=True)]),
        ("suppl. 1990; index 1990-1995; 1991", [Stretch(1991, 1991)]),
        ("1952-56, 1952, 1958", [Stretch(1952, 1956), Stretch(1952, 1952), Stretch(1958, 1958)]),
        ("v.176:no.1,3-4,6 (2006)", [Stretch(2006, 2006, 176, 176)]),
        ("*Continues: Blatt (Berlin ; Wien : 1882); Jg.3 (1884)", [Stretch(1884, 1884, 3, 3)]),
        ("1990-1995 *Continued by: Blatt (Wien : 1996)", [Stretch(1990, 1995)]),
        (
            "*Continues:Studies newsletter.; v.9-22 (1983/1984-1996/1997)",
            [Stretch(1983, 1997, 9, 22)],
        ),
        ("v.17:no.1-3 (1993:Jan.-Mar.); v.18 (1994)", [Stretch(1993, 1993, 17, 17), Stretch(1994, 1994, 18, 18)]),
        ("2010: Januari-Desember", [Stretch(2010, 2010)]),
        ("v.1-2:no.85 (1770:July 17-1772:Oct.1)", [Stretch(1770, 1772, 1, 2)]),
        ("v.1-10 1950-1959", [Stretch(1950, 1959, 1, 10)]),
        ("v.1-38 1857-76 index", [Stretch(1857, 1876, 1, 38)]),
        ("v.162 2003-04", [Stretch(2003, 2004, 162, 162)]),
        ("Th. I No. 1 (1970)-Th. IV No. 12 (1973)", [Stretch(1970, 1973, 1, 4)]),
        ("Jilid I-V", [Stretch(None, None, 1, 5)]),
        ("Juzʾ 1-juzʾ 14", [Stretch(None, None, 1, 14)]),
        ("Tahun 1 (1990) s/d Tahun 5 (1994)", [Stretch(1990, 1994, 1, 5)]),
        ("1(1970)-10(1979)", [Stretch(1970, 1979, 1, 10)]),
        ("1.1950-10.1959; 12.1961-", [Stretch(1950, 1959, 1, 10), Stretch(1961, None, 12, is_open=True)]),
        ("No. 1/1990 - No. 12/1995", [Stretch(1990, 1995)]),
        ("Edisi 1-12 Tahun 2015", [Stretch(2015, 2015)]),
        ("vyp.12-13 (1927)", [Stretch(1927, 1927)]),
        ("17th-18th (1975-1976)", [Stretch(1975, 1976)]),
        ("1971-1998, kecuali 1980", [Stretch(1971, 1979), Stretch(1981, 1998)]),
        ("v.1-20 (1990-)", [Stretch(1990, None, 1, is_open=True)]),
        ("1990- [lacking 1990, 1995]", [Stretch(1991, 1994), Stretch(1996, None, is_open=True)]),
        ("1990, kurang 1990", []),
        ("1990-1995 (1992 tidak ada)", [Stretch(1990, 1991), Stretch(1993, 1995)]),
        ("1990-1995, 1992 hilang", [Stretch(1990, 1991), Stretch(1993, 1995)]),
        ("1990-1995, kurang no. 3 th. 1992", [Stretch(1990, 1995)]),
        ("1.1950 - 4.1953 [N=1951; 3.1952,2]", [Stretch(1950, 1950, 1), Stretch(1952, 1953, None, 4)]),
        ("v.1-10 (lacks v.3)", [Stretch(None, None, 1, 2), Stretch(None, None, 4, 10)]),
        ("v.1-3 (1950-1952), lacks v.2", [Stretch(1950, 1950, 1, 1), Stretch(1952, 1952, 3, 3)]),
        ("v.1-10 (1950-1955), lacks v.2", [Stretch(1950, 1955, 1, 10)]),
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


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("1990 (1-12), 1991 (1,3-5)", [Stretch(1990, 1990), Stretch(1991, 1991)]),
        ("1990: 1-12; 1991: 1-6", [Stretch(1990, 1990), Stretch(1991, 1991)]),
        ("1950,1 - 1959,12", [Stretch(1950, 1959)]),
        ("1990/1-1995/12", [Stretch(1990, 1995)]),
        ("01-1990 s.d. 12-1995", [Stretch(1990, 1995)]),
        ("1990-01 - 1995-12", [Stretch(1990, 1995)]),
        ("5 Jan 1990 - 31 Des 1995", [Stretch(1990, 1995)]),
        ("5/1/1990 - 31/12/1995", [Stretch(1990, 1995)]),
        ("Vol. 1 (1-4) 1990; Vol. 2(3) 1991", [Stretch(1990, 1990, 1, 1), Stretch(1991, 1991, 2, 2)]),
        ("v.12:1-4 (2010)", [Stretch(2010, 2010, 12, 12)]),
        ("Jrg. 5, afl. 1-12 (1955)", [Stretch(1955, 1955, 5, 5)]),
        ("No. 1/Th. I/1980 - No. 12/Th. V/1984", [Stretch(1980, 1984, 1, 5)]),
        ("Vol. 3 No. 2, Juli-Desember 2012", [Stretch(2012, 2012, 3, 3)]),
        ("40.1990,1-12", [Stretch(1990, 1990, 40, 40)]),
        ("40(1990)1-12; 41(1991)1-6", [Stretch(1990, 1990, 40, 40), Stretch(1991, 1991, 41, 41)]),
        ("10 (1990): 1-12", [Stretch(1990, 1990, 10, 10)]),
        ("1.1950/51,1-12", [Stretch(1950, 1951, 1, 1)]),
        ("Vol. 5 No. 1-4 (2001), 6-12", [Stretch(2001, 2001, 5, 5)]),
        ("v.5(1990)1-4,6-12", [Stretch(1990, 1990, 5, 5)]),
        ("1990 1-12", [Stretch(1990, 1990)]),
        ("v.02 yr.1927 mo.00dec-00mar", [Stretch(1927, 1927, 2, 2)]),
        ("1.1950,1-3; 2.1951,2-4.1953", [Stretch(1950, 1950, 1, 1), Stretch(1951, 1953, 2, 4)]),
        ("11(1990)1-15(1994)12", [Stretch(1990, 1994, 11, 15)]),
    ],
)
def test_issues_and_months_are_neither_volumes_nor_years(text: str, stretches: list[Stretch]) -> None:
    assert parse_run(text) == tuple(stretches)


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("v.1-5, 7, 9-12", [Stretch(None, None, 1, 5), Stretch(None, None, 7, 7), Stretch(None, None, 9, 12)]),
        (
            "v.1-5,7 (1990-1996)",
            [Stretch(None, None, 1, 5), Stretch(None, None, 7, 7), Stretch(1990, 1996)],
        ),
        ("1990, 91, 95-97", [Stretch(1990, 1990), Stretch(1991, 1991), Stretch(1995, 1997)]),
        ("2003, 05", [Stretch(2003, 2003), Stretch(2005, 2005)]),
        ("1905, 10, 12", [Stretch(1905, 1905)]),
        ("v.25/26-27/28 (2003/2004-2005/2006)", [Stretch(2003, 2006, 25, 28)]),
        ("Vol. 5/6 (1990/91)", [Stretch(1990, 1991, 5, 6)]),
        ("1967-1981:v.1-2; 1983", [Stretch(1967, 1981, 1, 2), Stretch(1983, 1983)]),
        ("1990-1995, suppl. 1997", [Stretch(1990, 1995)]),
    ],
)
def test_lists_and_double_volumes_are_read_whole(text: str, stretches: list[Stretch]) -> None:
    assert parse_run(text) == tuple(stretches)


@pytest.mark.parametrize(
    "text",
    ["1950 t/m 1959", "1950 bis 1959", "de 1950 à 1959", "1950 hingga 1959", "Mei 1950 s.d. Agustus 1959", "1950~1959"],
)
def test_words_between_two_ends_are_a_dash(text: str) -> None:
    assert parse_run(text) == (Stretch(1950, 1959),)


@pytest.mark.parametrize(
    "text",
    [
        "sejak 1950",
        "mulai 1950",
        "vanaf 1950",
        "seit 1950",
        "1950 onwards",
        "1950 tot heden",
        "à partir de 1950",
        "1950ff.",
    ],
)
def test_words_tell_that_a_run_goes_on(text: str) -> None:
    assert parse_run(text) == (Stretch(1950, is_open=True),)


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("1405-1410 H", [Stretch(1985, 1990)]),
        ("1405 H - 1410 H", [Stretch(1985, 1990)]),
        ("1405/1985 - 1410/1990", [Stretch(1985, 1990)]),
        ("1405-1410 H/1985-1990 M", [Stretch(1985, 1990)]),
        ("Muharram 1405 - Zulhijjah 1410", [Stretch(1985, 1990)]),
        ("السنة ١ (١٤٠٥)", [Stretch(1985, 1985, 1, 1)]),
        ("١٩٥٠-١٩٥٥", [Stretch(1950, 1955)]),
        ("พ.ศ. 2530-2535", [Stretch(1987, 1992)]),
        ("2530-35", [Stretch(1987, 1992)]),
        ("2559 (2016)", [Stretch(2016, 2016)]),
        ("昭和55年-平成2年", [Stretch(1980, 1990)]),
        ("昭和55(1980)-平成2(1990)", [Stretch(1980, 1990)]),
        ("平成15年4月-", [Stretch(2003, is_open=True)]),
        ("民國60-70年", [Stretch(1971, 1981)]),
        ("1巻1号(1970)-5巻(1974)", [Stretch(1970, 1974, 1, 5)]),
        ("no. 2450-2500", []),
        ("no.1405-1410 (1990)", [Stretch(1990, 1990)]),
        ("v.2450", [Stretch(None, None, 2450, 2450)]),
    ],
)
def test_years_of_other_calendars_are_brought_to_ours(text: str, stretches: list[Stretch]) -> None:
    assert parse_run(text) == tuple(stretches)


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("1950-'60", [Stretch(1950, 1960)]),
        ("1998 – ’03", [Stretch(1998, 2003)]),
        ("1990+", [Stretch(1990, is_open=True)]),
        ("v.5 + (1990 +); 1980", [Stretch(1990, None, 5, is_open=True), Stretch(1980, 1980)]),
        ("1990 + suppl.", [Stretch(1990, 1990)]),
        ("v.1-v.", [Stretch(None, None, 1, is_open=True)]),
        ("v.I-V", [Stretch(None, None, 1, 5)]),
        ("1990 s/d skrg.", [Stretch(1990, is_open=True)]),
        ("Ser. A v.1-3; Ser. B v.1-5", [Stretch(None, None, 1, 3), Stretch(None, None, 1, 5)]),
        ("v.[1]-53 (1884-1914)", [Stretch(1884, 1914, 1, 53)]),
        ("juzʾ 1-2, 5-6", [Stretch(None, None, 1, 2), Stretch(None, None, 5, 6)]),
    ],
)
def test_ends_are_read_as_they_are_shortened(text: str, stretches: list[Stretch]) -> None:
    """ "1950-'60" went on to this day, "1990+" had no end but its beginning, and "Ser. A" was a dash."""
    assert parse_run(text) == tuple(stretches)


@pytest.mark.parametrize(
    "text",
    [
        "1990- (latest 5 years only)",
        "1990- (last five years)",
        "1990-, retains current 2 years",
        "1990-; retained for 2 years",
        "2000- current 2 years only",
        "v.1- (1990-) (current 5 years only)",
        "1990- (only the latest volume)",
        "1990- (5 tahun terakhir)",
        "1998- (hanya terbitan terbaru)",
        "1998-, disimpan selama 2 tahun",
        "1990-sekarang, 2 tahun terakhir saja",
        "1990- (laatste 5 jaar)",
        "1990- (alleen lopende jaargang)",
        "1990-heden, wordt 2 jaar bewaard",
        "1990- (5 dernières années)",
        "1990- (conservation : 2 ans)",
        "1990- (année en cours seulement)",
        "1990 - [nur die letzten 3 Jahrgänge vorhanden]",
        "1990-, nur laufender Jahrgang",
    ],
)
def test_what_is_kept_for_a_time_only_names_no_years(text: str) -> None:
    assert parse_run(text) == ()


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("1950-1980; 1990- (latest 5 years only)", [Stretch(1950, 1980)]),
        ("1950-1980, 1990-, disimpan 2 tahun", [Stretch(1950, 1980)]),
        ("1990- (latest issue only in the reading room)", [Stretch(1990, is_open=True)]),
        ("1990- (last 2 issues missing)", [Stretch(1990, is_open=True)]),
        ("1985-; latest in reference", [Stretch(1985, is_open=True)]),
        ("1985- latest ed. in Ref.", [Stretch(1985, is_open=True)]),
    ],
)
def test_a_run_beside_what_is_kept_for_a_time_stays(text: str, stretches: list[Stretch]) -> None:
    assert parse_run(text) == tuple(stretches)


@pytest.mark.parametrize("text", ["1990 ", "since 1 ", "1-", "昭和5-", " "])
def test_a_run_of_any_length_is_done_with(text: str) -> None:
    assert parse_run(text * 20_000) == ()


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("المجلد 3، العدد 1 (2001)", [Stretch(2001, 2001, 3, 3)]),
        ("من 1990 إلى 1995", [Stretch(1990, 1995)]),
        ("منذ ١٩٨٥", [Stretch(1985, is_open=True)]),
        ("1990 حتى الآن", [Stretch(1990, is_open=True)]),
        ("1980، 1982", [Stretch(1980, 1980), Stretch(1982, 1982)]),
        ("1991-1995, № 1-12", [Stretch(1991, 1995)]),
        ("т. 1-5 (1950-1954)", [Stretch(1950, 1954, 1, 5)]),
        ("с 1985 г.", [Stretch(1985, is_open=True)]),
        ("с 1985 по 1990", [Stretch(1985, 1990)]),
        ("1e jrg. (1902)-39e jrg. (1940)", [Stretch(1902, 1940, 1, 39)]),
        ("1re année (1881)-10e année (1890)", [Stretch(1881, 1890, 1, 10)]),
        ("1. Jahrgang 1949 - 3. Jahrgang 1951", [Stretch(1949, 1951, 1, 3)]),
        ("1980 → 1989", [Stretch(1980, 1989)]),
        ("complete from 1966", [Stretch(1966, is_open=True)]),
    ],
)
def test_captions_and_ends_are_read_in_other_languages_too(text: str, stretches: list[Stretch]) -> None:
    """A number before an Arabic or a Russian caption was an issue's that became a volume, or the end of a year."""
    assert parse_run(text) == tuple(stretches)


@pytest.mark.parametrize(
    "text",
    [
        "1980-1985, m.u.v. 1982",
        "1980-1985 uitgezonderd 1982",
        "1980-1985 [lacunes 1982]",
        "١٩٨٠-١٩٨٥، عدا ١٩٨٢",
        "1980-1985 minus 1982",
        "1980-1985, ontbr. 1982",
        "1980-1985 (ناقص 1982)",
        "1980-1985 欠:1982",
        "1980-1985 (欠号1982)",
        "1980-1985, кроме 1982",
    ],
)
def test_what_is_missing_is_a_gap_in_other_languages_too(text: str) -> None:
    assert parse_run(text) == (Stretch(1980, 1981), Stretch(1983, 1985))
