"""Editions that lists have in their titles: "Manajemen pemasaran edisi ketiga", "Business forecasting 8th edition"."""

import re
from typing import Final

from indexer.match.part_numbers import PART_WORDS
from indexer.match.statements import EDITION_NUMBERS
from indexer.match.words import word_list

_BEFORE, _BEHIND = "edisi|ed|edition|editie|auflage|aufl", "edition|ed|editie|druk|auflage|aufl"
_CAPTIONS: Final = frozenset(f"{_BEFORE}|{_BEHIND}".split("|"))
# No more are counted: what is called the thirtieth is an issue.
_NUMBER: Final = rf"(?:[12]?\d(?:st|nd|rd|th|e|de)?|{'|'.join(sorted(EDITION_NUMBERS))})"
# At the end, or before a part: "edisi ketiga, jilid 2"; the issue of a bulletin has its date behind it.
_STATED: Final = re.compile(
    rf"(?:^| )((?:{_BEFORE}) (?:ke )?(?:revisi|[ivx]{{1,5}}|{_NUMBER}(?: belas)?)(?: {_NUMBER})?"
    rf"|(?:{_NUMBER} |completely |revised )+(?:{_BEHIND}))(?= (?:{'|'.join(sorted(PART_WORDS))}) |$)"
)
# "A history of the first edition" is about one.
_ABOUT: Final = word_list("title_fillers")


def without_edition(words: tuple[str, ...], *, may_vanish: bool) -> tuple[tuple[str, ...], str]:
    """A title's folded words without the edition that they state, and that statement; "" where they state none, or,
    unless they `may_vanish`, nothing else.
    """
    if _CAPTIONS.isdisjoint(words):
        return words, ""
    text = " ".join(words)
    found = _STATED.search(text)
    if found is None:
        return words, ""
    before, behind = text[: found.start()].split(), text[found.end() :].split()
    if not (before or may_vanish) or (before and before[-1] in _ABOUT):
        return words, ""
    return (*before, *behind), found[1].replace(" belas", "belas")
