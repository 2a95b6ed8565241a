"""A few of the hostile queries that `benchmarks.hostile` asks by the hundred thousand: none fails on any engine."""

from collections.abc import Iterator

import pytest

from benchmarks.hostile import generated, judge
from discovery.search.indexing import headings_of, index_document, words_of
from discovery.search.results import Word
from discovery.search.service import SearchService
from tests.catalogues import SITE, union
from tests.contract.conftest import OpenIndex

CATALOGUE = tuple(union(number, f"Sejarah kota {number}", subjects=("Sejarah", "Kota")) for number in range(12))
QUERIES = 150


@pytest.fixture(scope="module")
def service(open_index: OpenIndex) -> Iterator[SearchService]:
    documents = [index_document(record) for record in CATALOGUE]
    words = [word for document in documents for word in words_of(document)]
    headings = {(each.kind, each.key): each for record in CATALOGUE for each in headings_of(record)}
    with open_index() as index:
        index.fill(
            lambda writer: (
                writer.write(documents),
                writer.write_words(Word(word, words.count(word)) for word in set(words)),
                writer.write_headings(headings.values()),
            )
        )
        yield SearchService(index.engine(), SITE.libraries)


def test_no_hostile_query_is_an_error(service: SearchService) -> None:
    verdict = judge(service, generated(("sejarah", "kota", "toer"), QUERIES, 1), limit=float("inf"))
    # hypothesis may run out of new examples a little earlier.
    assert (verdict.asked > QUERIES / 2, verdict.failed) == (True, [])
