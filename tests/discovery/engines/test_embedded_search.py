"""What tantivy's own limits would do to an answer, and how the embedded engine gets round them."""

import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import msgspec
import pytest

from discovery.engines.embedded import answers, facets, ordering
from discovery.engines.embedded.engine import EmbeddedEngine
from discovery.engines.embedded.schema import tantivy_json
from discovery.engines.embedded.writer import EmbeddedWriter
from discovery.errors import EngineError
from discovery.search.document import IndexDocument
from discovery.search.request import FacetRequest, SearchRequest
from discovery.search.results import Facet
from discovery.search.tree import All, Between, Boost, Combine, Constant, Node, Term
from tests.contract.builders import chosen, found, record
from tests.contract.test_facets import a_catalogue, recount

CATALOGUE = a_catalogue(seed=11)
HELD = (Constant(Between("holders", 2, None), 0.15),)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedEngine]:
    """A catalogue over three segments, with deleted records in the first."""
    folder = tmp_path_factory.mktemp("search")
    writer = EmbeddedWriter(folder)
    writer.begin()
    writer.write(CATALOGUE[:1_000])
    writer.publish()
    for first in (1_000, 2_000):
        writer.current()
        writer.write(CATALOGUE[first : first + 1_000])
        writer.delete([document.id for document in CATALOGUE[:100]] if first == 2_000 else [])
        writer.publish()
    engine = EmbeddedEngine(folder)
    yield engine
    engine.close()


@pytest.mark.parametrize("most", [1, 10, 100, 100_000])
@pytest.mark.parametrize("per_segment", [1, 5, 1_000])
def test_counts_are_exact_wherever_tantivy_is_cut_short(
    engine: EmbeddedEngine, monkeypatch: pytest.MonkeyPatch, most: int, per_segment: int
) -> None:
    monkeypatch.setattr(facets, "_MOST_BUCKETS", most)
    monkeypatch.setattr(facets, "_MOST_TOGETHER", most)
    monkeypatch.setattr(facets, "_PER_SEGMENT", per_segment)
    monkeypatch.setattr(facets, "_SPARE", 2)
    engine._snapshot().facets.clear()
    wanted = tuple(FacetRequest(facet, 10) for facet in ("author", "library", "type"))
    results = engine.search(SearchRequest(All(), facets=wanted))
    assert results.facets == tuple(recount(CATALOGUE[100:], facet.facet, 10) for facet in wanted)
    narrowed = engine.facet(SearchRequest(All(), filters=chosen(type="map")), FacetRequest("author", 5), "author 12")
    maps = [document for document in CATALOGUE[100:] if document.keywords["type_kw"] == ("map",)]
    expected = [bucket for bucket in recount(maps, "author", 10_000).buckets if bucket.value.startswith("author 12")]
    assert narrowed == Facet("author", tuple(expected[:5]), more=len(expected) > 5)


