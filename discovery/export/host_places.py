"""Where in its journal or book a part stands: volume, issue and pages, out of what catalogues write in one line."""

import re
from dataclasses import dataclass

from discovery.catalog.record import Description, Relation
from discovery.export.parts import host_of, identifier_values

_DASH = "[-\u2010-\u2015]"
_NO_LETTER_BEFORE = r"(?<![^\W\d_])"
_VOLUME = re.compile(
    rf"{_NO_LETTER_BEFORE}(?:v|vol|volume|jil|jilid|bd|band|jg|jahrgang|jrg|t|tome|deel)\b\.?\s*:?\s*(\d+|[IVXLC]+\b)",
    re.IGNORECASE,
)
# "141(2000), p. 103-113": a number with its year.
_VOLUME_OF_YEAR = re.compile(r"\s*(\d{1,3})\s*\((?:1[5-9]|20)\d\d\)")
_ISSUE = re.compile(
    rf"{_NO_LETTER_BEFORE}(?:nos?|nr|nomor|number|issue|heft|h|afl|bil|edisi|fasc)\b\.?\s*:?\s*(\d+(?:\s*(?:/|{_DASH})\s*\d+)?)",
    re.IGNORECASE,
)
_PAGES = re.compile(
    rf"{_NO_LETTER_BEFORE}(?:pp?|pages?|hlm|hal|halaman|s|seiten?|blz|pag)\b\.?\s*:?\s*(\d+)(?:\s*{_DASH}\s*(\d+))?",
    re.IGNORECASE,
)
# "Vol 3, No 1 (2018); 1-10", "93-118"; not "1990-1995".
_LAST_RANGE = re.compile(rf"(?:^|[;:,])\s*(?!(?:1[5-9]|20)\d\d\s*{_DASH})(\d+)\s*{_DASH}\s*(\d+)\s*$")
# 773 $q: https://www.loc.gov/marc/bibliographic/bd773.html
_CODED = re.compile(r"\s*(\d+):(\d+)(?::\d+)*<(\d+)(?:-(\d+))?\s*")


@dataclass(frozen=True, slots=True)
class HostPlace:
    """A part's place in its host, as it is cited; "" for what isn't said."""

    volume: str = ""
    issue: str = ""
    first_page: str = ""
    last_page: str = ""

    @property
    def pages(self) -> str:
        """Its pages with a hyphen between them."""
        return "-".join(filter(None, (self.first_page, self.last_page)))


def host_place(description: Description) -> HostPlace:
    """The place of an article or a chapter; nothing for a thing of its own."""
    host = host_of(description)
    if description.type != "article" or host is None:
        return HostPlace()
    if coded := _CODED.fullmatch(host.note):
        return HostPlace(coded[1], coded[2], coded[3], coded[4] or "")
    volume = _VOLUME.search(host.note) or _VOLUME_OF_YEAR.match(host.note)
    issue = _ISSUE.search(host.note)
    pages = _PAGES.search(host.note) or _LAST_RANGE.search(host.note)
    if pages is None:
        # "hlm. 57-76" of an extent are its pages, "76 hlm." or "[26] p." how many it has.
        pages = next((found for found in _PAGES.finditer(description.extent) if found[2]), None)
    return HostPlace(
        volume[1] if volume else "",
        "".join(issue[1].split()) if issue else "",
        pages[1] if pages else "",
        (pages[2] or "") if pages else "",
    )


def book_host(description: Description) -> Relation | None:
    """The book that a chapter stands in, which is known by its ISBN; None for an article and for a thing of its own."""
    host = host_of(description)
    if description.type == "article" and host and any(each.scheme == "isbn" for each in host.identifiers):
        return host
    return None


def host_numbers(description: Description, scheme: str) -> tuple[str, ...]:
    """The ISSN or ISBN of the journal or book that an article stands in; none for a thing of its own."""
    host = host_of(description)
    if description.type != "article" or host is None:
        return ()
    return tuple(each.value for each in host.identifiers if each.scheme == scheme)


def cited_numbers(description: Description, scheme: str) -> tuple[str, ...]:
    """A thing's own ISBNs or ISSNs, and those of what it stands in, each once: what a citation knows it by."""
    return tuple(dict.fromkeys((*identifier_values(description, scheme), *host_numbers(description, scheme))))
