"""JENIS BAHAN, GMD and their like → kind of thing and carrier; BAHASA → languages."""

import re

from discovery.catalog.formats import carrier_from_words, type_from_words
from discovery.catalog.languages import language_codes, language_from_name
from discovery.catalog.record import Carrier, Type
from indexer.crosswalks.table.fields import TableFields

_RARELY_PRINTED = ("audio", "video", "object", "software")
# "Jenis koleksi" is as often what a book is about ("Musik", "Komputer") as what kind of thing it is.
_SURE_OF_COLLECTIONS = ("thesis", "serial", "map")
_NO_PAPER = re.compile(
    r"online|daring|e-?book|e-?journal|elektronik|electronic|digital|internet|mikro|microf|\bcd|\bdvd|\bvcd|kaset|cassette",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*[,/&+]\s*|\s+dan\s+|\s+and\s+|\s+-\s+")


def map_type(row: TableFields) -> Type:
    """What the words of the catalogue say it is; a book where they say nothing."""
    named = type_from_words(row.text("type")) if row.text("type") else None
    if named is None and row.text("collection"):
        guessed = type_from_words(row.text("collection"))
        named = guessed if guessed in _SURE_OF_COLLECTIONS else None
    return named or "book"


def map_carrier(row: TableFields, kind: Type) -> Carrier:
    """What the words say it is on; paper where they say nothing, except for what is rarely printed."""
    words = row.text("carrier")
    if not words:
        words = next((said for field in ("type", "collection") if _NO_PAPER.search(said := row.text(field))), "")
    named = carrier_from_words(words) if words else None
    return named or ("other" if kind in _RARELY_PRINTED else "print")


def map_languages(row: TableFields) -> tuple[str, ...]:
    """The languages by name or code, in the table's order; unknown words say nothing."""
    found: dict[str, None] = {}
    for text in row.texts("language"):
        whole = language_from_name(text)
        for part in [text] if whole else _BETWEEN.split(text):
            codes = (whole,) if whole else (language_from_name(part),)
            for code in codes if codes[0] else language_codes(part) if len(part) in (2, 3) else ():
                if code:
                    found[code] = None
    return tuple(found)
