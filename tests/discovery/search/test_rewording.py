"""Which words of a search may be changed."""

import pytest

from discovery.search.params import Row, SearchParams
from discovery.search.rewording import places


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("raga olah -raga", ["raga", "olah"]),
        ("raga olah NOT raga", ["raga", "olah"]),
        ("raga olah BUKAN raga", ["raga", "olah"]),
        ("raga olah AND NOT raga", ["raga", "olah"]),
        ("raga (olah -title:raga)", ["raga", "olah"]),
        ("(-raga olah) raga", ["olah", "raga"]),
        ("olah-raga raga", ["olah", "raga", "raga"]),
        ("olah - raga", ["olah", "raga"]),
        ("olah –raga", ["olah", "raga"]),
        ("olah not raga", ["olah", "not", "raga"]),
    ],
)
def test_a_word_is_left_alone_where_it_is_excluded_though_it_is_looked_for_elsewhere(
    typed: str, words: list[str]
) -> None:
    assert [place.word for place in places(SearchParams(rows=(Row(typed),)))] == words
