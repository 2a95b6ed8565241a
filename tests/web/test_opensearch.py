"""What a browser calls the catalogue among its search engines."""

import pytest

from web.pages.opensearch import SHORT_NAME_LENGTH, short_name


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Katalog Padu", "Katalog Padu"),
        ("Katalog Padu (contoh)", "Katalog Padu"),
        ("Katalog Induk: semua", "Katalog Induk"),
        ("Perpustakaan Umum Kembang", "Perpustakaan"),
        ("Universitätsbibliothek", "Universitätsbibl"),
    ],
)
def test_a_name_too_long_for_browsers_loses_whole_words(name: str, shown: str) -> None:
    assert short_name(name) == shown
    assert len(shown) <= SHORT_NAME_LENGTH
