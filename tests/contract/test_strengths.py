"""How strong a search is in some values of a facet: how many records, how many one library alone holds, the newest."""

import random
from collections.abc import Iterator

import pytest

from discovery.search.document import IndexDocument
from discovery.search.engine import SearchEngine
from discovery.search.fields import FACETS
from discovery.search.request import SearchRequest, YearRange
from discovery.search.results import Strength
from discovery.search.tree import All, Empty, Term
from tests.contract.builders import chosen, record
from tests.contract.conftest import Index, OpenIndex

BOOKS = (
    record("a", "Padi", year=1990, facets={"subject": ["Padi"], "library": ["ui"], "class": ["600"]}),
    record("b", "Padi", year=2004, holders=2, facets={"subject": ["Padi", "Tanah"], "library": ["ui", "ugm"]}),
    record("c", "Padi", facets={"subject": ["Padi"], "library": ["ugm"], "class": ["300"]}),
    record("d", "Tanah", facets={"subject": ["Tanah"], "library": ["pnri"]}),
    record("e", "Tanah", year=-40, holders=0, facets={"subject": ["Sejarah — 1945–1949"]}),
)


@pytest.fixture(scope="module")
def engine(open_index: OpenIndex) -> Iterator[SearchEngine]:
    with open_index() as index:
        index.publish(*BOOKS)
        yield index.engine()


@pytest.mark.parametrize(
    ("facet", "values", "expected"),
    [
        (
            "subject",
            ("Tanah", "Padi", "Sejarah — 1945–1949"),
            (("Tanah", 2, 1, 2004), ("Padi", 3, 2, 2004), ("Sejarah — 1945–1949", 1, 0, -40)),
        ),
        ("library", ("ui", "ugm", "pnri"), (("ui", 2, 1, 2004), ("ugm", 2, 1, 2004), ("pnri", 1, 1, None))),
        ("class", ("300", "600"), (("300", 1, 1, None), ("600", 1, 1, 1990))),
        ("subject", ("Padi", "Jagung", "Padi"), (("Padi", 3, 2, 2004), ("Jagung", 0, 0, None), ("Padi", 3, 2, 2004))),
        ("subject", ("", "x" * 40_000, "padi"), (("", 0, 0, None), ("x" * 40_000, 0, 0, None), ("padi", 3, 2, 2004))),
        ("library", ("",), (("", 0, 0, None),)),
        ("type", ("book",), (("book", 0, 0, None),)),
        ("subject", (), ()),
    ],
)
def test_each_value_has_its_records_those_of_one_library_and_the_newest_year(
    engine: SearchEngine, facet: str, values: tuple[str, ...], expected: tuple[tuple[str, int, int, int | None], ...]
) -> None:
    assert engine.strengths(SearchRequest(All()), facet, values) == tuple(Strength(*each) for each in expected)


def test_strengths_heed_the_search_its_filters_years_and_exclusions(engine: SearchEngine) -> None:
    asked = [
        SearchRequest(Term("title", "padi")),
        SearchRequest(All(), filters=chosen(library="ugm")),
        SearchRequest(All(), years=YearRange(2000, None)),
        SearchRequest(All(), exclusions=chosen(library="ui")),
        SearchRequest(Empty()),
    ]
    assert [engine.strengths(request, "subject", ("Padi", "Tanah")) for request in asked] == [
        (Strength("Padi", 3, 2, 2004), Strength("Tanah", 1, 0, 2004)),
        (Strength("Padi", 2, 1, 2004), Strength("Tanah", 1, 0, 2004)),
        (Strength("Padi", 1, 0, 2004), Strength("Tanah", 1, 0, 2004)),
        (Strength("Padi", 1, 1, None), Strength("Tanah", 1, 1, None)),
        (Strength("Padi", 0), Strength("Tanah", 0)),
    ]


def test_strengths_ignore_their_facets_own_filter_as_counts_do(engine: SearchEngine) -> None:
    request = SearchRequest(All(), filters=chosen(library="ui", subject="Padi"))
    assert engine.strengths(request, "library", ("ui", "ugm")) == (
        Strength("ui", 2, 1, 2004),
        Strength("ugm", 2, 1, 2004),
    )


def test_every_facet_of_the_field_table_has_strengths(index: Index) -> None:
    index.publish(record("x", year=2001, facets={field: [f"value of {field}"] for field in FACETS.values()}))
    engine = index.engine()
    assert [engine.strengths(SearchRequest(All()), name, (f"value of {field}",)) for name, field in FACETS.items()] == [
        (Strength(f"value of {field}", 1, 1, 2001),) for field in FACETS.values()
    ]


def test_strengths_equal_a_recount_over_several_segments(index: Index) -> None:
    dice = random.Random(11)
    documents = [
        record(
            f"r{number:04}",
            dice.choice(("padi", "jagung")),
            year=dice.choice((None, dice.randint(1900, 2020))),
            holders=dice.randint(1, 3),
            facets={
                "subject": sorted({f"subject {int(dice.paretovariate(0.5)) % 500}" for _ in range(3)}),
                "library": sorted({f"library {dice.randint(1, 9)}" for _ in range(2)}),
            },
        )
        for number in range(1_200)
    ]
    index.publish(*documents[:700])
    index.change(lambda writer: writer.write(documents[700:]))
    index.change(lambda writer: writer.delete([document.id for document in documents[:30]]))
    engine = index.engine()
    for facet in ("subject", "library"):
        values = tuple(f"{facet} {number}" for number in range(1, 40))
        expected = tuple(recount(documents[30:], facet, value) for value in values)
        assert engine.strengths(SearchRequest(Term("title", "padi")), facet, values) == expected
        assert sum(strength.unique for strength in expected) > 20


def recount(documents: list[IndexDocument], facet: str, value: str) -> Strength:
    having = [
        document
        for document in documents
        if value in document.keywords[f"{facet}_kw"] and document.text["title"] == "padi"
    ]
    years = [document.numbers["year"] for document in having if "year" in document.numbers]
    unique = sum(document.numbers["holders"] == 1 for document in having)
    return Strength(value, len(having), unique, max(years, default=None))
