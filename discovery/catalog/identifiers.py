"""Standard numbers: read in any form, kept in one."""

import re
from typing import Literal

import msgspec
from msgspec.structs import replace
from stdnum import issn

from discovery.catalog.book_numbers import isbn13, isbn_parts

IdentifierScheme = Literal["isbn", "issn", "lccn", "oclc", "doi", "ismn", "nbn", "control", "other"]


class Identifier(msgspec.Struct, frozen=True, omit_defaults=True):
    """`value` is the one normal form (ISBN as 13 digits, ISSN as 1234-567X); `qualifier` is what stood beside it.

    `is_key` says that it may identify this edition: valid, and from a field that names the thing itself. The
    others ($z, $y, 76X-78X, a set's ISBN on a volume) can be searched and never match records. `agency` tells
    numbers of scheme "control", "nbn" and "other" apart (the prefix of 035, the source of 024 $2).
    """

    scheme: IdentifierScheme
    value: str
    qualifier: str = ""
    is_key: bool = True
    agency: str = ""


def not_its_own(number: Identifier) -> Identifier:
    """The same number as that of another thing, or of none: searched, and never matched."""
    return replace(number, is_key=False) if number.is_key else number


# A spreadsheet's floating point: the digits it ate can't be had back.
_DAMAGE = re.compile(r"^\s*\d[.,]?\d*E[+-]?\d+\s*$", re.IGNORECASE)
_ISSN = re.compile(r"\s*(?:ISSN\s*:?\s*)?(\d{4})[\s\u2010-\u2015-]?(\d{3}[\dXx])(?!\d)(.*)", re.IGNORECASE | re.DOTALL)
# "jil. lengkap" and its like, in the languages of the catalogue: the number is that of the whole set.
_SET = re.compile(
    r"\b(?:set|lengkap|complete|gesamt\w*|collection|ensemble|obra completa|o\.\s?c\.|s[ée]rie complète)\b",
    re.IGNORECASE,
)
_DOI = re.compile(r"(10\.\d{4,9}/\S+)", re.IGNORECASE)
_LCCN = re.compile(r"([a-z]{0,3})\s*(\d{2}|\d{4})-?(\d{1,6})$", re.IGNORECASE)
_OCLC = re.compile(r"^(?:\(OCoLC\)\s*(?:ocm|ocn|on)?\s*|(?:ocm|ocn|on)(?=\d{8}))0*(\d{1,14})", re.IGNORECASE)
_OCLC_CONTROL = re.compile(r"^(?:ocm|ocn|on)?\s*0*(\d{1,14})\s*$", re.IGNORECASE)
# Library systems that write their own name where that of the library belongs.
_PRODUCTS = frozenset(
    {"sirsi", "unicorn", "aleph", "alma", "koha", "voyager", "iii", "innopac", "millennium", "sierra", "vtls"}
    | {"virtua", "horizon", "evergreen", "inlislite", "slims", "local"}
)
_PREFIXED = re.compile(r"^\(([^()]{1,24})\)\s*(\S.*)$", re.DOTALL)


def parse_isbn(text: str) -> Identifier | None:
    """The ISBN that opens `text`, whatever price or binding stands beside it.

    ISBN-10 and ISBN-13 are one number, kept as 13 digits. A wrong check digit gives an identifier that is no key,
    with the digits as they were written. "(jil. lengkap)" or "(set)" makes it the set's number: no key. None when
    there is no number, or a spreadsheet has turned it into "9.79E+12".
    """
    if ("E" in text or "e" in text) and _DAMAGE.match(text):
        return None
    parts = isbn_parts(text)
    if parts is None or len(parts[0]) < 7:
        return None
    digits, rest = parts
    qualifier = rest.strip(" ():;,.[]/").replace(") (", ", ") if rest else ""
    value = isbn13(digits)
    if value is None:
        return Identifier("isbn", digits, qualifier, is_key=False)
    return Identifier("isbn", value, qualifier, is_key=not (qualifier and _SET.search(qualifier)))


def parse_issn(text: str) -> Identifier | None:
    """The ISSN that opens `text` as 1234-567X; no key when its check digit is wrong, None when there is none."""
    match = _ISSN.match(text)
    if not match:
        return None
    digits = (match[1] + match[2]).upper()
    qualifier = match[3].strip(" ():;,.[]/")
    return Identifier("issn", f"{digits[:4]}-{digits[4:]}", qualifier, is_key=issn.is_valid(digits))


def parse_lccn(text: str) -> Identifier | None:
    """A Library of Congress control number in its normal form: https://www.loc.gov/marc/lccn-namespace.html.

    Blanks go, what follows a slash goes, and the serial part after a hyphen is filled to six digits.
    """
    bare = text.split("/")[0].strip().replace(" ", "")
    match = _LCCN.fullmatch(bare)
    if not match:
        return None
    prefix, year, serial = match.groups()
    serial = serial.zfill(6) if "-" in bare else serial
    return Identifier("lccn", f"{prefix.lower()}{year}{serial}") if len(serial) == 6 else None


def parse_doi(text: str) -> Identifier | None:
    """A DOI, from the bare form, "doi:…" or an address; lower case, since DOIs don't tell case apart."""
    match = _DOI.search(text)
    return Identifier("doi", match[1].rstrip(".,;)").lower()) if match else None


def parse_oclc(text: str) -> Identifier | None:
    """An OCLC number from 001 under 003 OCoLC ("ocm01234567", "on1234567890", "1234567"), without zeros."""
    match = _OCLC_CONTROL.match(text)
    return Identifier("oclc", match[1]) if match else None


def parse_control_number(text: str) -> Identifier | None:
    """A system control number with the code of its system in front: "(OCoLC)ocm00012345", "(DE-588)118540238".

    OCLC's own prefixes ("ocn784305942") do as well. Without a prefix, or with that of a product which every library
    that runs it starts at 1 ("(Sirsi) a348469"), nobody can say whose number it is: searchable, but no key.
    """
    text = text.strip()
    if not text or (text[0] == "(" and text[-1] == ")" and text.count("(") == 1):
        return None  # "(NNC)" is a prefix without its number
    match = _OCLC.match(text)
    if match:
        return Identifier("oclc", match[1])
    match = _PREFIXED.match(text)
    if match:
        agency = match[1].strip()
        return Identifier("control", match[2].strip(), is_key=agency.casefold() not in _PRODUCTS, agency=agency)
    return Identifier("control", text, is_key=False)
