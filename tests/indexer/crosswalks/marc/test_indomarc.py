"""INDOMARC, MARC 21 since 2006, as the national library's guide to cataloguing writes it."""

import pytest

from discovery.catalog.holding import Holding
from discovery.catalog.record import Classification, Record
from indexer.crosswalks.marc.record import map_record
from indexer.partners import CopyRule, LibraryRule
from tests.indexer.crosswalks.marc.building import marc

RECORD = (
    "001 INLIS000000000000001",
    "008 140513s2014####jki#####g######0#1##ind##",
    "020 __ $a 978-979-97312-3-4",
    "035 __ $a 0010-0514000291",
    "082 04 $a 808.87 $2 [23]",
    "084 __ $a 808.87 TOE b",
    "100 1_ $a Toer, Pramoedya Ananta, $d 1925-2006, $e pengarang",
    "245 10 $a Bumi manusia / $c Pramoedya Ananta Toer ; penyunting, Ajip Rosidi",
    "250 __ $a Cet. 35",
    "264 __ $a Jakarta : $b Lentera Dipantara, $c [2014].",
    "336 __ $a teks $2 rdacontent",
    "338 __ $a volume $2 rdacarrier",
    "700 1_ $a Ajip Rosidi, $e penyunting",
    "990 __ $a 00001/PNRI/2014",
    "990 __ $a 00002/PNRI/2014",
)


def mapped(*fields: str, rule: LibraryRule | None = None) -> Record:
    record = map_record(marc(*fields), partner="pnri", source_id="1", rule=rule or LibraryRule("pnri"))
    assert isinstance(record, Record)
    return record


def test_084_is_the_call_number_and_082_the_class() -> None:
    record = mapped(*RECORD)
    assert record.holdings == (Holding("pnri", call_number="808.87 TOE b"),)
    assert record.description.classifications == (Classification("ddc", "808.87"),)


def test_relators_in_indonesian_are_roles() -> None:
    people = [(each.name, each.roles) for each in mapped(*RECORD).description.contributors]
    assert people == [("Toer, Pramoedya Ananta", ("aut",)), ("Ajip Rosidi", ("edt",))]


def test_language_year_and_place_are_read_between_the_fill_characters() -> None:
    description = mapped(*RECORD).description
    assert (description.languages, description.publication.year, description.publication.country) == (
        ("id",),
        2014,
        "jki",
    )


@pytest.mark.parametrize(
    ("content", "carrier", "expected"),
    [
        ("teks", "volume", ("book", "print")),
        ("teks", "sumber daring", ("book", "online")),
        ("program komputer", "cakram komputer", ("software", "other")),
        ("gambar bergerak dua dimensi", "cakram video", ("video", "other")),
        ("citra bergerak dua dimensi", "cakram video", ("video", "other")),
        ("citra diam", "lembaran", ("image", "print")),
        ("citra kartografi", "lembaran", ("map", "print")),
        ("kata yang diucapkan", "cakram audio", ("audio", "other")),
        ("bentuk tiga dimensi", "objek", ("object", "other")),
        ("musik notasi", "volume", ("score", "print")),
    ],
)
def test_content_and_carrier_are_told_by_their_indonesian_terms(
    content: str, carrier: str, expected: tuple[str, str]
) -> None:
    record = mapped("245 00 $a X", f"336 __ $a {content} $2 rdacontent", f"338 __ $a {carrier} $2 rdacarrier")
    assert (record.description.type, record.description.carrier) == expected


def test_inventory_numbers_in_a_local_tag_count_as_copies_where_the_partner_says_so() -> None:
    rule = LibraryRule("pnri", copies=CopyRule("990", call_number="a"))
    assert sum(each.copies for each in mapped(*RECORD, rule=rule).holdings) == 2
