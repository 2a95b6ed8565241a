"""The imprint as one line."""

import pytest

from discovery.catalog.publication import Publication
from discovery.catalog.record import Description, Title
from discovery.labels.imprint import imprint


@pytest.mark.parametrize(
    ("publication", "line"),
    [
        (Publication("Jakarta", "Hasta Mitra", "1980", 1980), "Jakarta : Hasta Mitra, 1980"),
        (Publication("Jakarta", "LIPI", "", 1970, 1999), "Jakarta : LIPI, 1970-1999"),
        (Publication("", "LIPI", "[197-]", 1970, 1999), "LIPI, [197-]"),
        (Publication("", "", "", 1970), "1970"),
        (Publication("Harpers Ferry", "NPS", "", 2000, uncertain=True), "Harpers Ferry : NPS, 2000?"),
        (Publication("", "NPS", "", 1970, 1985, uncertain=True), "NPS, 1970?-1985"),
        (Publication("", "NPS", "", 1956, 1956, uncertain=True), "NPS, -1956"),
        (Publication("", "NPS", "", 1978, 1978), "NPS, 1978"),
        (Publication("", "NPS", "1950-", 1950, 1989), "NPS, 1950-[1989]"),
        (Publication("", "NPS", "-1956", 1956, 1956, uncertain=True), "NPS, -1956"),
        (Publication("Jakarta"), "Jakarta"),
        (Publication(), ""),
    ],
)
def test_imprint_is_what_is_known_with_isbds_marks(publication: Publication, line: str) -> None:
    assert imprint(Description(Title("X"), publication=publication)) == line


def test_a_serial_of_which_only_the_beginning_is_coded_is_no_thing_of_that_year() -> None:
    def shown(publication: Publication) -> str:
        return imprint(Description(Title("Time"), type="serial", publication=publication))

    assert shown(Publication("New York", "Time", "", 1923)) == "New York : Time, 1923-"
    assert shown(Publication(year=1920, uncertain=True)) == "1920?-"
    assert (shown(Publication(date="1923")), shown(Publication(year=1923, last_year=1989))) == ("1923", "1923-1989")
