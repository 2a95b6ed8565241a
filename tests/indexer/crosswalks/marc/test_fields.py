"""How the crosswalk sees a record: https://www.loc.gov/marc/bibliographic/bd880.html for original scripts."""

import pymarc
import pytest

from indexer.crosswalks.marc.fields import MarcFields
from indexer.crosswalks.marc.kind import deleted, kind_of
from indexer.crosswalks.marc.source_id import source_id_of
from tests.indexer.crosswalks.marc.building import leader, marc


def test_field_gives_its_subfields_cleaned_and_raw() -> None:
    field = marc("245 10 $a <i>Bumi</i>  manusia $b  $n 1 $a dan").first("245")
    assert field is not None
    assert [field.get("a"), field.get("z"), field.all("na"), field.joined("an")] == [
        "Bumi manusia",
        "",
        ["Bumi manusia", "1", "dan"],
        "Bumi manusia 1 dan",
    ]
    assert field.raw[0] == ("a", "<i>Bumi</i>  manusia")


def test_clean_field_reads_like_one_that_was_cleaned() -> None:
    clean, cleaned = marc("500 __ $a Judul asli $b x").first("500"), marc("500 __ $a Judul  asli $b x").first("500")
    assert clean is not None
    assert cleaned is not None
    assert list(clean.subfields) == list(cleaned.subfields) == [("a", "Judul asli"), ("b", "x")]


def test_original_script_is_found_by_its_number() -> None:
    record = marc(
        "245 10 $6 880-02 $a Kitab",
        "246 1_ $6 880-01 $a Lain",
        "880 10 $6 245-02/(3/r $a كتاب",
        "880 1_ $6 246-01 $a آخر",
    )
    title, variant = record.first("245"), record.first("246")
    assert title is not None
    assert variant is not None
    originals = [record.original(title), record.original(variant)]
    assert [original.get("a") for original in originals if original is not None] == ["كتاب", "آخر"]


def test_original_script_that_no_field_points_to_is_still_there() -> None:
    record = marc("245 10 $a Kitab", "880 10 $6 245-00 $a كتاب", "880 10 $6 245-07 $a آخر", "880 __ $a tanpa")
    assert [field.get("a") for field in record.unlinked_originals("245")] == ["كتاب", "آخر"]
    assert record.original(record.get("245")[0]) is None


def test_only_tags_with_a_field_or_an_original_are_among_the_records() -> None:
    record = marc("245 10 $a Kitab", "880 __ $6 500-00 $a catatan")
    assert record.among(("100", "245", "500", "880")) == ["245", "500", "880"]


def test_of_two_control_fields_the_fuller_one_is_read() -> None:
    assert marc("008 " + " " * 35 + "heb  ", "008 840822s1975    io").control("008") == "840822s1975    io"


def test_control_and_data_fields_in_each_others_place_are_read() -> None:
    record = MarcFields.of(
        pymarc.Record(
            fields=[
                pymarc.Field(tag="001", data=None, subfields=[pymarc.Subfield("a", "77")]),
                pymarc.Field(tag="003", data=None),
            ]
        )
    )
    assert [record.control("001"), record.control("003"), record.control("005")] == ["", "", ""]


def test_leader_tells_kind_and_deletion() -> None:
    kinds = {letter: kind_of(marc(leader=leader(kind=letter))) for letter in "azuvxyt "}
    assert kinds == {
        "a": "bibliographic", "t": "bibliographic", " ": "bibliographic", "z": "authority",
        "u": "holdings", "v": "holdings", "x": "holdings", "y": "holdings",
    }  # fmt: skip
    statuses = [("a", "d"), ("a", "c"), ("a", "s"), ("z", "d"), ("z", "s"), ("z", "x"), ("z", "n")]
    assert [deleted(marc(leader=leader(kind, status=status))) for kind, status in statuses] == [
        True, False, False, True, True, True, False,
    ]  # fmt: skip


def test_short_leader_says_nothing() -> None:
    assert [kind_of(MarcFields("", {})), deleted(MarcFields("", {}))] == ["bibliographic", False]


def test_source_id_is_the_first_001_that_says_anything() -> None:
    assert source_id_of(marc("001  12 ", "001 13")) == "12"
    assert source_id_of(marc("001   ", "001 13")) == "13"
    assert source_id_of(marc("245 10 $a Tanpa nomor")) is None


@pytest.mark.parametrize(
    ("came", "place", "language", "dates"),
    [
        ("000127s1999 oncuuu eng d", "onc", "eng", "s1999    "),
        ("970701s1977 au 00 ger u", "au ", "ger", "s1977    "),
        ("970701s1989 it a u000 0 ita u", "it ", "ita", "s1989    "),
        ("970701t19781973enk u000 0 eng u", "enk", "eng", "t19781973"),
        ("971014n nyuuuu eng ", "nyu", "eng", "n        "),
    ],
)
def test_008_that_lost_its_blanks_gets_them_back(came: str, place: str, language: str, dates: str) -> None:
    fixed = marc(f"008 {came}").control("008")
    assert (fixed[15:18], fixed[35:38], fixed[6:15], fixed[18:35]) == (place, language, dates, " " * 17)


@pytest.mark.parametrize(
    "came",
    [
        "00ar19881981bdkldan",
        "830309s1881    enkabcf       000 0 eng",
        "000127s1999 oncuuu xyy d",
        "000127s1999 qqq eng d",
    ],
)
def test_008_of_which_nothing_is_known_stays_as_it_came(came: str) -> None:
    assert marc(f"008 {came}").control("008") == came


@pytest.mark.parametrize(
    ("script", "text", "expected"),
    [
        ("$1", "$1!Bs!Ci!Xl(B / $1!_RK7o(B.", "日本語 / 雪国."),
        ("$1", "Harga $1,000 (Bandung)", "Harga $1,000 (Bandung)"),
        ("(3", "(3cJGH(B 12", "كتاب 12"),
        ("(N", "(NWOJNA(B i (NMIR(B", "война i мир"),
        ("(N", "война (NMIR(B", "война (NMIR(B"),
        ("", "$1!Bs(B", "$1!Bs(B"),
    ],
)
def test_original_script_whose_escape_characters_were_lost_is_read(script: str, text: str, expected: str) -> None:
    record = pymarc.Record()
    linked = pymarc.Subfield("6", f"245-01/{script}" if script else "245-01")
    title = [pymarc.Subfield("6", "880-01"), pymarc.Subfield("a", "Nihongo")]
    record.add_field(pymarc.Field("245", pymarc.Indicators("0", "0"), title))
    record.add_field(pymarc.Field("880", pymarc.Indicators("0", "0"), [linked, pymarc.Subfield("a", text)]))
    fields = MarcFields.of(record)
    found = fields.first("245")
    assert found is not None
    original = fields.original(found)
    assert original is not None
    assert original.get("a") == expected
