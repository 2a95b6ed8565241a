import pytest

from discovery.analysis.articles import after_article, is_article


@pytest.mark.parametrize(
    ("token", "following", "expected"),
    [
        ("al", "ghazali", True),
        ("el", "saadawi", True),
        ("an", "nawawi", True),
        ("asy", "syafii", True),
        ("l", "avare", True),
        ("l", "histoire", True),
        ("an", "apple", False),
        ("as", "far", False),
        ("l", "word", False),
        ("al", "2", False),
        ("al", "", False),
        ("the", "book", False),
    ],
)
def test_an_article_is_told_by_the_word_it_stands_before(token: str, following: str, expected: bool) -> None:
    assert is_article(token, following) is expected


@pytest.mark.parametrize(
    ("token", "rest"), [("alghazali", "ghazali"), ("alquran", "quran"), ("also", ""), ("ghazali", ""), ("al2000", "")]
)
def test_what_follows_a_joined_article_is_told(token: str, rest: str) -> None:
    assert after_article(token) == rest
