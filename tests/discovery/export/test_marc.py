"""MARC made from a union record, and members' own MARC: read back with pymarc, the reference."""

from io import BytesIO

import pytest
from msgspec.structs import replace
from pymarc import Field, Indicators, Record, Subfield, parse_xml_to_array

from discovery.catalog.contributor import Contributor
from discovery.catalog.holding import Holding, Link
from discovery.catalog.identifiers import Identifier
from discovery.catalog.publication import Publication
from discovery.catalog.record import Classification, Note, Relation, Title, VariantTitle
from discovery.catalog.subject import Subdivision, Subject
from discovery.export.marc.own import own_record
from discovery.export.marc.serialise import RECORD_BYTES, iso2709, marcxml_collection, write_marc, write_marcxml
from tests.catalogues import PRAMOEDYA, SITE, union

FULL = union(
    1,
    Title("The earth", "a novel", ("Jilid 2", "Anak"), "Pramoedya", 4, "大地", original_responsibility="普拉"),
    author=Contributor(
        "Toer, Pramoedya Ananta", "Pramoedya Ananta Toer", roles=("aut",), primary=True, dates="1925-2006"
    ),
    holdings=(
        Holding("id-amn", branch="Pusat", call_number="899 TOE", run="1971-1998", links=(Link("https://a.example/"),)),
    ),
    variants=(VariantTitle("Bumi manusia", "uniform"), VariantTitle("Aarde", "parallel")),
    identifiers=(Identifier("isbn", "9789799731234", "jil. 1"), Identifier("isbn", "9790000000000", is_key=False)),
    notes=(Note("Catatan\nkedua"),),
    edition="2nd ed.",
    original_edition="第二版",
    relations=(Relation("continues", "Dulu", identifiers=(Identifier("issn", "1234-5679"),)),),
)
_ONCE = {"010", "130", "240", "730"}
_OF_MUSIC = {"024", "028", "035", "086", "088", "306", "382"}


def lines(record: Record) -> list[str]:
    return [str(field) for field in record.fields]


def test_marc_says_what_the_union_record_says() -> None:
    assert lines(Record(write_marc([FULL], SITE, "id"))) == [
        f"=001  {FULL.id}",
        "=008  261119s1980\\\\\\\\xx\\|||||||||||||||||ind||",
        "=020  \\\\$a9789799731234$qjil. 1",
        "=020  \\\\$z9790000000000",
        "=100  1\\$aToer, Pramoedya Ananta$d1925-2006$4aut",
        "=240  10$aBumi manusia",
        "=245  14$6880-01$aThe earth :$ba novel.$nJilid 2.$pAnak /$cPramoedya",
        "=246  31$aAarde",
        "=250  \\\\$6880-02$a2nd ed.",
        "=264  \\1$aJakarta :$bHasta Mitra,$c1980",
        "=336  \\\\$atext$btxt$2rdacontent",
        "=337  \\\\$aunmediated$bn$2rdamedia",
        "=338  \\\\$avolume$bnc$2rdacarrier",
        "=500  \\\\$aCatatan kedua",
        "=780  00$tDulu$x1234-5679",
        "=852  \\\\$aid-amn$bPusat$h899 TOE",
        "=856  40$uhttps://a.example/",
        "=866  \\0$a1971-1998",
        "=880  14$6245-01$a大地 /$c普拉",
        "=880  \\\\$6250-02$a第二版",
    ]


