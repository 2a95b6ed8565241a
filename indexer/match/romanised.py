"""Words of the Arabic script in Latin letters, without what one system of romanisation writes and another doesn't.

"Tārīkh al-Jazāʼir", "Tarikh el Djazair" and "Ta'rih al-Gaza'ir" are one title under ALA-LC, the habits of the Maghreb
and DIN 31635. What they share is the skeleton of consonants, once their digraphs are read as the one letter they stand
for: https://www.loc.gov/catdir/cpso/romanization/arabic.pdf, https://en.wikipedia.org/wiki/Romanization_of_Arabic.
Articles, vowels, glides, doubled letters and the ending -a(h), -a(t) are left out.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from indexer.match.words import word_list

# Languages that are written in the Arabic script, or were where catalogues romanise them.
ARABIC_SCRIPT = frozenset({"ar", "fa", "ur", "ps", "ckb", "sd", "ug", "ota"})

_PARTICLES = word_list("arabic_particles")
_GLUED_ARTICLE = re.compile(r"^(?:al|el)(?=\w{4})")
_ENDING = re.compile(r"(?<=\w{2})(?:[ae][ht]|[ae])$")
# Longer digraphs first. What several systems write for one letter, and one system for several, is one sign.
_SIGNS = (
    ("tch", "c"), ("sch", "s"), ("kh", "h"), ("gh", "g"), ("sh", "s"), ("sy", "s"), ("ch", "s"), ("th", "t"),
    ("ts", "t"), ("dh", "d"), ("dz", "d"), ("dl", "d"), ("dj", "g"), ("zh", "d"), ("ph", "f"), ("j", "g"), ("q", "k"),
    ("z", "d"), ("x", "h"), ("p", "b"), ("v", "f"), ("c", "k"),
)  # fmt: skip
_DROPPED = re.compile(r"[^bdfghklmnrst\d]")
_DOUBLED = re.compile(r"([a-z])\1+")


@lru_cache(maxsize=16_384)
def skeleton(word: str) -> str:
    """One folded word's consonants; "" for an article or a particle."""
    if word in _PARTICLES:
        return ""
    bare = _ENDING.sub("", _GLUED_ARTICLE.sub("", word))
    for written, sign in _SIGNS:
        bare = bare.replace(written, sign)
    return _DOUBLED.sub(r"\1", _DROPPED.sub("", bare))


def skeletons(words: Iterable[str]) -> tuple[str, ...]:
    """The consonants of each word that has some; words of other scripts have none."""
    return tuple([bones for word in words if (bones := skeleton(word))])
