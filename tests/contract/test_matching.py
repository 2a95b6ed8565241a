"""What each node of the tree matches."""

from collections.abc import Iterator

import pytest

from discovery.search.engine import SearchEngine
from discovery.search.request import SearchRequest
from discovery.search.tree import (
    All,
    Best,
    Between,
    Boost,
    Combine,
    Constant,
    Empty,
    Has,
    Node,
    Sequence,
    Starts,
    Term,
)
from tests.contract.builders import matching, record, title
from tests.contract.conftest import Index, OpenIndex

RECORDS = (
    record("laskar", "Laskar pelangi", author="Andrea Hirata", subject="Fiksi", year=2005, facets={"type": ["book"]}),
    record("sang", "Sang pemimpi", author="Andrea Hirata", subject="Fiksi", year=2006, facets={"type": ["book"]}),
    record("pelangi", "Pelangi pelangi", author="Kasur", year=1950, facets={"type": ["audio"]}),
    record("sejarah", "Sejarah nasional Indonesia", subject="Indonesia — Sejarah", year=-200),
    record("peta", "Peta Indonesia", facets={"type": ["map"], "identifier": ["9789793062792"]}),
)

EVERY_ID = {document.id for document in RECORDS}

CASES: tuple[tuple[str, Node, set[str]], ...] = (
    ("a word of its field", Term("title", "pelangi"), {"laskar", "pelangi"}),
    ("not a word of another field", Term("author", "pelangi"), set()),
    ("a whole word only", Term("title", "pelang"), set()),
    ("all of must", title("laskar", "pelangi"), {"laskar"}),
    ("none when one of must is missing", title("laskar", "nasional"), set()),
    ("must across fields", Combine(must=(Term("title", "laskar"), Term("author", "hirata"))), {"laskar"}),
    ("any of should", Combine(should=(Term("title", "sang"), Term("title", "peta"))), {"sang", "peta"}),
    (
        "as many of should as are asked for",
        Combine(should=(Term("title", "laskar"), Term("title", "pelangi"), Term("title", "sang")), at_least=2),
        {"laskar"},
    ),
    ("none when more of should are asked for than there are", Combine(should=(All(),), at_least=2), set()),
    ("must when should is free", Combine(must=(Term("title", "sang"),), should=(Term("title", "peta"),)), {"sang"}),
    (
        "must and one of should",
        Combine(must=(Term("author", "hirata"),), should=(Term("title", "sang"), Term("title", "peta")), at_least=1),
        {"sang"},
    ),
    ("must without never", Combine(must=(Term("author", "hirata"),), never=(Term("title", "sang"),)), {"laskar"}),
    (
        "everything else when there is only never",
        Combine(never=(Term("author", "hirata"),)),
        {"pelangi", "sejarah", "peta"},
    ),
    (
        "never inside must",
        Combine(must=(Term("title", "indonesia"), Combine(never=(Term("title", "peta"),)))),
        {"sejarah"},
    ),
    ("any part of the best", Best((Term("title", "peta"), Term("author", "kasur"))), {"peta", "pelangi"}),
    ("words in order", Sequence("title", ("nasional", "indonesia")), {"sejarah"}),
    ("not words in another order", Sequence("title", ("indonesia", "nasional")), set()),
    ("not words with others between", Sequence("title", ("sejarah", "indonesia")), set()),
    ("a repeated word next to itself", Sequence("title", ("pelangi", "pelangi")), {"pelangi"}),
    ("a sequence of one word", Sequence("title", ("peta",)), {"peta"}),
    ("a word's beginning", Starts("title", "pe"), {"laskar", "sang", "pelangi", "peta"}),
    ("the whole word as its beginning", Starts("title", "peta"), {"peta"}),
    ("nothing that only contains the beginning", Starts("title", "langi"), set()),
    ("a beginning that looks like a pattern", Starts("title", "p.*"), set()),
    ("a value's beginning", Starts("identifier", "97897", keyword=True), {"peta"}),
    ("a value", Has("type", ("map",)), {"peta"}),
    ("any of several values", Has("type", ("map", "audio")), {"peta", "pelangi"}),
    ("not part of a value", Has("type", ("ma",)), set()),
    ("no values at all", Has("type", ()), set()),
    ("a closed range", Between("year", 2005, 2006), {"laskar", "sang"}),
    ("a range open at its start", Between("year", None, 1950), {"pelangi", "sejarah"}),
    ("a range open at its end", Between("year", 2006, None), {"sang"}),
    (
        "a range open at both ends leaves out missing years",
        Between("year", None, None),
        {"laskar", "sang", "pelangi", "sejarah"},
    ),
    ("a year before the common era", Between("year", -300, -100), {"sejarah"}),
    ("a range that ends before it begins", Between("year", 2006, 2005), set()),
    ("the part of a constant", Constant(Term("title", "sang"), 5.0), {"sang"}),
    ("the part of a boost", Boost(Term("title", "sang"), 5.0), {"sang"}),
    ("everything", All(), EVERY_ID),
    ("nothing", Empty(), set()),
    ("nothing of a combination with nothing", Combine(must=(All(), Empty())), set()),
)


