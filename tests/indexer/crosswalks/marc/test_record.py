"""The whole record, and what becomes of odd ones."""

import pymarc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from discovery.catalog.contributor import Contributor
from discovery.catalog.holding import Holding, Link
from discovery.catalog.identifiers import Identifier
from discovery.catalog.ids import record_id
from discovery.catalog.publication import Publication
from discovery.catalog.record import Classification, Description, Note, Record, Relation, Series, Title
from discovery.catalog.subject import Subject
from indexer.crosswalks.marc.edition import map_edition, map_original_edition
from indexer.crosswalks.marc.fields import MarcFields
from indexer.crosswalks.marc.links import map_links
from indexer.crosswalks.marc.notes import map_notes
from indexer.crosswalks.marc.record import NO_TITLE, map_record
from indexer.crosswalks.marc.relations import map_relations
from indexer.crosswalks.marc.series import map_series
from indexer.partners import LibraryRule
from tests.indexer.crosswalks.marc.building import field008, leader, marc


def mapped(record: MarcFields) -> Record | str:
    return map_record(record, partner="ui", source_id="12", rule=LibraryRule("id-ui"))


def test_record_is_mapped_whole() -> None:
    record = marc(
        "001 12",
        field008("s1980    ", language="ind"),
        "020 __ $a 0306406152",
        "041 1_ $a ind $h eng",
        "082 04 $a 899.2213",
        "100 1_ $a Toer, Pramoedya Ananta.",
        "245 10 $a Bumi manusia / $c Pramoedya Ananta Toer.",
        "250 __ $a Cet. 2.",
        "260 __ $a Jakarta : $b Hasta Mitra, $c 1980.",
        "300 __ $a 354 hlm. ; $c 21 cm.",
        "490 0_ $a Tetralogi Buru ; $v 1",
        "500 __ $a Indeks.",
        "505 0_ $a Bab 1 -- Bab 2.",
        "520 __ $a Kisah Minke.",
        "650 _4 $a Fiksi Indonesia.",
        "785 00 $t Anak semua bangsa",
        "856 42 $3 Daftar isi $u https://x.id/isi",
        "852 __ $b FIB $h 899.2213 $i TOE b $p 1",
    )
    assert mapped(record) == Record(
        record_id("ui", "bibliographic", "12"),
        "ui",
        "12",
        Description(
            title=Title("Bumi manusia", responsibility="Pramoedya Ananta Toer"),
            contributors=(Contributor("Toer, Pramoedya Ananta", "Pramoedya Ananta Toer", primary=True),),
            publication=Publication(
                "Jakarta", "Hasta Mitra", "1980", 1980, country="io", places=("Jakarta",), publishers=("Hasta Mitra",)
            ),
            edition="Cet. 2",
            extent="354 hlm. ; 21 cm",
            series=(Series("Tetralogi Buru", "1"),),
            identifiers=(Identifier("isbn", "9780306406157"),),
            languages=("id",),
            original_languages=("en",),
            language_basis="coded",
            subjects=(Subject("Fiksi Indonesia"),),
            classifications=(Classification("ddc", "899.2213"),),
            contents=("Bab 1", "Bab 2"),
            abstract="Kisah Minke.",
            notes=(Note("Indeks."),),
            relations=(Relation("continued_by", "Anak semua bangsa"),),
            links=(Link("https://x.id/isi", "Daftar isi", "contents"),),
        ),
        (Holding("id-ui", "FIB", "", "899.2213 TOE b", 1),),
        copy_numbers=("1",),
    )


def test_record_without_any_title_is_rejected_with_what_to_do() -> None:
    assert mapped(marc("001 12", "100 1_ $a Toer")) == NO_TITLE


@pytest.mark.parametrize(
    ("fields", "problems"),
    [
        (["245 10 $a X"], ()),
        (["001 1", "001 2", "245 10 $a X"], ("repeated-001",)),
        (["246 30 $a X"], ("no-245",)),
        (["245 10 $a X", "020 __ $a 9.79E+12", "020 __ $a 9.79E+12"], ("isbn-damaged",)),
        (["245 10 $a Ã©tude"], ("mojibake",)),
        (["245 10 $a X", "852 __ $b A $c Hilang"], ("no-copy-left",)),
    ],
)
def test_what_was_mended_is_named_once(fields: list[str], problems: tuple[str, ...]) -> None:
    record = mapped(marc(*fields))
    assert isinstance(record, Record)
    assert record.problems == problems


