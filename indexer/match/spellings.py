"""Indonesian and Malay words in one spelling, whichever of the three a title is in.

Van Ophuijsen's (1901), Soewandi's (1947) and that of 1972: "Tjerita rakjat djawa", "Cerita rakyat Jawa".
"""

from typing import Final

from rapidfuzz.fuzz import ratio

# What today's spelling has instead.
_OLD_SPELLING: Final = (("oe", "u"), ("tj", "c"), ("dj", "j"), ("sj", "sy"))


def modern(text: str) -> str:
    """A text with what two letters stood for in one: "noerbaja" is "nurbaja"."""
    for old, new in _OLD_SPELLING:
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
    """Words as keys of works have them, in any language, since a translation names its original: those of each spelling
    become the same, and of no other language more than a few; "j" and "y" are one.
    """
    return tuple(modern(" ".join(words)).replace("j", "y").split(" ")) if words else words


def in_key_spelling(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words as match keys have them: "Höhle" is "Hoehle". Folding makes "o" of "ö", and "oe" was "u" in Indonesian,
    so that o and u are one.
    """
    if not words:
        return words
    text = modern(" ".join(words)).replace("j", "y").replace("ae", "a").replace("ue", "u").replace("o", "u")
    return tuple(text.split(" "))