@pytest.fixture(scope="module")
def engine(open_index: OpenIndex) -> Iterator[SearchEngine]:
    with open_index() as index:
        index.publish(*RECORDS)
        yield index.engine()


@pytest.mark.parametrize(("tree", "expected"), [pytest.param(tree, ids, id=name) for name, tree, ids in CASES])
def test_a_tree_finds(engine: SearchEngine, tree: Node, expected: set[str]) -> None:
    assert matching(engine, tree) == expected
    assert engine.search(SearchRequest(tree, size=0)).total == len(expected)


FAR = 10**30


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        pytest.param(Term("title", ""), set(), id="an empty word"),
        pytest.param(Term("title", "a" * 10_000), set(), id="a word of 10,000 characters"),
        pytest.param(Term("title", "indonesia peta"), set(), id="a word with a space"),
        pytest.param(Starts("title", "a" * 10_000), set(), id="a beginning of 10,000 characters"),
        pytest.param(Has("type", ("a" * 100_000,)), set(), id="a value of 100,000 characters"),
        pytest.param(Has("type", tuple(map(str, range(5_000)))), set(), id="5,000 values"),
        pytest.param(Sequence("title", ("peta",) * 1_000), set(), id="a sequence of 1,000 words"),
        pytest.param(Combine(should=(Term("title", "peta"),) * 1_000), {"peta"}, id="1,000 parts"),
        pytest.param(Between("year", -FAR, FAR), {"laskar", "sang", "pelangi", "sejarah"}, id="years beyond counting"),
        pytest.param(Between("year", FAR, None), set(), id="a first year beyond counting"),
        pytest.param(Boost(Term("title", "peta"), 0.0), {"peta"}, id="a boost of nothing"),
        pytest.param(Best(()), set(), id="the best of nothing"),
        pytest.param(Combine(must=(Boost(All(), 2.0),) * 20), EVERY_ID, id="twenty everythings"),
    ],
)
def test_an_odd_tree_is_answered(engine: SearchEngine, tree: Node, expected: set[str]) -> None:
    assert matching(engine, tree) == expected


def nested(depth: int) -> Node:
    tree: Node = Term("title", "peta")
    for _ in range(depth):
        tree = Combine(must=(tree,), should=(Term("title", "indonesia"),))
    return tree


@pytest.mark.parametrize("depth", [32, 100])
def test_a_deeply_nested_tree_is_answered(engine: SearchEngine, depth: int) -> None:
    assert matching(engine, nested(depth)) == {"peta"}


def test_an_empty_generation_finds_nothing(index: Index) -> None:
    index.publish()
    engine: SearchEngine = index.engine()
    assert engine.search(SearchRequest(All())).total == 0
    assert engine.get("peta") is None
