"""The contract suite's indices: each test that takes `service` runs on each engine."""

from collections.abc import Iterator

import pytest

from discovery.search.engine import IndexWriter
from discovery.search.indexing import index_document, words_of
from discovery.search.results import Word
from discovery.search.service import SearchService
from tests.contract.conftest import OpenIndex
from tests.contract.conftest import open_index as open_index  # the fixture
from tests.relevance.shelf import SHELF


@pytest.fixture(scope="module")
def service(open_index: OpenIndex) -> Iterator[SearchService]:
    """The search over the shelf of `tests.relevance.shelf`."""
    documents = [index_document(record) for record in SHELF]

    def fill(writer: IndexWriter) -> None:
        writer.write(documents)
        writer.write_words(Word(word, count) for word, count in words_of(documents).items())

    with open_index() as index:
        index.fill(fill)
        yield SearchService(index.engine())
