"""RIS, BibTeX and CSV: line-based formats, where a stray character breaks everything after it."""

import csv
from io import StringIO

import pytest

from discovery.catalog.contributor import Contributor
from discovery.catalog.holding import Holding
from discovery.catalog.identifiers import Identifier
from discovery.catalog.record import Note, Relation, Series, Title
from discovery.export.bibtex import write_bibtex
from discovery.export.csv import COLUMNS, write_csv
from discovery.export.ris import write_ris
from tests.catalogues import SITE, union

HAMKA = Contributor("Hamka", "Hamka", roles=("aut",), primary=True)
SINGLE_NAMED = Contributor("Pramoedya Ananta Toer", "Pramoedya Ananta Toer", primary=True)
MINISTRY = Contributor("Indonesia. Departemen Agama", "Indonesia. Departemen Agama", "organisation", primary=True)


def test_ris_states_each_part_under_its_own_tag() -> None:
    record = union(
        1,
        Title("Bumi manusia", "sebuah roman", original="بومي مانوسيا"),
        subjects=("Fiksi Indonesia",),
        series=(Series("Tetralogi Buru", "1"),),
        identifiers=(Identifier("isbn", "9789799731234"), Identifier("isbn", "9790000000000", is_key=False)),
    )
    assert write_ris([record], SITE, "id").split("\r\n") == [
        "TY  - BOOK",
        "TI  - Bumi manusia : sebuah roman",
        "AU  - Toer, Pramoedya Ananta",
        "PY  - 1980",
        "CY  - Jakarta",
        "PB  - Hasta Mitra",
        "T2  - Tetralogi Buru",
        "VL  - 1",
        "SN  - 9789799731234",
        "LA  - id",
        "KW  - Fiksi Indonesia",
        "OP  - بومي مانوسيا",
        "CN  - 899 1",
        f"UR  - https://katalog.example/record/{record.id}",
        f"AN  - {record.id}",
        "DB  - Katalog Uji",
        "DP  - Perpustakaan AMN",
        "ER  - ",
        "",
        "",
    ]


@pytest.mark.parametrize(
    ("described", "tag"),
    [
        ({"type": "book", "carrier": "online"}, "EBOOK"),
        ({"type": "article", "relations": (Relation("host", "Prisma"),)}, "JOUR"),
        (
            {"type": "article", "relations": (Relation("host", "Bunga rampai", "", (Identifier("isbn", "1"),)),)},
            "CHAP",
        ),
        ({"type": "serial"}, "JFULL"),
        ({"type": "thesis"}, "THES"),
        ({"type": "map"}, "MAP"),
        ({"type": "score"}, "MUSIC"),
        ({"type": "audio"}, "SOUND"),
        ({"type": "object"}, "GEN"),
    ],
)
def test_ris_type_follows_what_the_thing_is(described: dict[str, object], tag: str) -> None:
    assert write_ris([union(1, "Judul", **described)], SITE, "id").split("\r\n")[0] == f"TY  - {tag}"


def test_a_line_break_inside_a_value_starts_no_new_ris_tag() -> None:
    record = union(1, "Judul", notes=(Note("satu\r\nER  - \nTY  - BOOK"),))
    assert write_ris([record], SITE, "id").count("\r\nER  - ") == 1
    assert "N1  - satu ER - TY - BOOK" in write_ris([record], SITE, "id").split("\r\n")


@pytest.mark.parametrize(
    ("author", "written"),
    [
        (HAMKA, "author = {{Hamka}},"),
        (SINGLE_NAMED, "author = {{Pramoedya Ananta Toer}},"),
        (MINISTRY, "author = {{Indonesia. Departemen Agama}},"),
        (Contributor("Toer, P. & Co.", "P. & Co. Toer", primary=True), r"author = {Toer, P. \& Co.},"),
        (Contributor("Abū al-Naṣr, ʻĀdil", "ʻĀdil Abū al-Naṣr", primary=True), "author = {{Abū al-Naṣr}, ʻĀdil},"),
        (Contributor("van Gogh, Vincent", "Vincent van Gogh", primary=True), "author = {van Gogh, Vincent},"),
        (Contributor("King, Martin Luther, Jr.", "Martin Luther King, Jr."), "author = {King, Jr., Martin Luther},"),
        (Contributor("Abrantès, Laure, duchesse, d'", "x"), "author = {Abrantès, {duchesse, d'}, Laure},"),
        (Contributor("Reef, Ann and Tom", "Ann and Tom Reef"), "author = {Reef, {Ann and Tom}},"),
    ],
)
def test_bibtex_invents_no_surname(author: Contributor, written: str) -> None:
    assert f"  {written}" in write_bibtex([union(1, "Judul", author=author)], SITE, "id").splitlines()


