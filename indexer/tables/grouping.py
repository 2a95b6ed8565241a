"""Which rows of a table of copies are one title's, and the words that a title without an identifier is known by."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from discovery.catalog.identifiers import parse_isbn

# What tells editions apart where no identifier does.
_TITLE = ("title", "subtitle", "part")
_EDITION = ("authors", "publisher", "year", "edition", "part")
_SEPARATOR = "\x1f"
_YEAR = re.compile(r"\d{4}")


def group_key(values: Mapping[str, Sequence[str]]) -> str:
    """Rows with the same key are copies of one title; "" for a row without a title.

    Title and ISBN; where there is no sound ISBN, title, author, publisher, year, edition, volume and the class of a
    school that it is for. Where a table has neither author nor ISBN, the shelf mark, which carries the author's
    letters, has to tell two books called "Pengantar" apart. Numbers of rows and copies are no part of it.
    """
    title = folded(values.get("title", ()))
    if not title:
        return ""
    title += _SEPARATOR + folded(values.get("subtitle", ())) + _SEPARATOR + folded(values.get("part", ()))
    for text in (*values.get("isbn", ()), *values.get("isbn_issn", ())):
        isbn = parse_isbn(text)
        if isbn is not None and isbn.is_key:
            return f"{title}{_SEPARATOR}{isbn.value}"
    parts = [folded(values.get(field, ())) for field in _EDITION]
    if not parts[0]:
        parts.append(folded(values.get("call_number", ())))
    if level := folded(values.get("level", ())):
        parts.append(level)
    return _SEPARATOR.join([title, *parts])


def title_words(values: Mapping[str, Sequence[str]]) -> str:
    """What a title without an identifier is known by from one export to the next; "" for a row without a title.

    Its words, first author and year. All else is added and corrected from year to year (shelf, copies, ISBN, subjects),
    or written by another program in another column: "A : b" may come as "A" and "b", "Toer, Pramoedya" the other way
    round, 2010 as "2010.0".
    """
    title = folded([text for field in _TITLE for text in values.get(field, ())])
    if not title:
        return ""
    names = " ".join(values.get("authors", ())[:1])
    author = "".join(sorted(map(folded_text, names.split())))
    said = " ".join(values.get("year", ()))
    year = _YEAR.search(said)
    return _SEPARATOR.join([title, author, year[0] if year else folded([said])])


def folded(texts: Sequence[str]) -> str:
    """Letters and digits alone, without case: how titles, names and shelf marks are compared."""
    if not texts:
        return ""
    return folded_text(" ".join(texts) if len(texts) > 1 else texts[0])


def folded_text(text: str) -> str:
    """The same of one text."""
    folded = text.casefold() if text.isascii() else unicodedata.normalize("NFKD", text).casefold()
    return "".join(filter(str.isalnum, folded))
