"""Blanks and line breaks around control fields and leaders, from tools that indent XML whatever stands in it.

Positions count in these fields, so that one blank before them moves the year, the country and the language.
"""

import re
from typing import Final

_BLANKS: Final = " \n\r\t"
_LEADER_LENGTH: Final = 24
_LENGTH, _TO_LANGUAGE = 40, 38
# The day on which it was entered and the kind of date: https://www.loc.gov/marc/bibliographic/bd008a.html.
_BEGINNING: Final = re.compile(r"\d{6}[a-z|]")


def has_margin(tag: str, text: str) -> bool:
    """Whether something may stand around a control field, or around the leader ("LDR"): most are as they should be."""
    return "\n" in text or "\t" in text or "\r" in text or (tag == "008" and len(text) > _LENGTH)


def without_margin(tag: str, text: str) -> str:
    """`text` without what stands around it, as far as its length, and how 008 begins, leave no doubt of that."""
    if not has_margin(tag, text):
        return text
    if tag == "008":
        return _fixed(text)
    if tag == "LDR":
        bare = text.strip(_BLANKS)
        return bare if len(bare) == _LEADER_LENGTH else text
    return text.strip(_BLANKS)


def _fixed(text: str) -> str:
    """Its last positions may be blanks of its own, which nothing but its length tells from the others."""
    bare = text.strip(_BLANKS)
    if not _BEGINNING.match(bare) or len(bare) > _LENGTH:
        return text
    return bare.ljust(_LENGTH) if len(bare) >= _TO_LANGUAGE else bare
