"""260, 264, 008, 250, 300: https://www.loc.gov/marc/bibliographic/bd264.html, bd008a.html."""

import pytest

from discovery.catalog.publication import Publication
from discovery.catalog.record import Carrier
from discovery.catalog.years import Years
from indexer.crosswalks.marc.dates import coded_years
from indexer.crosswalks.marc.edition import map_edition
from indexer.crosswalks.marc.extent import map_extent
from indexer.crosswalks.marc.publication import map_publication
from tests.indexer.crosswalks.marc.building import field008, marc


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ("s2019    ", Years(2019)),
        ("t20192018", Years(2019)),
        ("r20181918", Years(2018)),
        ("p19991975", Years(1999)),
        ("c19659999", Years(1965)),
        ("d19711998", Years(1971, 1998)),
        ("d19781978", Years(1978, 1978)),
        ("duuuu1956", Years(1956, 1956, uncertain=True)),
        ("duuuuuuuu", Years()),
        ("m19801983", Years(1980, 1983)),
        ("m20139999", Years(2013)),
        ("u1987uuuu", Years(1987)),
        ("q19301939", Years(1930, uncertain=True)),
        ("s199u    ", Years(1990, uncertain=True)),
        ("s19uu    ", Years(1900, uncertain=True)),
        ("e20190304", Years(2019)),
        ("suuuu    ", Years()),
        ("b        ", Years()),
        ("nuuuuuuuu", Years()),
        ("s|||||||||", Years()),
        ("s١٩٨٥    ", Years()),
        ("s9999    ", Years()),
        ("", Years()),
    ],
)
def test_date_one_of_008_is_the_year_of_the_edition_in_hand(dates: str, expected: Years) -> None:
    assert coded_years("200101" + dates) == expected


def test_publication_has_every_place_and_publisher_and_the_first_of_each_in_front() -> None:
    record = marc(
        field008(),
        "264 _1 $6 880-01 $a [Jakarta] ; $a Bandung : $b Mizan ; $b Gramedia, $c [2019]",
        "264 _4 $c ©2018",
        "880 _1 $6 264-01 $a جاكرتا : $b ميزان، $c 2019",
    )
    assert map_publication(record) == Publication(
        "Jakarta",
        "Mizan",
        "[2019]",
        2019,
        country="io",
        places=("Jakarta", "جاكرتا", "Bandung"),
        publishers=("Mizan", "ميزان", "Gramedia"),
    )


