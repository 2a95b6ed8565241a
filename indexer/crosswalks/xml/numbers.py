"""A number or address that stands in one piece → an identifier, a link, or neither."""

import re
from collections.abc import Iterable

from discovery.catalog.book_numbers import isbn13
from discovery.catalog.holding import Link, LinkKind
from discovery.catalog.identifiers import Identifier, parse_doi, parse_isbn, parse_issn, parse_lccn, parse_oclc
from indexer.crosswalks.marc.links import is_manifest, web_address

_SCHEME = re.compile(
    r"^\s*(?:urn:)?(isbn|e-?isbn|p-?isbn|issn|e-?issn|p-?issn|doi|lccn|oclc|oclcnum)\b[\s:#.]*", re.IGNORECASE
)
_BARE_ISBN = re.compile(r"^[\d\s-]{9,17}[\dXx]$")
# SLiMS has one field for both and calls it an ISBN, in its MODS without hyphens.
_UNMARKED_ISSN = re.compile(r"^\s*\d{4}-?\d{3}[\dXx]\s*$")
_OWN_MACHINE = re.compile(r"https?://(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?=[:/?#]|$)", re.IGNORECASE)
_BARE_ISSN = re.compile(r"^\d{4}-\d{3}[\dXx]$")


def identifier(text: str, scheme: str = "") -> Identifier | None:
    """The standard number that `text` is: by the scheme it is said to be of or opens with, else by its form.

    "ISBN: 978-602-…", "urn:isbn:…", "https://doi.org/10.…", "10.1234/x", "1411-0989". None of anything else.
    """
    opening = _SCHEME.match(text)
    named = (opening[1] if opening else scheme).casefold().replace("-", "").removeprefix("e").removeprefix("p")
    rest = text[opening.end() :] if opening else text
    match named:
        case "isbn":
            issn = parse_issn(rest) if _UNMARKED_ISSN.match(rest) else None
            return issn if issn is not None and issn.is_key else parse_isbn(rest)
        case "issn" | "issnl":
            return parse_issn(rest)
        case "doi":
            return parse_doi(rest)
        case "lccn":
            return parse_lccn(rest)
        case "oclc" | "oclcnum":
            return parse_oclc(rest)
    if rest.startswith(("10.", "info:doi/10.")) or "doi.org/10." in rest:
        return parse_doi(rest)
    if _BARE_ISSN.match(rest):
        issn = parse_issn(rest)
        return issn if issn is not None and issn.is_key else None
    digits = rest.replace("-", "").replace(" ", "").upper()
    return parse_isbn(rest) if _BARE_ISBN.match(rest) and isbn13(digits) is not None else None


def number_problems(identifiers: Iterable[Identifier]) -> list[str]:
    """Codes of what is wrong with these numbers; a number of another thing is right as it is."""
    found: dict[str, None] = {}
    for each in identifiers:
        if each.scheme == "isbn" and isbn13(each.value) is None:
            found["isbn-invalid"] = None
        elif each.scheme == "issn" and not ((issn := parse_issn(each.value)) and issn.is_key):
            found["issn-invalid"] = None
    return list(found)


def _is_own_machine(url: str) -> bool:
    """Whether an address is that of the machine on which it is followed, which a repository gives that nobody has told
    its own name: DSpace's "http://localhost:8080/xmlui/handle/123456789/1". A school's own network may have any other.
    """
    return _OWN_MACHINE.match(url) is not None


def is_content(stated: Link) -> bool:
    """Whether it leads to the thing itself."""
    return stated.kind in ("resource", "manifest")


def link(text: str, label: str = "", kind: LinkKind = "resource") -> Link | None:
    """The http(s) address that `text` is, if it leads anywhere; a IIIF manifest is kept as one."""
    url = web_address(text)
    if not url or _is_own_machine(url):
        return None
    if is_manifest(url):
        kind = "manifest"
    return Link(url, label, kind)
