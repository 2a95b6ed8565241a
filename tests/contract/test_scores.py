"""Scores mean the same on every engine: Lucene's BM25, and the sums the tree asks for."""

import math
from collections.abc import Iterator

import pytest

from discovery.search.engine import SearchEngine
from discovery.search.request import SearchRequest
from discovery.search.tree import All, Best, Between, Boost, Combine, Constant, Has, Node, Sequence, Starts, Stem, Term
from tests.contract.builders import found, record
from tests.contract.conftest import Index, OpenIndex

RECORDS = (
    record("one", "laut biru", author="Biru", year=2000, facets={"type": ["book"]}),
    record("two", "laut laut dalam sekali", year=2001, facets={"type": ["book"]}),
    record("three", "gunung", facets={"type": ["map"]}),
    record("four", "gunung tinggi", facets={"type": ["map"]}),
)
EVERY_ID = ("one", "two", "three", "four")
TITLE_LENGTHS = (2, 4, 1, 2)


@pytest.fixture(scope="module")
def engine(open_index: OpenIndex) -> Iterator[SearchEngine]:
    with open_index() as index:
        index.publish(*RECORDS)
        yield index.engine()


def bm25(frequency: int, length: int, having: int) -> float:
    """Okapi BM25 as Lucene computes it since version 8, k1 1.2 and b 0.75:
    https://lucene.apache.org/core/10_0_0/core/org/apache/lucene/search/similarities/BM25Similarity.html
    """
    average = sum(TITLE_LENGTHS) / len(TITLE_LENGTHS)
    rarity = math.log(1 + (len(TITLE_LENGTHS) - having + 0.5) / (having + 0.5))
    return rarity * frequency / (frequency + 1.2 * (1 - 0.75 + 0.75 * length / average))


LAUT = {"one": bm25(1, 2, 2), "two": bm25(2, 4, 2)}
BIRU = bm25(1, 2, 1)

CASES: tuple[tuple[str, Node, dict[str, float]], ...] = (
    ("a word by BM25", Term("title", "laut"), LAUT),
    ("a rarer word by more", Term("title", "biru"), {"one": BIRU}),
    ("everything by 1", All(), dict.fromkeys(EVERY_ID, 1.0)),
    ("a value by 1", Has("type", ("book",)), {"one": 1.0, "two": 1.0}),
    ("one of several values by 1", Has("type", ("book", "atlas")), {"one": 1.0, "two": 1.0}),
    ("a range by 1", Between("year", 2000, 2001), {"one": 1.0, "two": 1.0}),
    ("a beginning by 1", Starts("title", "gun"), {"three": 1.0, "four": 1.0}),
    ("a constant by itself", Constant(Term("title", "laut"), 2.5), {"one": 2.5, "two": 2.5}),
    ("a boost by its factor", Boost(Term("title", "laut"), 3.0), {key: 3 * score for key, score in LAUT.items()}),
    (
        "boosts by their product",
        Boost(Boost(Constant(All(), 2.0), 3.0), 0.5),
        dict.fromkeys(LAUT, 3.0) | {"three": 3.0, "four": 3.0},
    ),
    (
        "a combination by its sum",
        Combine(must=(Term("title", "laut"),), should=(Term("title", "biru"), Constant(Has("type", ("map",)), 9.0))),
        {"one": LAUT["one"] + BIRU, "two": LAUT["two"]},
    ),
    ("exclusions by nothing", Combine(must=(All(),), never=(Term("title", "laut"),)), {"three": 1.0, "four": 1.0}),
    ("exclusions alone by 0", Combine(never=(Term("title", "laut"),)), {"three": 0.0, "four": 0.0}),
    (
        "the best part and a share of the others",
        Best((Term("title", "laut"), Constant(Term("title", "biru"), 5.0)), tie=0.1),
        {"one": 5.0 + 0.1 * LAUT["one"], "two": LAUT["two"]},
    ),
    (
        "the best part alone",
        Best((Constant(All(), 1.0), Constant(Term("title", "tinggi"), 2.0))),
        {"one": 1.0, "two": 1.0, "three": 1.0, "four": 2.0},
    ),
    (
        "a boosted best",
        Boost(Best((Constant(All(), 1.0), Constant(All(), 2.0)), tie=0.5), 2.0),
        dict.fromkeys(EVERY_ID, 5.0),
    ),
)