@pytest.mark.parametrize(
    ("field", "place", "publisher", "date"),
    [
        ("260 __ $a [S.l. : $b s.n.], $c 1987.", "", "", "1987"),
        (
            "260 __ $a [Reston, Va.] : $b U.S. Dept. of the Interior, $c 2010.",
            "Reston, Va.",
            "U.S. Dept. of the Interior",
            "2010",
        ),
        ("260 __ $a [Washington?] : $b GPO, $c c1987", "Washington", "GPO", "c1987"),
        ("260 __ $a [Kairo, $b Dar, $c 1954]", "Kairo", "Dar", "1954"),
        ("260 __ $a Yogyakarta $b Kanisius.", "Yogyakarta", "Kanisius", ""),
        ("264 _3 $a Bekasi : $b Percetakan, $c 2001", "Bekasi", "Percetakan", "2001"),
        ("264 _4 $c ©2001", "", "", "©2001"),
        ("264 _3 $a (Depok : $b Percetakan)", "Depok", "Percetakan", ""),
        ("260 __ $a Jakarta : Gramedia, 2014", "Jakarta", "Gramedia", "2014"),
        ("260 __ $a Jakarta: Balai Pustaka, [1994?]", "Jakarta", "Balai Pustaka", "[1994?]"),
        ("260 __ $a Bandung : Mizan, $c 2001", "Bandung", "Mizan", "2001"),
        ("260 __ $a (Vancouver : Western Limited) $c 1887", "Vancouver", "Western Limited", "1887"),
        ("260 __ $a Oxford ; New York : $b Clarendon, $c 1987", "Oxford", "Clarendon", "1987"),
        (
            "260 __ $a (Riyadh (Saudi Arabia)) $b (Ministry of Water) $c 1975",
            "Riyadh (Saudi Arabia)",
            "Ministry of Water",
            "1975",
        ),
        ("260 __ $a (A) B (C) : $b D", "(A) B (C)", "D", ""),
        (
            "260 __ $a New York, $b Grove Press : distributed by Random House, $c 1987",
            "New York",
            "Grove Press",
            "1987",
        ),
        ("260 __ $a Bandung, $b Pustaka; dijual oleh Toko Buku Ani, $c 1987", "Bandung", "Pustaka", "1987"),
        ("260 __ $a London, $b G. Bell & sons; etc., etc., $c 1911", "London", "G. Bell & sons", "1911"),
        (
            "260 __ $a Kairo, $b Wizarat al-Irshad : Mudiriyat al-Funun, $c 1960",
            "Kairo",
            "Wizarat al-Irshad : Mudiriyat al-Funun",
            "1960",
        ),
        ("260 __ $b Penerbit (mail@x.id)", "", "Penerbit", ""),
        ("264 _2 $b Distributed by the Survey,", "", "The Survey", ""),
        ("260 __ $b For sale by Supt. of Docs.,", "", "Supt. of Docs.", ""),
        ("260 __ $b Sold and distributed in the U.S.A. and Canada by Kluwer,", "", "Kluwer", ""),
        ("260 __ $b Center for Research [distributor],", "", "Center for Research", ""),
        ("260 __ $b Didistribusikan oleh Gramedia,", "", "Gramedia", ""),
        ("260 __ $b Distributed Computing Group,", "", "Distributed Computing Group", ""),
    ],
)
def test_statement_loses_its_marks_and_what_says_nothing(field: str, place: str, publisher: str, date: str) -> None:
    found = map_publication(marc(field))
    assert (found.place, found.publisher, found.date) == (place, publisher, date)


def test_names_typed_into_one_subfield_are_told_apart() -> None:
    found = map_publication(marc("260 __ $a Oxford ; New York : $b Grove ; distributed by Random House, $c 1987"))
    assert (found.places, found.publishers) == (("Oxford", "New York"), ("Grove", "Random House"))


def test_printer_in_260_stands_behind_the_publisher_and_for_one_that_nobody_knows() -> None:
    known = map_publication(
        marc(
            "260 __ $6 880-01 $a Qom : $b Rida, $c 1938 $e (Saida : $f Irfan)",
            "880 __ $6 260-01 $a قم $b رضا $e صيدا $f عرفان",
        )
    )
    assert known.places == ("Qom", "قم", "Saida", "صيدا")
    assert known.publishers == ("Rida", "رضا", "Irfan", "عرفان")
    unknown = map_publication(marc("260 __ $a [S.l. : $b s.n.], $c 1974 $e (Teheran : $f Matba'at al-Ufq)"))
    assert (unknown.place, unknown.publisher, unknown.date) == ("Teheran", "Matba'at al-Ufq", "1974")


def test_publication_statement_comes_before_manufacture_and_distribution() -> None:
    record = marc("264 _3 $a Bekasi : $b Cetak", "264 _2 $a Bogor : $b Agen", "264 _1 $a Depok : $b Terbit")
    assert map_publication(record).publishers == ("Terbit", "Agen", "Cetak")


@pytest.mark.parametrize(
    ("coded", "stated", "edition", "expected"),
    [
        ("m19009999", "[between 1900 and 1999]-", "Provisional ed. 1989.", (1989, True)),
        ("q19001999", "[19--?]", "Photorevised 1973, photoinspected 1979", (1979, True)),
        ("s19uu    ", "", "Cet. ke-2, 1985", (1985, True)),
        ("s19uu    ", "", "Cetak ulang edisi 1955", (1900, True)),
        ("s19uu    ", "", "Repr. of the 1905 ed.", (1900, True)),
        ("q20002009", "[between 2000 and 2009]", "Map sheets rev. 1995-", (2000, True)),
        ("s1900    ", "1900", "Ed. 1905", (1900, False)),
        ("s199u    ", "[199-?]", "Ed. 1995", (1990, True)),
    ],
)
def test_edition_statement_tells_the_year_where_nobody_knows_more_than_the_century(
    coded: str, stated: str, edition: str, expected: tuple[int, bool]
) -> None:
    found = map_publication(marc(field008(coded), f"260 __ $a Jakarta $c {stated}", f"250 __ $a {edition}"))
    assert (found.year, found.uncertain) == expected


