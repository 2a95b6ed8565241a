"""A heading's count is the number of records that its link finds, on every engine."""

from collections.abc import Iterator

import pytest

from discovery.catalog.contributor import Contributor
from discovery.search.browsing import ListPlace, heading_search, open_list
from discovery.search.explain import explain_query
from discovery.search.params import Row, SearchParams, read_params, write_params
from discovery.search.request import HeadingKind
from discovery.search.service import SearchService
from tests.catalogues import union
from tests.contract.conftest import OpenIndex
from tests.contract.services import service_over

NAVIS = Contributor("Navis, A. A.", "A. A. Navis", primary=True)
JUNIOR = Contributor("Navis, A. A. Jr.", "A. A. Navis Jr.", primary=True)
CATALOGUE = (
    union(1, "Islam", author=None, subjects=("Islam", "Qurʼan")),
    union(2, "Islam dan politik", author=NAVIS, subjects=("Islam and politics", "Qur'an")),
    union(3, "Islam di Jawa : sejarah", author=JUNIOR, subjects=("Islam — Indonesia",)),
    union(4, 'Apa itu "Islam"?', author=None, subjects=("Islam", "Hukum (Islam)")),
    union(5, "Robohnya surau kami", author=NAVIS, subjects=("Fiksi $ 2",)),
)


@pytest.fixture(scope="module")
def service(open_index: OpenIndex) -> Iterator[SearchService]:
    with service_over(open_index, CATALOGUE) as service:
        yield service


@pytest.mark.parametrize("kind", ["author", "title", "subject"])
def test_a_heading_s_link_finds_as_many_records_as_its_count_says(service: SearchService, kind: HeadingKind) -> None:
    headings = open_list(service.engine, kind, ListPlace(), 50).headings
    told = {heading.display: heading.count for heading in headings}
    links = {heading.display: read_params(write_params(heading_search(kind, heading.display))) for heading in headings}
    assert len(told) >= 2
    assert {display: service.search(link, facets=()).total for display, link in links.items()} == told


def test_one_word_more_is_another_heading(service: SearchService) -> None:
    found = service.search(heading_search("subject", "ISLAM"), facets=())
    assert {hit.record.description.title.main for hit in found.hits} == {"Islam", 'Apa itu "Islam"?'}
    assert explain_query(found.query) == 'subject: "ISLAM" (whole heading)'
    assert all(dict(hit.highlights)["subjects"].startswith("<mark>Islam</mark>") for hit in found.hits)


def test_a_whole_heading_stands_among_other_words(service: SearchService) -> None:
    found = service.search(SearchParams(rows=(Row('subject:"^Islam$" -politik title:islam'),)), facets=())
    assert found.total == 2
    assert service.search(SearchParams(rows=(Row('"^islam$"'),)), facets=()).total == 2
