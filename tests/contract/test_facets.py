"""Counts: of union records, exact, and as if the facet's own filter weren't there."""

import random
from collections import Counter
from collections.abc import Iterator, Sequence

import pytest
from msgspec.structs import replace

from discovery.analysis.filing import list_key
from discovery.analysis.tokens import exact_key
from discovery.search.document import IndexDocument
from discovery.search.engine import IndexWriter, SearchEngine
from discovery.search.fields import FACETS
from discovery.search.request import FacetRequest, Filter, SearchRequest, YearRange
from discovery.search.results import Bucket, Facet, Heading, Results
from discovery.search.tree import All, Empty, Term
from tests.contract.builders import buckets, chosen, found, heading, ids, record
from tests.contract.conftest import Index, OpenIndex

BOOKS = (
    record("a", "Padi", year=1990, facets={"language": ["id"], "type": ["book"], "library": ["ui", "ugm"]}),
    record("b", "Padi", year=1991, facets={"language": ["id", "jv"], "type": ["book"], "library": ["ui"]}),
    record("c", "Padi", year=1992, facets={"language": ["en"], "type": ["map"], "library": ["ugm"]}),
    record("d", "Jagung", year=1993, facets={"language": ["nl"], "type": ["map"], "library": ["pnri"]}),
    record("e", "Jagung", facets={"language": ["id"], "type": ["serial"], "library": ["pnri", "ui", "ugm"]}),
)
THREE = tuple(FacetRequest(facet) for facet in ("language", "type", "library"))


@pytest.fixture(scope="module")
def engine(open_index: OpenIndex) -> Iterator[SearchEngine]:
    with open_index() as index:
        index.publish(*BOOKS)
        yield index.engine()


def counts(results: Results) -> dict[str, dict[str, int]]:
    return {facet.facet: dict(buckets(facet)) for facet in results.facets}


def test_buckets_go_by_count_then_value(engine: SearchEngine) -> None:
    results = engine.search(SearchRequest(All(), facets=THREE))
    assert [buckets(facet) for facet in results.facets] == [
        [("id", 3), ("en", 1), ("jv", 1), ("nl", 1)],
        [("book", 2), ("map", 2), ("serial", 1)],
        [("ugm", 3), ("ui", 3), ("pnri", 2)],
    ]


def test_a_facet_counts_only_what_matches(engine: SearchEngine) -> None:
    results = engine.search(SearchRequest(Term("title", "jagung"), facets=THREE))
    assert counts(results)["type"] == {"map": 1, "serial": 1}


def test_a_facet_of_nothing_is_empty(engine: SearchEngine) -> None:
    results = engine.search(SearchRequest(Empty(), facets=THREE))
    assert results.facets == tuple(Facet(facet.facet, ()) for facet in THREE)


def test_a_filter_narrows_hits_and_total(engine: SearchEngine) -> None:
    results = engine.search(SearchRequest(All(), filters=chosen(language="id"), sort="title"))
    assert (results.total, ids(results)) == (3, ["e", "a", "b"])


def test_values_of_one_filter_are_alternatives(engine: SearchEngine) -> None:
    assert set(found(engine, All(), filters=chosen(language=("en", "nl")))) == {"c", "d"}


def test_filters_of_two_facets_must_both_hold(engine: SearchEngine) -> None:
    assert found(engine, All(), filters=chosen(language="id", type="serial")) == ["e"]


def test_two_filters_of_one_facet_must_both_hold(engine: SearchEngine) -> None:
    both = (Filter("language", ("id",)), Filter("language", ("jv",)))
    assert found(engine, All(), filters=both) == ["b"]


def test_a_facet_ignores_its_own_filter_and_heeds_the_others(engine: SearchEngine) -> None:
    results = engine.search(SearchRequest(All(), filters=chosen(type="map"), facets=THREE))
    assert counts(results) == {
        "language": {"en": 1, "nl": 1},
        "type": {"book": 2, "map": 2, "serial": 1},
        "library": {"pnri": 1, "ugm": 1},
    }


def test_two_selected_facets_each_heed_the_other(engine: SearchEngine) -> None:
    results = engine.search(SearchRequest(All(), filters=chosen(type="map", language=("en", "id")), facets=THREE))
    assert counts(results) == {
        "language": {"en": 1, "nl": 1},
        "type": {"book": 2, "map": 1, "serial": 1},
        "library": {"ugm": 1},
    }


def test_an_exclusion_leaves_out_hits_and_their_counts_even_in_its_own_facet(engine: SearchEngine) -> None:
    results = engine.search(SearchRequest(All(), exclusions=chosen(type="map"), facets=THREE))
    assert results.total == 3
    assert counts(results)["type"] == {"book": 2, "serial": 1}


