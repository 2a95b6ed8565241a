"""Questions that don't wait for each other's answers: asked at once they are answered as one by one."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from discovery.search.engine import SearchEngine
from discovery.search.request import FacetRequest, Misspelling, SearchRequest
from discovery.search.results import Results, Word
from discovery.search.tree import All, Has, Term
from tests.contract.builders import chosen, heading, record
from tests.contract.conftest import OpenIndex

RECORDS = (
    record("a", "Laskar pelangi", year=2005, facets={"type": ["book"]}, work="w"),
    record("b", "Laskar pelangi", year=2008, facets={"type": ["film"]}, work="w"),
    record("c", "Negeri pelangi", year=1999, facets={"type": ["book"]}),
    record("d", "Sang pemimpi", year=2006, facets={"type": ["book"]}),
)
WORDS = (Word("laskar", 2), Word("pelangi", 3), Word("pelanggi", 1), Word("telangi", 1))
HEADINGS = tuple(heading("title", title) for title in ("Bambu", "Cendana", "Damar", "Eboni"))
TYPES = (FacetRequest("type"),)

REQUESTS = {
    "words": SearchRequest(Term("title", "pelangi"), facets=TYPES),
    "everything": SearchRequest(All(), facets=TYPES, size=3),
    "everything by year": SearchRequest(All(), sort="newest", filters=chosen(type="book")),
    "works": SearchRequest(Term("title", "pelangi"), by="work", facets=TYPES),
    "nothing": SearchRequest(Term("title", "gajah"), facets=TYPES),
    "second page": SearchRequest(Term("title", "pelangi"), offset=2, size=2),
}


@pytest.fixture(scope="module")
def engine(open_index: OpenIndex) -> Iterator[SearchEngine]:
    with open_index() as index:
        index.fill(
            lambda writer: (
                writer.write(RECORDS),
                writer.write_words(WORDS),
                writer.write_headings(HEADINGS),
                writer.write_facts([("partner:a", "{}"), ("partner:b", '{"x":1}')]),
            )
        )
        yield index.engine()


def untimed(results: Results) -> Results:
    return replace(results, took_ms=0)


def test_searches_are_answered_in_order_as_one_by_one(engine: SearchEngine) -> None:
    requests = tuple(REQUESTS.values())
    one_by_one = [untimed(engine.search(request)) for request in requests]
    assert [untimed(results) for results in engine.search_each(requests)] == one_by_one
    assert [results.total for results in one_by_one] == [3, 4, 3, 3, 0, 3]
    assert [[hit.id for hit in results.hits] for results in one_by_one] == [
        ["a", "b", "c"],
        ["a", "b", "c"],
        ["d", "a", "c"],
        ["a", "c"],
        [],
        ["c"],
    ]


def test_no_question_has_no_answer(engine: SearchEngine) -> None:
    assert (engine.search_each(()), engine.words_near(()), engine.word_counts(()), engine.facts(())) == ((), (), (), ())


def test_a_search_that_no_index_can_hold_leaves_the_others_alone(engine: SearchEngine) -> None:
    found = engine.search_each((SearchRequest(Has("id", ("x" * 40_000,))), SearchRequest(Has("id", ("d",)))))
    assert [results.total for results in found] == [0, 1]


def test_words_near_several_are_those_near_each(engine: SearchEngine) -> None:
    typed = (Misspelling("pelagi"), Misspelling("x" * 10_000), Misspelling("pelangi", "p", 1), Misspelling("", "", 1))
    found = engine.words_near(typed)
    assert [[word.text for word in words] for words in found] == [
        ["pelangi", "pelanggi", "telangi"],
        [],
        ["pelangi", "pelanggi"],
        [],
    ]
    assert found[0] == engine.words(near="pelagi")


def test_words_are_counted_and_others_are_not(engine: SearchEngine) -> None:
    asked = ("pelangi", "gajah", "", "pelang", "laskar", "x" * 10_000, "pelangi", "\ud800")
    assert engine.word_counts(asked) == (3, 0, 0, 0, 2, 0, 3, 0)


def test_facts_are_given_in_order(engine: SearchEngine) -> None:
    assert engine.facts(("partner:b", "partner:c", "partner:a", "")) == ('{"x":1}', None, "{}", None)


@pytest.mark.parametrize(
    ("at", "before", "after", "expected"),
    [
        ("cendana", 1, 2, (["Bambu"], ["Cendana", "Damar"])),
        ("d", 5, 5, (["Bambu", "Cendana"], ["Damar", "Eboni"])),
        ("", 3, 1, ([], ["Bambu"])),
        ("zz", 2, 1, (["Damar", "Eboni"], [])),
        ("c", 0, 0, ([], [])),
    ],
)
def test_a_list_is_read_on_both_sides_of_a_place(
    engine: SearchEngine, at: str, before: int, after: int, expected: tuple[list[str], list[str]]
) -> None:
    backward, forward = engine.browse_around("title", at, before=before, after=after)
    assert ([each.display for each in backward], [each.display for each in forward]) == expected
