"""Standard numbers and languages: https://www.loc.gov/marc/bibliographic/bd01x09x.html."""

import pytest

from discovery.catalog.identifiers import Identifier
from indexer.crosswalks.marc.identifiers import map_identifiers
from indexer.crosswalks.marc.languages import map_languages
from tests.indexer.crosswalks.marc.building import field008, marc


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("020 __ $a 0306406152 $q pbk. $c Rp 5", [Identifier("isbn", "9780306406157", "pbk")]),
        ("020 __ $a 0215-207X", [Identifier("issn", "0215-207X")]),
        ("020 __ $a 0215-2071", [Identifier("isbn", "02152071", is_key=False)]),
        ("020 __ $z 9780306406157", [Identifier("isbn", "9780306406157", is_key=False)]),
        (
            "020 __ $a 9780306406157 $q (jil. lengkap)",
            [Identifier("isbn", "9780306406157", "jil. lengkap", is_key=False)],
        ),
        (
            "022 __ $a 0317-8471 $l 0317-8471 $y 0014-2085",
            [Identifier("issn", "0317-8471"), Identifier("issn", "0014-2085", is_key=False)],
        ),
        (
            "010 __ $a    72268637 $z    72268638 ",
            [Identifier("lccn", "72268637"), Identifier("lccn", "72268638", is_key=False)],
        ),
        ("015 __ $a 16,B21 $2 dnb", [Identifier("nbn", "16,B21", is_key=False, agency="dnb")]),
        ("016 7_ $a 1052194443 $2 DE-101", [Identifier("nbn", "1052194443", agency="DE-101")]),
        ("016 __ $a 996062637", [Identifier("nbn", "996062637", agency="CaOONL")]),
        ("024 7_ $a https://doi.org/10.1000/ABC $2 doi", [Identifier("doi", "10.1000/abc")]),
        ("024 3_ $a 9780306406157", [Identifier("isbn", "9780306406157")]),
        ("024 2_ $a M-2306-7118-7", [Identifier("ismn", "9790230671187")]),
        (
            "024 2_ $a 979-0-2306-7118-7 $q Kritischer Bericht",
            [Identifier("ismn", "9790230671187", "Kritischer Bericht")],
        ),
        ("024 2_ $a M-700136-67-3 (Bd.1)", [Identifier("ismn", "9790700136673", "Bd.1")]),
        ("024 2_ $a 4018262101065 (Bd.1)", [Identifier("ismn", "4018262101065(Bd.1)", is_key=False)]),
        ("024 2_ $a 9790201858136", [Identifier("ismn", "9790201858136", is_key=False)]),
        (
            "024 7_ $a 0000-0001-5617-6134 $2 orcid",
            [Identifier("other", "0000-0001-5617-6134", is_key=False, agency="orcid")],
        ),
        ("024 3_ $a 5099706016823 $q (CD)", [Identifier("other", "5099706016823", "CD", agency="ean")]),
        ("024 7_ $a aco000147 $2 local", [Identifier("other", "aco000147", is_key=False, agency="local")]),
        ("024 8_ $a 17", [Identifier("other", "17", is_key=False)]),
        ("035 __ $a (NNC)", []),
        ("074 __ $a 0431-I-12", [Identifier("other", "0431-I-12", is_key=False, agency="gpo")]),
        ("028 00 $a STMA 8007", [Identifier("other", "STMA 8007", is_key=False, agency="publisher")]),
        (
            "028 32 $a HL50498721 $b Hal Leonard $q (bk.)",
            [Identifier("other", "HL50498721", "Hal Leonard, bk.", is_key=False, agency="publisher")],
        ),
        (
            "035 __ $a (OCoLC)ocm00012345 $z (OCoLC)99",
            [Identifier("oclc", "12345"), Identifier("oclc", "99", is_key=False)],
        ),
        ("035 __ $a 0121305", [Identifier("control", "0121305", is_key=False)]),
    ],
)
def test_number_is_a_key_only_where_it_names_the_thing_itself(field: str, expected: list[Identifier]) -> None:
    assert list(map_identifiers(marc(field), [])) == expected


def test_001_is_an_oclc_number_where_003_says_so() -> None:
    assert map_identifiers(marc("001 ocm00012345 ", "003 OCoLC"), []) == (Identifier("oclc", "12345"),)
    assert map_identifiers(marc("001 12345", "003 ID-JaPN"), []) == ()


