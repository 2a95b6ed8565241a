"""Names: https://www.loc.gov/marc/bibliographic/bdx00.html, bdx10.html, bdx11.html."""

import pytest

from discovery.catalog.contributor import Contributor
from indexer.crosswalks.marc.contributors import map_contributors
from tests.indexer.crosswalks.marc.building import marc


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        (
            "100 1_ $a Toer, Pramoedya Ananta, $d 1925-2006, $e author.",
            Contributor("Toer, Pramoedya Ananta", "Pramoedya Ananta Toer", "person", ("aut",), True, "1925-2006"),
        ),
        ("100 0_ $a Hamka, $c Prof. Dr.", Contributor("Hamka", "Hamka", primary=True)),
        (
            "100 0_ $a Teresa, $c of Avila, Saint",
            Contributor("Teresa, of Avila, Saint", "Teresa, of Avila, Saint", primary=True),
        ),
        (
            "100 0_ $a Elizabeth $b II, $c Queen",
            Contributor("Elizabeth II, Queen", "Elizabeth II, Queen", primary=True),
        ),
        (
            "100 1_ $a King, Martin Luther, $c Jr.",
            Contributor("King, Martin Luther, Jr.", "Martin Luther King, Jr.", primary=True),
        ),
        (
            "100 1_ $a Lawrence, D. H. $q (David Herbert), $d 1885-1930.",
            Contributor("Lawrence, D. H.", "D. H. Lawrence", primary=True, dates="1885-1930", fuller="David Herbert"),
        ),
        ("700 1_ $a Cross, David, 1962- $4 trl", Contributor("Cross, David", "David Cross", "person", ("trl",))),
        ("700 1_ $a Rendra, $e penerjemah $4 edt", Contributor("Rendra", "Rendra", "person", ("trl", "edt"))),
        ("700 1_ $a Budi <budi@kampus.id>", Contributor("Budi", "Budi")),
        ("720 __ $a Toer, Pramoedya", Contributor("Toer, Pramoedya", "Pramoedya Toer")),
        (
            "710 1_ $a Indonesia. $b Departemen Agama, $e issuing body.",
            Contributor("Indonesia. Departemen Agama", "Indonesia. Departemen Agama", "organisation", ("isb",)),
        ),
        (
            "111 2_ $a Kongres Bahasa Indonesia $n (2nd : $d 1954 : $c Medan)",
            Contributor(
                "Kongres Bahasa Indonesia (2nd : 1954 : Medan)",
                "Kongres Bahasa Indonesia (2nd : 1954 : Medan)",
                "meeting",
                primary=True,
            ),
        ),
        (
            "700 12 $a Shakespeare, William, $d 1564-1616. $t Hamlet. $l Indonesian.",
            Contributor("Shakespeare, William", "William Shakespeare", dates="1564-1616", work="Hamlet. Indonesian"),
        ),
        (
            "700 12 $a Bach, Johann Sebastian. - $t Jauchzet Gott",
            Contributor("Bach, Johann Sebastian", "Johann Sebastian Bach", work="Jauchzet Gott"),
        ),
        ("700 __ $a Casier, Robert", Contributor("Casier, Robert", "Robert Casier")),
        ("700 __ $a Suharto, S.H.", Contributor("Suharto, S.H.", "Suharto, S.H.")),
        (
            "710 22 $a Coptic Church. $t Liturgy. $n 2",
            Contributor("Coptic Church", "Coptic Church", "organisation", work="Liturgy. 2"),
        ),
        (
            "711 22 $a Kongres Bahasa $n (2nd : $d 1954 : $c Medan). $t Risalah. $n 3",
            Contributor(
                "Kongres Bahasa (2nd : 1954 : Medan)",
                "Kongres Bahasa (2nd : 1954 : Medan)",
                "meeting",
                work="Risalah. 3",
            ),
        ),
    ],
)
def test_name_is_filed_and_said_with_its_roles(field: str, expected: Contributor) -> None:
    assert map_contributors(marc(field)) == (expected,)


@pytest.mark.parametrize("field", ["100 1_ $e author", "100 1_ $a - ", "700 1_ $a ,", "110 2_ $b "])
def test_field_without_a_name_names_nobody(field: str) -> None:
    assert map_contributors(marc(field)) == ()


def test_one_name_in_two_fields_has_the_roles_of_both() -> None:
    record = marc("100 1_ $a Rendra, $e author.", "700 1_ $a Rendra, $e editor.", "700 1_ $a Rendra.")
    assert map_contributors(record) == (Contributor("Rendra", "Rendra", "person", ("aut", "edt"), True),)


def test_name_has_its_original_script_and_an_unlinked_one_stands_alone() -> None:
    record = marc(
        "100 1_ $6 880-01 $a Mahfuz, Najib.", "880 1_ $6 100-01 $a محفوظ، نجيب.", "880 1_ $6 700-00 $a 村上, 春樹."
    )
    assert map_contributors(record) == (
        Contributor("Mahfuz, Najib", "Najib Mahfuz", primary=True, original="محفوظ، نجيب"),
        Contributor("村上, 春樹", "村上春樹"),
    )
