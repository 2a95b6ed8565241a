"""A search service over a small catalogue of its own, on the engine under test."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from discovery.catalog.record import UnionRecord
from discovery.search.service import SearchService
from tests.catalogues import SITE, write_catalogue
from tests.contract.conftest import OpenIndex


@contextmanager
def service_over(open_index: OpenIndex, catalogue: Sequence[UnionRecord]) -> Iterator[SearchService]:
    """Searches these records on an index of their own."""
    with open_index() as index:
        index.fill(lambda writer: write_catalogue(writer, catalogue))
        yield SearchService(index.engine(), SITE.libraries)
