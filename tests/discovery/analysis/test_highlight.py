import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discovery.analysis.highlight import Highlighter

MARKED = {
    "folded": (Highlighter(frozenset(["cafe"])), "Le Café & <b>", (), "Le <mark>Café</mark> &amp; &lt;b&gt;"),
    "decomposed": (
        Highlighter(frozenset(["cafe"])),
        "Cafe\u0301s Cafe\u0301",
        (),
        "Cafe\u0301s <mark>Cafe\u0301</mark>",
    ),
    "apostrophe": (Highlighter(frozenset(["quran"])), "Al-Qur'an", (), "Al-<mark>Qur&#x27;an</mark>"),
    "beginning": (Highlighter(frozenset(), ("pustak",)), "Ilmu Pustaka", (), "Ilmu <mark>Pustaka</mark>"),
    "stem": (
        Highlighter(frozenset(["pustaka"]), (), ("pustaka",)),
        "Perpustakaan kami",
        ("id",),
        "<mark>Perpustakaan</mark> kami",
    ),
    "stem of another language": (Highlighter(frozenset(), (), ("pustaka",)), "Perpustakaan", ("en",), None),
    "pairs of characters": (
        Highlighter(frozenset(["东京", "京大"])),
        "国立東京大学 (東)",
        (),
        "国立<mark>東京大</mark>学 (東)",
    ),
    "one character": (Highlighter(frozenset(), ("史",)), "日本史とガ", (), "日本<mark>史</mark>とガ"),
    "voiced kana in two characters": (Highlighter(frozenset(["ガキ"])), "ガキ大", (), "<mark>ガキ</mark>大"),
    "nothing": (Highlighter(frozenset(["x"])), "Le Café", (), None),
}


@pytest.mark.parametrize(("highlighter", "text", "languages", "marked"), MARKED.values(), ids=MARKED.keys())
def test_highlighter_marks_whole_words_and_escapes(
    highlighter: Highlighter, text: str, languages: tuple[str, ...], marked: str | None
) -> None:
    assert highlighter.mark(text, languages) == marked


@given(st.text(), st.frozensets(st.sampled_from(["a", "b", "大学", "e", "ガ"])))
def test_highlighter_changes_nothing_but_marks_and_escapes(text: str, searched: frozenset[str]) -> None:
    marked = Highlighter(searched, ("c", "学")).mark(text, ("id",))
    assert marked is None or unescape(re.sub("</?mark>", "", marked)) == unescape(text)