def test_part_of_a_journal_is_a_component() -> None:
    found = [mapped(marc("245 10 $a X", leader=leader(level=level))) for level in "mba"]
    assert [isinstance(record, Record) and record.description.is_component for record in found] == [False, True, True]


@pytest.mark.parametrize("empty", ["", "$a ", "$t ", "$6 880-01", "$6 245-01 $a "])
def test_no_field_has_to_hold_anything(empty: str) -> None:
    for tag in range(10, 1000):
        record = mapped(marc("245 10 $a X" if tag != 245 else "130 0_ $a X", f"{tag:03} 1_ {empty}"))
        assert isinstance(record, Record)
        assert record.description.title.main == "X", tag


_VALUES = st.text(max_size=20) | st.sampled_from(
    ["[199-?]", "880-01", "245-00", "9.79E+12", "/", "..", " -- ", "1-99999999999"]
)
_TAGS = """
    001 003 006 007 008 010 015 016 019 020 022 024 027 028 035 041 050 082 084 086 090 100 110 111 130 240 245 246
    250 260 264 300 338 362 440 490 500 505 520 541 600 610 650 651 653 655 662 700 710 711 720 730 773 776
    785 800 810 811 830 852 853 856 863 866 880 942 949 952 995 999 LKR
"""
_SUBFIELDS = st.lists(st.tuples(st.sampled_from("abcdefghijklmnopqrstuvwxyz0123456789"), _VALUES), max_size=5)


@given(
    st.text(max_size=24),
    st.lists(
        st.tuples(st.sampled_from(_TAGS.split()), st.text(max_size=2), _SUBFIELDS, st.text(max_size=45)), max_size=12
    ),
)
def test_record_of_any_text_anywhere_is_mapped_or_rejected(
    head: str, fields: list[tuple[str, str, list[tuple[str, str]], str]]
) -> None:
    """Fields with text, indicators and subfields where they don't belong: never an error, never a silent loss."""
    source: dict[str, list[pymarc.Field]] = {}
    for tag, indicators, subfields, data in fields:
        field = pymarc.Field(tag=tag, data=data, indicators=None, subfields=[])
        if tag >= "010":
            field = pymarc.Field(
                tag, pymarc.Indicators(indicators[:1], indicators[1:]), [pymarc.Subfield(*each) for each in subfields]
            )
        source.setdefault(tag, []).append(field)
    record = mapped(MarcFields(head, source))
    assert record == NO_TITLE or (isinstance(record, Record) and record.description.title.main)


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("490 0_ $a Seri A ; $v 3 $x 0317-8471", Series("Seri A", "3", "0317-8471")),
        ("490 0_ $a Seri A ; 3", Series("Seri A", "3")),
        ("490 0_ $a <1990->: Seri A ; $v 3", Series("Seri A", "3")),
        ("440 _0 $a Seri B $n 2, $p Ilmu ; $v 5", Series("Seri B 2, Ilmu", "5")),
        ("810 1_ $a Indonesia. $t Laporan ; $v 7", Series("Laporan", "7", name="Indonesia")),
        (
            "800 1_ $a Toer, Pramoedya Ananta, $d 1925-2006. $t Tetralogi Buru ; $v 1.",
            Series("Tetralogi Buru", "1", name="Toer, Pramoedya Ananta"),
        ),
        (
            "810 2_ $a Universitas Indonesia. $b Fakultas Sastra. $t Buletin ; $v 2.",
            Series("Buletin", "2", name="Universitas Indonesia. Fakultas Sastra"),
        ),
        (
            "811 2_ $a Kongres Bahasa $n (2nd : $d 1954 : $c Medan). $t Putusan.",
            Series("Putusan", name="Kongres Bahasa (2nd : 1954 : Medan)"),
        ),
    ],
)
def test_series_has_its_number_apart(field: str, expected: Series) -> None:
    assert map_series(marc(field)) == (expected,)


