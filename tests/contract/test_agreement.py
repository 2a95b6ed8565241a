"""The engines compared with each other: on folded fields the same totals, facets, order and scores."""

import random
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from discovery.search.document import IndexDocument
from discovery.search.engine import SearchEngine
from discovery.search.request import FacetRequest, Filter, SearchRequest, YearRange
from discovery.search.tree import All, Best, Between, Boost, Combine, Constant, Has, Node, Sequence, Starts, Term
from tests.contract.builders import record
from tests.contract.conftest import opener

WORDS = ["laut", "gunung", "padi", "kopi", "kota", "desa", "sejarah", "hukum", "seni", "buku"]
FACETS: dict[str, list[str]] = {
    "type": ["book", "map", "serial"],
    "language": ["id", "en", "nl", "jv"],
    "library": ["ui", "ugm", "itb", "pnri", "unair"],
    "author": [f"Penulis {number}" for number in range(40)],
}
TEXTS = ("title", "author", "subject")

word = st.sampled_from(WORDS)
text_field = st.sampled_from(TEXTS)
facet = st.sampled_from(sorted(FACETS))
values = facet.flatmap(
    lambda name: st.tuples(st.just(name), st.lists(st.sampled_from(FACETS[name]), min_size=1, max_size=3).map(tuple))
)
year = st.none() | st.integers(1990, 2010)
weight = st.sampled_from((0.1, 0.5, 2.0, 10.0))

leaves: st.SearchStrategy[Node] = st.one_of(
    st.builds(Term, text_field, word),
    st.builds(Term, text_field, word),
    st.builds(Sequence, text_field, st.tuples(word, word)),
    st.builds(Starts, text_field, word.map(lambda whole: whole[:2])),
    values.map(lambda pair: Has(*pair)),
    st.builds(Between, st.just("year"), year, year),
    st.just(All()),
)


def grown(parts: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    few = st.lists(parts, max_size=3).map(tuple)
    some = st.lists(parts, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        st.builds(Best, some, st.sampled_from((0.0, 0.1))),
        st.builds(Combine, must=some, should=few, never=few, at_least=st.integers(0, 2)),
        st.builds(Combine, should=some, never=few, at_least=st.integers(0, 2)),
        st.builds(Combine, never=some),
        st.builds(Constant, parts, weight),
        st.builds(Boost, parts, weight),
    )


filters = st.lists(values.map(lambda pair: Filter(*pair)), max_size=2).map(tuple)
requests = st.builds(
    SearchRequest,
    tree=st.recursive(leaves, grown, max_leaves=6),
    filters=filters,
    exclusions=filters,
    years=st.none() | st.builds(YearRange, year, year),
    facets=st.just(tuple(FacetRequest(name, 5) for name in FACETS)),
    sort=st.sampled_from(("relevance", "relevance", "newest", "oldest", "title", "author", "holdings")),
    by=st.sampled_from(("edition", "work")),
    offset=st.sampled_from((0, 0, 7, 60)),
    size=st.sampled_from((0, 10, 50)),
)


def a_catalogue() -> list[IndexDocument]:
    dice = random.Random(20)
    return [
        record(
            f"r{number:03}",
            " ".join(dice.choices(WORDS, k=dice.randint(1, 5))),
            author=" ".join(dice.choices(WORDS, k=dice.randint(0, 2))),
            subject=" ".join(dice.choices(WORDS, k=dice.randint(0, 3))),
            year=dice.choice((None, *range(1990, 2011))),
            holders=dice.randint(1, 4),
            work=f"w{number * 31 % 150}",
            facets={name: dice.sample(all_, k=dice.randint(0, 2)) for name, all_ in FACETS.items()},
        )
        for number in range(400)
    ]


@pytest.fixture(scope="module")
def engines(request: pytest.FixtureRequest) -> Iterator[tuple[SearchEngine, SearchEngine]]:
    documents = a_catalogue()
    with opener(request, "embedded")() as embedded, opener(request, "elasticsearch")() as elasticsearch:
        for index in (embedded, elasticsearch):
            index.publish(*documents[:300])
            index.change(lambda writer: writer.write(documents[300:]))
        yield embedded.engine(), elasticsearch.engine()


@pytest.mark.elasticsearch
@seed(3)
@settings(max_examples=300, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
@given(request=requests)
def test_engines_agree_on_total_order_scores_and_counts(
    engines: tuple[SearchEngine, SearchEngine], request: SearchRequest
) -> None:
    ours, theirs = (engine.search(request) for engine in engines)
    assert (ours.total, ours.works) == (theirs.total, theirs.works)
    assert ours.facets == theirs.facets
    assert [(hit.id, hit.editions) for hit in ours.hits] == [(hit.id, hit.editions) for hit in theirs.hits]
    if request.sort == "relevance":
        assert [hit.score for hit in ours.hits] == pytest.approx([hit.score for hit in theirs.hits], rel=1e-4)
