"""Editions of one work shown as one hit, with counts that add up."""

from discovery.search.request import FacetRequest, SearchRequest
from discovery.search.tree import All, Term
from tests.contract.builders import buckets, chosen, ids, record
from tests.contract.conftest import Index


def editions(count: int) -> list:  # type: ignore[type-arg]
    """Three works of as many editions as can be."""
    return [
        record(f"e{number:03}", f"Judul {number:03}", year=2000 + number, work=f"w{number % 3}", holders=number % 5)
        for number in range(count)
    ]


def test_the_first_edition_stands_for_its_work(index: Index) -> None:
    index.publish(*editions(10))
    results = index.engine().search(SearchRequest(All(), by="work", sort="newest"))
    assert [(hit.id, hit.editions) for hit in results.hits] == [("e009", 4), ("e008", 3), ("e007", 3)]
    assert (results.total, results.works) == (10, 3)


def test_pages_count_works_and_their_editions_add_up_to_the_total(index: Index) -> None:
    index.publish(*editions(10), record("alone", "Sendiri"))
    engine = index.engine()
    pages = [
        engine.search(SearchRequest(Term("title", "judul"), by="work", sort="oldest", offset=at, size=2))
        for at in (0, 2, 4)
    ]
    assert [ids(page) for page in pages] == [["e000", "e001"], ["e002"], []]
    assert [page.works for page in pages] == [3, 3, 3]
    assert sum(hit.editions for page in pages for hit in page.hits) == pages[0].total == 10


def test_facets_count_editions_either_way(index: Index) -> None:
    index.publish(*(record(f"r{at}", work="w", facets={"type": ["book"]}) for at in range(4)))
    for by in ("edition", "work"):
        results = index.engine().search(SearchRequest(All(), by=by, facets=(FacetRequest("type"),)))  # type: ignore[arg-type]
        assert buckets(results.facets[0]) == [("book", 4)]


def test_a_filter_narrows_the_editions_of_a_work(index: Index) -> None:
    index.publish(
        record("a", "A", work="w", facets={"type": ["book"]}),
        record("b", "B", work="w", facets={"type": ["map"]}),
        record("c", "C", work="w", facets={"type": ["map"]}),
    )
    results = index.engine().search(SearchRequest(All(), by="work", filters=chosen(type="map")))
    assert [(hit.id, hit.editions) for hit in results.hits] == [("b", 2)]
    assert (results.total, results.works) == (2, 1)


def test_by_edition_says_nothing_of_works(index: Index) -> None:
    index.publish(*editions(4))
    results = index.engine().search(SearchRequest(All()))
    assert results.works is None
    assert [hit.editions for hit in results.hits] == [1, 1, 1, 1]
