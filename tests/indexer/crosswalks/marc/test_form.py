"""Type, carrier and audience: https://www.loc.gov/marc/bibliographic/bdleader.html, bd007.html, bd008.html."""

import pytest

from indexer.crosswalks.marc.carrier import map_carrier
from indexer.crosswalks.marc.form import map_audience, map_type
from tests.indexer.crosswalks.marc.building import field008, leader, marc


@pytest.mark.parametrize(
    ("kind", "level", "fields", "expected"),
    [
        ("a", "m", [], "book"),
        ("a", "s", [], "serial"),
        ("a", "b", [], "article"),
        ("a", "a", ["773 0_ $t Kompas"], "article"),
        ("a", "a", [], "book"),
        ("a", "i", [field008(material="   m" + " " * 13)], "serial"),
        ("a", "i", [], "book"),
        ("a", "m", ["502 __ $a Skripsi--Universitas Gadjah Mada, 2019."], "thesis"),
        ("t", "m", [field008(material="      m" + " " * 10)], "thesis"),
        ("t", "m", [], "manuscript"),
        ("c", "m", [], "score"),
        ("e", "s", [], "map"),
        ("e", "m", ["336 __ $a cartographic dataset $b crd"], "map"),
        ("g", "m", [field008(material=" " * 15 + "v ")], "video"),
        ("g", "m", [field008(material=" " * 15 + "s ")], "image"),
        ("i", "m", [], "audio"),
        ("k", "m", [], "image"),
        ("m", "m", [field008(material=" " * 8 + "d" + " " * 8)], "book"),
        ("m", "m", [field008(material=" " * 8 + "b" + " " * 8)], "software"),
        ("m", "m", ["336 __ $a Text $b txt"], "book"),
        ("m", "s", [field008(material=" " * 8 + "d" + " " * 8)], "serial"),
        ("r", "m", [], "object"),
        ("o", "m", ["336 __ $b tdi"], "video"),
        ("p", "c", [], "manuscript"),
        ("a", "m", ["336 __ $a teks $b txt", "336 __ $b sti"], "book"),
        ("a", "m", ["245 10 $a X $h [sound recording]"], "audio"),
        ("a", "m", ["300 __ $a 1 sound disc : $b digital, stereo"], "audio"),
        ("c", "m", ["300 __ $a 2 sound discs : $b digital, stereo"], "audio"),
        ("a", "m", ["300 __ $a 1 video cassette (53:24) : $b sd., col."], "video"),
        ("a", "m", ["300 __ $a 120 p. + $e 1 sound disc"], "book"),
        ("c", "m", ["300 __ $a 1 score (20 p.) + 1 sound disc"], "score"),
        ("a", "m", ["300 __ $a 1 audio disc", "336 __ $b txt"], "book"),
        (" ", " ", ["245 10 $a X $h [peta]"], "map"),
        (" ", " ", [], "book"),
    ],
)
def test_type_is_that_of_the_content(kind: str, level: str, fields: list[str], expected: str) -> None:
    assert map_type(marc(*fields, leader=leader(kind, level))) == expected


@pytest.mark.parametrize(
    ("kind", "fields", "expected"),
    [
        ("a", [], "print"),
        ("a", ["338 __ $a volume $b nc"], "print"),
        ("a", ["338 __ $a daring $b cr"], "online"),
        ("a", ["338 __ $a sumber daring"], "online"),
        ("a", ["338 __ $b nc", "338 __ $b sd"], "print"),
        ("e", ["338 __ $b zu"], "print"),
        ("a", ["245 10 $a X $h [microform] /"], "microform"),
        ("a", ["245 10 $a X $h [electronic resource] /"], "online"),
        ("a", ["245 10 $a X $h [electronic resource] /", "007 co cga---"], "other"),
        ("a", ["245 10 $a X $h [sumber elektronik] /", "300 __ $a 1 CD-ROM"], "other"),
        ("a", ["245 10 $a X $h [electronic resource] /", "007 cr cn-", "300 __ $a 1 CD-ROM"], "online"),
        ("a", ["245 10 $a X $h [electronic resource] /", "300 __ $a 1 online resource (PDF)"], "online"),
        ("a", ["007 cr |n|||||||||"], "online"),
        ("a", ["007 hd afu---buuu"], "microform"),
        ("a", ["007 tu", "007 cr |||"], "online"),
        ("a", ["007 co |||||||||"], "other"),
        ("a", [field008(material="     o" + " " * 11)], "online"),
        ("e", [field008(material=" " * 11 + "b" + " " * 5)], "microform"),
        ("a", ["006 m     o  d        ", "856 40 $u https://x.id"], "online"),
        ("a", ["006 m        d        "], "print"),
        ("j", [], "other"),
        ("g", ["338 __ $a volume $b nc", "338 __ $a videodisc $b vd"], "other"),
        ("r", ["338 __ $a object $b nr"], "other"),
        ("a", ["336 __ $a tactile text $b tct", "338 __ $a volume $b nc"], "other"),
        ("a", ["336 __ $a tactile text $b tct", "338 __ $a online resource $b cr"], "online"),
        ("a", ["533 __ $a Microfilm (positive). $e 1 reel 35mm."], "microform"),
        ("a", ["533 __ $a Microfilm. $5 DLC"], "print"),
        ("a", ["533 __ $a Microfiche.", field008(material="     o" + " " * 11)], "online"),
        ("a", ["533 __ $a Photocopy."], "print"),
        ("a", ["337 __ $a microform $b h"], "microform"),
        ("a", ["337 __ $a mikrofilm"], "microform"),
        ("a", ["337 __ $a microform $b h", "337 __ $a unmediated $b n"], "print"),
        ("j", ["008 000127s1999 oncuuu eng d"], "other"),
    ],
)
def test_carrier_is_what_the_most_telling_field_says(kind: str, fields: list[str], expected: str) -> None:
    record = marc(*fields, leader=leader(kind))
    assert map_carrier(record, map_type(record)) == expected


@pytest.mark.parametrize(
    ("kind", "level", "letter", "expected"),
    [("a", "m", "j", "j"), ("a", "m", " ", ""), ("a", "m", "|", ""), ("a", "s", "j", ""), ("e", "m", "j", "")],
)
def test_audience_is_the_letter_of_008_where_it_has_one(kind: str, level: str, letter: str, expected: str) -> None:
    record = marc(field008(material="    " + letter + " " * 12), leader=leader(kind, level))
    assert map_audience(record) == expected


def test_record_without_008_is_a_printed_book_for_anybody() -> None:
    assert [map_type(marc()), map_carrier(marc(), "book"), map_audience(marc())] == ["book", "print", ""]