def test_what_readers_take_off_or_no_field_had_comes_back() -> None:
    record = union(
        1,
        Title("Census", parts=("Chapter A.", "Vermont")),
        publication=Publication(
            "Reston, Va.",
            "U.S.G.S.",
            "1980",
            1980,
            places=("Reston, Va.", "Denver, Colo."),
            publishers=("U.S.G.S.", "G.P.O."),
        ),
        classifications=(
            Classification("sudoc", "I 19.81:4"),
            Classification("nal", "aSF"),
            Classification("sdnb", "830"),
        ),
        identifiers=(
            Identifier("nbn", "105367502X", agency="DE-101"),
            Identifier("nbn", "16,B21", is_key=False, agency="dnb"),
            Identifier("other", "aco001239", is_key=False, agency="local"),
        ),
        relations=(
            Relation(
                "carrier",
                "Sensus",
                identifiers=(
                    Identifier("oclc", "622267549", is_key=False),
                    Identifier("control", "002751097", is_key=False, agency="NNU"),
                    Identifier("control", "77", is_key=False),
                ),
            ),
        ),
        variants=(VariantTitle("Cens.", "abbreviated"), VariantTitle("Vermont census", "analytic")),
        audience="j",
    )
    written = Record(write_marc([record], SITE, "id"))
    assert written["008"].data[18:35] == "||||j||||||||||||"
    wanted = ("015", "016", "070", "086", "024", "084", "210", "245", "264", "740", "776")
    assert [str(field) for field in written.fields if field.tag in wanted] == [
        "=015  \\\\$a16,B21$2dnb",
        "=016  7\\$a105367502X$2DE-101",
        "=024  7\\$aaco001239$2local",
        "=070  1\\$aaSF",
        "=084  \\\\$a830$2sdnb",
        "=086  0\\$aI 19.81:4",
        "=210  0\\$aCens.",
        "=245  10$aCensus.$pChapter A.$pVermont",
        "=264  \\1$aReston, Va. ;$aDenver, Colo. :$bU.S.G.S. :$bG.P.O.,$c1980",
        "=740  02$aVermont census",
        "=776  0\\$tSensus$w(OCoLC)622267549$w(NNU)002751097",
    ]
    microform = replace(record, description=replace(record.description, carrier="microform"))
    assert [each.data for each in Record(write_marc([microform], SITE, "id")).get_fields("007")] == ["hu|||||||||||"]
    assert written.get_fields("007") == []
    serial = replace(record, description=replace(record.description, type="serial"))
    assert Record(write_marc([serial], SITE, "id"))["008"].data[22] == "|"


def test_numbers_and_notes_of_music_stand_in_their_own_fields() -> None:
    record = union(
        1,
        Title("Symphony"),
        identifiers=(
            Identifier("ismn", "9790230671187", "score"),
            Identifier("other", "SK 60168", "Sony Classical", is_key=False, agency="publisher"),
            Identifier("other", "074646016824", agency="upc"),
            Identifier("other", "5099706016823", is_key=False, agency="ean"),
            Identifier("other", "TR 12", is_key=False, agency="report"),
            Identifier("other", "EP 1.16:2", is_key=False, agency="sudoc"),
            Identifier("other", "17", is_key=False),
        ),
        notes=(Note("flute, piano", "medium"), Note("1:02:15, 3:47", "duration")),
    )
    found = [line for line in lines(Record(write_marc([record], SITE, "id"))) if line[1:4] in _OF_MUSIC]
    assert sorted(found) == [
        "=024  1\\$a074646016824",
        "=024  2\\$a9790230671187$qscore",
        "=024  3\\$z5099706016823",
        "=028  50$aSK 60168$qSony Classical",
        "=035  \\\\$a17",
        "=086  0\\$zEP 1.16:2",
        "=088  \\\\$aTR 12",
        "=306  \\\\$a010215$a000347",
        "=382  \\\\$aflute, piano",
    ]


@pytest.mark.parametrize(
    ("author", "first"), [(PRAMOEDYA, "=240  10$aBumi manusia"), (None, "=130  0\\$aBumi manusia")]
)
def test_what_two_libraries_say_is_repeated_only_where_marc_allows_it(author: Contributor | None, first: str) -> None:
    record = union(
        1,
        "This earth of mankind",
        author=author,
        variants=(VariantTitle("Bumi manusia", "uniform"), VariantTitle("Bumi manusia. Inggris", "uniform")),
        identifiers=(
            Identifier("lccn", "n 1", is_key=False),
            Identifier("lccn", "80012345"),
            Identifier("lccn", "80054321"),
        ),
    )
    found = [line for line in lines(Record(write_marc([record], SITE, "id"))) if line[1:4] in _ONCE]
    assert found == ["=010  \\\\$zn 1$a80012345$z80054321", first, "=730  0\\$aBumi manusia. Inggris"]