def test_facets_are_the_same_on_one_processor(engine: EmbeddedEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    request = SearchRequest(All(), facets=(FacetRequest("author", 7), FacetRequest("library", 7)))
    answers_of = {}
    for processors in (1, 2):
        monkeypatch.setattr(answers, "_PROCESSORS", processors)
        engine._snapshot().facets.clear()
        answers_of[processors] = replace(engine.search(request), took_ms=0)
    assert answers_of[1] == answers_of[2]


def test_nothing_counts_on_when_hits_could_not_be_ranked(
    engine: EmbeddedEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, counted = threading.Event(), []

    def slowly(*_: object) -> tuple[Facet, ...]:
        begun.set()
        time.sleep(0.05)
        counted.append("all")
        return ()

    def broken(*_: object) -> NoReturn:
        begun.wait()
        raise ValueError("no such order")

    monkeypatch.setattr(answers, "_PROCESSORS", 2)
    monkeypatch.setattr(answers, "_facets", slowly)
    monkeypatch.setattr(answers, "_by_edition", broken)
    with pytest.raises(EngineError):
        engine.search(SearchRequest(All(), facets=(FacetRequest("author", 7),)))
    assert counted  # its files may be closed now


def nested(depth: int, inner: Node) -> Node:
    for _ in range(depth):
        inner = Combine(must=(inner,), should=(Boost(All(), 0.0),))
    return inner


@pytest.mark.parametrize("depth", [300, 1_000, 20_000])
def test_a_tree_too_deep_for_tantivy_is_an_error_and_no_crash(engine: EmbeddedEngine, depth: int) -> None:
    with pytest.raises(EngineError, match="parentheses"):
        engine.search(SearchRequest(nested(depth, All())))
    assert engine.search(SearchRequest(nested(150, All()))).total == 2_900


def test_a_run_of_equal_scores_larger_than_any_page_keeps_its_order(tmp_path: Path) -> None:
    documents = [record(f"r{number * 7 % 5_000:04}", "sama", order=f"{number % 9}") for number in range(5_000)]
    writer = EmbeddedWriter(tmp_path)
    writer.begin()
    writer.write(documents)
    writer.publish()
    engine = EmbeddedEngine(tmp_path)
    expected = [document.id for document in sorted(documents, key=lambda document: document.orders["title_order"])]
    for offset in (0, 10, 2_345, 4_990):
        assert found(engine, Term("title", "sama"), offset=offset, size=10) == expected[offset : offset + 10]
    engine.close()


def test_titles_alike_for_more_letters_than_the_columns_hold_keep_their_order(tmp_path: Path) -> None:
    same = "pengantar ilmu perpustakaan dan informasi "
    documents = [record(f"r{number}", "judul", order=f"{same}{9 - number}") for number in range(10)]
    writer = EmbeddedWriter(tmp_path)
    writer.begin()
    writer.write(documents)
    writer.publish()
    engine = EmbeddedEngine(tmp_path)
    for tree in (All(), Term("title", "judul")):
        assert found(engine, tree) == [f"r{number}" for number in range(9, -1, -1)]
    engine.close()


@pytest.mark.parametrize("longest", [1, 7, 300])
def test_pages_are_the_same_however_long_a_run_is_fetched_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, longest: int
) -> None:
    """Three levels of score, the lowest and the middle one far longer than a page, over three segments."""
    documents = [
        record(
            f"r{number * 7 % 900:03}",
            "batik" if number % 90 == 0 else "sama",
            holders=number % 3,
            order=f"{number % 40}",
        )
        for number in range(900)
    ]
    writer = EmbeddedWriter(tmp_path)
    writer.begin()
    writer.write(documents[:400])
    writer.publish()
    for batch in (documents[400:700], documents[700:]):
        writer.current()
        writer.write(batch)
        writer.publish()
    engine = EmbeddedEngine(tmp_path)
    tree = Combine(must=(Combine(never=(Term("title", "kulit"),)),), should=(Term("title", "batik"), *HELD))

    def level(document: IndexDocument) -> tuple[bool, bool, str]:
        return (document.text["title"] != "batik", document.numbers["holders"] < 2, document.orders["title_order"])

    expected = [document.id for document in sorted(documents, key=level)]
    monkeypatch.setattr(ordering, "_LONG_RUN", longest)
    monkeypatch.setattr(ordering, "_SPARE", 3)
    for offset in (0, 5, 9, 290, 301, 880):
        assert found(engine, tree, offset=offset, size=20) == expected[offset : offset + 20]


def test_what_a_field_holds_of_another_is_kept_once() -> None:
    document = record("1", facets={"author": ("Hatta",), "author_exact": ("hatta", "m hatta")}, ids=("2",))
    kept = msgspec.json.decode(tantivy_json(document))
    assert [kept[name] for name in ("author_kw", "author_exact_kw", "id_kw", "ids_kw")] == [
        "hatta",
        "m hatta",
        "1",
        "2",
    ]
    assert "ids_kw" not in msgspec.json.decode(tantivy_json(record("1")))
