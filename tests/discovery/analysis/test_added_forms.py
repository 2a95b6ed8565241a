import pytest

from discovery.analysis.added_forms import initials, written_out
from discovery.analysis.tokens import tokens


@pytest.mark.parametrize(
    ("text", "glued"),
    [
        ("A.A. Milne", ["aa"]),
        ("Tolkien, J. R. R.", ["jrr"]),
        ("Vitamin A", []),
        ("А. С. Пушкин", ["ас"]),
        ("第2巻 図", []),
        ("a b c d e f g h", []),
        ("", []),
    ],
)
def test_initials_are_glued(text: str, glued: list[str]) -> None:
    assert initials(tokens(text)) == glued


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Müller, Jörg", ["mueller", "joerg"]),
        ("Mu\u0308ller", ["mueller"]),
        ("Århus Ærø ÿzer", ["aarhus", "aeroe", "ijzer"]),
        ("Iḥyāʾ al-Ġazālī", ["ghazali"]),
        ("hadi\u0331t\u0331 \u1e2aabar", ["hadith", "khabar"]),
        ("Brontë", []),
        ("Muller", []),
        ("東京 ü大", ["ue", "大"]),
    ],
)
def test_umlauts_are_written_out(text: str, expected: list[str]) -> None:
    assert written_out(text) == expected