def test_a_value_both_chosen_and_excluded_finds_nothing(engine: SearchEngine) -> None:
    assert found(engine, All(), filters=chosen(type="map"), exclusions=chosen(type="map")) == []


def test_a_filter_on_an_unknown_value_finds_nothing_and_keeps_its_facet(engine: SearchEngine) -> None:
    results = engine.search(SearchRequest(All(), filters=chosen(type="atlas"), facets=THREE))
    assert (results.total, counts(results)["type"]) == (0, {"book": 2, "map": 2, "serial": 1})


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        (YearRange(1991, 1992), "bc"),
        (YearRange(None, 1990), "a"),
        (YearRange(1993, None), "d"),
        (YearRange(None, None), "abcd"),
        (YearRange(1992, 1991), ""),
    ],
)
def test_a_year_range_is_closed_and_leaves_out_missing_years(
    engine: SearchEngine, years: YearRange, expected: str
) -> None:
    results = engine.search(SearchRequest(All(), years=years, facets=(FacetRequest("type"),)))
    assert "".join(sorted(ids(results))) == expected
    assert sum(counts(results)["type"].values()) == len(expected)


def test_a_facet_cut_short_says_that_there_is_more(engine: SearchEngine) -> None:
    cut, whole = (
        engine.search(SearchRequest(All(), facets=(FacetRequest("language", size),))).facets[0] for size in (2, 4)
    )
    assert cut == Facet("language", (Bucket("id", 3), Bucket("en", 1)), more=True)
    assert (len(whole.buckets), whole.more) == (4, False)


def test_every_facet_of_the_field_table_counts(index: Index) -> None:
    index.publish(record("x", facets={field: [f"value of {field}"] for field in FACETS.values()}))
    results = index.engine().search(SearchRequest(All(), facets=tuple(map(FacetRequest, FACETS))))
    assert {facet.facet: buckets(facet) for facet in results.facets} == {
        facet: [(f"value of {field}", 1)] for facet, field in FACETS.items()
    }


def test_more_of_a_facet_pages_without_gap_or_repetition(engine: SearchEngine) -> None:
    request = SearchRequest(All(), filters=chosen(language="id"))
    pages = [engine.facet(request, FacetRequest("language", 2), offset=at) for at in (0, 2, 4)]
    assert [buckets(page) for page in pages] == [[("id", 3), ("en", 1)], [("jv", 1), ("nl", 1)], []]
    assert [page.more for page in pages] == [True, False, False]


AUTHORS = ("Ananta Toer, Pramoedya", "Ánanta, Aris", "Banda, Moh.", "an-Nawawi", "ANANDA", "Nananta")


@pytest.mark.parametrize(
    ("prefix", "expected"),
    [
        ("anan", {"ANANDA", "Ananta Toer, Pramoedya", "Ánanta, Aris"}),
        ("ANANTA", {"Ananta Toer, Pramoedya", "Ánanta, Aris"}),
        ("ananta toer, p", {"Ananta Toer, Pramoedya"}),
        ("zz", set()),
        ("", set(AUTHORS)),
    ],
)
def test_a_facet_narrows_to_values_that_begin_so_however_they_are_written(
    index: Index, prefix: str, expected: set[str]
) -> None:
    documents = [record(f"r{at}", facets={"author": [author]}) for at, author in enumerate(AUTHORS)]
    publish_with(index, documents, [heading("author", author) for author in AUTHORS])
    facet = index.engine().facet(SearchRequest(All()), FacetRequest("author", 50), prefix=prefix)
    assert dict(buckets(facet)) == dict.fromkeys(expected, 1)
    assert not facet.more


def publish_with(index: Index, documents: Sequence[IndexDocument], headings: Sequence[Heading]) -> None:
    def put(writer: IndexWriter) -> None:
        writer.write(documents)
        writer.write_headings(headings)

    index.fill(put)


QURANS = (
    record("a", facets={"subject": ["Qurʼan", "Qurʼan — Tafsir"], "place": ["Jakarta"], "about": ["JAWA"]}),
    record("b", facets={"subject": ["Qur'an"], "place": ["[JAKARTA"], "about": ["Jawa"], "author": ["Ṭāhā Ḥusayn"]}),
    record("c", facets={"subject": ["QURAN", "Tafsir"], "place": ["Bandung"], "author": ["Taha Husayn"]}),
)
SHOWN = (
    *(heading("subject", text) for text in ("Qurʼan", "Qurʼan — Tafsir", "Tafsir")),
    *(heading("place", text) for text in ("Jakarta", "Bandung", "Jawa")),
    heading("author", "Ḥusayn, Ṭāhā"),
)


