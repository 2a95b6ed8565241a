"""UNIMARC is mapped field by field, without a detour through MARC 21."""

import pytest

from discovery.catalog.contributor import Contributor
from discovery.catalog.holding import Holding, Stretch
from discovery.catalog.identifiers import Identifier
from discovery.catalog.record import Classification, Record, Relation, Series, Title, VariantTitle
from discovery.catalog.subject import Subdivision, Subject
from discovery.labels.roles import ROLES
from indexer.crosswalks.marc.fields import MarcFields
from indexer.crosswalks.unimarc.record import NO_TITLE, map_record
from indexer.crosswalks.unimarc.relators import relators
from indexer.marc_source import PlainField
from indexer.partners import LibraryRule

RULE = LibraryRule("id-x")
CODED = "20150323d1993    m  y1frey0103    ba"


def mapped(*fields: str, leader: str = "00000nam0 2200000   450 ") -> Record | str:
    """Fields as "200 1_ $a Title"; a blank indicator is "_"."""
    by_tag: dict[str, list[PlainField]] = {}
    for each in fields:
        tag, marks, *rest = each.split(" ", 2)
        parts = [part for part in rest[0].split("$") if part]
        subfields = tuple((part[0], part[2:].rstrip("\n") if part[1:2] == " " else part[1:]) for part in parts)
        cleaned = tuple((code, value.removesuffix(" ") if code != "1" else value) for code, value in subfields)
        by_tag.setdefault(tag, []).append(PlainField(None, marks.replace("_", " "), cleaned))
    return map_record(MarcFields(leader, by_tag), partner="x", source_id="1", rule=RULE)


def record(*fields: str, leader: str = "00000nam0 2200000   450 ") -> Record:
    found = (
        mapped("200 1_ $a Judul", *fields, leader=leader)
        if not any(f.startswith("200") for f in fields)
        else mapped(*fields, leader=leader)
    )
    assert isinstance(found, Record)
    return found


@pytest.mark.parametrize(
    ("field", "title"),
    [
        ("200 1_ $a Judul $e anak judul $f Budi $g terj. Ani", Title("Judul", "anak judul", (), "Budi ; terj. Ani")),
        ("200 1_ $a <<The >>sweetest fig", Title("The sweetest fig", nonfiling=4)),
        ("200 1_ $a \x88L'\x89altra faccia", Title("L'altra faccia", nonfiling=2)),
        ("200 1_ $a Aljabar $h 2 $i Matriks $b Teks", Title("Aljabar", "", ("2", "Matriks"))),
        ("200 1_ $a Aljabar $h 2 $i Matriks $e teks", Title("Aljabar", "teks", ("2", "Matriks"), leading=2)),
        ("200 1_ $a Aljabar $e teks $h 2 $e latihan", Title("Aljabar", "teks : latihan", ("2",))),
        ("200 1_ $a Satu $a Dua", Title("Satu ; Dua")),
    ],
)
def test_title_is_that_of_200(field: str, title: Title) -> None:
    assert record(field).description.title == title


def test_record_without_200_is_named_by_another_title_or_refused() -> None:
    found = mapped("500 10 $a Bumi manusia")
    assert isinstance(found, Record)
    assert (found.description.title, found.problems) == (Title("Bumi manusia"), ("no-200",))
    assert mapped("700 _1 $a Toer") == NO_TITLE


def test_other_titles_have_their_kinds() -> None:
    told = record("200 1_ $a Judul $d Title", "500 10 $a Uniform", "517 0_ $a Sampul", "520 0_ $a Dulu").description
    assert told.variants == (
        VariantTitle("Title", "parallel"),
        VariantTitle("Uniform", "uniform"),
        VariantTitle("Sampul"),
        VariantTitle("Dulu", "former"),
    )


def test_what_follows_a_parallel_or_another_authors_title_is_its_own() -> None:
    told = record(
        "200 1_ $a Pasar $e enam cerita $h Jil. 2 $d The market $e six tales $h Vol. 2 $c Sawah $e drama $f Budi",
        "560 1_ $a Kumpulan pasar",
    ).description
    assert told.title == Title("Pasar", "enam cerita", ("Jil. 2",), "Budi")
    assert told.variants == (
        VariantTitle("The market : six tales. Vol. 2", "parallel"),
        VariantTitle("Sawah : drama", "analytic"),
        VariantTitle("Kumpulan pasar"),
    )