@pytest.mark.parametrize(
    ("coded", "stated", "expected"),
    [
        ("s2019    ", "2018", (2019, None, False)),
        ("s199u    ", "[1994]", (1994, None, False)),
        ("s1405    ", "1405 H [1985]", (1985, None, False)),
        ("s1302    ", "1302 [1962 or 1963]", (1962, None, True)),
        ("r19641879", "1879", (1964, None, False)),
        ("b        ", "300 B.C.", (-299, None, False)),
        ("|        ", "[199-?]", (1990, None, True)),
        ("c19659999", "1965->", (1965, None, False)),
        ("d19uu1956", "-1956", (1956, 1956, True)),
        ("duuuu1956", "-1956", (1956, 1956, True)),
        ("d195u1989", "1950-", (1950, 1989, False)),
        ("d195u1989", "1951", (1951, 1989, False)),
        ("c19509999", "1950-1989", (1950, 1989, False)),
        ("         ", "", (None, None, False)),
    ],
)
def test_year_comes_from_008_unless_the_statement_knows_better(
    coded: str, stated: str, expected: tuple[int | None, int | None, bool]
) -> None:
    found = map_publication(marc(field008(coded), f"260 __ $c {stated}" if stated else "500 __ $a x"))
    assert (found.year, found.last_year, found.uncertain) == expected


@pytest.mark.parametrize(
    ("coded", "stated", "expected"),
    [
        ("r20191913", "1913", (1913, False)),
        ("r201919uu", "[between 1908 and 1923]", (1908, True)),
        ("r20181918", "2018", (2018, False)),
        ("r20181918", "[2018], c1918", (2018, False)),
        ("s20191913", "1913", (2019, False)),
    ],
)
@pytest.mark.parametrize("carrier", ["microform", "online"])
def test_film_or_file_of_a_book_has_the_year_of_the_book_that_its_statement_describes(
    coded: str, stated: str, expected: tuple[int, bool], carrier: Carrier
) -> None:
    found = map_publication(marc(field008(coded), f"260 __ $c {stated}"), carrier)
    assert (found.year, found.uncertain) == expected


def test_serial_without_a_date_takes_that_of_its_numbering() -> None:
    assert map_publication(marc("362 0_ $a Vol. 1, no. 1 (1971)-v. 8 (1979)")).year == 1971


def test_editions_are_joined() -> None:
    record = marc("250 __ $a Cet. 2 = $b 2nd printing.", "250 __ $a Ed. rev.")
    assert [map_edition(record), map_edition(marc())] == ["Cet. 2 = 2nd printing; Ed. rev.", ""]


@pytest.mark.parametrize(
    ("fields", "extent"),
    [
        (["300 __ $a xii, 345 p. : $b ill. ; $c 24 cm. + $e 1 CD."], "xii, 345 p. : ill. ; 24 cm. + 1 CD."),
        (["300 __ $a 42 Seiten $b Illustrationen $c 30 cm"], "42 Seiten : Illustrationen ; 30 cm"),
        (["300 __ $a 317 p."], "317 p."),
        (["300 __ $a 367 p. ; $c 24 cm. -"], "367 p. ; 24 cm"),
        (["300 __ $c 22 cm."], "22 cm"),
        (["300 __ $a 1 peta", "300 __ $a 2 hlm."], "1 peta + 2 hlm."),
        (["300 __ $x ?"], ""),
    ],
)
def test_extent_reads_as_one_line_with_isbd_marks(fields: list[str], extent: str) -> None:
    assert map_extent(marc(*fields)) == extent
