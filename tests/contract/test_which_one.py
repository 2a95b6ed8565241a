"""Volumes, editions and school years by their numbers: first where they are, and no hindrance where they aren't."""

from collections.abc import Iterator

import pytest

from discovery.catalog.contributor import Contributor
from discovery.search.notes import Note
from discovery.search.outcome import Outcome
from discovery.search.params import Row, SearchParams
from discovery.search.service import SearchService
from tests.catalogues import union
from tests.contract.conftest import OpenIndex
from tests.contract.services import service_over

MULYADI = Contributor("Mulyadi", "Mulyadi", roles=("aut",), primary=True)
GIANCOLI = Contributor("Giancoli, Douglas", "Douglas Giancoli", roles=("aut",), primary=True)

CATALOGUE = (
    union(1, "Akuntansi biaya", author=MULYADI),
    union(2, "Sistem akuntansi", author=MULYADI),
    *(union(10 + number, f"Fisika jilid {number}", author=GIANCOLI) for number in range(1, 4)),
    *(union(20 + number, f"Biokimia jilid {number}", author=None) for number in range(1, 4)),
    *(union(30 + number, f"Ekonomi untuk SMA kelas {number} jilid 2", author=None) for number in range(10, 13)),
)


@pytest.fixture(scope="module")
def service(open_index: OpenIndex) -> Iterator[SearchService]:
    with service_over(open_index, CATALOGUE) as service:
        yield service


def search(service: SearchService, text: str) -> Outcome:
    return service.search(SearchParams(rows=(Row(text),)), facets=())


def titles(outcome: Outcome) -> list[str]:
    return [hit.record.description.title.main for hit in outcome.hits]


def test_a_volume_that_is_not_there_gives_way_to_what_the_words_are_about(service: SearchService) -> None:
    outcome = search(service, "mulyadi jilid 2")
    assert sorted(titles(outcome)) == ["Akuntansi biaya", "Sistem akuntansi"]
    assert outcome.notes == (Note("any-word", ("mulyadi jilid 2", "mulyadi")),)


def test_a_volume_that_is_there_comes_first(service: SearchService) -> None:
    assert titles(search(service, "giancoli jilid 2")) == ["Fisika jilid 2"]
    outcome = search(service, "fisika edisi 3")
    assert titles(outcome)[0] == "Fisika jilid 3"
    outcome = search(service, "SMA kelas 11")
    assert titles(outcome)[0] == "Ekonomi untuk SMA kelas 11 jilid 2"


def test_nothing_is_said_to_stand_below_where_nothing_does(service: SearchService) -> None:
    outcome = search(service, "SMA jilid 2")
    assert (outcome.total, outcome.notes) == (3, ())


def test_of_many_words_the_edition_need_not_match_and_still_puts_its_one_first(service: SearchService) -> None:
    outcome = search(service, "fisika giancoli edisi 9 jilid 3")
    assert titles(outcome)[0] == "Fisika jilid 3"
    assert set(titles(outcome)) == {f"Fisika jilid {number}" for number in range(1, 4)}


def test_one_telling_word_says_of_nothing_that_it_stands_below(service: SearchService) -> None:
    outcome = search(service, "fisika edisi 9 jilid 3")
    assert outcome.notes == ()
    assert titles(outcome)[0] == "Fisika jilid 3"


def test_by_themselves_they_are_looked_for_as_any_words(service: SearchService) -> None:
    assert titles(search(service, "kelas 11")) == ["Ekonomi untuk SMA kelas 11 jilid 2"]