@pytest.mark.parametrize(
    ("field", "series"),
    [
        (
            "490 0_ $a Buletin Balai ; $v no. 230. $a Seri kesehatan ; $v no. 16. $x 0317-8471",
            (Series("Buletin Balai", "no. 230"), Series("Seri kesehatan", "no. 16", "0317-8471")),
        ),
        ("490 0_ $a Seri keselamatan ; $v no. 54. $a Anjuran", (Series("Seri keselamatan. Anjuran", "no. 54"),)),
        ("490 0_ $a Limnologi. $a Edisi khusus, $x 0317-8471", (Series("Limnologi. Edisi khusus", "", "0317-8471"),)),
        (
            "490 0_ $a Buletin istilah = $a Terminology bulletin, $x 0317-8471 ; $v 19",
            (Series("Buletin istilah = Terminology bulletin", "19", "0317-8471"),),
        ),
        (
            "490 0_ $a Laporan ikan ; $v no. 7 = $a Fisheries report ; $v no. 7",
            (Series("Laporan ikan = Fisheries report", "no. 7"),),
        ),
        (
            "490 0_ $a Laporan ; $v Bd. 7 = $a Rapports ; $v v. 7 = $a Reports ; $v v. 7",
            (Series("Laporan = Rapports = Reports", "Bd. 7"),),
        ),
    ],
)
def test_series_statement_of_several_titles_is_of_as_many_series_as_have_numbers(
    field: str, series: tuple[Series, ...]
) -> None:
    assert map_series(marc(field)) == series


def test_series_of_one_statement_have_their_own_scripts() -> None:
    record = marc(
        "490 0_ $6 880-01 $a Silsilat alif ; $v 3. $a Silsilat ba ; $v 4",
        "880 0_ $6 490-01 $a سلسلة أ ؛ $v 3. $a سلسلة ب ؛ $v 4",
    )
    assert [each.original for each in map_series(record)] == ["سلسلة أ", "سلسلة ب"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (("250 __ $6 880-01 $a al-Ṭabʻah 2.", "880 __ $6 250-01 $a الطبعة 2."), ("al-Ṭabʻah 2", "الطبعة 2")),
        (("880 __ $6 250-00 $a الطبعة 2.",), ("الطبعة 2", "")),
        (("250 __ $a 2. Aufl.", "254 __ $a Partitur und Stimmen."), ("2. Aufl; Partitur und Stimmen", "")),
        (("250 __ $a Cet. 2.", "880 __ $6 250-00 $a الطبعة 2."), ("Cet. 2", "الطبعة 2")),
    ],
)
def test_edition_has_its_original_script(fields: tuple[str, ...], expected: tuple[str, str]) -> None:
    record = marc(*fields)
    assert (map_edition(record), map_original_edition(record)) == expected


def test_traced_series_gives_way_to_its_heading() -> None:
    record = marc(
        "490 1_ $a Translation ; $v 3", "490 0_ $a Lain", "830 _0 $a Translation (Silvics) ; $v 3.", "490 __ $v 1"
    )
    assert map_series(record) == (Series("Translation (Silvics)", "3"), Series("Lain"))


