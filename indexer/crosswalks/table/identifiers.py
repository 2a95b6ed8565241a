"""ISBN, ISSN and the columns that hold either → identifiers."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from discovery.catalog.book_numbers import isbn13
from discovery.catalog.identifiers import Identifier, parse_isbn, parse_issn
from indexer.crosswalks.table.fields import TableFields
from indexer.crosswalks.table.mending import is_scientific, whole_number

# Several numbers in one cell, beside what divides any cell.
_BETWEEN = re.compile(r"\s+/\s+|,\s*(?=\d[\d-]{8})|\s+dan\s+|\s+and\s+|(?<=[.-][\dXx])\s+(?=\d+[.-]\d)")
_BARE = re.compile(r"\d{6,9}")
# In a column that shows every number with thirteen digits.
_FILLED = re.compile(r"000\d{10}")
_SAYS_ISSN = re.compile(r"\bISSN\b", re.IGNORECASE)
# "ISBN: …", "e-ISBN …", "ISBN-13: …", "SBN …".
_SAYS_SBN = re.compile(r"\s*\b(?:[ep]-?)?I?SBN(?:[- ]?1[03](?![\d-]))?\s*[:.]?\s*", re.IGNORECASE)
_MARKS = re.compile(r"[ -]")
_ISBN = re.compile(r"(?<![\d-])(?:97[89](?:[ -]?\d){10}|\d(?:[ -]?\d){8}[ -]?[\dXx])(?!\d)")
_ISSN = re.compile(r"(?:ISSN\s*:?\s*)?\d{4}[\s\u2010-\u2015-]?\d{3}[\dXx]", re.IGNORECASE)
# In a column for both, the hyphen says which one is meant even where the check digit is wrong.
_AS_ISSN = re.compile(r"\d{4}-\d{3}[\dXx]")
_LEAST_DIGITS = 6


def map_identifiers(row: TableFields, problems: list[str], *, serial: bool) -> tuple[Identifier, ...]:
    """Each number once. Zeros that a spreadsheet ate are given back where the check digit proves them.

    A spreadsheet takes "0140449132" for a number and keeps 140449132; and it shows 9786024524562 as 9.78602E+12, whose
    last digits can't be had back. An ISSN names a serial: on anything else it is that of the series or the journal it
    stands in, and brings no records together.
    """
    found: dict[tuple[str, str], Identifier] = {}
    for field, kind in (("isbn", "isbn"), ("isbn_issn", ""), ("issn", "issn")):
        for text in row.texts(field):
            for part in _numbers(text):
                each = _identifier(whole_number(part), kind, problems)
                if each is None:
                    continue
                if each.scheme == "issn" and not serial:
                    each = Identifier("issn", each.value, each.qualifier, is_key=False)
                found.setdefault((each.scheme, each.value), each)
    return tuple(found.values())


def _numbers(text: str) -> Iterator[str]:
    """Each number of a cell with what stands behind it; two ISBNs may follow each other with a blank between them."""
    for part in _BETWEEN.split(text):
        sound = (found.start() for found in _ISBN.finditer(part) if isbn13(_MARKS.sub("", found[0])) is not None)
        for begin, end in pairwise([0, *list(sound)[1:], len(part)]):
            yield part[begin:end]


def _identifier(text: str, kind: str, problems: list[str]) -> Identifier | None:
    if is_scientific(text):
        problems.append("isbn-damaged" if kind != "issn" else "issn-damaged")
        return None
    if sum(map(str.isdigit, text)) < _LEAST_DIGITS:
        return None
    # An apostrophe is how people make a spreadsheet keep zeros; LibraryThing writes brackets.
    text = _SAYS_SBN.sub("", text.lstrip("'`’ ").strip("[]"))
    said = _SAYS_ISSN.search(text) is not None
    is_issn = kind == "issn" or said or (_ISSN.fullmatch(text) is not None and _is_key(parse_issn(text)))
    is_issn = is_issn or (not kind and _AS_ISSN.fullmatch(text) is not None)
    scheme: Literal["isbn", "issn"] = "issn" if is_issn else "isbn"
    if _FILLED.fullmatch(text) and isbn13(text[3:]) is not None:
        text = text[3:]
    if _BARE.fullmatch(text):
        restored = _with_zeros(text, scheme)
        if restored is not None:
            if restored != text:
                problems.append(f"{scheme}-zeros-restored")
            text = restored
    number = parse_issn(_SAYS_ISSN.sub("", text).strip(" ().:").replace(".", "-")) if is_issn else parse_isbn(text)
    if number is None:
        problems.append(f"{scheme}-damaged")
    elif not number.is_key and (is_issn or isbn13(number.value) is None):
        problems.append(f"{scheme}-invalid")
    return number


def _is_key(number: Identifier | None) -> bool:
    return number is not None and number.is_key


def _with_zeros(digits: str, scheme: str) -> str | None:
    """The digits with the zeros that make them a valid number: one or two for an ISBN-10, up to two for an ISSN."""
    whole = digits.zfill(10 if scheme == "isbn" else 8)
    if scheme == "issn":
        return whole if _is_key(parse_issn(whole)) else None
    return whole if len(digits) >= 8 and isbn13(whole) is not None else None
