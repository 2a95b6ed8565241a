"""dc:identifier → standard numbers, addresses and shelf marks."""

import re

from discovery.catalog.holding import Link, LinkKind
from discovery.catalog.identifiers import Identifier, not_its_own
from discovery.catalog.record import Type
from indexer.crosswalks.dublin_core.statements import DublinCore
from indexer.crosswalks.marc.links import web_address
from indexer.crosswalks.xml.numbers import identifier, link

_NUMBERS = ("isbn", "issn", "doi", "issnl", "eissn", "pissn", "eisbn", "oclc", "lccn")
# A shelf mark as SLiMS writes it: class number, author's letters, title's letter.
_CALL_NUMBER = re.compile(
    r"(?:[A-Z]{1,4}\s*)?(?:\d{3}(?:\.\d+)?(?:[/-]\d+)*|2X\d?(?:\.\d+)?)\s+[A-Za-z]{1,4}(?:\s+\w{1,3})*", re.IGNORECASE
)
# A catalogue's own page of a printed book is no way to read it: SLiMS's, Koha's, Evergreen's and INLISLite's.
_CATALOGUE_PAGE = re.compile(r"[?&]p=show_detail\b|/opac-detail\.pl\?|/eg/opac/record/|/detail-opac\b", re.IGNORECASE)
# SLiMS gives its picture of the cover as an identifier, as <image> or as a relation, by the script of its day (of 7, of
# 8 and 9, of 9.6); where there is none, a picture of a book.
_COVER = re.compile(r"/createthumb\.php\?|/phpthumb\.php\?|/images/docs/", re.IGNORECASE)
_NO_COVER = "/images/default/image.png"
# A student's number, one of eleven of which would pass for an ISBN.
_STUDENT = re.compile(r"\d{10}")
# Those of OpenAIRE's guidelines, https://guidelines.openaire.eu/en/latest/literature/field_alternativeidentifier.html
_ALTERNATIVE = re.compile(r"info:eu-repo/semantics/altIdentifier/([ep]?issn|[ep]?isbn|doi)/(.+)", re.IGNORECASE)
# Several addresses in one element.
_ADDRESSES = re.compile(r"(?<![\s;|,])[\s;|,]+(?=https?://)")
# More than any thing has pages of its own.
_MOST_ADDRESSES = 50
# A handle; those that begin with DSpace's own example lead nowhere.
_HANDLE = re.compile(r"(?:hdl:|info:hdl/)(?!123456789/)(\d[\w.]*/\S+)", re.IGNORECASE)
# The address of one thing among many: ".../article/view/12", "http://eprints.example/1234/".
_OF_ONE = re.compile(r"/\d+/?$")
# The Library of Congress's conversion of MARC writes ISBNs so, and printed books' tables of contents as identifiers:
# https://www.loc.gov/standards/marcxml/xslt/MARC21slim2OAIDC.xsl
_OF_MARC = "URN:ISBN:"


def map_identifiers(record: DublinCore, kind: Type) -> tuple[Identifier, ...]:
    """ISBN, ISSN, DOI and their like, by refinement, scheme, prefix or form; those of dc:source are no keys.

    Nor is the ISSN or the ISBN of an article: it is its journal's or its proceedings'. Of dc:relation those count that
    OpenAIRE says are the thing's own; an ISSN among them is so of a serial only.
    """
    found: dict[tuple[str, str], Identifier] = {}
    others = ("issn", "isbn") if kind == "article" else ()
    for each in record.get("identifier"):
        scheme = next((name for name in (each.refinement, each.scheme) if name in _NUMBERS), "")
        if (kind == "thesis" or each.refinement) and not scheme and _STUDENT.fullmatch(each.text):
            continue
        _add(found, identifier(each.text, scheme), of_others=others)
    for text in record.texts("relation"):
        if said := _ALTERNATIVE.match(text):
            _add(found, identifier(said[2], said[1]), of_others=others if kind == "serial" else ("issn", *others))
    for text in (*record.texts("source"), *record.texts("relation")):
        number = identifier(text)
        _add(found, number, of_others=(number.scheme,) if number is not None else ())
    return tuple(found.values())


def _add(found: dict[tuple[str, str], Identifier], number: Identifier | None, *, of_others: tuple[str, ...]) -> None:
    """The number, if there is one; of these schemes it is another thing's."""
    if number is not None:
        its = not_its_own(number) if number.scheme in of_others else number
        found.setdefault((number.scheme, number.value), its)


def map_links(record: DublinCore) -> tuple[Link, ...]:
    """Addresses in dc:identifier, and those of dc:relation and dc:source as what is related; an image is the cover.

    In SLiMS's relations are the files of a title, in OJS's those of an article and in EPrints' the page of the thing,
    in Islandora's dc:identifier.thumbnail its picture.
    """
    found: dict[str, Link] = {}
    own = [(each.refinement, text) for each in record.get("identifier") for text in _addresses(each.text)]
    stated = [
        link(text, kind="cover" if refinement == "thumbnail" else _kind(text))
        for refinement, text in own
        if refinement != "doi"
    ]
    for text in (
        each for element in ("relation", "source") for said in record.texts(element) for each in _addresses(said)
    ):
        of_it = record.is_slims or any(_belong(text, other) for _, other in own[:_MOST_ADDRESSES])
        stated.append(link(text, kind=_kind(text) if of_it else "related"))
    stated += [link(text, kind="cover") for text in record.texts("image")]
    for each in stated:
        if each is not None and not each.url.endswith(_NO_COVER):
            found.setdefault(each.url, each)
    return tuple(found.values())


def is_reachable(record: DublinCore) -> bool:
    """Whether an identifier leads to the thing itself, as repositories' do, and no catalogue's page of it is given."""
    stated = [each.text for each in record.get("identifier") if each.refinement != "thumbnail"]
    if any(_CATALOGUE_PAGE.search(text) or text.startswith(_OF_MARC) for text in stated):
        return False
    return any(web_address(text) and _kind(text) == "resource" for text in stated)


def _addresses(text: str) -> list[str]:
    handle = _HANDLE.fullmatch(text)
    return [f"https://hdl.handle.net/{handle[1]}"] if handle else _ADDRESSES.split(text)


def _belong(one: str, other: str) -> bool:
    """Whether the one address is that of a thing, and the other within it."""
    short, long = sorted((one.rstrip("/"), other.rstrip("/")), key=len)
    return _OF_ONE.search(short) is not None and long.startswith(f"{short}/")


def _kind(address: str) -> LinkKind:
    if _CATALOGUE_PAGE.search(address):
        return "related"
    return "cover" if _COVER.search(address) else "resource"


def call_number_of(record: DublinCore) -> str:
    """The shelf mark that SLiMS puts among the identifiers, or ""."""
    stated = record.texts("identifier", "callnumber", "call_number", "classification", "other", "")
    return next((text for text in stated if _CALL_NUMBER.fullmatch(text) and identifier(text) is None), "")
