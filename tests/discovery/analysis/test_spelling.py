import pytest

from discovery.analysis.spelling import distance, nearest


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
    ("typed", "candidates", "meant"),
    [
        ("sejarh", [("sejarah", 2), ("sejara", 1)], "sejarah"),
        ("bumi", [("kumi", 90), ("buni", 3)], "buni"),
        ("ekonomy", [("ekonomi", 5), ("ekonom", 9)], "ekonom"),
        ("perpustakan", [("perpustakaan", 5), ("perpustaka", 9)], "perpustaka"),
        ("bmi", [("bumi", 1), ("badan", 9)], "bumi"),
        ("katalog", [("katalog", 9)], None),
        ("xyz", [], None),
    ],
)
def test_nearest_prefers_the_first_letter_then_fewer_edits_then_use(
    typed: str, candidates: list[tuple[str, int]], meant: str | None
) -> None:
    assert nearest(typed, candidates) == meant