def test_names_are_put_together_from_entry_and_rest_with_their_numbered_roles() -> None:
    told = record(
        "700 _1 $a Asimov $b , Isaac $f 1920-1992 $4 070",
        "702 _1 $a Scaglia $b Cesare $4 730",
        "702 _0 $a Teresa $c of Avila",
        "710 02 $a Indonesia $b Departemen Agama",
        "712 12 $a Kongres Bahasa $d 2 $f 1954 $e Medan",
    ).description
    assert told.contributors == (
        Contributor("Asimov, Isaac", "Isaac Asimov", "person", ("aut",), True, "1920-1992"),
        Contributor("Indonesia. Departemen Agama", "Indonesia. Departemen Agama", "organisation", (), True),
        Contributor("Scaglia, Cesare", "Cesare Scaglia", "person", ("trl",)),
        Contributor("Teresa, of Avila", "Teresa, of Avila"),
        Contributor("Kongres Bahasa (2 : 1954 : Medan)", "Kongres Bahasa (2 : 1954 : Medan)", "meeting"),
    )


def test_every_number_of_a_role_stands_for_one_that_readers_are_told_in_words() -> None:
    codes = {code for number in range(1000) for code in relators(f"{number:03}")}
    assert len(codes) > 100
    assert codes - ROLES.keys() == set()


def test_printer_is_named_where_nobody_knows_the_publisher() -> None:
    unknown = record("200 1_ $a Kabar", "210 __ $a [S.l.] $c [s. n.] $d 1993 $e Bandung $g Percetakan Ani")
    told = unknown.description.publication
    assert (told.place, told.publisher) == ("Bandung", "Percetakan Ani")
    known = record("200 1_ $a Kabar", "210 __ $a Jakarta $c Mizan $d 1993 $e Bandung $g Percetakan Ani")
    assert known.description.publication.publishers == ("Mizan",)


def test_publication_joins_the_coded_year_with_210_and_the_country_of_102() -> None:
    told = record(f"100 __ $a {CODED}", "102 __ $a ID", "210 __ $a [Jakarta] $c <<The >>Press $d 1993").description
    published = told.publication
    assert (published.place, published.publisher, published.date, published.year, published.country) == (
        "Jakarta", "The Press", "1993", 1993, "io",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("coded", "date", "years"),
    [
        ("20150323b19931995", "1993-1995", (1993, 1995, False)),
        ("20150323a19939999", "1993-", (1993, None, False)),
        ("20150323a19939999", "1993-1995", (1993, 1995, False)),
        ("20150323f199 1999", "[199-?]", (1990, None, True)),
        ("20150323f199 1999", "1994", (1994, None, False)),
        ("20150323b19  1956", "-1956", (1956, 1956, True)),
        ("20150323b19781978", "1978", (1978, 1978, False)),
        ("20150323b    1956", "", (1956, 1956, True)),
        ("", "cop. 1988", (1988, None, False)),
    ],
)
def test_years_are_the_coded_ones_unless_they_are_guesses(
    coded: str, date: str, years: tuple[int, int | None, bool]
) -> None:
    fields = [f"100 __ $a {coded}"] if coded else []
    published = record(*fields, f"210 __ $d {date}").description.publication
    assert (published.year, published.last_year, published.uncertain) == years


def test_numbers_are_keys_unless_they_are_cancelled() -> None:
    told = record(
        "010 __ $a 88-04-40682-8 $z 88-04-40682-9", "011 __ $a 1221-8472", "020 __ $a RO $b Schimb"
    ).description
    assert told.identifiers == (
        Identifier("isbn", "9788804406822"),
        Identifier("isbn", "8804406829", is_key=False),
        Identifier("issn", "1221-8472"),
    )


def test_subdivisions_and_classes_are_unimarcs_own() -> None:
    told = record(
        "606 __ $a Perang $x Strategi $y Jawa $z 1825-1830 $j Atlas $2 rameau",
        "600 _1 $a Toer $b Pramoedya Ananta $f 1925-2006",
        "610 __ $a Teste -- Liceal",
        "675 __ $a 070(498)",
        "676 __ $a 899.221 $v 21",
    ).description
    divisions = (
        Subdivision("Strategi"),
        Subdivision("Jawa", "place"),
        Subdivision("1825-1830", "period"),
        Subdivision("Atlas", "form"),
    )
    assert told.subjects == (
        Subject("Toer, Pramoedya Ananta, 1925-2006", "person"),
        Subject("Perang", "topic", "rameau", divisions),
        Subject("Teste", subdivisions=(Subdivision("Liceal"),)),
    )
    name_and_title = record("604 __ $1700_1$a Toer$b , Pramoedya Ananta$150010$a Bumi manusia").description.subjects
    assert name_and_title == (Subject("Toer, Pramoedya Ananta. Bumi manusia", "title"),)
    assert told.classifications == (Classification("ddc", "899.221"), Classification("udc", "070(498)"))


