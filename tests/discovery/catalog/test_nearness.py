"""How far a library is, told by names alone."""

import pytest

from discovery.catalog.nearness import Place, nearness


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Place("Surabaya", "Jawa Timur"), Place("surabaya", "East Java"), "city"),
        (Place("Kota Bandung", ""), Place("Bandung", "Jawa Barat"), "city"),
        (Place("Malang", "Jawa Timur"), Place("Surabaya", "Provinsi Jawa  Timur"), "province"),
        (Place("", "DKI Jakarta"), Place("Depok", "Jakarta"), "province"),
        (Place("Jakarta", "DKI Jakarta"), Place("Yogyakarta", "D.I. Yogyakarta"), "island"),
        (Place("Medan", "Sumatera Utara"), Place("Padang", "West Sumatra"), "island"),
        (Place("Jakarta", "DKI Jakarta"), Place("Denpasar", "Bali"), "far"),
        (Place("Leiden", "Zuid-Holland"), Place("Delft", "Zuid-Holland"), "province"),
        (Place("Leiden", "Zuid-Holland"), Place("Utrecht", "Utrecht"), "far"),
        (Place("Leiden", ""), Place("Delft", "Zuid-Holland"), "far"),
        (Place("Leiden", ""), Place("Delft", ""), "far"),
        (Place(), Place("Delft", "Zuid-Holland"), "unknown"),
        (Place("Delft", "Zuid-Holland"), Place(), "unknown"),
    ],
)
def test_nearness_is_the_smallest_area_that_holds_both(one: Place, other: Place, expected: str) -> None:
    assert (nearness(one, other), nearness(other, one)) == (expected, expected)
