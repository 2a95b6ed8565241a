"""Names: filed in one order, said in another; Indonesian practice by the national library's rules."""

import pytest

from discovery.catalog.names import direct_name, is_only_titles, is_title, without_dates, without_email


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("Toer, Pramoedya Ananta", "Pramoedya Ananta Toer"),
        ("Gogh, Vincent van", "Vincent van Gogh"),
        ("King, Martin Luther, Jr.", "Martin Luther King, Jr."),
        ("Nasution, A. H.", "A. H. Nasution"),
        ("محفوظ، نجيب", "نجيب محفوظ"),
        ("村上, 春樹", "村上春樹"),
        ("Hamka", "Hamka"),
        ("Goenawan Mohamad", "Goenawan Mohamad"),
    ],
)
def test_inverted_name_is_said_in_direct_order(heading: str, said: str) -> None:
    assert direct_name(heading) == said


@pytest.mark.parametrize(
    "heading", ["Suharto, S.H., M.Hum.", "Hamka, Prof. Dr. H.", "Sri Mulyani, SE, MSc, PhD", "Sukarno, Ir."]
)
def test_comma_before_a_degree_inverts_nothing(heading: str) -> None:
    assert direct_name(heading) == heading


@pytest.mark.parametrize(
    ("heading", "said"),
    [("Madjid, Nurcholish, Prof. Dr.", "Nurcholish Madjid"), ("Lubis, M. Arsyad, S.Pd.", "M. Arsyad Lubis")],
)
def test_degrees_after_an_inverted_name_are_not_said(heading: str, said: str) -> None:
    assert direct_name(heading) == said


def test_initials_that_spell_a_title_are_said_before_the_surname() -> None:
    assert direct_name("Benda, H.J.") == "H.J. Benda"


@pytest.mark.parametrize("heading", ["", ",", ", ,", "،"])
def test_heading_of_commas_alone_stays(heading: str) -> None:
    assert direct_name(heading) == heading


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Dr.", True),
        ("S.H.", True),
        ("MSi", True),
        ("MA", True),
        ("Ma", False),
        ("H.", False),
        ("Se", False),
        ("Tan", False),
        ("Hj.", True),
        ("H.J.", False),
        ("D.R.", False),
        ("K.H.", True),
    ],
)
def test_title_is_told_from_a_name_by_its_stops_and_capitals(word: str, expected: bool) -> None:
    assert is_title(word) is expected


def test_initial_counts_as_a_title_only_beside_another() -> None:
    assert [is_only_titles("Prof. Dr. H."), is_only_titles("H."), is_only_titles("")] == [True, False, False]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Toer, Pramoedya Ananta, 1925-2006", "Toer, Pramoedya Ananta"),
        ("Cross, David, 1962-", "Cross, David"),
        ("Passelecq, Fernand (1876-1951)", "Passelecq, Fernand"),
        ("Louis XIV", "Louis XIV"),
    ],
)
def test_years_of_life_are_taken_off_a_name(text: str, expected: str) -> None:
    assert without_dates(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Budi Santoso <budi@kampus.ac.id>", "Budi Santoso"), ("Budi budi.s@x.id Santoso", "Budi Santoso")],
)
def test_mail_address_is_taken_out_of_a_name(text: str, expected: str) -> None:
    assert without_email(text) == expected
