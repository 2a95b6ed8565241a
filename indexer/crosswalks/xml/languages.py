"""What one element says of languages → their codes."""

import re
from functools import lru_cache

from discovery.catalog.languages import language_code, language_from_name

# What stands between two: "Indonesia; Inggris", "id/en", "Bahasa Indonesia dan Inggris", "Nederlands en Engels".
_BETWEEN = re.compile(r"\s*[,;/&+|]\s*|\s+(?:dan|and|en|et|und|serta|و)\s+|\s+-\s+")
_CODES = re.compile(r"[a-z]{3}(?:\s+[a-z]{3})+", re.IGNORECASE)
_LONGEST = 200
_ASIDE = re.compile(r"\s*\([^()]*\)")
# http://id.loc.gov/vocabulary/iso639-2/ind, http://lexvo.org/id/iso639-3/ind, "iso639-2:ind"
_VOCABULARY = re.compile(r"^(?:https?://\S+/|[\w.-]+:)(?=[A-Za-z-]+/?$)")


@lru_cache(maxsize=1024)
def languages_said(text: str) -> tuple[str, ...]:
    """Every language that `text` names, by code, name or address of a code; nothing of other words."""
    text = _VOCABULARY.sub("", text[:_LONGEST]).rstrip("/")
    whole = _language(text) or _language(_ASIDE.sub("", text))
    if whole:
        return (whole,)
    parts = text.split() if _CODES.fullmatch(text) else _BETWEEN.split(_ASIDE.sub("", text))
    return tuple(dict.fromkeys(found for part in parts if (found := _language(part))))


def _language(text: str) -> str | None:
    return language_code(text) or language_from_name(text)
