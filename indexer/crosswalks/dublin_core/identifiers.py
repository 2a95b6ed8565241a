"""dc:identifier → standard numbers, addresses and shelf marks."""

import re

from discovery.catalog.holding import Link, LinkKind
from discovery.catalog.identifiers import Identifier
from indexer.crosswalks.dublin_core.statements import DublinCore
from indexer.crosswalks.xml.numbers import identifier, link

_NUMBERS = ("isbn", "issn", "doi", "issnl", "eissn", "pissn", "eisbn", "oclc", "lccn")
# A shelf mark as SLiMS writes it: class number, author's letters, title's letter.
_CALL_NUMBER = re.compile(
    r"(?:[A-Z]{1,4}\s*)?(?:\d{3}(?:\.\d+)?(?:[/-]\d+)*|2X\d?(?:\.\d+)?)\s+[A-Za-z]{1,4}(?:\s+\w{1,3})*", re.IGNORECASE
)
# A catalogue's own page of a printed book is no way to read it: SLiMS's and Koha's, as their providers give them.
_CATALOGUE_PAGE = re.compile(r"[?&]p=show_detail\b|/opac-detail\.pl\?", re.IGNORECASE)
# SLiMS gives its picture of the cover as an identifier and as <image>, and where there is none a picture of a book.
_COVER, _NO_COVER = re.compile(r"/createthumb\.php\?", re.IGNORECASE), "/images/default/image.png"


def map_identifiers(record: DublinCore) -> tuple[Identifier, ...]:
    """ISBN, ISSN, DOI and their like, by refinement, scheme, prefix or form; those of dc:source are no keys."""
    found: dict[tuple[str, str], Identifier] = {}
    for each in record.get("identifier"):
        scheme = next((name for name in (each.refinement, each.scheme) if name in _NUMBERS), "")
        number = identifier(each.text, scheme)
        if number is not None:
            found.setdefault((number.scheme, number.value), number)
    for text in (*record.texts("source"), *record.texts("relation")):
        number = identifier(text)
        if number is not None:
            other = Identifier(number.scheme, number.value, number.qualifier, is_key=False)
            found.setdefault((number.scheme, number.value), other)
    return tuple(found.values())


def map_links(record: DublinCore) -> tuple[Link, ...]:
    """Addresses in dc:identifier, and those of dc:relation as what is related; an image is the cover."""
    found: dict[str, Link] = {}
    stated = [link(each.text, kind=_kind(each.text)) for each in record.get("identifier") if each.refinement != "doi"]
    stated += [link(text, kind="related") for text in record.texts("relation")]
    stated += [link(text, kind="cover") for text in record.texts("image")]
    for each in stated:
        if each is not None and not each.url.endswith(_NO_COVER):
            found.setdefault(each.url, each)
    return tuple(found.values())


def _kind(address: str) -> LinkKind:
    if _CATALOGUE_PAGE.search(address):
        return "related"
    return "cover" if _COVER.search(address) else "resource"


def call_number_of(record: DublinCore) -> str:
    """The shelf mark that SLiMS puts among the identifiers, or ""."""
    stated = record.texts("identifier", "callnumber", "call_number", "classification", "other", "")
    return next((text for text in stated if _CALL_NUMBER.fullmatch(text) and identifier(text) is None), "")
