"""The order of hits is total and the same everywhere, on every page."""

from collections.abc import Iterator

import pytest

from discovery.search.engine import SearchEngine
from discovery.search.parse import parse
from discovery.search.request import SearchRequest, Sort
from discovery.search.scoring import score
from discovery.search.tree import All, Constant, Has, Node, Term
from tests.contract.builders import anywhere, found, ids, record
from tests.contract.conftest import Index, OpenIndex

RECORDS = (
    record("a", "Wayang kulit", author="Zoetmulder", year=1990, holders=3, arrived=20777_1990),
    record("b", "Batik", author="Adams", year=2001, holders=1),
    record("c", "Arsip kota", author="Marsden", holders=7),
    record("d", "Batik", author="", year=-50, holders=3, arrived=20778_0000),
    record("e", "Candi batik", author="Adams", year=2001, holders=3, arrived=20777_2001),
    record("f", "Batik", author="Marsden", year=2001, holders=1, arrived=20777_2001),
    record("g", "Zaman batik", author="Marsden", holders=1),
)
SORTED: tuple[tuple[Sort, str], ...] = (
    ("title", "cbdfeag"),
    ("author", "becfgad"),
    ("newest", "bfeadcg"),
    ("oldest", "dabfecg"),
    ("holdings", "cdeabfg"),
    ("arrived", "dfeacbg"),
)


@pytest.fixture(scope="module")
def engine(open_index: OpenIndex) -> Iterator[SearchEngine]:
    with open_index() as index:
        index.publish(*RECORDS)
        yield index.engine()


@pytest.mark.parametrize(("sort", "expected"), SORTED)
def test_hits_sort_by_the_named_key_then_title_then_id(engine: SearchEngine, sort: Sort, expected: str) -> None:
    assert "".join(found(engine, All(), sort=sort)) == expected


@pytest.mark.parametrize(("sort", "expected"), SORTED)
@pytest.mark.parametrize("size", [1, 2, 3])
def test_pages_of_a_sorted_search_join_into_the_whole(
    engine: SearchEngine, sort: Sort, expected: str, size: int
) -> None:
    pages = [found(engine, All(), sort=sort, offset=at, size=size) for at in range(0, len(RECORDS), size)]
    assert "".join("".join(page) for page in pages) == expected


@pytest.mark.parametrize("tree", [All(), Constant(All(), 3.0)])
def test_hits_of_equal_score_sort_by_title_then_id(engine: SearchEngine, tree: Node) -> None:
    assert "".join(found(engine, tree)) == "cbdfeag"


def test_the_higher_score_comes_first(engine: SearchEngine) -> None:
    # "Batik" alone fills its titles; the longer titles score less, and among equals the title decides.
    assert "".join(found(engine, Term("title", "batik"))) == "bdfeg"


@pytest.mark.parametrize("size", [0, 1])
def test_the_total_counts_every_match_however_small_the_page(engine: SearchEngine, size: int) -> None:
    results = engine.search(SearchRequest(Term("title", "batik"), size=size))
    assert (results.total, len(results.hits)) == (5, size)


@pytest.mark.parametrize("sort", ["relevance", "newest", "title"])
def test_a_page_behind_the_last_is_empty_and_keeps_the_total(engine: SearchEngine, sort: Sort) -> None:
    results = engine.search(SearchRequest(All(), sort=sort, offset=100, size=10))
    assert (results.total, results.hits) == (7, ())


def many(index: Index) -> SearchEngine:
    """2,000 records over several segments, most of them tied with others in every key."""
    documents = [
        record(
            f"r{number * 7919 % 2000:04}",
            "Buku" if number % 3 else "Buku ajar",
            year=2000 + number % 3 if number % 5 else None,
            holders=number % 2,
            order="buku" if number % 4 else f"buku {number % 11}",
        )
        for number in range(2_000)
    ]
    index.publish(*documents[:1_200])
    for first in range(1_200, 2_000, 200):
        batch = documents[first : first + 200]
        index.change(lambda writer, batch=batch: writer.write(batch))  # type: ignore[misc]
    return index.engine()


def test_paging_to_the_end_meets_each_record_once_in_order(index: Index) -> None:
    engine = many(index)
    sorts: tuple[Sort, ...] = ("relevance", "newest", "oldest", "title", "author", "holdings", "arrived")
    for sort in sorts:
        for tree in (anywhere("buku"), All()):
            whole = found(engine, tree, sort=sort, size=2_000)
            pages = [found(engine, tree, sort=sort, offset=at, size=130) for at in range(0, 2_080, 130)]
            assert [record_id for page in pages for record_id in page] == whole
            assert len(set(whole)) == 2_000


def test_ties_over_several_segments_sort_by_title_then_id(index: Index) -> None:
    engine = many(index)
    results = engine.search(SearchRequest(anywhere("buku"), size=2_000))
    by_title = ids(engine.search(SearchRequest(All(), sort="title", size=2_000)))
    place = {record_id: at for at, record_id in enumerate(by_title)}
    expected = sorted(results.hits, key=lambda hit: (-float(f"{hit.score:.4g}"), place[hit.id]))
    assert [hit.id for hit in results.hits] == [hit.id for hit in expected]


def test_filters_alone_sort_by_title(index: Index) -> None:
    index.publish(*(record(f"i{number}", f"Judul {9 - number}", facets={"type": ["book"]}) for number in range(9)))
    assert found(index.engine(), Has("type", ("book",))) == [f"i{number}" for number in range(8, -1, -1)]


def test_of_a_few_keywords_more_of_them_come_before_fewer_that_stand_more_often(index: Index) -> None:
    index.publish(
        record("many", "Register of soldiers of the state of Vermont in the Union army", subject="Civil war records"),
        *(record(f"few{number}", "Civil war", author="Civil War Society", subject="Civil war") for number in range(3)),
        *(record(f"other{number}", f"Letters {number} of soldiers from Vermont") for number in range(40, 60)),
        *(record(f"else{number}", f"Batik {number}") for number in range(60)),
    )
    tree = score(parse("civil war vermont soldiers union"))
    assert found(index.engine(), tree)[0] == "many"
