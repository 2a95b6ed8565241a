"""A row of misspelt words is still understood, and asks an engine for little."""

from collections.abc import Iterator, Sequence

import pytest

from discovery.search.engine import SearchEngine
from discovery.search.params import Row, SearchParams
from discovery.search.request import SearchRequest
from discovery.search.results import Results
from discovery.search.service import SearchService
from tests.catalogues import union
from tests.contract.conftest import OpenIndex
from tests.contract.services import service_over

TITLE = "Pengantar sejarah kebudayaan masyarakat pesisir utara"
SLIPS = "pengantra sejarha kebudayan masyrakat pesisri utaar"
CATALOGUE = (
    union(1, TITLE),
    # Words that could be meant as well.
    *(union(2 + at, f"{word} {at}") for at, word in enumerate(("Pengantara", "Sejarhi", "Pesisir", "Utama", "Utara"))),
)


class Counting:
    """An engine that counts what it is asked."""

    def __init__(self, engine: SearchEngine) -> None:
        self.engine = engine
        self.searches = 0
        self.lookups = 0

    def __getattr__(self, name: str) -> object:
        return getattr(self.engine, name)

    def search(self, request: SearchRequest) -> Results:
        return self.search_each((request,))[0]

    def search_each(self, requests: Sequence[SearchRequest]) -> tuple[Results, ...]:
        self.searches += len(requests)
        return self.engine.search_each(requests)

    def word_counts(self, words: Sequence[str]) -> tuple[int, ...]:
        self.lookups += 1
        return self.engine.word_counts(words)


@pytest.fixture(scope="module")
def service(open_index: OpenIndex) -> Iterator[SearchService]:
    with service_over(open_index, CATALOGUE) as service:
        yield service


def test_a_title_with_a_slip_in_each_of_its_words_is_found_with_a_few_searches(service: SearchService) -> None:
    counting = Counting(service.engine)
    outcome = SearchService(counting).search(SearchParams(rows=(Row(SLIPS),)), facets=())  # type: ignore[arg-type]
    assert outcome.hits[0].record.description.title.main == TITLE
    assert [note.code for note in outcome.notes] == ["nearest-words"]
    # What was typed, three wordings, the likeliest of them with its facets.
    assert (counting.searches, counting.lookups) == (5, 1)
    assert [each.kind for each in outcome.suggestions] == ["as-typed"]


def test_one_word_is_not_tried_alone_beside_others_that_no_record_has(service: SearchService) -> None:
    """Of "sejarhx utamx" "sejarhi utamx" and "sejarhx utama" would find nothing, because no record has "utamx"."""
    counting = Counting(service.engine)
    outcome = SearchService(counting).search(SearchParams(rows=(Row("sejarhx utamx"),)), facets=())  # type: ignore[arg-type]
    assert [hit.record.description.title.main for hit in outcome.hits] == ["Sejarhi 1", "Utama 3"]
    assert [note.code for note in outcome.notes] == ["any-near-word"]
    # What was typed, both words changed, each of them alone, and any of the two with its facets.
    assert counting.searches == 5
