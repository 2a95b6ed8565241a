from discovery.analysis.kept import Kept
from discovery.catalog.subject import Subject


def test_what_is_asked_for_again_is_made_once_as_long_as_it_is_among_the_last() -> None:
    asked: list[str] = []
    kept = Kept(lambda text: asked.append(text) or text.upper(), 2)  # type: ignore[func-returns-value]
    assert [kept[text] for text in "ababcacda"] == list("ABABCACDA")
    assert "".join(asked) == "abcd"
    assert [kept[text] for text in "efa"] == list("EFA")
    assert "".join(asked) == "abcdefa"


def test_what_is_longer_is_made_each_time() -> None:
    asked: list[str] = []
    kept = Kept(lambda text: asked.append(text) or len(text), 2, longest=3)  # type: ignore[func-returns-value]
    assert [kept[text] for text in ("abc", "abcd", "abc", "abcd")] == [3, 4, 3, 4]
    assert asked == ["abc", "abcd", "abcd"]


def test_headings_that_are_equal_share_what_was_made() -> None:
    kept = Kept(lambda subject: [subject.term], 2)
    assert kept[Subject("Kopi", "topic", "lcsh")] is kept[Subject("Kopi", "topic", "lcsh")]
    assert kept[Subject("Kopi")] is not kept[Subject("Kopi", "topic", "lcsh")]