def test_linking_fields_are_read_embedded_and_plain() -> None:
    told = record(
        "410 _0 $1001IT1$12001 $a Bestsellers$v 641",
        "454 _1 $12001 $a Second foundation.$1700 1$a Asimov$b , Isaac",
        "430 __ $t Cardiomyology $x 0394-073X",
        "451 __ $t Rimba $v 2 $d 1987",
    ).description
    assert told.series == (Series("Bestsellers", "641"),)
    named = record("410 _1 $1200 1$a Buletin$v 2$1710 2$a Balai Bahasa", "225 2_ $a Buletin $v 2").description.series
    assert named == (Series("Buletin", "2", name="Balai Bahasa"),)
    assert record("410 _0 $a Toer $t Tetralogi").description.series == (Series("Tetralogi", name="Toer"),)
    part = record("225 0_ $a Kajian Nusantara $h Seri B $i Kota $v 12").description.series
    assert part == (Series("Kajian Nusantara. Seri B. Kota", "12"),)
    assert told.relations == (
        Relation("continues", "Cardiomyology", "", (Identifier("issn", "0394-073X", is_key=False),)),
        Relation("edition", "Rimba", note="2, 1987"),
        Relation("original", "Second foundation", "Asimov, Isaac"),
    )


def test_changes_of_a_serials_title_are_told_apart() -> None:
    tags = ("430", "433", "434", "435", "436", "437", "440", "443", "444", "445", "446", "447", "448")
    kinds = [each.kind for each in record(*(f"{tag} __ $t Bintang {tag}" for tag in tags)).description.relations]
    assert kinds == [
        *("continues", "continues", "absorbed", "absorbed", "formed_from", "separated_from"),
        *("continued_by", "continued_by", "absorbed_by", "absorbed_by", "split_into", "merged_with", "continued_by"),
    ]


def test_kind_and_form_are_those_of_the_leader_and_the_coded_fields() -> None:
    thesis = record("328 __ $a Disertasi").description
    serial = record(leader="00000nas0 2200000   450 ").description
    online = record("135 __ $a drcu", leader="00000nlm0 2200000   450 ").description
    assert (thesis.type, thesis.carrier) == ("thesis", "print")
    assert (serial.type, serial.carrier) == ("serial", "print")
    assert (online.type, online.carrier) == ("software", "online")


def test_copies_are_those_of_995_or_the_record_itself() -> None:
    assert record("995 __ $b BIB $e Rak $f 123 $k 899 TOE").holdings == (Holding("id-x", "BIB", "Rak", "899 TOE", 1),)
    assert record("090 __ $a P III 3602").holdings == (Holding("id-x", call_number="P III 3602"),)


def test_a_serials_runs_of_955_go_to_the_library_that_has_them() -> None:
    found = record(
        "930 __ $5 75105:1 $b 751052105 $a PER 1",
        "930 __ $5 69383:2 $b 693832101 $a PER 2",
        "955 41 $5 69383:2 $r 1971-1998",
        "955 41 $9 751052105 $r no. 1 (1980)-",
    ).holdings
    assert found == (
        Holding("id-x", "751052105", "", "PER 1", 1, "no. 1 (1980)-", stretches=(Stretch(1980, is_open=True),)),
        Holding("id-x", "693832101", "", "PER 2", 1, "1971-1998", stretches=(Stretch(1971, 1998),)),
    )


def test_scale_numbering_and_frequency_are_notes() -> None:
    told = record("206 __ $a Skala 1:50.000", "207 _0 $a Th. 1 (1971)-", "326 __ $a Bulanan $b 1971-1980").description
    assert [each.text for each in told.notes] == ["Skala 1:50.000", "Th. 1 (1971)-", "Bulanan 1971-1980"]
    others = record(
        "334 __ $a Hadiah sastra $b Kusala $d 2019", "371 0_ $a Dengan izin", "620 __ $a Indonesia $d Palembang"
    ).description.notes
    assert [each.text for each in others] == ["Hadiah sastra Kusala 2019", "Dengan izin", "Indonesia — Palembang"]
    assert record("327 1_ $a Satu", "359 __ $b Bab 1 $c Hulu").description.contents == ("Satu", "Bab 1", "Hulu")


@pytest.mark.parametrize(
    ("flags", "statuses"),
    [
        ("$0 0 $2 0 $o 0", ()),
        ("$o 1", (("not_for_loan", 1),)),
        ("$o -1", (("on_order", 1),)),
        ("$n 2026-12-01", (("on_loan", 1),)),
        ("$o d", ()),
        ("$o Exclu du prêt", (("not_for_loan", 1),)),
        ("$2 1", None),
        ("$0 1", None),
    ],
)
def test_kohas_flags_in_995_say_what_hinders_a_copy(flags: str, statuses: tuple[tuple[str, int], ...] | None) -> None:
    found = record(f"995 __ $b BIB $f 123 $k 899 {flags}").holdings
    assert [each.statuses for each in found] == ([] if statuses is None else [statuses])
