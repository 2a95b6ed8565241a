"""Names as matching sees them: elements without order, titles and degrees, in one spelling."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from discovery.analysis.fold import fold
from indexer.match.spellings import modern
from indexer.match.words import word_list

_TITLES: Final = word_list("name_titles")
_ELEMENT: Final = re.compile(r"[^\W_]+")
# "Toer, Pramoedya Ananta, 1925-2006": what holds a digit is a date, not a name.
_DIGIT: Final = re.compile(r"\d")


@lru_cache(maxsize=65_536)
def name_elements(name: str) -> frozenset[str]:
    """The parts of one name that tell people apart; initials stand alone ("m", "natsir")."""
    head = name.replace(".", " ")
    found = [element for element in _ELEMENT.findall(fold(head)) if element.isalpha() or not _DIGIT.search(element)]
    kept = [element for element in found if element not in _TITLES]
    return frozenset([modern(element) for element in (kept or found)])


def names_agree(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two names may be one person's: every element of the shorter stands in the longer, or its initial does.

    One whole element has to be the same, and where both have several, two have to agree.
    """
    shorter, longer = (one, other) if len(one) <= len(other) else (other, one)
    shared = shorter & longer
    if not any(len(element) > 1 for element in shared):
        return False
    missing = shorter - shared
    rest = longer - shared
    initials = {element[0] for element in rest if len(element) > 1} | {each for each in rest if len(each) == 1}
    agreeing = sum(element in initials if len(element) == 1 else element[0] in rest for element in missing)
    if agreeing == len(missing):
        return True
    # A middle name that one of them has otherwise doesn't part them when surname and first name agree.
    return len(shared) >= 2 and agreeing + len(shared) >= len(shorter) - 1


def any_names_agree(these: Iterable[frozenset[str]], those: Iterable[frozenset[str]]) -> bool:
    """Whether some name of the one side agrees with some name of the other."""
    others = tuple(those)
    return any(names_agree(name, other) for name in these for other in others)
