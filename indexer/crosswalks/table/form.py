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
    r"online|daring|e-?book|e-?journal|elektronik|electronic|digital|internet|mikro|microf|\bcd|\bdvd|\bvcd|kaset|cassette|braille|قرص|شريط",
    re.IGNORECASE,
)
# The sheets on which INLISLite catalogues, by the numbers in its `catalogs.Worksheet_id`
# (https://github.com/INLISLite-Perpusnas/INLISLiteV33). Music has its sheet for scores: sound has another.
_WORKSHEETS = {
    "1": "Monografi", "2": "Sumber elektronik", "3": "Film", "4": "Terbitan berkala", "5": "Bahan kartografis",
    "6": "Bahan grafis", "7": "Rekaman video", "8": "Musik bernotasi", "9": "", "10": "Rekaman suara",
    "11": "Bentuk mikro", "12": "Manuskrip",
}  # fmt: skip
_BETWEEN = re.compile(r"\s*[,/&+]\s*|\s+dan\s+|\s+and\s+|\s+-\s+")


def map_type(row: TableFields) -> Type:
    """What the words of the catalogue say it is; a book where they say nothing."""
    said = _kind(row)
    named = type_from_words(said) if said else None
    if named is None and row.text("collection"):
        guessed = type_from_words(row.text("collection"))
        named = guessed if guessed in _SURE_OF_COLLECTIONS else None
    if named is None and not said:  # "Judul Skripsi", "Nama Majalah"
        called = type_from_words(row.column("title"))
        named = called if called in _SURE_OF_COLLECTIONS else None
    return named or "book"


def map_carrier(row: TableFields, kind: Type) -> Carrier:
    """What the words say it is on; paper where they say nothing, except for what is rarely printed."""
    words = row.text("carrier")
    if not words:
        words = next((said for said in (_kind(row), row.text("collection")) if _NO_PAPER.search(said)), "")
    named = carrier_from_words(words) if words else None
    if named == "other" and _BETWEEN.search(words) and type_from_words(words) == "book":
        return "print"  # "Buku + CD"
    return named or ("other" if kind in _RARELY_PRINTED else "print")


def _kind(row: TableFields) -> str:
    """The words for the kind of material; of a number those of INLISLite, where the column is its own."""
    said = row.text("type")
    return _WORKSHEETS.get(said, "") if said.isdecimal() and "worksheet" in row.column("type").casefold() else said


def _parts(text: str) -> list[str]:
    """What stands beside each other: "Inggris, Indonesia", and "Arab-Indonesia" where each is a language."""
    hyphened = text.replace("\u2013", "-").split("-")
    return hyphened if all(language_from_name(part.strip()) for part in hyphened) else _BETWEEN.split(text)


def map_languages(row: TableFields) -> tuple[str, ...]:
    """The languages by name or code, in the table's order; unknown words say nothing."""
    found: dict[str, None] = {}
    for text in row.texts("language"):
        whole = language_from_name(text)
        for part in [text] if whole else _parts(text):
            codes = (whole,) if whole else (language_from_name(part),)
            for code in codes if codes[0] else language_codes(part) if len(part) in (2, 3) else ():
                if code:
                    found[code] = None
    return tuple(found)
