import pytest

from discovery.search.numbers import catalogued_forms, is_issn, is_number, mended_forms, number_forms

ISBN = {"9789793062792", "9793062797"}


@pytest.mark.parametrize(
    "typed",
    [
        "979-3062-79-7",
        "9793062797",
        "978-979-3062-79-2",
        "9789793062792",
        "978 979 3062 79 2",
        "ISBN 9789793062792",
        "isbn-13: 978-979-3062-79-2",
        "9789793062790",
        "9793062790",
        "9 789793 062792",
        "urn:isbn:9789793062792",
        "٩٧٨-٩٧٩-٣٠٦٢-٧٩-٢",
        "۹۷۸۹۷۹۳۰۶۲۷۹۲",
        "９７８９７９３０６２７９２",
    ],
)
def test_number_forms_of_an_isbn_meet_however_it_is_written(typed: str) -> None:
    assert set(number_forms(typed)) >= ISBN


@pytest.mark.parametrize(
    ("typed", "forms"),
    [
        ("0378-5955", ("03785955",)),
        ("0378-5950", ("03785950", "03785955")),
        ("2434-561x", ("2434561x",)),
        ("979-0-2600-0043-8", ("9790260000438", "9790260000438")),
        ("٠٣٧٨-٥٩٥٥", ("03785955",)),
        ("M-2306-7118-7", ("m230671187", "9790230671187")),
        ("ISMN M 2306 7118 7", ("m230671187", "9790230671187")),
        ("080442957X", ("080442957x", "9780804429573")),
        ("(OCoLC)ocm00012345", ("12345",)),
        ("on1234567890", ("1234567890", "9781234567897", "123456789x")),
        ("https://doi.org/10.1000/XYZ-1", ("101000xyz1",)),
        ("10.1000/xyz-1", ("101000xyz1",)),
        ("---", ()),
        ("", ()),
    ],
)
def test_number_forms_are_compact_and_have_the_right_check_character(typed: str, forms: tuple[str, ...]) -> None:
    assert number_forms(typed) == tuple(dict.fromkeys(forms))


@pytest.mark.parametrize(
    "written", ["9789793062792", "979-3062-79-7", "0378-5955", "10.1000/xyz-1", "(OCoLC)12345", "-"]
)
def test_a_number_is_catalogued_under_the_forms_it_is_looked_up_by(written: str) -> None:
    assert catalogued_forms(written) == number_forms(written)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("978\u2212979\uff0d3062\u221279\uff0d0", ("9789793062790", "=9789793062792", "=9793062797")),
        ("978-979-3062-79-0", ("9789793062790", "=9789793062792", "=9793062797")),
        ("9793062790", ("9793062790", "=9789793062792", "=9793062797")),
        ("0378-5950", ("03785950", "=03785955")),
    ],
)
def test_what_a_misprinted_number_would_be_stands_apart(written: str, kept: tuple[str, ...]) -> None:
    assert catalogued_forms(written) == kept
    right = "0378-5955" if "0378" in written else "9789793062792"
    assert set(mended_forms(right)) <= set(kept)
    assert set(number_forms(right)).isdisjoint(kept)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("9789793062792", True),
        ("979-3062-79-7", True),
        ("978 979 3062 79 2", True),
        ("0378-5955", True),
        ("978\u2212979\u22123062\u221279\u22122", True),
        ("10.1000/xyz", True),
        ("ocm12345678", True),
        ("12345678", True),
        ("1945-1949", False),
        ("١٩٤٥-١٩٤٩", False),
        ("٩٧٨-٩٧٩-٣٠٦٢-٧٩-٢", True),
        ("9 789793 062792", True),
        ("M-2306-7118-7", True),
        ("M. 123", False),
        ("1913-1607", True),
        ("1984", False),
        ("959.8", False),
        ("2001: a space odyssey", False),
        ("laskar", False),
        ("", False),
    ],
)
def test_is_number_knows_a_number_from_words(typed: str, expected: bool) -> None:
    assert is_number(typed) is expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (" 1907-1973 ", True),
        ("1907-1976", False),
        ("1945-1949", False),
        ("0378-5955", True),
        ("0378595", False),
        ("", False),
    ],
)
def test_is_issn_knows_one_by_its_check_digit(typed: str, expected: bool) -> None:
    assert is_issn(typed) is expected
