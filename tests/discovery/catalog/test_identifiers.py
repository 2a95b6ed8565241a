"""Standard numbers: https://www.isbn-international.org, https://www.loc.gov/marc/lccn-namespace.html."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discovery.catalog.book_numbers import isbn13
from discovery.catalog.identifiers import (
    Identifier,
    parse_control_number,
    parse_doi,
    parse_isbn,
    parse_issn,
    parse_lccn,
    parse_oclc,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9780306406157", Identifier("isbn", "9780306406157")),
        ("0-306-40615-2", Identifier("isbn", "9780306406157")),
        ("306406152", Identifier("isbn", "9780306406157")),
        ("ISBN 978 0 306 40615 7 (hc.)", Identifier("isbn", "9780306406157", "hc")),
        ("0-306-40615-2 : Rp 25.000", Identifier("isbn", "9780306406157", "Rp 25.000")),
        ("9780306406157 25000", Identifier("isbn", "9780306406157", "25000")),
        ("9780306406157 (jil. 2)", Identifier("isbn", "9780306406157", "jil. 2")),
        ("9780306406157 (jil. lengkap)", Identifier("isbn", "9780306406157", "jil. lengkap", is_key=False)),
        ("0306406152 (set)", Identifier("isbn", "9780306406157", "set", is_key=False)),
        ("٩٧٨-٠-٣٠٦-٤٠٦١٥-٧ (غلاف)", Identifier("isbn", "9780306406157", "غلاف")),
        ("９７８０３０６４０６１５７", Identifier("isbn", "9780306406157")),
        ("978-0-306-40615-8", Identifier("isbn", "9780306406158", is_key=False)),
        ("030640615X", Identifier("isbn", "030640615X", is_key=False)),
        ("9.79E+12", None),
        ("9,78603E+12", None),
        ("Rp 25.000", None),
        ("(pbk.)", None),
        ("", None),
    ],
)
def test_isbn_is_kept_as_thirteen_digits_with_what_stood_beside_it(text: str, expected: Identifier | None) -> None:
    assert parse_isbn(text) == expected


@given(st.text(alphabet="0123456789Xx- ()abc.:+E", max_size=30))
def test_isbn_that_is_a_key_has_a_right_check_digit(text: str) -> None:
    found = parse_isbn(text)
    if found is not None and found.is_key:
        assert isbn13(found.value) == found.value


@given(st.text(max_size=60))
def test_numbers_in_any_text_are_read_without_an_error(text: str) -> None:
    for parse in (parse_isbn, parse_issn, parse_lccn, parse_doi, parse_oclc, parse_control_number):
        found = parse(text)
        assert found is None or found.value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0317-8471", Identifier("issn", "0317-8471")),
        ("ISSN 0317 8471", Identifier("issn", "0317-8471")),
        ("03178471 (online)", Identifier("issn", "0317-8471", "online")),
        ("0317-847X", Identifier("issn", "0317-847X", is_key=False)),
        ("0317", None),
    ],
)
def test_issn_is_kept_with_its_hyphen(text: str, expected: Identifier | None) -> None:
    assert parse_issn(text) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("   85-2 ", "85000002"),
        ("n78-890351", "n78890351"),
        ("75-425165//r75", "75425165"),
        ("  2001000002", "2001000002"),
        ("agr25000003", "agr25000003"),
    ],
)
def test_lccn_takes_its_normal_form(text: str, value: str) -> None:
    assert parse_lccn(text) == Identifier("lccn", value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(OCoLC)ocm00012345", Identifier("oclc", "12345")),
        ("ocn784305942", Identifier("oclc", "784305942")),
        ("on1055566108", Identifier("oclc", "1055566108")),
        ("(DE-588)118540238", Identifier("control", "118540238", agency="DE-588")),
        ("(Sirsi) a348469", Identifier("control", "a348469", is_key=False, agency="Sirsi")),
        ("0121305", Identifier("control", "0121305", is_key=False)),
        ("  ", None),
    ],
)
def test_control_number_is_a_key_only_with_the_code_of_its_library(text: str, expected: Identifier | None) -> None:
    assert parse_control_number(text) == expected


@pytest.mark.parametrize("text", ["10.1000/ABC.1", "doi:10.1000/abc.1", "https://doi.org/10.1000/abc.1."])
def test_doi_is_the_same_in_every_form(text: str) -> None:
    assert parse_doi(text) == Identifier("doi", "10.1000/abc.1")


@pytest.mark.parametrize("text", ["ocm00012345 ", "on12345", "12345"])
def test_oclc_number_loses_prefix_and_zeros(text: str) -> None:
    assert parse_oclc(text) == Identifier("oclc", "12345")
