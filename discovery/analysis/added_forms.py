"""Forms that a field holds at its end, beside its tokens: initials as one word, umlauts written out."""

import re
from typing import Final

from discovery.analysis.tokens import VALUE_MARK, is_cjk, shortened, token_parts, written_words

# A run of more single letters than this is an alphabet, not somebody's initials.
_MOST_INITIALS: Final = 6
# Letters that some write out: Müller is Mueller, Århus is Aarhus, Rÿn is Rijn, and the Arabic that one table writes
# al-Ġazālī is al-Ghazālī in another (DIN 31635, ALA-LC). Not among the folded forms, where they lose their marks,
# because "blue" isn't "blu".
_WRITTEN_OUT: Final = {
    "ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "ÿ": "ij",
    "ġ": "gh", "ḏ": "dh", "ṯ": "th", "ḫ": "kh", "ǧ": "j",
}  # fmt: skip
_MAY_BE_WRITTEN_OUT: Final = re.compile("[äöüåøÿÄÖÜÅØŸġḏṯḫǧĠḎṮḪǦ\u0307\u0308\u030a\u030c\u032e\u0331]")
_WRITES_OUT: Final = str.maketrans(_WRITTEN_OUT)


def initials(found: list[str]) -> list[str]:
    """Runs of single letters, glued together: ["a", "a", "milne"] gives ["aa"].

    "A.A. Milne", "A A Milne" and "AA Milne" are one name. A field holds the glued form too, at its end.
    """
    for token in found:
        if len(token) == 1:
            break
    else:
        return []
    glued: list[str] = []
    run = ""
    for token in (*found, VALUE_MARK):
        if len(token) == 1 and token.isalpha() and not is_cjk(token):
            run += token
        elif run:
            if 2 <= len(run) <= _MOST_INITIALS:
                glued.append(run)
            run = ""
    return glued


def written_out(text: str) -> list[str]:
    """The folded words with umlauts, each with its umlauts written out: ["mueller"] of "Müller".

    A field holds them too, at its end, as it does initials.
    """
    if text.isascii() or not _MAY_BE_WRITTEN_OUT.search(text):
        return []
    found = [word for word in written_words(text) if any(letter in word for letter in _WRITTEN_OUT)]
    return shortened(text, [part for word in found for part in token_parts(word.translate(_WRITES_OUT))])
