"""Whatever a reader, a link or a partner's file holds, every question gets an answer."""

from collections.abc import Callable, Iterator

import pytest

from discovery.search.document import IndexDocument
from discovery.search.engine import SearchEngine
from discovery.search.request import FacetRequest, Misspelling, SearchRequest
from discovery.search.results import Word
from discovery.search.tree import All, Has, Node, Sequence, Starts, Stem, Term
from tests.contract.builders import EVERYTHING, chosen, found, heading, record
from tests.contract.conftest import Index, OpenIndex

TEXTS = {
    "10,000 letters": "a" * 10_000,
    "100,000 letters": "a" * 100_000,
    "10,000 characters of three bytes": "図" * 10_000,
    "a NUL": "\0",
    "a line end": "a\nb\r\n",
    "signs of query languages": "'\"\\{}[]()*?~^/+-&|!:" * 20,
    "marks without a letter": "\u0301\u0301\u0301",
    "the last character": "\U0010ffff",
}


@pytest.fixture(scope="module")
def engine(open_index: OpenIndex) -> Iterator[SearchEngine]:
    with open_index() as index:
        index.fill(
            lambda writer: (
                writer.write([record("a", "buku satu", facets={"author": ["Toer"]})]),
                writer.write_headings([heading("author", "Toer")]),
                writer.write_words([Word("buku", 1)]),
            )
        )
        yield index.engine()


NODES: dict[str, Callable[[str], Node]] = {
    "a word": lambda text: Term("title", text),
    "a stem": lambda text: Stem("title", "id", text),
    "a phrase": lambda text: Sequence("title", (text, text)),
    "a beginning": lambda text: Starts("title", text),
    "a value": lambda text: Has("author", (text,)),
    "a value's beginning": lambda text: Starts("author", text, keyword=True),
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("node", NODES.values(), ids=NODES)
def test_an_odd_word_is_found_nowhere(engine: SearchEngine, node: Callable[[str], Node], text: str) -> None:
    assert found(engine, node(text)) == []


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_an_odd_filter_leaves_nothing_and_an_odd_exclusion_everything(engine: SearchEngine, text: str) -> None:
    assert found(engine, All(), filters=chosen(author=text)) == []
    assert found(engine, All(), exclusions=chosen(author=text)) == ["a"]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_odd_ids_keys_and_headings_are_unknown(engine: SearchEngine, text: str) -> None:
    assert (engine.get(text), engine.sources(text), engine.fact(text), engine.counterparts(text)) == (
        None,
        (),
        None,
        (),
    )
    assert engine.words(prefix=text) == ()
    assert engine.words_near((Misspelling(text, size=1),)) in (((),), ((Word("buku", 1),),))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_odd_beginnings_are_answered(engine: SearchEngine, text: str) -> None:
    assert len(engine.suggest(text, ("author", "title"), 5)) <= 1
    assert len(engine.facet(EVERYTHING, FacetRequest("author"), prefix=text).buckets) <= 1
    around = (*engine.browse("author", text, "backward", 5), *engine.browse("author", text, "forward", 5))
    assert [entry.display for entry in around] == ["Toer"]


def test_odd_sizes_are_answered(engine: SearchEngine) -> None:
    assert engine.suggest("t", ("author",), 0) == ()
    assert engine.suggest("t", (), 5) == ()
    assert len(engine.suggest("t", ("author",), 100_000)) == 1
    assert len(engine.browse("author", "", "forward", 100_000)) == 1
    assert engine.search(SearchRequest(All(), offset=20_000)).hits == ()


UNFIT = [
    pytest.param(record("bad", display=b"\xff"), id="a display that is no UTF-8"),
    pytest.param(record("bad", facets={"author": ["\ud800"]}), id="half a surrogate pair in a value"),
    pytest.param(record("bad", facets={"author": ["a" * 70_000]}), id="a value of 70,000 bytes"),
    pytest.param(record("bad", year=10**12), id="a year of thirteen digits"),
]


@pytest.mark.parametrize("unfit", UNFIT)
def test_a_document_is_taken_or_refused_with_a_reason_and_costs_no_other(index: Index, unfit: IndexDocument) -> None:
    writer = index.writer()
    writer.begin()
    failures = writer.write([record("a"), unfit, record("b")])
    writer.publish()
    taken = found(index.engine(), All())
    assert [(failure.id, bool(failure.reason)) for failure in failures] == [("bad", True)] * ("bad" not in taken)
    assert [record_id for record_id in taken if record_id != "bad"] == ["a", "b"]