def test_001_is_the_catalogues_own_number_where_035_gives_oclcs_whatever_003_says() -> None:
    record = marc("001 000551310", "003 OCoLC", "035 __ $a (OCoLC)52073974")
    assert map_identifiers(record, []) == (Identifier("oclc", "52073974"),)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (("035 __ $a (OCoLC)35639494", "019 __ $a 35823841 $a 035823842"), ("35639494", "35823841", "35823842")),
        (("001 ocm00012345", "003 OCoLC", "019 __ $a 77"), ("12345", "77")),
        # Whose number it is isn't known, or it is none.
        (("001 12345", "019 __ $a 77"), ()),
        (("035 __ $z (OCoLC)5", "019 __ $a 77"), ()),
        (("035 __ $a (OCoLC)5", "019 __ $a MARS", "019 __ $9 77"), ("5",)),
    ],
)
def test_what_oclc_merged_into_a_record_is_known_by_its_former_numbers(
    fields: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    found = map_identifiers(marc(*fields), [])
    assert tuple(each.value for each in found if each.scheme == "oclc" and each.is_key) == expected


def test_report_numbers_and_former_classes_of_documents_are_found_and_no_keys() -> None:
    record = marc("027 __ $a EPA 570/9-84-001", "086 0_ $a EP 2.10:12090 $z EP 1.16:12090 DWM 01/71")
    assert map_identifiers(record, []) == (
        Identifier("other", "EPA 570/9-84-001", is_key=False, agency="report"),
        Identifier("other", "EP 1.16:12090 DWM 01/71", is_key=False, agency="sudoc"),
    )


def test_same_number_twice_is_one_and_the_key_wins() -> None:
    record = marc("020 __ $z 9780306406157", "020 __ $a 0306406152")
    assert map_identifiers(record, []) == (Identifier("isbn", "9780306406157"),)


@pytest.mark.parametrize(
    ("field", "problems"),
    [
        ("020 __ $a 9.79E+12", ["isbn-damaged"]),
        ("020 __ $a 030640615X", ["isbn-invalid"]),
        ("022 __ $a 0317-847X", ["issn-invalid"]),
        ("020 __ $a 0306406152 (set)", []),
        ("020 __ $z 030640615X", []),
        ("020 __ $c Rp 25.000", []),
        ("020 __ $a (pbk.)", []),
    ],
)
def test_damaged_numbers_are_named_as_problems(field: str, problems: list[str]) -> None:
    found: list[str] = []
    map_identifiers(marc(field), found)
    assert found == problems


@pytest.mark.parametrize(
    ("fields", "languages", "originals"),
    [
        ([field008(language="ind")], ("id",), ()),
        ([field008(language="ind"), "041 1_ $a ind $h eng"], ("id",), ("en",)),
        ([field008(language="fre"), "041 0_ $d fre $n fre $g eng"], ("fr",), ()),
        ([field008(language="fre"), "041 1_ $d fre $n ita $n fre"], ("fr",), ("it",)),
        ([field008(language="ger"), "041 1_ $a ger $a dut $h dut"], ("de", "nl"), ("nl",)),
        ([field008(language="ara"), "041 0_ $a araper $d eng"], ("ar", "fa", "en"), ()),
        ([field008(language="mul"), "041 0_ $a ind $a eng"], ("id", "en"), ()),
        ([field008(language="zxx")], ("zxx",), ()),
        ([field008(language="|||"), "041 0_ $b eng"], (), ()),
        ([field008(language="aar"), "245 10 $a كتاب"], ("ar",), ()),
        ([field008(language="aar"), "245 10 $a Kitab"], (), ()),
        ([field008(material=" " * 16)], ("id",), ()),
        ([field008(material=" " * 18)], ("id",), ()),
        ([field008(language="en ")], ("en",), ()),
        (["041 07 $a id $a jv $2 iso639-1"], ("id", "jv"), ()),
    ],
)
def test_languages_of_the_text_are_coded_and_never_those_of_the_original(
    fields: list[str], languages: tuple[str, ...], originals: tuple[str, ...]
) -> None:
    assert map_languages(marc(*fields)) == (languages, originals, "coded" if languages else "undecided")
