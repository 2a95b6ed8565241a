"""A title in one piece → the title proper, and those in other languages that stand behind " = "."""

import re

from discovery.catalog.punctuation import trim_isbd, trim_leading_isbd
from discovery.catalog.record import VariantTitle

# A side of a formula has none: "E = mc2", "1 + 1 = 2".
_WORD = re.compile(r"[^\W\d_]{3}|[^\W\d_\x00-\u024f]")


def is_formula(text: str) -> bool:
    """Whether what stands around " = " are the sides of a formula, and no titles in two languages."""
    return not all(map(_WORD.search, text.split(" = ")))


def parallel_titles(text: str) -> tuple[str, tuple[VariantTitle, ...]]:
    """The title proper with its own subtitle, and the parallel titles with theirs.

    https://www.loc.gov/marc/bibliographic/bd245.html has ISBD's mark for them; other formats have no place of their own
    for what cataloguers type into the one for the title.
    """
    first, *others = text.split(" = ")
    if not others or is_formula(text):
        return text, ()
    found = (trim_leading_isbd(trim_isbd(each)) for each in others)
    return first, tuple(VariantTitle(each, "parallel") for each in found if each)