@pytest.mark.parametrize(
    ("language", "code"), [("bg", "bul"), ("gd", "gla"), ("eu", "baq"), ("nb", "nob"), ("btk", "btk")]
)
def test_marc_has_a_code_for_each_language_of_iso_639_1(language: str, code: str) -> None:
    record = Record(write_marc([union(1, "Judul", languages=(language,))], SITE, "id"))
    assert record["008"].data[35:38] == code


def test_marcxml_holds_the_same_fields_as_iso_2709() -> None:
    (from_xml,) = parse_xml_to_array(BytesIO(write_marcxml([FULL], SITE, "id").encode()))
    assert lines(from_xml) == lines(Record(write_marc([FULL], SITE, "id")))


@pytest.mark.parametrize(
    ("subject", "written"),
    [
        (Subject("Sastra"), "=650  \\4$aSastra"),
        (Subject("Java", "place", "lcsh", (Subdivision("History"),)), "=651  \\0$aJava$xHistory"),
        (Subject("Sukarno,", "person", "gnd"), "=600  17$aSukarno,$2gnd"),
        (Subject("Bible", "title", "lcsh"), "=630  00$aBible"),
        (
            Subject("Indonesia", "topic", "", (Subdivision("1945-1949", "period"), Subdivision("Peta", "form"))),
            "=650  \\4$aIndonesia$y1945-1949$vPeta",
        ),
    ],
)
def test_subjects_keep_vocabulary_and_subdivisions(subject: Subject, written: str) -> None:
    record = union(1, "Judul")
    described = replace(record, description=replace(record.description, subjects=(subject,)))
    made = Record(write_marc([described], SITE, "id"))
    assert [str(field) for field in made.subjects] == [written]


@pytest.mark.parametrize(
    ("kind", "described", "leader_06_07"),
    [
        ("book", {}, "am"),
        ("serial", {}, "as"),
        ("map", {}, "em"),
        ("article", {"is_component": True, "relations": (Relation("host", "Prisma"),)}, "aa"),
        (
            "article",
            {"is_component": True, "relations": (Relation("host", "P", "", (Identifier("issn", "1"),)),)},
            "ab",
        ),
    ],
)
def test_leader_tells_type_and_level(kind: str, described: dict[str, object], leader_06_07: str) -> None:
    made = Record(write_marc([union(1, "Judul", type=kind, **described)], SITE, "id"))
    assert str(made.leader)[6:8] == leader_06_07
    assert len(made["008"].data or "") == 40


@pytest.mark.parametrize(
    ("publication", "coded"),
    [
        (Publication(year=1950), "c19509999"),
        (Publication(year=1950, last_year=1989), "d19501989"),
        (Publication(year=1978, last_year=1978), "d19781978"),
        (Publication(year=1956, last_year=1956, uncertain=True), "duuuu1956"),
    ],
)
def test_008_tells_whether_a_serial_has_ended(publication: Publication, coded: str) -> None:
    made = Record(write_marc([union(1, "Judul", type="serial", publication=publication)], SITE, "id"))
    assert (made["008"].data or "")[6:15] == coded


def test_a_record_too_long_for_iso_2709_gives_up_its_notes_and_stays_readable() -> None:
    long = union(1, "Judul", contents=("isi " * 40_000,), notes=tuple(Note(f"{n} " + "x" * 9_000) for n in range(12)))
    written = write_marc([long], SITE, "id")
    assert len(written) <= RECORD_BYTES
    assert Record(written)["245"]["a"] == "Judul"
    assert "x" * 9_000 in write_marcxml([long], SITE, "id")


def test_control_characters_never_reach_marc() -> None:
    written = write_marc([union(1, "Ju\x1ddu\x1el\x1f")], SITE, "id")
    assert written.count(b"\x1d") == 1
    assert Record(written)["245"]["a"] == "Judul"