@pytest.mark.parametrize(("tree", "expected"), [pytest.param(tree, scores, id=name) for name, tree, scores in CASES])
def test_a_tree_scores(engine: SearchEngine, tree: Node, expected: dict[str, float]) -> None:
    hits = engine.search(SearchRequest(tree)).hits
    assert {hit.id: hit.score for hit in hits} == pytest.approx(expected, rel=1e-4)


def test_a_phrase_scores_as_one_word_as_rare_as_its_words_together(engine: SearchEngine) -> None:
    (hit,) = engine.search(SearchRequest(Sequence("title", ("laut", "biru")))).hits
    rarities = sum(math.log(1 + (4 - having + 0.5) / (having + 0.5)) for having in (2, 1))
    assert hit.score == pytest.approx(rarities * bm25(1, 2, 2) / math.log(1 + 2.5 / 2.5), rel=1e-4)


def test_hits_come_by_score(engine: SearchEngine) -> None:
    assert found(engine, Combine(should=(Term("title", "gunung"), Constant(Term("title", "laut"), 0.01)))) == [
        "three",
        "four",
        "one",
        "two",
    ]


def test_an_explanation_is_given_when_asked_for(engine: SearchEngine) -> None:
    asked, silent = (engine.search(SearchRequest(Term("title", "biru"), explain=explain)) for explain in (True, False))
    assert [hit.explanation for hit in silent.hits] == [""]
    (hit,) = asked.hits
    assert f"{hit.score:.3f}" in hit.explanation or f"{hit.score:.4g}" in hit.explanation


def test_an_explanation_is_given_by_work_and_in_any_order(engine: SearchEngine) -> None:
    for request in (
        SearchRequest(Term("title", "biru"), explain=True, by="work"),
        SearchRequest(Term("title", "biru"), explain=True, sort="newest"),
    ):
        (hit,) = engine.search(request).hits
        assert hit.explanation


@pytest.mark.parametrize(("words", "tolerance"), [(1, 0.2), (2, 0.1), (4, 0.1), (6, 0.1), (8, 0.15)])
def test_a_stem_of_a_rare_language_scores_as_if_its_records_were_all_there_are(
    index: Index, words: int, tolerance: float
) -> None:
    others = [record(f"id{number}", "gunung laut padi", language="id") for number in range(95)]
    titles = ["zee kamers berg wal", "fietsen", "fietsen berg", "fietsen berg wal dal"]
    titles += ["fietsen berg wal dal zee kamers", "fietsen berg wal dal zee kamers duin bos"]
    dutch = [record(f"nl{len(title.split())}{title[0]}", title, language="nl") for title in titles]
    index.publish(*others, *dutch)
    average = sum(len(title.split()) for title in titles) / len(titles)
    rarity = math.log(1 + (6 - 5 + 0.5) / (5 + 0.5))
    expected = rarity / (1 + 1.2 * (1 - 0.75 + 0.75 * words / average))
    hits = index.engine().search(SearchRequest(Stem("title", "nl", "fietsen"))).hits
    assert [hit.id for hit in hits] == ["nl1f", "nl2f", "nl4f", "nl6f", "nl8f"]
    assert {hit.id: hit.score for hit in hits}[f"nl{words}f"] == pytest.approx(expected, rel=tolerance)


def test_a_stem_in_a_very_long_text_counts_for_as_little_as_it_should(index: Index) -> None:
    others = [
        record(f"id{number}", "gunung laut padi sawah desa kota pasar jalan air api", language="id")
        for number in range(60)
    ]
    short = [
        record(f"nl{number}", "zee kamers berg wal dal duin bos weg huis stad", language="nl") for number in range(40)
    ]
    long = record("long", f"fietsen {'zee kamers berg wal ' * 100}", language="nl")
    index.publish(*others, *short, long)
    average = (40 * 10 + 401) / 41
    expected = math.log(1 + (41 - 1 + 0.5) / (1 + 0.5)) / (1 + 1.2 * (1 - 0.75 + 0.75 * 401 / average))
    (hit,) = index.engine().search(SearchRequest(Stem("title", "nl", "fietsen"))).hits
    assert expected / 2 < hit.score < expected * 2
