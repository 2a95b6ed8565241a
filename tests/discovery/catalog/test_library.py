"""What is told of a library from what padu.toml says."""

import pytest

from discovery.catalog.library import Library, Translated


@pytest.mark.parametrize(
    ("city", "province", "expected"),
    [
        ("Surabaya", "Jawa Timur", "Surabaya, Jawa Timur"),
        ("Utrecht", "Utrecht", "Utrecht"),
        ("", "DKI Jakarta", "DKI Jakarta"),
        ("Bandung", "", "Bandung"),
        ("", "", ""),
    ],
)
def test_a_town_is_told_with_its_province_and_once_where_they_are_called_the_same(
    city: str, province: str, expected: str
) -> None:
    assert Library("x", Translated(()), "public", city=city, province=province).town == expected