OWN = (
    ("245", "10", (("a", "Judul"),)),
    ("541", "0 ", (("a", "hadiah"),)),
    ("541", "1 ", (("a", "pembelian"),)),
    ("561", "0 ", (("a", "milik pribadi"),)),
    ("590", "  ", (("a", "catatan lokal"),)),
    ("852", "  ", (("a", "AMN"), ("x", "rahasia"))),
    ("901", "  ", (("a", "lokal"),)),
    ("952", "  ", (("o", "899"), ("x", "rahasia"), ("g", "10000"))),
)


def own_marc() -> Record:
    record = Record(force_utf8=True)
    for tag, indicators, subfields in OWN:
        record.add_field(
            Field(tag=tag, indicators=Indicators(*indicators), subfields=[Subfield(*each) for each in subfields])
        )
    return record


@pytest.mark.parametrize("source_format", ["marc21", "marcxml"])
def test_a_members_own_record_leaves_out_what_is_private(source_format: str) -> None:
    contents = {"marc21": own_marc().as_marc(), "marcxml": marcxml_collection([own_marc()]).encode()}
    own = own_record(source_format, contents[source_format])
    assert own is not None
    assert lines(own) == [
        "=245  10$aJudul",
        "=541  1\\$apembelian",
        "=852  \\\\$aAMN",
        "=952  \\\\$o899",
    ]
    assert b"rahasia" not in iso2709(own)


@pytest.mark.parametrize(
    ("claimed", "title"),
    [("a", "Ḥikāyat بحر".encode()), (" ", "Ḥikāyat بحر".encode()), (" ", b"\xf2Hik\xe5ayat")],
)
def test_a_members_own_record_is_read_in_the_encoding_it_has(claimed: str, title: bytes) -> None:
    field = b"10\x1fa" + title + b"\x1e"
    length = 24 + 12 + 1 + len(field) + 1
    leader = f"{length:05d}nam {claimed}2200037 a 4500"
    content = f"{leader}245{len(field):04d}00000\x1e".encode() + field + b"\x1d"
    own = own_record("marc21", content)
    assert own is not None
    assert str(Record(iso2709(own))["245"]["a"]).startswith("Ḥikāyat")


@pytest.mark.parametrize(
    ("source_format", "content"),
    [("marc21", b""), ("marc21", b"00012nam"), ("marc21", b"not marc at all, however long"), ("table", b"a;b"),
     ("marcxml", b"<collection/>")],
)  # fmt: skip
def test_what_is_no_marc_gives_no_record(source_format: str, content: bytes) -> None:
    assert own_record(source_format, content) is None


def test_other_title_information_of_a_part_is_exported_behind_the_part() -> None:
    title = Title("Sejarah", "masa kolonial", ("Jilid 2", "Jawa", "Daftar"), leading=2)
    (line,) = [line for line in lines(Record(write_marc([union(1, title)], SITE, "id"))) if line.startswith("=245")]
    assert line == "=245  10$aSejarah.$nJilid 2.$pJawa :$bmasa kolonial.$pDaftar"


def test_indicators_that_have_no_blank_are_given() -> None:
    """Catalogues refuse others on import: https://www.loc.gov/marc/bibliographic/bd511.html, bd785.html"""
    record = union(1, "Judul")
    described = replace(
        record.description,
        notes=(Note("Christine Hakim", "performers"),),
        relations=(
            *(Relation(kind, "Dulu") for kind in ("continues", "formed_from", "absorbed", "separated_from")),
            *(Relation(kind, "Kini") for kind in ("continued_by", "absorbed_by", "split_into", "merged_with")),
            Relation("host", "Majalah"),
        ),
    )
    made = Record(write_marc([replace(record, description=described)], SITE, "id"))
    assert [str(field) for field in made.get_fields("511", "773", "780", "785")] == [
        "=511  0\\$aChristine Hakim",
        "=773  0\\$tMajalah",
        "=780  00$tDulu",
        "=780  04$tDulu",
        "=780  05$tDulu",
        "=780  07$tDulu",
        "=785  00$tKini",
        "=785  04$tKini",
        "=785  06$tKini",
        "=785  07$tKini",
    ]
