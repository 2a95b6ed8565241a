"""A few of the hostile queries that `benchmarks.hostile` asks by the hundred thousand: none fails on any engine."""

from collections.abc import Iterator

import pytest

from benchmarks.hostile import generated, judge
from discovery.search.service import SearchService
from tests.catalogues import union
from tests.contract.conftest import OpenIndex
from tests.contract.services import service_over

CATALOGUE = tuple(union(number, f"Sejarah kota {number}", subjects=("Sejarah", "Kota")) for number in range(12))
QUERIES = 150


@pytest.fixture(scope="module")
def service(open_index: OpenIndex) -> Iterator[SearchService]:
    with service_over(open_index, CATALOGUE) as service:
        yield service


def test_no_hostile_query_is_an_error(service: SearchService) -> None:
    verdict = judge(service, generated(("sejarah", "kota", "toer"), QUERIES, 1))
    # hypothesis may run out of new examples a little earlier.
    assert (verdict.asked > QUERIES / 2, verdict.failed) == (True, [])
