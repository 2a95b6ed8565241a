"""What a reader typed, without the signs that only the search needs."""

import re

from discovery.search.item_pattern import WORD_FIELDS

_TEXT_FIELD = re.compile(rf"\b(?:(?:{WORD_FIELDS}):(?=[^\s:])|(?-i:{WORD_FIELDS}):\s+(?=[^\s:]))", re.IGNORECASE)
_ANCHORED = re.compile(r'"\^([^"]*)\$"')


def without_anchors(text: str) -> str:
    """The query as it is shown: a whole heading in plain quotes."""
    return _ANCHORED.sub(r'"\1"', text)


def without_text_fields(text: str) -> str:
    """The query with its words no longer bound to fields; years, languages, libraries and numbers stay."""
    return _TEXT_FIELD.sub("", text)
