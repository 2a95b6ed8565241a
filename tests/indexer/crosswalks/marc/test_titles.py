"""245 and every other title: https://www.loc.gov/marc/bibliographic/bd20x24x.html."""

import pytest

from discovery.catalog.record import Title, VariantTitle
from indexer.crosswalks.marc.title import map_title
from indexer.crosswalks.marc.variants import map_variants
from tests.indexer.crosswalks.marc.building import marc


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        (
            "245 10 $a Bumi manusia : $b sebuah roman / $c Pramoedya Ananta Toer.",
            Title("Bumi manusia", "sebuah roman", (), "Pramoedya Ananta Toer"),
        ),
        ("245 10 $a E = mc2 : $b biografi sebuah rumus / $c Ani", Title("E = mc2", "biografi sebuah rumus", (), "Ani")),
        ("245 10 $a Desa $c / Ani", Title("Desa", "", (), "Ani")),
        ("245 10 $a 2 + 2 = 5 / $c Ani", Title("2 + 2 = 5", "", (), "Ani")),
        ("245 10 $a Bunga = $b Es / $c Ani", Title("Bunga", "", (), "Ani")),
        ("245 10 $a Desa : $b laporan / oleh Ani", Title("Desa", "laporan", (), "oleh Ani")),
        ("245 10 $a Desa : $b laporan / edisi 2 / oleh Ani", Title("Desa", "laporan / edisi 2 / oleh Ani")),
        ("245 10 $a Desa : $b Agusan / Filipina / $c Ani", Title("Desa", "Agusan / Filipina", (), "Ani")),
        (
            "245 10 $a Werke / $c Joseph Haydn. $n Bd. 1, $p Il Ritorno : $b oratorio / Dichtung von Boccherini",
            Title("Werke", "oratorio", ("Bd. 1", "Il Ritorno"), "Joseph Haydn ; Dichtung von Boccherini", leading=2),
        ),
        (
            "245 10 $a Inventaris / $c Arsip Negara. $n Jil. 4, $p Utang / oleh Ani",
            Title("Inventaris", "", ("Jil. 4", "Utang"), "Arsip Negara ; oleh Ani"),
        ),
        ("245 00 $a Matematika. $n Jilid 2, $p Aljabar /", Title("Matematika", "", ("Jilid 2", "Aljabar"))),
        ("245 10 $a Java $h [electronic resource] : $b a history.", Title("Java", "a history")),
        ("245 10 $a Java [electronic resource] / $c X", Title("Java", "", (), "X")),
        ("245 10 $a CIN Plus $b [electronic resource]", Title("CIN Plus")),
        ("245 10 $a Java : $b [electronic resource] a history", Title("Java", "a history")),
        ("245 10 $a Kitab : $b [qaṣāʾid] /", Title("Kitab", "[qaṣāʾid]")),
        ("245 10 $a Bumi = $b Earth / $c Yudi.", Title("Bumi", "", (), "Yudi")),
        ("245 10 $a Bumi : $b kita = Our earth", Title("Bumi", "kita")),
        (
            "245 10 $a 2001 : a space odyssey / Arthur C. Clarke",
            Title("2001", "a space odyssey", (), "Arthur C. Clarke"),
        ),
        ("245 10 $a AC/DC : $b band", Title("AC/DC", "band")),
        ("245 10 $a Surat-surat, $f 1900-1904", Title("Surat-surat, 1900-1904")),
        ("245 00 $b Hanya anak judul", Title("Hanya anak judul")),
        ("245 00 $p Hanya bagian", Title("Hanya bagian")),
        ("245 00 $a [Peta Jawa]", Title("Peta Jawa")),
        ("245 00 $a !", Title("!")),
        ("245 04 $a The hobbit", Title("The hobbit", nonfiling=4)),
        ("245 02 $a Beef cattle", Title("Beef cattle")),
        ("245 14 $a An act", Title("An act")),
        ("245 12 $a L'hiver", Title("L'hiver", nonfiling=2)),
        ("245 14 $a al-ʻArab", Title("al-ʻArab", nonfiling=4)),
        ("245 02 $a الدورة", Title("الدورة", nonfiling=2)),
        ("245 09 $a The", Title("The")),
        ("245 1_ $a \x98Der\x9c Prozess", Title("Der Prozess", nonfiling=4)),
    ],
)
def test_title_is_taken_apart_without_its_marks(field: str, expected: Title) -> None:
    problems: list[str] = []
    assert map_title(marc(field), problems) == expected
    assert problems == []


