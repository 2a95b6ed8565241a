"""dc:type, dc:format and dc:language → what kind of thing it is, in what form, in which languages."""

import re

from discovery.catalog.formats import carrier_from_words, type_from_words
from discovery.catalog.record import Carrier, LanguageBasis, Type
from indexer.crosswalks.dublin_core.identifiers import is_reachable
from indexer.crosswalks.dublin_core.statements import DublinCore
from indexer.crosswalks.dublin_core.types import type_of_term
from indexer.crosswalks.xml.languages import languages_said

_MEDIA_TYPE = re.compile(r"^(application|text|image|audio|video)/[\w.+-]+(?:;.*)?$", re.IGNORECASE)
# A file by its ending, as people type it: "PDF", ".epub".
_FILE = re.compile(r"\.?(?:pdf|epub|docx?|html?|pptx?|xlsx?|(jpe?g|png|tiff?)|(mp3|wav)|(mp4|avi))", re.IGNORECASE)
_FILES: tuple[Type, ...] = ("image", "audio", "video")
_MEDIA: dict[str, Type] = {"image": "image", "audio": "audio", "video": "video"}
# Koha writes "collection" before the type without a blank: its xslt/MARC21slim2OAIDC.xsl.
_COLLECTED = re.compile(r"^collection(?=\w)")
_EXTENT = re.compile(
    r"(?<!\d)\d{1,9}\s*(?:p\b|pp|pages|hal|hlm|h\.|cm|lembar|jil|v\b|vol|s\.|seiten|menit|min)|\bill?us?\b",
    re.IGNORECASE,
)


def map_type(record: DublinCore) -> Type:
    """The most telling of the types: an eu-repo or DCMI term, else the catalogue's own words. Text alone is a book."""
    found: list[Type] = []
    for text in record.texts("type"):
        known = type_of_term(text) or type_from_words(_COLLECTED.sub("", text))
        found += [known] if known is not None else []
    found += [] if found else _types_of_formats(record)
    return next((each for each in found if each not in ("book", "other")), found[0] if found else "book")


def _types_of_formats(record: DublinCore) -> list[Type]:
    """What dc:format says where dc:type says nothing: SLiMS's "serial", a media type "audio/mpeg"."""
    found: list[Type] = []
    for text in record.texts("format", "", "medium"):
        media = _MEDIA_TYPE.match(text)
        file = _FILE.fullmatch(text)
        if file is not None and file.lastindex:
            known: Type | None = _FILES[file.lastindex - 1]
        else:
            known = _MEDIA.get(media[1].casefold()) if media else type_from_words(text)
        found += [known] if known is not None else []
    return found


def map_carrier(record: DublinCore, kind: Type, *, has_files: bool = False) -> Carrier:
    """Online where there is a file (a media type) or words say so; else the words of format and type.

    Without words, what a repository gives an address is online, and the rest print.
    """
    formats = record.texts("format")
    if any(_MEDIA_TYPE.match(text) or _FILE.fullmatch(text) for text in formats):
        return "online"
    for text in (*formats, *record.texts("type")):
        carrier = carrier_from_words(text)
        if carrier is not None:
            return carrier
    if has_files or is_reachable(record):
        return "online"
    return "other" if kind in ("audio", "video", "object", "software") else "print"


def map_extent(record: DublinCore) -> str:
    """dcterms:extent, or what in dc:format counts pages and centimetres, as SLiMS's collation does."""
    stated = record.texts("format", "extent") or [text for text in record.texts("format", "") if _EXTENT.search(text)]
    return "; ".join(stated)


def map_languages(record: DublinCore) -> tuple[tuple[str, ...], LanguageBasis]:
    """dc:language as codes or names, "id_ID" and "Bahasa Indonesia" alike."""
    found = dict.fromkeys(code for text in record.texts("language") for code in languages_said(text))
    return tuple(found), "coded" if found else "undecided"
