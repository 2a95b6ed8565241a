"""Editions of one work shown as one hit, with counts that add up."""

from collections.abc import Iterator

import pytest

from discovery.search.document import IndexDocument
from discovery.search.engine import SearchEngine
from discovery.search.request import WINDOW, FacetRequest, SearchRequest, Sort
from discovery.search.tree import All, Constant, Node, Term
from tests.contract.builders import buckets, chosen, found, ids, record
from tests.contract.conftest import Index, OpenIndex


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


SORTS: tuple[Sort, ...] = ("relevance", "newest", "oldest", "title", "author", "holdings")
# Many titles are alike for more letters than engines compare as numbers, in runs of which one lies across the window's
# end in every order.
TITLES = tuple(f"{letter} pengantar ilmu perpustakaan " for letter in "abcdefghijklmnopqrstuvwxyz")
CATALOGUE = tuple(
    record(
        f"r{number * 7919 % 10_400:05}",
        "Buku",
        author=("Zoetmulder", "Adams", "")[number % 3],
        year=None if number % 11 == 0 else 1990 + number % 4,
        holders=number % 2,
        work=f"w{number % 5_003}",
        order=f"{TITLES[number * number % len(TITLES)]}{number % 97}",
    )
    for number in range(10_400)
)


@pytest.fixture(scope="module")
def beyond_the_window(open_index: OpenIndex) -> Iterator[SearchEngine]:
    """More records than the window holds, in several segments."""
    with open_index() as index:
        index.publish(*CATALOGUE[:9_000])
        index.change(lambda writer: writer.write(CATALOGUE[9_000:]))
        yield index.engine()


def in_order(sort: Sort) -> list[IndexDocument]:
    """The catalogue as the port says that it is sorted; every score is the same."""

    def key(document: IndexDocument) -> tuple[object, ...]:
        year = document.numbers.get("year")
        before = {
            "newest": (year is None, -(year or 0)),
            "oldest": (year is None, year or 0),
            "holdings": (-document.numbers["holders"],),
            "author": (document.orders["author_order"],),
        }
        return (*before.get(sort, ()), document.orders["title_order"])

    return sorted(CATALOGUE, key=key)


@pytest.mark.parametrize("tree", [All(), Term("title", "buku")])
@pytest.mark.parametrize("sort", SORTS)
def test_works_are_those_of_the_window_s_hits_in_their_order(
    beyond_the_window: SearchEngine, sort: Sort, tree: Node
) -> None:
    works: dict[str, list[str]] = {}
    for document in in_order(sort)[:WINDOW]:
        works.setdefault(document.keywords["work_kw"][0], []).append(document.id)
    expected = [(hits[0], len(hits)) for hits in works.values()]
    for offset in (0, 7, 1_234, len(works) - 10):
        results = beyond_the_window.search(SearchRequest(tree, by="work", sort=sort, offset=offset, size=30))
        assert [(hit.id, hit.editions) for hit in results.hits] == expected[offset : offset + 30]
        assert (results.total, results.works) == (len(CATALOGUE), len(works))


@pytest.mark.parametrize("tree", [All(), Term("title", "buku")])
@pytest.mark.parametrize("sort", SORTS)
def test_pages_far_down_hold_the_hits_that_belong_there(
    beyond_the_window: SearchEngine, sort: Sort, tree: Node
) -> None:
    expected = [document.id for document in in_order(sort)]
    for offset in (499, 500, 3_456, 9_990):
        size = min(20, WINDOW - offset)
        assert found(beyond_the_window, tree, sort=sort, offset=offset, size=size) == expected[offset : offset + size]


def test_works_of_a_page_have_the_scores_of_their_hits(beyond_the_window: SearchEngine) -> None:
    for tree, score in ((All(), 1.0), (Constant(All(), 2.5), 2.5)):
        for by in ("edition", "work"):
            hits = beyond_the_window.search(SearchRequest(tree, by=by, offset=600, size=3)).hits  # type: ignore[arg-type]
            assert [hit.score for hit in hits] == [score] * 3
