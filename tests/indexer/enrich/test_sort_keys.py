"""Where titles file: https://www.loc.gov/marc/bibliographic/bd245.html, second indicator."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discovery.catalog.record import Title
from indexer.enrich.sort_keys import KEY_LENGTH, filed, filing_key


@pytest.mark.parametrize(
    ("title", "languages", "key"),
    [
        (Title("The hobbit", nonfiling=4), ("en",), "hobbit"),
        (Title("The hobbit"), ("en",), "hobbit"),
        (Title('"The end"', nonfiling=5), ("en",), "end"),
        (Title("L'étranger", nonfiling=2), ("fr",), "etranger"),
        (Title("Le Monde", nonfiling=3), ("en",), "monde"),
        (Title("al-Qāhirah", nonfiling=3), ("ar",), "qahirah"),
        (Title("al-Qāhirah"), ("ar",), "qahirah"),
        (Title("الكتاب", nonfiling=2), ("ar",), "كتاب"),
        (Title("Der Prozess", nonfiling=4), (), "prozess"),
        (Title("A is for apple"), ("en",), "a is for apple"),
        (Title("The"), ("en",), "the"),
        (Title("Java", "a history", ("Atlas",)), ("en",), "java a history atlas"),
        (Title("Java", "a history", ("Atlas", "Maps"), leading=1), ("en",), "java atlas a history maps"),
    ],
)
def test_article_is_passed_over_in_filing(title: Title, languages: tuple[str, ...], key: str) -> None:
    assert filed(title, languages)[0] == key


@pytest.mark.parametrize(
    ("title", "languages", "key"),
    [
        (Title("Sang pemimpi", nonfiling=5), ("id",), "sang pemimpi"),
        (Title("A Teeuw", nonfiling=2), ("id",), "a teeuw"),
        (Title("Age of consent", nonfiling=4), ("en",), "age of consent"),
        (Title("In journeyings", nonfiling=3), ("en",), "in journeyings"),
        (Title("Die hard"), ("en",), "die hard"),
    ],
)
def test_indicator_that_skips_no_article_is_not_believed(title: Title, languages: tuple[str, ...], key: str) -> None:
    assert filed(title, languages)[0] == key


@pytest.mark.parametrize(
    ("title", "languages", "skipped"),
    [
        (Title("The hobbit"), ("en",), 4),
        (Title("al-Qāhirah"), ("ar",), 3),
        (Title("The hobbit", nonfiling=4), ("en",), 4),
        (Title("Te reo Māori", nonfiling=3), ("mi",), 3),
        (Title("Die hard"), ("en",), 0),
        (Title("The"), ("en",), 0),
    ],
)
def test_article_that_nobody_counted_is_counted(title: Title, languages: tuple[str, ...], skipped: int) -> None:
    assert filed(title, languages)[1] == skipped


def test_numbers_file_by_their_value() -> None:
    titles = [Title("Bumi", parts=(f"Jilid {number}",)) for number in (2, 10, 1)]
    assert sorted(filed(title, ("id",))[0] for title in titles) == [
        "bumi jilid 000001",
        "bumi jilid 000002",
        "bumi jilid 000010",
    ]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Qur'an, dan  Hadis!", "quran dan hadis"),
        ("É-Ü_ß", "e u ss"),
        ("東京大学", "东京大学"),
        ("बाल विज्ञान", "बाल विज्ञान"),
        ("٣ كتب", "000003 كتب"),
        ("!!!", "!!!"),
        ("", ""),
    ],
)
def test_filing_key_is_folded_without_punctuation(text: str, key: str) -> None:
    assert filing_key(text) == key


@given(st.text(max_size=300))
def test_filing_key_is_short_and_files_as_itself(text: str) -> None:
    key = filing_key(text)
    assert len(key) <= KEY_LENGTH
    assert bool(key) == bool(text.strip())
