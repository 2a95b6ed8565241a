import pytest
from hypothesis import given
from hypothesis import strategies as st

from discovery.analysis.spelling import (
    MOST_VARIANTS,
    certain_spellings,
    distance,
    name_spellings,
    spelling_variants,
)


@pytest.mark.parametrize(
    ("first", "second", "limit", "edits"),
    [
        ("pelangi", "pelangi", 1, 0),
        ("pelangi", "pelagi", 1, 1),
        ("pelangi", "pelnagi", 1, 1),
        ("pelangi", "pelamgi", 1, 1),
        ("pelangi", "pelanggi", 1, 1),
        ("pelangi", "palanga", 1, None),
        ("pelangi", "palanga", 2, 2),
        ("ab", "abcdef", 2, None),
        ("", "ab", 2, 2),
    ],
)
def test_distance_counts_edits_up_to_a_limit(first: str, second: str, limit: int, edits: int | None) -> None:
    assert distance(first, second, limit) == edits
    assert distance(second, first, limit) == edits


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("soekarno", "sukarno"),
        ("djakarta", "jakarta"),
        ("tjoetjoe", "cucu"),
        ("njonja", "nyonya"),
        ("sjarif", "syarif"),
        ("achmad", "akhmad"),
        ("surabaja", "surabaya"),
        ("soerabaja", "surabaya"),
        ("soejono", "suyono"),
        ("kechil", "kecil"),
        ("mueller", "muller"),
        ("dijk", "dyk"),
        ("shafii", "syafii"),
        ("الغزالي", "غزالي"),
    ],
)
def test_spelling_variants_go_both_ways(word: str, other: str) -> None:
    assert other in spelling_variants(word)
    assert word in spelling_variants(other) or word == "kechil"


@pytest.mark.parametrize(
    ("word", "other"),
    [("muhammad", "muhamad"), ("lhistoire", "histoire"), ("علماء", "علما"), ("rakjat", "rakyat")],
)
def test_spelling_variants_leave_out_what_writers_leave_out(word: str, other: str) -> None:
    assert other in spelling_variants(word)


@pytest.mark.parametrize("word", ["", "it", "oe", "1945", "2x4", "東京大学", "книга", "له", "c++"])
def test_spelling_variants_of_short_words_numbers_and_other_scripts_are_none(word: str) -> None:
    assert spelling_variants(word) == ()


@given(st.text())
def test_spelling_variants_are_few_and_never_the_word_itself(word: str) -> None:
    found = spelling_variants(word)
    assert len(found) <= MOST_VARIANTS
    assert word not in found
    assert len(set(found)) == len(found)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("soekarno", "sukarno"), ("sukarno", "soekarno"), ("muller", "mueller"), ("yamin", "jamin"), ("الغزالي", "غزالي")],
)
def test_name_spellings_hold_the_likelier(word: str, expected: str) -> None:
    assert expected in name_spellings(word)


@pytest.mark.parametrize("word", ["", "chan", "jung", "poet"])
def test_short_names_have_no_other_spelling(word: str) -> None:
    assert name_spellings(word) == ()


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("djakarta", ("jakarta",)),
        ("jakarta", ("djakarta",)),
        ("soekarno", ("sukarno",)),
        ("sukarno", ("soekarno",)),
        ("soerabaja", ("surabaya",)),
        ("surabaya", ("soerabaja", "surabaja")),
        ("syair", ("sjair",)),
        ("cahaya", ("tjahaja",)),
        ("kebudayaan", ("keboedajaan", "kebudajaan")),
        ("propinsi", ("provinsi",)),
        ("mohamad", ("muhammad", "mohammad", "mohammed", "muhamad")),
        ("poet", ()),
        ("poets", ()),
        ("mayor", ()),
        ("history", ()),
        ("does", ()),
        ("raya", ()),
        ("东京", ()),
    ],
)
def test_certain_spellings_are_those_that_can_be_no_other_word(word: str, expected: tuple[str, ...]) -> None:
    assert certain_spellings(word) == expected
