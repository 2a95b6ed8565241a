"""Citations in the standard styles, through a CSL processor."""

import pytest
from msgspec.structs import replace

from discovery.catalog.contributor import Contributor
from discovery.catalog.holding import Link
from discovery.catalog.publication import Publication
from discovery.catalog.record import Note, Relation, Title
from discovery.export.citations import citations
from tests.catalogues import PRAMOEDYA, SITE, union

HAMKA = Contributor("Hamka", "Hamka", primary=True)
TILLY = Contributor("Tilly, Alexandre, comte de", "Alexandre, comte de Tilly", primary=True)
EDITOR = Contributor("Ricklefs, M. C.", "M. C. Ricklefs", roles=("edt",))

# A record, the locale, and what APA, MLA and Chicago make of it.
CASES = {
    "a novel": (
        union(1, Title("Bumi manusia", "sebuah roman"), edition="Cet. 3"),
        "id",
        "Toer, P. A. (1980). _Bumi manusia: sebuah roman_ (Cet. 3). Hasta Mitra.",
        "Toer, Pramoedya Ananta. _Bumi manusia: sebuah roman_. Cet. 3, Hasta Mitra, 1980.",
        "Toer, Pramoedya Ananta. 1980. _Bumi manusia: sebuah roman_. Cet. 3. Jakarta: Hasta Mitra.",
    ),
    "a name without a surname, and an editor": (
        union(2, "Tafsir & <al-Azhar>", author=None, contributors=(HAMKA, EDITOR)),
        "en",
        "Hamka. (1980). _Tafsir & <al-Azhar>_ (M. C. Ricklefs, ed.). Hasta Mitra.",
        "Hamka. _Tafsir & <al-Azhar>_. Edited by M. C. Ricklefs, Hasta Mitra, 1980.",
        "Hamka. 1980. _Tafsir & <al-Azhar>_. Edited by M. C. Ricklefs. Jakarta: Hasta Mitra.",
    ),
    "a title behind the forenames": (
        union(9, "Mémoires", author=TILLY),
        "en",
        "Tilly, A., comte de. (1980). _Mémoires_. Hasta Mitra.",
        "Tilly, Alexandre, comte de. _Mémoires_. Hasta Mitra, 1980.",
        "Tilly, Alexandre, comte de. 1980. _Mémoires_. Jakarta: Hasta Mitra.",
    ),
    "an editor in the author's place": (
        union(3, "Kumpulan", author=None, contributors=(EDITOR,)),
        "en",
        "Ricklefs, M. C. (ed.). (1980). _Kumpulan_. Hasta Mitra.",
        "Ricklefs, M. C., editor. _Kumpulan_. Hasta Mitra, 1980.",
        "Ricklefs, M. C., ed. 1980. _Kumpulan_. Jakarta: Hasta Mitra.",
    ),
    "a title in the author's place": (
        union(4, "Tanpa pengarang", author=None),
        "id",
        "_Tanpa pengarang_. (1980). Hasta Mitra.",
        "_Tanpa pengarang_. Hasta Mitra, 1980.",
        "_Tanpa pengarang_. 1980. Jakarta: Hasta Mitra.",
    ),
    "an English title": (
        union(5, "The religion of Java", languages=("en",), publication=Publication(year=1976)),
        "en",
        "Toer, P. A. (1976). _The religion of Java_.",
        "Toer, Pramoedya Ananta. _The Religion of Java_. 1976.",
        "Toer, Pramoedya Ananta. 1976. _The Religion of Java_.",
    ),
    "a thesis": (
        union(6, "Hukum adat", type="thesis", notes=(Note("Skripsi", "thesis"),), publication=Publication(year=1999)),
        "id",
        "Toer, P. A. (1999). _Hukum adat_ [Skripsi].",
        "Toer, Pramoedya Ananta. _Hukum adat_. 1999. Skripsi.",
        "Toer, Pramoedya Ananta. 1999. “Hukum adat”. Skripsi.",
    ),
    "an article online": (
        union(
            7,
            "Gamelan",
            type="article",
            carrier="online",
            relations=(Relation("host", "Jurnal Seni"),),
            links=(Link("https://jurnal.example/7"),),
            publication=Publication(year=1980),
        ),
        "id",
        "Toer, P. A. (1980). Gamelan. _Jurnal Seni_. https://jurnal.example/7",
        "Toer, Pramoedya Ananta. “Gamelan”. _Jurnal Seni_, 1980, https://jurnal.example/7.",
        "Toer, Pramoedya Ananta. 1980. “Gamelan”. _Jurnal Seni_. https://jurnal.example/7.",
    ),
    "no year": (
        union(8, "Naskah", year=None, publication=Publication(date="tanpa tahun")),
        "id",
        "Toer, P. A. (tanpa tahun). _Naskah_.",
        "Toer, Pramoedya Ananta. _Naskah_. tanpa tahun.",
        "Toer, Pramoedya Ananta. tanpa tahun. _Naskah_.",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_record_is_cited_as_the_styles_have_it(case: str) -> None:
    record, locale, *expected = CASES[case]
    made = citations(record, SITE, locale)
    assert ["".join(f"_{run.text}_" if run.is_italic else run.text for run in each.runs) for each in made] == expected
    assert [each.style.code for each in made] == ["apa", "mla", "chicago"]


def test_two_citations_of_one_style_know_nothing_of_each_other() -> None:
    anonymous, signed = union(4, "Tanpa pengarang", author=None), union(9, "Rumah kaca", author=PRAMOEDYA)
    first = [each.text for each in citations(signed, SITE, "id")]
    citations(anonymous, SITE, "id")
    assert [each.text for each in citations(signed, SITE, "id")] == first


@pytest.mark.parametrize(
    ("name", "apa"),
    [
        ("Ghiṭā, Muḥammad al-Ḥusayn", "Ghiṭā, M. al-Ḥ."),
        ("Iṣfahānī, Abū al-Qāsim ibn Muḥammad", "Iṣfahānī, A. al-Q. ibn M."),
        ("Jubūrī, ʻAbd Allāh", "Jubūrī, ʻA. A."),
        ("Sartre, Jean-Paul", "Sartre, J.-P."),
        ("Rowling, J.K.", "Rowling, J. K."),
        ("Goor, Jurrien van", "Goor, J. van"),
        ("الغزالي, أبو حامد", "الغزالي, أبو حامد"),
        ("夏目, 漱石", "夏目, 漱石"),
    ],
)
def test_given_names_are_shortened_to_their_capitals(name: str, apa: str) -> None:
    family, given = name.split(", ")
    author = Contributor(name, f"{given} {family}", primary=True)
    cited = citations(union(1, "Judul", author=author), SITE, "en")[0].text
    assert cited.startswith(f"{apa} (1980). " if apa.endswith(".") else f"{apa}. (1980). ")


def test_a_title_that_ends_with_an_abbreviation_gets_no_second_point() -> None:
    told = [each.text for each in citations(union(1, "Hukum pajak, 2. A."), SITE, "en")]
    assert told == [
        "Toer, P. A. (1980). Hukum pajak, 2. A. Hasta Mitra.",
        "Toer, Pramoedya Ananta. Hukum pajak, 2. A. Hasta Mitra, 1980.",
        "Toer, Pramoedya Ananta. 1980. Hukum pajak, 2. A. Jakarta: Hasta Mitra.",
    ]
    assert citations(union(1, "Buku ..."), SITE, "en")[0].text == "Toer, P. A. (1980). Buku .... Hasta Mitra."


def test_a_name_to_which_two_partners_give_different_years_is_cited_once() -> None:
    twice = tuple(replace(PRAMOEDYA, dates=dates) for dates in ("1925-2006", "1925-"))
    record = union(1, "Bumi manusia", author=None, contributors=(*twice, EDITOR))
    assert (
        citations(record, SITE, "en")[0].text == "Toer, P. A. (1980). Bumi manusia (M. C. Ricklefs, ed.). Hasta Mitra."
    )
