"""A search service over a small catalogue of its own, on the engine under test."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from discovery.catalog.record import UnionRecord
from discovery.search.engine import IndexWriter
from discovery.search.indexing import headings_of, index_document, words_of
from discovery.search.results import Word
from discovery.search.service import SearchService
from tests.catalogues import SITE
from tests.contract.conftest import OpenIndex


def write_catalogue(writer: IndexWriter, catalogue: Sequence[UnionRecord]) -> None:
    """These records with their words and headings, as the indexer would have written them."""
    documents = [index_document(record) for record in catalogue]
    words = Counter(word for document in documents for word in words_of(document))
    headings = {(each.kind, each.key): each for record in catalogue for each in headings_of(record)}
    writer.write(documents)
    writer.write_words(Word(word, count) for word, count in words.items())
    writer.write_headings(headings.values())


@contextmanager
def service_over(open_index: OpenIndex, catalogue: Sequence[UnionRecord]) -> Iterator[SearchService]:
    """Searches these records on an index of their own."""
    with open_index() as index:
        index.fill(lambda writer: write_catalogue(writer, catalogue))
        yield SearchService(index.engine(), SITE.libraries)