@pytest.mark.parametrize(
    ("field", "full"),
    [
        ("245 10 $a Sejarah. $n Jilid 2, $p Jawa : $b masa kolonial.", "Sejarah. Jilid 2. Jawa : masa kolonial"),
        ("245 10 $a Sejarah : $b sebuah buku. $n Jilid 2", "Sejarah : sebuah buku. Jilid 2"),
        ("245 10 $a Sejarah. $p Jawa : $b buku. $n Jilid 2", "Sejarah. Jawa : buku. Jilid 2"),
        ("245 10 $a Sejarah. $p Jawa / $b oleh Ani", "Sejarah. Jawa : oleh Ani"),
        ("245 10 $a Sejarah. $p Jawa : $b : $n 2", "Sejarah. Jawa. 2"),
        ("245 10 $p Jawa. $n 2 : $b buku", "Jawa. 2 : buku"),
        ("245 10 $p Jawa : $b buku", "Jawa : buku"),
    ],
)
def test_other_title_information_of_a_part_stands_behind_the_part(field: str, full: str) -> None:
    title = map_title(marc(field), [])
    assert title is not None
    assert title.full == full


def test_title_in_its_own_script_stands_beside_it() -> None:
    linked = marc("245 10 $6 880-01 $a Kitab : $b uraian /", "880 10 $6 245-01 $a كتاب : $b شرح / $c س")
    unlinked = marc("245 10 $a Kitab", "880 10 $6 245-00 $a كتاب")
    assert map_title(linked, []) == Title("Kitab", "uraian", original="كتاب : شرح", original_responsibility="س")
    assert map_title(unlinked, []) == Title("Kitab", original="كتاب")


def test_responsibility_that_is_the_same_in_the_other_field_is_told_once() -> None:
    record = marc("245 10 $6 880-01 $a Kitab / $c Ali.", "880 10 $6 245-01 $a كتاب / $c Ali.")
    assert map_title(record, []) == Title("Kitab", responsibility="Ali", original="كتاب")


@pytest.mark.parametrize(
    ("fields", "expected", "problem"),
    [
        (("240 10 $a Mahabharata",), "Mahabharata", "no-245"),
        (("130 0_ $a Alquran. $p Surah Yasin",), "Alquran. Surah Yasin", "no-245"),
        (("246 30 $a Judul punggung",), "Judul punggung", "no-245"),
        (("880 10 $6 245-01 $a كتاب",), "كتاب", "no-245"),
        (("LKR __ $a ANA $n Kompas", "245 00 $a /"), "Kompas", "empty-245"),
        (("245 00 $c Penulis saja", "246 30 $a Judul lain"), "Judul lain", "empty-245"),
    ],
)
def test_record_without_245_takes_the_next_best_title_and_says_so(
    fields: tuple[str, ...], expected: str, problem: str
) -> None:
    problems: list[str] = []
    assert map_title(marc(*fields), problems) == Title(expected)
    assert problems == [problem]


def test_record_that_names_nothing_has_no_title() -> None:
    assert map_title(marc("100 1_ $a Toer", "245 00 $a ... "), []) is None


