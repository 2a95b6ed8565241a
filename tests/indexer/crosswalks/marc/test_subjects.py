"""Headings and class numbers: https://www.loc.gov/marc/bibliographic/bd6xx.html, bd08x.html."""

import pytest

from discovery.catalog.record import Classification
from discovery.catalog.subject import Subdivision, Subject
from indexer.crosswalks.marc.classifications import map_classifications
from indexer.crosswalks.marc.subjects import map_subjects
from tests.indexer.crosswalks.marc.building import marc


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        (
            "650 _0 $a Pine $x Roots $z Java $y 1900-1950 $v Maps.",
            Subject(
                "Pine",
                "topic",
                "lcsh",
                (
                    Subdivision("Roots"),
                    Subdivision("Java", "place"),
                    Subdivision("1900-1950", "period"),
                    Subdivision("Maps", "form"),
                ),
            ),
        ),
        ("650 _7 $a Arbeitsmarkt. $2 stw", Subject("Arbeitsmarkt", "topic", "stw")),
        ("650 _7 $a Jazz $2 fast/NIC/NAC", Subject("Jazz", "topic", "fast")),
        ("650 _7 $a Jazz $2 Readex congressional thesaurus", Subject("Jazz", "topic", "")),
        ("650 _4 $a Islam", Subject("Islam")),
        (
            "650 _4 $a Indonesia -- Sejarah -- 1945",
            Subject("Indonesia", "topic", "", (Subdivision("Sejarah"), Subdivision("1945"))),
        ),
        ("651 _0 $a Indonesia", Subject("Indonesia", "place", "lcsh")),
        ("600 10 $a Sukarno, $d 1901-1970.", Subject("Sukarno, 1901-1970", "person", "lcsh")),
        (
            "600 00 $a Muhammad, $c Prophet, $d d. 632 $v Biography",
            Subject("Muhammad, Prophet, d. 632", "person", "lcsh", (Subdivision("Biography", "form"),)),
        ),
        ("610 10 $a Indonesia. $b Angkatan Laut.", Subject("Indonesia. Angkatan Laut", "organisation", "lcsh")),
        ("630 00 $a Qurʼan", Subject("Qurʼan", "title", "lcsh")),
        ("648 _7 $a 1945-1949 $2 fast", Subject("1945-1949", "period", "fast")),
        ("655 _7 $a [Périodiques] $2 rero", Subject("Périodiques", "genre", "rero")),
        ("654 __ $a Ukiran kayu $2 aat", Subject("Ukiran kayu", "topic", "aat")),
        ("656 _7 $a Bidan $2 lcsh", Subject("Bidan", "topic", "lcsh")),
        ("653 __ $a (stw)Kunst", Subject("Kunst", "topic", "stw")),
        ("653 __ $a (lcsh)Aid--Evaluation", Subject("Aid", "topic", "lcsh", (Subdivision("Evaluation"),))),
        ("653 __ $a (Dulu) kampung", Subject("(Dulu) kampung")),
        ("650 _6 $x Histoire", Subject("Histoire", "topic", "rvm")),
    ],
)
def test_heading_is_kept_whole_with_its_vocabulary(field: str, expected: Subject) -> None:
    assert map_subjects(marc(field)) == (expected,)


def test_what_the_book_trade_tells_of_its_goods_is_no_subject() -> None:
    told = (
        "(Produktform (spezifisch))Sewn",
        "(VLB-WN)1559: Hardcover / Geschichte",
        "(Zielgruppe)Alle",
        "(Lesealter)ab 3",
    )
    assert map_subjects(marc(*(f"653 __ $a {each}" for each in told))) == ()


def test_free_terms_stand_one_by_one_with_the_kind_they_claim() -> None:
    assert map_subjects(marc("653 _5 $a Bali $a Lombok", "653 _0 $a wisata.", "653 __ $a -")) == (
        Subject("Bali", "place"),
        Subject("Lombok", "place"),
        Subject("wisata"),
    )


def test_heading_twice_is_one_and_of_two_vocabularies_two() -> None:
    record = marc("650 _0 $a Jazz.", "650 _0 $a Jazz", "650 _6 $a Jazz", "650 _0 $2 x")
    assert map_subjects(record) == (Subject("Jazz", "topic", "lcsh"), Subject("Jazz", "topic", "rvm"))


def test_heading_has_its_original_script() -> None:
    record = marc("650 _4 $6 880-01 $a Falsafah", "880 _4 $6 650-01 $a فلسفة", "880 _4 $6 650-00 $a تاريخ")
    assert map_subjects(record) == (Subject("Falsafah", original="فلسفة"), Subject("تاريخ"))


def test_rest_of_a_shelf_mark_in_090_is_no_class() -> None:
    assert map_classifications(marc("090 __ $a A $a 1848 $a .T577")) == ()


def test_place_of_662_is_its_smallest_part() -> None:
    assert map_subjects(marc("662 __ $a Indonesia $b Bali $d Ubud $2 tgn")) == (Subject("Ubud", "place", "tgn"),)


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("082 04 $a 899'.2213/2 $2 23", ("ddc", "899.22132")),
        ("082 __ $a 2X4.1", ("ddc", "2X4.1")),
        ("050 _4 $a PL5089.T8 $b B8", ("lcc", "PL5089.T8")),
        ("090 __ $a 959.8 $b RIC s", ("ddc", "959.8")),
        ("090 __ $a 1848 $b T57", ("local", "1848")),
        ("084 __ $a 101727", ("local", "101727")),
        ("050 _4 $a MLCS 95/1234", ("local", "MLCS 95/1234")),
        ("060 __ $a WG 120", ("nlm", "WG 120")),
        ("080 __ $a 821.111", ("udc", "821.111")),
        ("084 __ $a 330 $2 sdnb", ("sdnb", "330")),
        ("084 __ $a 2X4.3 HIR l $2 2x", ("ddc", "2X4.3")),
        ("084 __ $a 899.221 TOE b $2 ddc", ("ddc", "899.221")),
        ("084 __ $a 899.221 3 TOE b", ("ddc", "899.2213")),
        ("086 0_ $a A 13.2:T772", ("sudoc", "A 13.2:T772")),
        ("090 __ $a 297.1 $b HAM t", ("ddc", "297.1")),
    ],
)
def test_class_number_is_of_its_scheme(field: str, expected: tuple[str, str]) -> None:
    assert map_classifications(marc(field)) == (Classification(*expected),)


def test_words_where_a_class_belongs_are_none() -> None:
    assert map_classifications(marc("050 _4 $a IN PROCESS", "082 __ $a [Fic]", "090 __ $a b", "082 __ $b x")) == ()