@pytest.mark.parametrize(
    ("stated", "filed", "expected"),
    [
        # What it lacks comes from the piece; a plural, an article and another apostrophe are no other words.
        ("$a The river report / $x 0317-8471 ; $v 4", "$a River reports", (Series("River reports", "4", "0317-8471"),)),
        ("$a Nashr al-Jazāʾir ; $v 2", "$a Nashr al-Jazāʼir ; $v 2.", (Series("Nashr al-Jazāʼir", "2"),)),
        # What readers see is a name of its own: an abbreviation, a session, a second series that isn't traced.
        ("$a IF ; $v 11", "$a In focus ; $v 11.", (Series("In focus", "11"), Series("IF", "11"))),
        (
            "$a Laporan / DPR, sidang ke-2 ; $v 7",
            "$a Laporan (Indonesia. DPR) ; $v 7.",
            (Series("Laporan (Indonesia. DPR)", "7"), Series("Laporan / DPR, sidang ke-2", "7")),
        ),
    ],
)
def test_traced_series_in_other_words_than_its_heading_stands_beside_it(
    stated: str, filed: str, expected: tuple[Series, ...]
) -> None:
    assert map_series(marc(f"490 1_ {stated}", f"830 _0 {filed}")) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        # As it stands on the piece, traced or not, and as it is filed: one series, under the name.
        (("490 1_ $a Buletin ; $v 2", "810 2_ $a Balai Bahasa. $t Buletin ; $v 2."), ("Balai Bahasa. Buletin",)),
        (("490 0_ $a Buletin", "810 2_ $a Balai Bahasa. $t Buletin."), ("Balai Bahasa. Buletin",)),
        (("490 1_ $a Buletin / Balai Bahasa", "810 2_ $a Balai Bahasa. $t Buletin."), ("Balai Bahasa. Buletin",)),
        (("810 2_ $a Balai. $t Seri", "830 _0 $a Seri"), ("Balai. Seri",)),
        # Two bodies' own.
        (("810 2_ $a A. $t Buletin", "810 2_ $a B. $t Buletin"), ("A. Buletin", "B. Buletin")),
        (("810 2_ $a Indonesia. $t Seri A", "490 0_ $a Seri B"), ("Indonesia. Seri A", "Seri B")),
    ],
)
def test_series_of_a_body_stands_once_under_its_name(fields: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert tuple(each.heading for each in map_series(marc(*fields))) == expected


@pytest.mark.parametrize(
    ("numbers", "number"),
    [
        (("13.", "19.", "22."), "13, 19, 22"),
        (("vol. 10.", "v. 10."), "vol. 10"),
        (("al-kitab al-awwal", "1."), "al-kitab al-awwal"),
        (("43-47", "45"), "43-47, 45"),
    ],
)
def test_series_in_which_the_thing_has_several_numbers_has_them_all(numbers: tuple[str, ...], number: str) -> None:
    fields = [f"830 _0 $a Seri Dar al-Ilm ; $v {each}" for each in numbers]
    assert map_series(marc(*fields)) == (Series("Seri Dar al-Ilm", number),)


def test_series_has_its_original_script() -> None:
    record = marc("490 0_ $6 880-01 $a Silsilat ; $v 3", "880 0_ $6 490-01 $a سلسلة ؛ $v 3")
    assert map_series(record) == (Series("Silsilat", "3", original="سلسلة"),)


def test_who_paid_and_the_place_from_the_country_down_are_notes() -> None:
    record = marc(
        "536 __ $a Sponsored by EPA $b 68-01-0966",
        "536 __ $b 14-12-417",
        "752 __ $a United States. $b New York. $d New York.",
    )
    assert [each.text for each in map_notes(record).notes] == [
        "Sponsored by EPA 68-01-0966",
        "United States — New York — New York",
    ]


def test_private_notes_stay_at_home() -> None:
    record = marc(
        "500 __ $a Umum",
        "541 0_ $a Budi",
        "541 1_ $a Hadiah",
        "561 __ $a Rahasia",
        "583 0_ $a tinjau",
        "590 __ $a lokal",
        "588 __ $a x",
        "504 __ $a Bibliografi",
        "500 __ $a --",
        "500 __ $3 Jilid 1: $a Sobek",
    )
    assert map_notes(record).notes == (
        Note("Umum"),
        Note("Jilid 1: Sobek"),
        Note("Bibliografi", "bibliography"),
        Note("Hadiah", "local"),
    )


def test_scale_frequency_numbering_and_rights_are_notes() -> None:
    record = marc(
        "255 __ $a Skala 1:250.000 ; $b proyeksi Mercator",
        "310 __ $a Bulanan, $b 1998-",
        "321 __ $a Mingguan, $b 1971-1997",
        "362 0_ $a Th. 1, no. 1 (1971)-",
        "506 __ $a Hanya bagi anggota.",
        "540 __ $a CC BY 4.0",
        "542 1_ $l Public domain $g 1920",
        "542 0_ $l Rahasia",
    )
    assert [each.text for each in map_notes(record).notes] == [
        "Skala 1:250.000 ; proyeksi Mercator",
        "Bulanan, 1998-",
        "Mingguan, 1971-1997",
        "Th. 1, no. 1 (1971)-",
        "Hanya bagi anggota.",
        "CC BY 4.0",
        "Public domain",
    ]


def test_music_says_how_long_it_plays_and_what_plays_it() -> None:
    record = marc(
        "306 __ $a 006215 $a 000347 $a 000000 $a lama",
        "382 01 $a flute $n 1 $d piccolo $n 1 $a clarinet $p oboe $n 2 $b piano $n 1 $s 4 $2 lcmpt",
        "382 01 $a orchestra $e 1 $t 1 $2 lcmpt",
    )
    assert map_notes(record).notes == (
        Note("1:02:15, 3:47", "duration"),
        Note("flute/piccolo, clarinet or oboe (2), piano", "medium"),
        Note("orchestra", "medium"),
    )


def test_thesis_in_pieces_and_the_source_of_a_grade_or_summary_are_read_as_sentences() -> None:
    record = marc(
        "502 __ $g Capstone project $b M.A. $c University of Florida $d 2012.",
        "502 __ $a Thesis (Ph. D.)--University of Virginia, 1983.",
        "521 8_ $a 1010L $b Lexile",
        '520 __ $a "A tale"-- $c Provided by publisher.',
    )
    notes = map_notes(record)
    assert ([note.text for note in notes.notes], notes.abstract) == (
        [
            "Capstone project, M.A., University of Florida, 2012",
            "Thesis (Ph. D.)--University of Virginia, 1983.",
            "1010L (Lexile)",
        ],
        '"A tale"-- Provided by publisher.',
    )


def test_contents_and_abstract_are_read_in_both_scripts() -> None:
    record = marc(
        "505 00 $6 880-01 $g 1. $t Bumi / $r Toer -- $t Langit.",
        "880 00 $6 505-01 $t أرض --سماء",
        "520 __ $a Satu. $b Dua.",
    )
    notes = map_notes(record)
    assert (notes.contents, notes.abstract, notes.notes) == (
        ("1. Bumi / Toer", "Langit", "أرض", "سماء"),
        "Satu. Dua.",
        (),
    )


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("856 40 $u https://x.id/buku $y Baca", (Link("https://x.id/buku", "Baca", "resource"),)),
        (
            "856 40 $3 Jil. 1: $u https://x.id/1 $y Teks penuh $z hanya untuk anggota",
            (Link("https://x.id/1", "Jil. 1: Teks penuh (hanya untuk anggota)"),),
        ),
        ("856 40 $3 Isi $u https://x.id/1 $y Isi $z Isi", (Link("https://x.id/1", "Isi"),)),
        ("856 43 $u https://x.id/bab1.pdf", (Link("https://x.id/bab1.pdf", "", "related"),)),
        ("856 04 $u https://x.id/buku.pdf", (Link("https://x.id/buku.pdf"),)),
        ("856 40 $u https://x.id/isi/Bumi manusia.pdf", (Link("https://x.id/isi/Bumi%20manusia.pdf"),)),
        ("856 40 $u https://x. id/bumi.pdf", ()),
        ("856 40 $u https://x.id/a.pdf https://x.id/b.pdf", ()),
        ("856 41 $u HTTP://x.id/b $z Salinan :", (Link("http://x.id/b", "Salinan", "version"),)),
        ("856 42 $3 Table of contents $u http://x.id/t", (Link("http://x.id/t", "Table of contents", "contents"),)),
        ("856 4_ $3 View cover art $u http://x.id/c.jpg", (Link("http://x.id/c.jpg", "View cover art", "cover"),)),
        ("856 40 $u https://x.id/iiif/1/manifest", (Link("https://x.id/iiif/1/manifest", "", "manifest"),)),
        ("856 40 $u www.x.id", (Link("http://www.x.id"),)),
        ("856 40 $u javascript:alert(1) $u ftp://x.id $u https:// $u https://x.id/a b", ()),
    ],
)
def test_only_web_addresses_become_links(field: str, expected: tuple[Link, ...]) -> None:
    assert map_links(marc(field)) == expected


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        (
            "773 0_ $t Kompas / PT $g 3 Mei 1998, hlm. 4 $x 0317-8471",
            Relation("host", "Kompas", "", (Identifier("issn", "0317-8471", is_key=False),), "3 Mei 1998, hlm. 4"),
        ),
        (
            "776 08 $i Online version: $a Toer. $t Bumi $z 9780306406157 $w (OCoLC)12",
            Relation(
                "carrier",
                "Bumi",
                "Toer",
                (Identifier("isbn", "9780306406157", is_key=False), Identifier("oclc", "12", is_key=False)),
                "Online version",
            ),
        ),
        ("773 0_ $a Kompas, 3 Mei", Relation("host", "Kompas, 3 Mei")),
        (
            "785 00 $a Kabar baru $x 0317-8471",
            Relation("continued_by", "Kabar baru", "", (Identifier("issn", "0317-8471", is_key=False),)),
        ),
        ("780 02 $t Bintang", Relation("continues", "Bintang")),
        ("780 04 $t Bintang", Relation("formed_from", "Bintang")),
        ("780 05 $t Bintang", Relation("absorbed", "Bintang")),
        ("780 06 $t Bintang", Relation("absorbed", "Bintang")),
        ("780 07 $t Bintang", Relation("separated_from", "Bintang")),
        ("785 01 $t Bintang", Relation("continued_by", "Bintang")),
        ("785 04 $t Bintang", Relation("absorbed_by", "Bintang")),
        ("785 05 $t Bintang", Relation("absorbed_by", "Bintang")),
        ("785 06 $t Bintang", Relation("split_into", "Bintang")),
        ("785 07 $t Bintang", Relation("merged_with", "Bintang")),
        ("785 08 $t Bintang", Relation("continued_by", "Bintang")),
        ("787 07 $t Bintang", Relation("related", "Bintang")),
        (
            "776 08 $a Toer, Pramoedya $7 p1am $x 0317-8471",
            Relation("carrier", "", "Toer, Pramoedya", (Identifier("issn", "0317-8471", is_key=False),)),
        ),
        (
            "775 08 $i Terbit juga sebagai: $t Bumi $b Cet. 2. $d Jakarta : Pustaka, 1961 $g jil. 3",
            Relation("edition", "Bumi", note="Terbit juga sebagai: Cet. 2. Jakarta : Pustaka, 1961. jil. 3"),
        ),
        (
            "776 08 $i Erscheint auch als $n Online-Ausgabe $t A",
            Relation("carrier", "A", note="Erscheint auch als Online-Ausgabe"),
        ),
        ("776 1_ $c Mikrofilm $t A", Relation("carrier", "A", note="Mikrofilm")),
        (
            "773 08 $i Dimuat dalam: $t Bunga rampai $d Solo, 1998 $g hlm. 4",
            Relation("host", "Bunga rampai", note="Solo, 1998. hlm. 4"),
        ),
    ],
)
def test_relation_has_numbers_that_are_no_keys(field: str, expected: Relation) -> None:
    assert map_relations(marc(field)) == (expected,)


