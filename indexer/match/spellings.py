"""Indonesian and Malay words in one spelling, whichever of the three a title is in.

Van Ophuijsen's (1901), Soewandi's (1947) and that of 1972: "Tjerita rakjat djawa", "Cerita rakyat Jawa".
"""

from typing import Final

from rapidfuzz.fuzz import ratio

# What today's spelling has instead.
OLD_SPELLING: Final = (("oe", "u"), ("tj", "c"), ("dj", "j"), ("sj", "sy"))
# Letters by which a word is told to be in an old spelling, so that its "j" is today's "y"; "perjalanan" has none.
_OLD: Final = (*(old for old, _ in OLD_SPELLING), "kj", "lj")
# Stands for today's "j" while the old one becomes "y".
_KEPT: Final = "\0"
_SPEECH: Final = frozenset({"id", "ms", "jv", "su"})


def modern(text: str) -> str:
    """A text with what two letters stood for in one: "noerbaja" is "nurbaja"."""
    for old, new in OLD_SPELLING:
        text = text.replace(old, new)
    return text


def likeness_in_one_spelling(mine: str, yours: str) -> float:
    """How alike two folded texts are, as written or in the Indonesian spelling of 1972: "noerbaja" is "nurbaja"."""
    one, other = modern(mine), modern(yours)
    as_written = ratio(mine, yours)
    if one == mine and other == yours:
        return as_written
    return max(as_written, ratio(one, other))


def in_one_spelling(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words of any language as match keys have them: those of each spelling become the same, and of no other language
    more than a few; "j" and "y" are one.
    """
    return tuple(modern(" ".join(words)).replace("j", "y").split(" ")) if words else words


def in_today_s_spelling(words: tuple[str, ...], languages: tuple[str, ...]) -> tuple[str, ...]:
    """The words of an Indonesian or Malay title as one would write them today; what may be today's stays."""
    if _SPEECH.isdisjoint(languages):
        return words
    return tuple([_of_today(word) if any(old in word for old in _OLD) else word for word in words])


def _of_today(word: str) -> str:
    kept = word.replace("tj", "c").replace("sj", "sy").replace("oe", "u").replace("dj", _KEPT)
    return kept.replace("j", "y").replace(_KEPT, "j")
