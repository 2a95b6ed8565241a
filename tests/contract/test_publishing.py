"""Generations, revisions, and what readers see while a writer works."""

import threading
import time
from collections.abc import Callable

import pytest

from discovery.errors import EngineEmpty, EngineError, EngineOutdated
from discovery.search import fields
from discovery.search.document import SourceCopy
from discovery.search.engine import Found, IndexWriter, SearchEngine
from discovery.search.request import FacetRequest, Misspelling, SearchRequest
from discovery.search.results import Word
from discovery.search.tree import All, Term
from tests.contract.builders import EVERYTHING, buckets, found, heading, matching, record
from tests.contract.conftest import Index

A, B, C = record("a", "Anggrek"), record("b", "Bambu"), record("c", "Cendana")

QUESTIONS: dict[str, Callable[[SearchEngine], object]] = {
    "search": lambda engine: engine.search(EVERYTHING),
    "get": lambda engine: engine.get("a"),
    "sources": lambda engine: engine.sources("a"),
    "facet": lambda engine: engine.facet(EVERYTHING, FacetRequest("type")),
    "suggest": lambda engine: engine.suggest("a", ("title",), 5),
    "browse": lambda engine: engine.browse("title", "", "forward", 5),
    "words": lambda engine: engine.words(prefix="a"),
    "counterparts": lambda engine: engine.counterparts("a"),
    "fact": lambda engine: engine.fact("a"),
    "searches": lambda engine: engine.search_each((EVERYTHING, EVERYTHING)),
    "both sides": lambda engine: engine.browse_around("title", "a", before=1, after=1),
    "near words": lambda engine: engine.words_near((Misspelling("a"), Misspelling("b"))),
    "counts of words": lambda engine: engine.word_counts(("a",)),
    "facts": lambda engine: engine.facts(("a", "b")),
    "revision": lambda engine: engine.revision(),
}


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_an_engine_without_anything_published_says_which_command_to_run(
    index: Index, question: Callable[[SearchEngine], object]
) -> None:
    with pytest.raises(EngineEmpty, match="padu sync"):
        question(index.engine())


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_an_index_with_another_field_table_says_which_command_to_run(
    index: Index, question: Callable[[SearchEngine], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    index.publish(A)
    monkeypatch.setattr(fields, "fingerprint", lambda: "0123456789")
    with pytest.raises(EngineOutdated, match="padu rebuild"):
        question(index.engine())


def test_health_never_raises_and_says_what_is_wrong(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    empty = index.engine().health()
    index.publish(A, B)
    good = index.engine().health()
    monkeypatch.setattr(fields, "fingerprint", lambda: "0123456789")
    outdated = index.engine().health()
    assert (empty.ok, empty.generation, empty.documents) == (False, "", 0)
    assert (good.ok, good.revision, good.documents) == (True, 0, 2)
    assert not outdated.ok
    assert "padu rebuild" in outdated.detail


def test_a_writer_does_not_continue_an_index_with_another_field_table(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    index.publish(A)
    monkeypatch.setattr(fields, "fingerprint", lambda: "0123456789")
    assert index.writer().current() is None
    index.publish(B)
    assert found(index.engine(), All()) == ["b"]


def test_a_writer_has_nothing_to_continue_in_an_empty_index(index: Index) -> None:
    assert index.writer().current() is None


def test_a_new_generation_is_invisible_until_it_is_published(index: Index) -> None:
    first = index.publish(A)
    engine, writer = index.engine(), index.writer()
    writer.begin()
    writer.write([B])
    writer.write_facts([("greeting", "hello")])
    assert (found(engine, All()), engine.fact("greeting"), engine.revision()) == (["a"], None, first)
    second = writer.publish()
    assert (found(engine, All()), engine.fact("greeting"), engine.revision()) == (["b"], "hello", second)
    assert second.generation != first.generation


def test_a_change_is_invisible_until_it_is_published(index: Index) -> None:
    first = index.publish(A, B)
    engine, writer = index.engine(), index.writer()
    assert writer.current() == first
    writer.write([C])
    writer.delete(["a"])
    writer.write_headings([heading("title", "Cendana")])
    assert (matching(engine, All()), engine.suggest("c", ("title",), 5)) == ({"a", "b"}, ())
    writer.publish()
    assert matching(engine, All()) == {"b", "c"}
    assert [suggestion.text for suggestion in engine.suggest("c", ("title",), 5)] == ["Cendana"]


def test_an_engine_notices_a_published_change_within_a_second(index: Index) -> None:
    first = index.publish(A)
    engine = index.engine()
    assert engine.revision() == first
    changed = index.change(lambda writer: writer.write([B]))
    time.sleep(1)
    assert engine.revision() == changed


def test_each_published_change_raises_the_revision_of_its_generation(index: Index) -> None:
    built = index.publish(A)
    changed = [index.change(lambda writer: writer.write([B])), index.change(lambda writer: writer.delete(["a"]))]
    assert built.revision == 0
    assert [(position.generation, position.revision) for position in changed] == [
        (built.generation, 1),
        (built.generation, 2),
    ]
    assert index.engine().revision() == changed[-1]


def test_a_change_of_facts_alone_keeps_the_records(index: Index) -> None:
    index.publish(A)
    index.change(lambda writer: writer.write_facts([("partner:ui", "{}")]))
    engine = index.engine()
    assert (found(engine, All()), engine.fact("partner:ui")) == (["a"], "{}")


def test_a_document_with_the_same_id_replaces_the_one_before(index: Index) -> None:
    index.publish(A, B)
    index.change(lambda writer: writer.write([record("a", "Teratai")]))
    engine = index.engine()
    assert matching(engine, All()) == {"a", "b"}
    assert (found(engine, Term("title", "anggrek")), found(engine, Term("title", "teratai"))) == ([], ["a"])


def test_the_last_of_several_documents_with_one_id_stays(index: Index) -> None:
    index.publish(record("a", "Satu"), record("a", "Dua"))
    index.change(lambda writer: writer.write([record("b", "Tiga"), record("b", "Empat")]))
    engine = index.engine()
    assert [found(engine, Term("title", word)) for word in ("satu", "dua", "tiga", "empat")] == [[], ["a"], [], ["b"]]


def test_a_deleted_document_is_gone_from_hits_counts_and_sources(index: Index) -> None:
    copies = (SourceCopy("a", "marc21", b"raw"),)
    index.publish(record("a", "Anggrek", facets={"type": ["book"]}, sources=copies), B)
    index.change(lambda writer: writer.delete(["a", "never was"]))
    engine = index.engine()
    assert (found(engine, All()), engine.get("a"), engine.sources("a")) == (["b"], None, ())
    assert buckets(engine.facet(EVERYTHING, FacetRequest("type"))) == []


def test_a_document_written_after_its_deletion_stays(index: Index) -> None:
    def put(writer: IndexWriter) -> None:
        writer.delete(["a"])
        writer.write([A])

    index.publish(A)
    index.change(put)
    assert found(index.engine(), All()) == ["a"]


def test_a_document_deleted_after_it_was_written_is_gone(index: Index) -> None:
    def put(writer: IndexWriter) -> None:
        writer.write([A, B])
        writer.delete(["a"])

    index.fill(put)
    assert found(index.engine(), All()) == ["b"]


def test_discard_leaves_what_was_published(index: Index) -> None:
    first = index.publish(A)
    for start in (IndexWriter.begin, IndexWriter.current):
        writer = index.writer()
        getattr(writer, start.__name__)()
        writer.write([B])
        writer.delete(["a"])
        writer.write_facts([("lost", "1")])
        writer.discard()
    engine = index.engine()
    assert (found(engine, All()), engine.fact("lost"), engine.revision()) == (["a"], None, first)


def test_a_writer_can_start_again_after_it_published_or_discarded(index: Index) -> None:
    writer = index.writer()
    writer.begin()
    writer.write([A])
    writer.discard()
    writer.begin()
    writer.write([B])
    writer.publish()
    assert writer.current() is not None
    writer.write([C])
    writer.publish()
    assert matching(index.engine(), All()) == {"b", "c"}


def test_beginning_anew_forgets_the_change_before(index: Index) -> None:
    index.publish(A)
    writer = index.writer()
    assert writer.current() is not None
    writer.write([B])
    writer.begin()
    writer.write([C])
    writer.publish()
    assert found(index.engine(), All()) == ["c"]


def test_nothing_can_be_written_before_a_generation_is_open(index: Index) -> None:
    writer = index.writer()
    with pytest.raises(EngineError):
        writer.write([A])
    with pytest.raises(EngineError):
        writer.publish()


def test_a_second_writer_is_refused_until_the_first_has_ended(index: Index) -> None:
    first, second = index.writer(), index.writer()
    first.begin()
    with pytest.raises(EngineError) as refused:
        second.begin()
    first.write([A])
    first.publish()
    assert str(refused.value).endswith(".")
    assert second.current() is not None


def test_a_document_the_engine_cannot_hold_is_refused_and_the_rest_is_taken(index: Index) -> None:
    too_long = record("b", "Bambu", facets={"type": ["x" * 40_000]})
    writer = index.writer()
    writer.begin()
    failures = writer.write([A, too_long, C])
    writer.publish()
    assert [failure.id for failure in failures] == ["b"]
    assert failures[0].reason
    assert matching(index.engine(), All()) == {"a", "c"}


def test_get_answers_to_every_id_a_record_ever_had(index: Index) -> None:
    index.publish(record("a", ids=("older", "oldest"), display=b'{"shown":"a"}'), B)
    engine = index.engine()
    assert [engine.get(record_id) for record_id in ("a", "older", "oldest")] == [Found("a", b'{"shown":"a"}')] * 3
    assert [engine.get(record_id) for record_id in ("newer", "", "x" * 10_000, "\0")] == [None] * 4


def test_the_display_comes_back_byte_for_byte(index: Index) -> None:
    display = '{"title":"Qurʼān — 東京 \\" \u0000\\n"}'.encode()
    index.publish(record("a", display=display))
    engine = index.engine()
    assert engine.search(EVERYTHING).hits[0].display == display
    assert engine.get("a") == Found("a", display)


def test_sources_come_back_as_they_were_given(index: Index) -> None:
    copies = (SourceCopy("a", "marc21", bytes(range(256))), SourceCopy("old", "table", b""))
    index.publish(record("a", sources=copies), B)
    engine = index.engine()
    assert [engine.sources(record_id) for record_id in ("a", "b", "c")] == [copies, (), ()]


def test_sources_are_replaced_with_their_document(index: Index) -> None:
    before, after = SourceCopy("a", "marc21", b"before"), SourceCopy("a", "marc21", b"after")
    index.publish(record("a", sources=(before,)), record("b", sources=(before,)))
    index.change(lambda writer: writer.write([record("a", sources=(after,)), record("b")]))
    engine = index.engine()
    assert [engine.sources(record_id) for record_id in ("a", "b")] == [(after,), ()]


def test_stored_gives_the_published_displays_in_order(index: Index) -> None:
    writer = index.writer()
    assert writer.stored(["a"]) == (None,)
    index.publish(A, B)
    assert writer.current() is not None
    writer.write([record("a", display=b"{}"), C])
    assert writer.stored(["b", "c", "a"]) == (B.display, None, A.display)
    writer.publish()
    assert writer.stored(["b", "c", "a"]) == (B.display, C.display, b"{}")


def test_a_reader_opened_before_sees_each_later_generation(index: Index) -> None:
    engine = index.engine()
    for number in range(3):
        index.publish(record(f"r{number}"))
        assert found(engine, All()) == [f"r{number}"]


def test_searches_go_on_while_generations_change(index: Index) -> None:
    """Each answer is of one generation: ten records, all of the same one."""
    index.fill(lambda writer: fill_with_ten(writer, 1))
    engine, stop, wrong = index.engine(), threading.Event(), list[object]()

    def read() -> None:
        while not stop.is_set():
            try:
                titles = {hit.display for hit in engine.search(SearchRequest(All(), size=50)).hits}
                words = engine.words(prefix="kata")
            except EngineError as error:
                wrong.append(error)
                return
            if len(titles) != 1 or len(words) != 1:
                wrong.append((titles, words))

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    for number in range(1, 6):
        index.fill(lambda writer, number=number: fill_with_ten(writer, number))  # type: ignore[misc]
        index.change(lambda writer, number=number: fill_with_ten(writer, number + 100))  # type: ignore[misc]
    stop.set()
    for reader in readers:
        reader.join()
    assert wrong == []


def generation_of_ten(number: int) -> list:  # type: ignore[type-arg]
    return [record(f"r{at}", display=f'{{"generation":{number}}}'.encode()) for at in range(10)]


def fill_with_ten(writer: IndexWriter, number: int) -> None:
    writer.write(generation_of_ten(number))
    writer.write_words([Word("kata", number)])