def test_headings_count_together_however_they_are_written_and_stand_as_their_list_has_them(index: Index) -> None:
    publish_with(index, QURANS, SHOWN)
    wanted = tuple(map(FacetRequest, ("subject", "place", "about", "author")))
    results = index.engine().search(SearchRequest(All(), facets=wanted))
    assert {facet.facet: buckets(facet) for facet in results.facets} == {
        "subject": [("Qurʼan", 3), ("Qurʼan — Tafsir", 1), ("Tafsir", 1)],
        "place": [("Jakarta", 2), ("Bandung", 1)],
        "about": [("Jawa", 2)],
        # No list has it in direct order: it stands as it is counted.
        "author": [("taha husayn", 2)],
    }


@pytest.mark.parametrize("written", ["Qurʼan", "qur'an", "QURAN", "Qur’ān"])
def test_a_filter_by_a_heading_may_be_written_in_any_way_and_its_bucket_stands_so(index: Index, written: str) -> None:
    publish_with(index, QURANS, SHOWN)
    engine, filters = index.engine(), chosen(subject=written)
    for by in ("edition", "work"):
        results = engine.search(SearchRequest(All(), filters=filters, facets=(FacetRequest("subject", 2),), by=by))  # type: ignore[arg-type]
        assert (results.total, buckets(results.facets[0])) == (3, [(written, 3), ("Qurʼan — Tafsir", 1)])
    assert buckets(engine.facet(SearchRequest(All(), filters=filters), FacetRequest("subject", 1))) == [(written, 3)]
    assert found(engine, All(), exclusions=chosen(subject=written, place="bandung")) == []
    assert found(engine, All(), filters=filters, exclusions=chosen(place="JAKARTA")) == ["c"]


def test_a_facet_of_headings_leafs_in_the_order_of_their_folded_forms(index: Index) -> None:
    written = ("zaman", "Ábad", "Émas", "DUNIA", "2 dunia", "10 dunia")
    documents = [record(f"r{at}", facets={"subject": [text]}) for at, text in enumerate(written)]
    # A list has its numbers by size, a facet as they are written.
    headings = [replace(heading("subject", text), key=list_key(exact_key(text))) for text in written]
    publish_with(index, documents, headings)
    engine = index.engine()
    pages = [engine.facet(SearchRequest(All()), FacetRequest("subject", 4), offset=at) for at in (0, 4)]
    assert [value for page in pages for value, _ in buckets(page)] == [
        *("10 dunia", "2 dunia", "Ábad", "DUNIA"),
        *("Émas", "zaman"),
    ]


def a_catalogue(seed: int) -> list[IndexDocument]:
    """Records whose authors follow the usual law: a few wrote much, most wrote one thing."""
    dice = random.Random(seed)
    return [
        record(
            f"r{number:05}",
            dice.choice(("padi", "jagung", "padi jagung")),
            year=dice.randint(1950, 2020),
            facets={
                "author": sorted({f"author {int(dice.paretovariate(0.4)) % 5_000}" for _ in range(dice.randint(0, 3))}),
                "library": sorted({f"library {dice.randint(1, 30)}" for _ in range(dice.randint(1, 4))}),
                "type": [dice.choice(("book", "map", "serial"))],
            },
        )
        for number in range(3_000)
    ]


def recount(documents: list[IndexDocument], facet: str, size: int) -> Facet:
    counted = Counter(value for document in documents for value in document.keywords.get(f"{facet}_kw", ()))
    ordered = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    return Facet(facet, tuple(Bucket(*pair) for pair in ordered[:size]), more=len(ordered) > size)


def test_counts_equal_a_recount_over_several_segments(index: Index) -> None:
    documents = a_catalogue(seed=7)
    index.publish(*documents[:1_500])
    for first in range(1_500, 3_000, 500):
        batch = documents[first : first + 500]
        index.change(lambda writer, batch=batch: writer.write(batch))  # type: ignore[misc]
    index.change(lambda writer: writer.delete([document.id for document in documents[:40]]))
    engine, documents = index.engine(), documents[40:]
    maps = [document for document in documents if document.keywords["type_kw"] == ("map",)]
    old = [document for document in maps if document.numbers["year"] <= 1980]
    for size in (1, 10, 300, 10_000):
        wanted = tuple(FacetRequest(facet, size) for facet in ("author", "library", "type"))
        everything = engine.search(SearchRequest(All(), facets=wanted))
        assert everything.facets == tuple(recount(documents, facet.facet, size) for facet in wanted)
        narrowed = engine.search(
            SearchRequest(All(), filters=chosen(type="map"), years=YearRange(None, 1980), facets=wanted)
        )
        assert narrowed.total == len(old)
        assert narrowed.facets[:2] == tuple(recount(old, facet.facet, size) for facet in wanted[:2])
