from concurrent.futures import ThreadPoolExecutor

import pytest

from discovery.analysis.stem import overrides, stem, stem_language, stem_text

FAMILIES = [
    ("id", "perpustakaan kepustakaan", "pustaka"),
    ("id", "penelitian meneliti teliti peneliti", "teliti"),
    ("id", "merdeka kemerdekaan memerdekakan", "merdeka"),
    ("id", "pengarang karangan mengarang", "karangan"),
    ("id", "karang karangnya", "karang"),
    ("id", "sekolah sekolahnya bersekolah", "sekolah"),
    ("id", "perancis prancis", "prancis"),
    ("id", "media medianya", "media"),
    ("en", "library libraries", "librari"),
    ("en", "authority authorities", "authority"),
    ("nl", "bibliotheken bibliotheek", None),
    ("de", "häuser häusern", "haus"),
    ("fr", "histoires histoire", "histoir"),
    ("ar", "كتاب الكتاب والكتاب كتابات", "كتاب"),
    ("ar", "بيروت", "بيروت"),
    ("ar", "القاهرة", "قاهر"),
    ("ar", "ولد", "ولد"),
    ("ar", "وزارة", "زار"),
    ("ru", "книга книги", "книг"),
]


@pytest.mark.parametrize(("language", "family", "expected"), [case for case in FAMILIES if case[2]])
def test_stem_brings_a_family_of_words_together(language: str, family: str, expected: str) -> None:
    assert {stem(word, language) for word in family.split()} == {expected}


def test_stem_of_author_is_not_charcoal() -> None:
    assert stem("pengarang", "id") != stem("arang", "id")


@pytest.mark.parametrize("language", ["id", "en", "fr", "de"])
def test_overrides_stem_to_words_that_stem_to_themselves(language: str) -> None:
    fixed = overrides(language)
    assert fixed
    assert {word: root for word, root in fixed.items() if stem(root, language) != root} == {}


@pytest.mark.parametrize("language", ["id", "en", "fr", "de"])
def test_overrides_are_in_lower_case_and_in_order(language: str) -> None:
    found = list(overrides(language))
    assert found == sorted(word.lower() for word in found)


def test_overrides_of_a_language_without_a_list_are_empty() -> None:
    assert dict(overrides("ru")) == {}


@pytest.mark.parametrize(
    ("language", "served_by"),
    [("id", "id"), ("ms", "id"), ("en-GB", "en"), ("ar", "ar"), ("ja", None), ("jv", None), ("", None)],
)
def test_stem_language_serves_near_languages(language: str, served_by: str | None) -> None:
    assert stem_language(language) == served_by


def test_stem_text_keeps_the_number_of_words() -> None:
    assert stem_text("sejarah perpustakaan indonesia", "id") == "sejarah pustaka indonesia"


def test_stem_gives_the_same_in_every_thread() -> None:
    typed = [f"{word}{ending}" for word in ("librar", "histor", "stud") for ending in ("y", "ies")] * 50
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(lambda word: stem(word, "en"), typed)) == [stem(word, "en") for word in typed]
