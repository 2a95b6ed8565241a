import pytest
from hypothesis import given
from hypothesis import strategies as st

from discovery.analysis.tokens import (
    VALUE_MARK,
    exact_key,
    query_tokens,
    tokens,
    tokens_and_words,
    words,
)

TOKENS = {
    "punctuation and ISBD marks": ("Laskar pelangi : novel / Andrea Hirata.", "laskar pelangi novel andrea hirata"),
    "hyphens": ("self-help, buku-buku", "self help buku buku"),
    "apostrophes inside a word": ("Qur'an Ma’arif children's 'kata'", "quran maarif childrens kata"),
    "French elision": ("l'histoire d’été qu'elle", "l histoire d ete qu elle"),
    "Wade-Giles is no elision": ("T'ang K'ang-hsi", "tang kang hsi"),
    "programming languages": ("C++, C# & F#!", "c++ c# & f#"),
    "a musical key": ("Sonata C♯ é", "sonata c# e"),
    "class numbers and versions": ("959.8 2X4.1 Web 2.0.", "959.8 2x4.1 web 2.0"),
    "initials": ("A.A. Milne", "a a milne"),
    "underscore": ("kata_lain é_b", "kata lain e b"),
    "Chinese": ("中国历史", "中国 国历 历史 史"),
    "Japanese beside a number": ("第2巻 図書", "第 2 卷 图书 书"),
    "Japanese half-width": ("ﾄｳｷｮｳ", "トウ ウキ キョ ョウ ウ"),
    "Korean": ("한국의 역사", "한국 국의 의 역사 사"),
    "Latin inside Chinese": ("北京Tower大学", "北京 京 tower 大学 学"),
    "Arabic": ("كِتابُ الأدب", "كتاب الادب"),
    "Hindi": ("हिन्दी किताब", "हिन्दी किताब"),
    "one character that is several words": ("½ cup", "1 2 cup"),
    "nothing": (" -- / : ; … ـ ", ""),
}


@pytest.mark.parametrize(("text", "expected"), TOKENS.values(), ids=TOKENS.keys())
def test_tokens_are_folded_words(text: str, expected: str) -> None:
    assert " ".join(tokens(text)) == expected


def test_query_tokens_leave_out_the_last_character_of_a_run() -> None:
    assert query_tokens("東京大学 図 é") == ["东京", "京大", "大学", "图", "e"]


def test_words_keep_accents_and_apostrophes_at_the_same_boundaries() -> None:
    text = "Cafe\u0301 l'ÉTÉ Qur’an 東京 2X4.1"
    assert words(text) == ["café", "l", "été", "qur’an", "東京", "2x4.1"]
    assert tokens_and_words(text) == (tokens(text), words(text))


def test_greek_words_are_the_same_in_capitals() -> None:
    assert words("ΛΌΓΟΣ") == words("λόγος") == ["λόγοσ"]


def test_tokens_of_ascii_and_other_text_are_cut_alike() -> None:
    text = "Self-help for C++ & C#: 2X4.1 (A.A.), l'art d'o'neil `x` it's 3.5.2 k8s_c"
    assert [*tokens(text), "e"] == tokens(f"{text} é")


def test_token_of_great_length_is_cut_below_the_engines_limit() -> None:
    assert [len(token) for token in tokens("x" * 10_000)] == [80]
    assert [len(token) for token in words("é" * 10_000)] == [80]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Apa itu? / It!", "apa itu it"),
        ("東京大学 : 図書館", "东京大学 图书馆"),
        ("ʿUthmān, ـ", "uthman"),
        ("Qur'an", "quran"),
    ],
)
def test_exact_key_folds_a_value_as_a_whole(text: str, key: str) -> None:
    assert exact_key(text) == key


@given(st.text())
def test_tokens_never_fail_and_hold_no_space_and_no_mark_between_values(text: str) -> None:
    found = [*tokens(text), *query_tokens(text), *words(text), *exact_key(text).split(" ")]
    assert not [token for token in found if " " in token or VALUE_MARK in token]
    assert len(tokens_and_words(text)[1]) == len(words(text))


@given(st.text())
def test_query_tokens_are_all_in_the_index_of_the_same_text(text: str) -> None:
    assert set(query_tokens(text)) <= set(tokens(text))
