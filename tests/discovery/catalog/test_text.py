"""Text of partners: what it loses, and what it keeps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discovery.catalog.punctuation import trim_brackets, trim_isbd, trim_leading_isbd
from discovery.catalog.text import plain_text, text_problem


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bumi manusia /", "Bumi manusia"),
        ("Jakarta :", "Jakarta"),
        ("History of Java.", "History of Java"),
        ("بيروت،", "بيروت"),
        ("Title. =", "Title"),
        ("Apa itu ?", "Apa itu ?"),
        ("C++", "C++"),
        ("National Research Council (U.S.).", "National Research Council (U.S.)"),
        ("[2nd ed.].", "[2nd ed.]"),
        ("(Ed.)", "(Ed.)"),
        (" . ", ""),
        ("Buku grafik. -", "Buku grafik"),
        ("3d ed. —", "3d ed."),
        ("1989 -", "1989 -"),
        ("I 1.98:AP 5/V.-", "I 1.98:AP 5/V.-"),
    ],
)
def test_isbd_marks_after_an_element_are_trimmed(text: str, expected: str) -> None:
    assert trim_isbd(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2nd ed.",
        "King, Martin Luther, Jr.",
        "M.Si.",
        "Pramoedya A.",
        "Univ.",
        "et al.",
        "U.S.",
        "Merkblatt ...",
        "A-Z.",
    ],
)
def test_full_stop_of_an_abbreviation_is_kept(text: str) -> None:
    assert trim_isbd(text) == text


def test_leading_marks_and_brackets_are_trimmed() -> None:
    assert [trim_leading_isbd("= Earth"), trim_leading_isbd("... dan"), trim_brackets("[Jakarta]")] == [
        "Earth",
        "... dan",
        "Jakarta",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<i>Bumi</i> &amp; manusia", "Bumi & manusia"),
        ("a<script>alert(1)</script>b", "a b"),
        ("&lt;b&gt;tebal&lt;/b&gt;", "tebal"),
        ("v. <1-3> 1987-<1992>", "v. <1-3> 1987-<1992>"),
        ("AT&T", "AT&T"),
        ("a\x00b\x1fc\x98Der\x9c  d\n e", "abcDer d e"),
        ("cafe\u0301", "café"),
        ("\u200fأبجد\u200e", "أبجد"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("x\ud800y", "x\ufffdy"),
    ],
)
def test_markup_controls_and_loose_accents_are_taken_out_of_text(text: str, expected: str) -> None:
    assert plain_text(text) == expected


@given(st.text(max_size=60))
def test_plain_text_is_one_encodable_line_and_stays_so(text: str) -> None:
    plain = plain_text(text)
    assert plain == plain.strip()
    assert "\n" not in plain
    assert plain.encode("utf-8").decode("utf-8") == plain


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Théâtre", ""),
        ("ThÃ©Ã¢tre", "mojibake"),
        ("Th\ufffdtre", "letters-lost"),
        ("Theatre", ""),
        ("Ã‰mile", "mojibake"),
        ("Ãœber", "mojibake"),
        ("“IRMÃ”", ""),
    ],
)
def test_damaged_letters_are_named(text: str, problem: str) -> None:
    assert text_problem(text) == problem
