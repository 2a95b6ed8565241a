"""Questions that don't wait for each other's answers: asked at once they are answered as one by one."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from msgspec import structs

from discovery.catalog.record import UnionRecord
from discovery.errors import NotFound
from discovery.search.engine import SearchEngine
from discovery.search.partner_facts import Freshness, freshness_fact
from discovery.search.request import FacetRequest, Misspelling, SearchRequest
from discovery.search.results import Results, Word
from discovery.search.service import SearchService
from discovery.search.tree import All, Has, Term
from tests.catalogues import union, write_catalogue
from tests.contract.builders import chosen, heading, record
from tests.contract.conftest import Index, OpenIndex

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
    assert found == tuple(engine.words_near((each,))[0] for each in typed)


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


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_an_id_is_answered_by_the_record_that_is_shown_under_it(index: Index, order: tuple[int, int]) -> None:
    """Whichever was written first, and though another was shown under the id before."""
    pair = (record("a", ids=("b",)), record("b"))
    index.publish(*(pair[place] for place in order))
    found = [index.engine().get(each) for each in ("a", "b", "c")]
    assert [answer and answer.id for answer in found] == ["a", "b", None]


def test_records_by_several_ids_are_those_by_each(index: Index) -> None:
    bumi, anak, jejak = union(1, "Bumi manusia"), union(2, "Anak semua bangsa"), union(3, "Jejak langkah")
    past = union(4, "Rumah kaca").id
    catalogue = (bumi, structs.replace(anak, ids=(anak.id, past)), jejak)
    index.fill(
        lambda writer: (
            write_catalogue(writer, catalogue),
            writer.write_facts([freshness_fact("id-amn", Freshness(confirmed="2030-01-01"))]),
        )
    )
    service = SearchService(index.engine())
    ids = (jejak.id, past, "a" * 13, bumi.id, "../etc/passwd", anak.id, jejak.id)
    assert service.records(ids) == tuple(one_by_one(service, each) for each in ids)
    titles = [found and found.description.title.main for found in service.records(ids)]
    assert titles == [
        *("Jejak langkah", "Anak semua bangsa", None, "Bumi manusia", None, "Anak semua bangsa", "Jejak langkah")
    ]
    assert (service.records(()), service.records(("x",))) == ((), (None,))


def one_by_one(service: SearchService, record_id: str) -> UnionRecord | None:
    try:
        return service.record(record_id)
    except NotFound:
        return None


def test_an_id_is_its_own_records_before_it_is_one_that_had_it_before(index: Index) -> None:
    owner = union(1, "Bumi manusia")
    others = [union(number, "Salinan") for number in range(2, 6)]
    catalogue = (*(structs.replace(each, ids=(each.id, owner.id)) for each in others), owner)
    index.fill(lambda writer: write_catalogue(writer, catalogue))
    assert SearchService(index.engine()).records((owner.id,)) == (owner,)