def test_variants_come_by_kind_and_only_once() -> None:
    record = marc(
        "130 0_ $a Alquran.",
        "245 10 $6 880-01 $a Bumi = $b Earth / $c X",
        "246 31 $a Earth",
        "246 1_ $i Judul punggung: $a Bumi kita.",
        "246 30 $a Bumi",
        "247 10 $a Dunia",
        "730 02 $a Isi",
        "740 0_ $a Lain",
        "880 10 $6 245-01 $a أرض = $b Earth",
    )
    assert map_variants(record, Title("Bumi")) == (
        VariantTitle("Earth", "parallel"),
        VariantTitle("Alquran", "uniform"),
        VariantTitle("Bumi kita", "variant"),
        VariantTitle("Dunia", "former"),
        VariantTitle("Isi", "analytic"),
        VariantTitle("Lain", "added"),
    )


@pytest.mark.parametrize("written", ["Bumi manusia", "Bumi manusia.", "Bumi manusia,", "Bumi manusia. "])
def test_language_of_a_uniform_title_stands_after_a_full_stop(written: str) -> None:
    record = marc("245 10 $a Garten der Menschheit", f"240 10 $a {written} $l German $k Selections")
    assert map_variants(record, Title("X")) == (VariantTitle("Bumi manusia. German. Selections", "uniform"),)


def test_numbers_of_music_stand_as_they_are_written() -> None:
    record = marc("245 10 $a X", "240 10 $a Sonatas, $m piano, $n no. 8, op. 13, $r C minor; $o arr.")
    assert map_variants(record, Title("X")) == (
        VariantTitle("Sonatas, piano, no. 8, op. 13, C minor; arr.", "uniform"),
    )


def test_second_245_is_a_variant_and_not_lost() -> None:
    record = marc("245 10 $a बाल विज्ञान", "245 10 $a Bala vijnana : $b kaksha 1")
    assert map_variants(record, Title("बाल विज्ञान")) == (VariantTitle("Bala vijnana : kaksha 1"),)


def test_variant_keeps_its_original_script() -> None:
    record = marc("245 00 $a X", "246 13 $6 880-01 $a Nihon no rodo", "880 13 $6 246-01 $a 日本の労働")
    assert map_variants(record, Title("X")) == (VariantTitle("Nihon no rodo", "variant", "日本の労働"),)
    uniform = marc("245 00 $a X", "240 10 $6 880-01 $a Shiʻr. $k Selections", "880 10 $6 240-01 $a شعر. $k مختارات")
    assert map_variants(uniform, Title("X")) == (VariantTitle("Shiʻr. Selections", "uniform", "شعر. مختارات"),)


@pytest.mark.parametrize(
    ("field", "variants"),
    [
        ("245 10 $a E = mc2 : $b biografi sebuah rumus", ()),
        ("245 10 $a Bunga = $b Es", (VariantTitle("Es", "parallel"),)),
        ("245 10 $a Bunga = Flower", (VariantTitle("Flower", "parallel"),)),
    ],
)
def test_side_of_a_formula_is_no_parallel_title(field: str, variants: tuple[VariantTitle, ...]) -> None:
    record = marc(field)
    title = map_title(record, [])
    assert title is not None
    assert map_variants(record, title) == variants


def test_work_under_a_name_is_found_in_its_own_script() -> None:
    fields = (
        "700 12 $6 880-01 $a Huwayzi, Abd Ali. $t Qasidah fi al-radd.",
        "880 12 $6 700-01 $a حويزي، عبد علي. $t قصيدة في الرد.",
        "700 1_ $6 880-02 $a Ghalayini. $t Nazarat.",
        "880 1_ $6 700-02 $a الغلاييني. $t نظرات.",
        "700 1_ $6 880-03 $a Mahfuz, Husayn.",
        "880 1_ $6 700-03 $a محفوظ، حسين.",
        "700 12 $6 880-04 $a Toer. $t Bumi manusia.",
        "880 12 $6 700-04 $a تور. $t Bumi manusia.",
    )
    assert map_variants(marc(*fields), Title("Diwan")) == (
        VariantTitle("قصيدة في الرد", "analytic"),
        VariantTitle("نظرات", "added"),
    )
