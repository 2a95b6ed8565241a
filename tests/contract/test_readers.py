"""Readers' queries as they are typed, through parser and scorer, on every engine."""

from collections.abc import Iterator

import pytest

from discovery.search.engine import SearchEngine
from discovery.search.fields import FACETS
from discovery.search.indexing import index_document
from discovery.search.parse import parse
from discovery.search.request import FacetRequest, SearchRequest
from discovery.search.scoring import score
from tests.contract.conftest import OpenIndex
from tests.contract.test_languages import UNIONS, union

BOOKS = (
    *UNIONS,
    union("laskar", "id", "Laskar pelangi", "Andrea Hirata"),
    union("about", "id", "Laskar pelangi dalam pendidikan: sebuah kajian", "Nurgiyantoro, Burhan"),
    union("hamlet", "en", "To be or not to be"),
    union("it", "en", "It", "King, Stephen"),
    union("odyssey", "en", "2001: a space odyssey", "Clarke, Arthur C."),
    union("cpp", "en", "Programming in C++"),
)


@pytest.fixture(scope="module")
def engine(open_index: OpenIndex) -> Iterator[SearchEngine]:
    with open_index() as index:
        index.publish(*map(index_document, BOOKS))
        yield index.engine()


def search(engine: SearchEngine, typed: str) -> list[str]:
    facets = tuple(map(FacetRequest, FACETS))
    return [hit.id for hit in engine.search(SearchRequest(score(parse(typed)), facets=facets)).hits]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("laskar pelangi", "laskar"),
        ("hirata laskar", "laskar"),
        ("To be or not to be", "hamlet"),
        ("It", "it"),
        ("2001: a space odyssey", "odyssey"),
        ("C++", "cpp"),
        ("图书馆", "zh"),
        ("東京大学の図書館", "ja"),
        ("تاريخ المكتبات", "ar"),
        ("Ihya ulum al-din", "translit"),
        ("wereldbibliotheken", "nl"),
    ],
)
def test_a_known_item_comes_first(engine: SearchEngine, typed: str, first: str) -> None:
    assert search(engine, typed)[:1] == [first]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("laskar -kajian", {"laskar"}),
        ("title:pelangi NOT author:hirata", {"about"}),
        ("laskar OR odyssey", {"laskar", "about", "odyssey"}),
        ('"pelangi laskar"', set()),
        ("author:pelangi", set()),
        ("odys*", {"odyssey"}),
    ],
)
def test_operators_fields_and_phrases_do_what_they_say(engine: SearchEngine, typed: str, expected: set[str]) -> None:
    assert set(search(engine, typed)) == expected


HOSTILE = {
    "10,000 letters": "a" * 10_000,
    "10,000 characters of words": "laskar pelangi " * 667,
    "2,000 different words": " ".join(f"kata{number}" for number in range(2_000)),
    "1,000 opening parentheses": "(" * 1_000 + "laskar" + ")" * 1_000,
    "1,000 negations": "-" * 1_000 + "laskar",
    "1,000 nested negations": "NOT (" * 1_000 + "laskar" + ")" * 1_000,
    "nested alternatives": "laskar OR (" * 1_000 + "pelangi" + ")" * 1_000,
    "operators alone": "AND OR NOT AND",
    "quotation marks alone": '"' * 999,
    "punctuation": "/ : ; = [ ] . , ! ? { } \\ ^ ~ | < >",
    "control characters": "las\0kar\x1b[31m\ufeff\u202e",
    "a lone surrogate": "laskar \ud800",
    "emoji": "📚📖 👩‍🏫",
    "marks on nothing": "\u0301" * 500,
    "another engine's syntax": 'title:/.*/ AND _exists_:id {"match_all":{}}',
    "every prefix": "author: title: subject: year: isbn: id:",
    "a year beyond counting": "year:99999999999999999999-99999999999999999999999",
    "a range upside down": "year:2020-1990",
    "an ISBN that never ends": "978" * 3_000,
}


@pytest.mark.parametrize("typed", HOSTILE.values(), ids=HOSTILE)
def test_an_odd_query_is_answered_and_leaves_the_engine_well(engine: SearchEngine, typed: str) -> None:
    search(engine, typed)
    assert search(engine, "laskar pelangi")[:1] == ["laskar"]