def test_a_serial_s_change_is_the_same_in_its_own_script() -> None:
    record = marc("780 05 $6 880-01 $t al-Najm", "880 05 $6 780-01 $t النجم", "880 07 $6 785-00 $t الهلال")
    assert map_relations(record) == (
        Relation("absorbed", "al-Najm"),
        Relation("absorbed", "النجم"),
        Relation("merged_with", "الهلال"),
    )


def test_other_edition_s_entry_under_the_record_s_own_author_is_no_title() -> None:
    record = marc("110 1_ $a Indonesia. $b Biro Statistik", "776 08 $a Indonesia. Biro Statistik. $x 0317-8471")
    assert [(each.title, each.author) for each in map_relations(record)] == [("", "Indonesia. Biro Statistik")]


def test_relation_in_its_own_script_follows_its_twin() -> None:
    fields = (
        "775 08 $6 880-01 $i Edisi lain: $a Dasuqi, Umar. $t Fi al-adab al-hadith. $b Cet. 2",
        "880 08 $6 775-01 $i طبعة أخرى: $a https://x.id/P30132 $a الدسوقي، عمر. $t في الأدب الحديث. $b ط. 2",
        "765 0_ $6 880-02 $i Terjemahan dari: $t Thus spoke Zarathustra",
        "880 0_ $6 765-02 $i مترجم عن: $t Thus spoke Zarathustra",
        "880 0_ $6 787-00 $t رسالة",
    )
    assert map_relations(marc(*fields)) == (
        Relation("original", "Thus spoke Zarathustra", note="Terjemahan dari"),
        Relation("edition", "Fi al-adab al-hadith", "Dasuqi, Umar", note="Edisi lain: Cet. 2"),
        Relation("edition", "في الأدب الحديث", "الدسوقي، عمر", note="طبعة أخرى: ط. 2"),
        Relation("related", "رسالة"),
    )


def test_relation_that_names_nothing_is_none() -> None:
    assert map_relations(marc("776 08 $i Online version", "780 00 $a Toer")) == ()
