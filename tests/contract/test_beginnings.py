"""Values and words found by how they begin or by what they nearly are, compared with a look at each of them."""

from collections import Counter
from collections.abc import Iterator
from itertools import product

import pytest
from rapidfuzz.distance import OSA

from discovery.analysis.tokens import exact_key
from discovery.search.engine import SearchEngine
from discovery.search.request import FacetRequest, Misspelling
from discovery.search.results import Word
from tests.contract.builders import EVERYTHING, record
from tests.contract.conftest import Index, OpenIndex

AUTHORS = (
    *("A.A. Navis", "Toer, Pramoedya Ananta", "Toér", "Tö er", "T.O.E.R.", "O'Neil", "C++ primer", "--x", "_u_v"),
    *("Æsop", "Straße", "ĳsbeer", "Dž", "Ⅷ", "½ x", "№ 5", "2X4.1", "ﬁsh", "[a]", "{b}", "~t", "a\\b", 'q"uo', "a|b"),
    *("المكتبة", "図書館 东京", "ʿAbd", "Ḥasan"),
)
BEGINNINGS = sorted({exact_key(author)[:length] for author in AUTHORS for length in range(1, 9)} | {*AUTHORS, "zz"})
# Short words are within two edits of nearly everything; the longer ones differ by swaps, gaps and wrong letters.
WORDS = (
    *("".join(letters) for length in (1, 2, 3) for letters in product("abc", repeat=length)),
    *("perpustakaan", "perpustakan", "prepustakaan", "perpusatkan", "pustaka", "図書", "図書館", "الكتب", "الكتاب"),
)


@pytest.fixture(scope="module")
def engine(open_index: OpenIndex) -> Iterator[SearchEngine]:
    with open_index() as index:
        index.fill(
            lambda writer: (
                writer.write([record(f"r{at}", "buku", facets={"author": [name]}) for at, name in enumerate(AUTHORS)]),
                writer.write([record(kind, "buku", facets={"type": [kind]}) for kind in ("book", "Book")]),
                writer.write_words(Word(word, at % 7 + 1) for at, word in enumerate(WORDS)),
            )
        )
        yield index.engine()


@pytest.mark.parametrize("begins", BEGINNINGS)
def test_a_facet_is_narrowed_to_values_whose_folded_form_begins_so(engine: SearchEngine, begins: str) -> None:
    found = engine.facet(EVERYTHING, FacetRequest("author", 100), prefix=begins)
    written = Counter(key for key in map(exact_key, AUTHORS) if key.startswith(exact_key(begins)))
    expected = sorted(written.items(), key=lambda each: (-each[1], each[0]))
    assert [(bucket.value, bucket.count) for bucket in found.buckets] == expected


@pytest.mark.parametrize("begins", ["B", "bo", "book", "bo ok", "x", ""])
def test_a_facet_of_codes_is_narrowed_likewise(engine: SearchEngine, begins: str) -> None:
    found = engine.facet(EVERYTHING, FacetRequest("type", 100), prefix=begins)
    expected = [kind for kind in ("Book", "book") if exact_key(kind).startswith(exact_key(begins))]
    assert [(bucket.value, bucket.count) for bucket in found.buckets] == [(kind, 1) for kind in expected]


@pytest.mark.parametrize("near", ["a", "ab", "cba", "perpustakaan", "perpustkaan", "図書", "الكتاب", "zzzzz"])
def test_near_words_are_all_within_two_edits_the_nearest_first(engine: SearchEngine, near: str) -> None:
    counts = {word: at % 7 + 1 for at, word in enumerate(WORDS)}
    close = [Word(word, count) for word, count in counts.items() if OSA.distance(near, word) <= 2]
    expected = tuple(sorted(close, key=lambda word: (OSA.distance(near, word.text), -word.count, word.text)))
    assert engine.words_near((Misspelling(near, size=100),)) == (expected,)


def test_a_facet_is_read_to_its_end_in_pieces(index: Index) -> None:
    index.publish(
        *(record(f"r{at:03}", "buku", facets={"subject": [f"s{at % 60:02}", f"t{at % 7}"]}) for at in range(120))
    )
    engine = index.engine()
    whole = engine.facet(EVERYTHING, FacetRequest("subject", 1_000))
    pieces = [engine.facet(EVERYTHING, FacetRequest("subject", 9), offset=offset) for offset in range(0, 72, 9)]
    assert tuple(bucket for piece in pieces for bucket in piece.buckets) == whole.buckets
    assert [piece.more for piece in pieces] == [True] * 7 + [False]
    assert (len(whole.buckets), whole.more) == (67, False)