def test_bibtex_escapes_what_tex_would_run() -> None:
    entry = write_bibtex([union(1, r"100% {C#} & a_b $x^2~ \input", abstract="baris\nbaris")], SITE, "id")
    title = r"100\% \{C\#\} \& a\_b \$x\textasciicircum{}2\textasciitilde{} \textbackslash{}input"
    assert f"  title = {{{{{title}}}}}," in entry.splitlines()
    assert "  abstract = {baris baris}," in entry.splitlines()
    assert entry.count("{") - entry.count(r"\{") == entry.count("}") - entry.count(r"\}")


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("Apakah Anda hamil? (Arab}", r"Apakah Anda hamil? (Arab\textbraceright{}"),
        ("}a{", r"\textbraceright{}a\textbraceleft{}"),
        ("{a} {b", r"\textbraceleft{}a\textbraceright{} \textbraceleft{}b"),
    ],
)
def test_a_lone_brace_ends_no_field_of_bibtex(title: str, written: str) -> None:
    assert f"  title = {{{{{written}}}}}," in write_bibtex([union(1, title)], SITE, "id").splitlines()


@pytest.mark.parametrize(("role", "found"), [("isb", "author"), ("prf", "author"), ("edt", "editor")])
def test_the_main_entry_is_cited_whatever_its_role(role: str, found: str) -> None:
    body = Contributor("Badan Pusat Statistik", "Badan Pusat Statistik", "organisation", (role,), primary=True)
    entry = write_bibtex([union(1, "Judul", author=body)], SITE, "id")
    assert f"  {found} = {{{{Badan Pusat Statistik}}}}," in entry.splitlines()


@pytest.mark.parametrize(
    ("described", "kind"),
    [
        ({"type": "book"}, "book"),
        ({"type": "article", "relations": (Relation("host", "Prisma"),)}, "article"),
        ({"type": "thesis", "notes": (Note("Disertasi, UGM, 1999", "thesis"),)}, "phdthesis"),
        ({"type": "thesis", "notes": (Note("Thesis (Ph. D.)--Leiden, 1983.", "thesis"),)}, "phdthesis"),
        ({"type": "thesis", "notes": (Note("Skripsi, UGM, 1999", "thesis"),)}, "mastersthesis"),
        ({"type": "manuscript"}, "unpublished"),
        ({"type": "map"}, "misc"),
    ],
)
def test_bibtex_type_follows_what_the_thing_is(described: dict[str, object], kind: str) -> None:
    assert write_bibtex([union(1, "Judul", **described)], SITE, "id").startswith(f"@{kind}{{toer1980judul,")


def test_bibtex_keys_are_unique_and_never_empty() -> None:
    records = [union(1, "Bumi manusia"), union(2, "Bumi manusia"), union(3, "大地", author=None, year=None)]
    keys = [line.partition("{")[2] for line in write_bibtex(records, SITE, "id").splitlines() if line[:1] == "@"]
    assert keys == ["toer1980bumi,", "toer1980bumia,", f"{records[2].id},"]


def test_csv_reads_back_whole_with_a_byte_order_mark() -> None:
    record = union(
        1,
        Title('Kata "kunci", dan lain', original="字"),
        libraries=("id-amn", "id-nus"),
        extent="xii,\n100 hlm.",
        series=(Series("Seri", "3"), Series("Buletin", "2", name="Balai Bahasa")),
    )
    text = write_csv([record], SITE, "en")
    assert text.startswith("\ufeffid,title,")
    header, row = csv.reader(StringIO(text.removeprefix("\ufeff")))
    assert header == list(COLUMNS)
    assert dict(zip(header, row, strict=True)) == {
        "id": record.id,
        "title": 'Kata "kunci", dan lain',
        "original_title": "字",
        "authors": "Toer, Pramoedya Ananta",
        "contributors": "",
        "place": "Jakarta",
        "publisher": "Hasta Mitra",
        "year": "1980",
        "edition": "",
        "extent": "xii, 100 hlm.",
        "series": "Seri 3; Balai Bahasa. Buletin 2",
        "type": "book",
        "carrier": "print",
        "languages": "id",
        "isbn": "",
        "issn": "",
        "subjects": "",
        "class": "",
        "libraries": "AMN Library; Perpustakaan Nusantara",
        "call_numbers": "id-amn: 899 1; id-nus: 899 1",
        "online": "",
        "url": f"https://katalog.example/record/{record.id}",
    }


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_csv_quotes_what_a_spreadsheet_would_run(start: str) -> None:
    record = union(1, f"{start}HYPERLINK(1)", holdings=(Holding("id-amn"),))
    row = next(iter(list(csv.reader(StringIO(write_csv([record], SITE, "id"))))[1:]))
    assert row[1] == f"'{start}HYPERLINK(1)"
