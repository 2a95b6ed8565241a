"""What the pieces of a query ask for, each by itself: words, phrases, beginnings, numbers, years and other values."""

import re
from collections.abc import Iterable, Sequence
from typing import get_args

from discovery.analysis.tokens import TOKEN
from discovery.catalog.languages import language_from_name
from discovery.search.field_names import VALUE_FIELDS
from discovery.search.lexer import Item
from discovery.search.numbers import is_number, mistyped_issn, number_forms
from discovery.search.query import (
    MAX_CHARACTERS,
    MAX_TERMS,
    And,
    Exactly,
    Number,
    Or,
    Phrase,
    Prefix,
    Query,
    Scope,
    Words,
    Years,
)
from discovery.search.weights import MOST_WORDS_ALL_MEANT
from discovery.search.year_ranges import parse_years

SCOPES: dict[str, Scope] = {scope: scope for scope in get_args(Scope)}
# A number's own hyphenated pieces are searched as words too ("959-8"), but not the pieces of a long address.
_MOST_PIECES = 8
_LONGEST_NUMBER = 200
# The class of a Library of Congress number, "QA76.9" on one library's labels and "QA 76.9" on another's.
_LETTERS_AND_NUMBER = re.compile(r"([A-Za-z]{1,3})( ?)(\d{1,5}(?:\.\d+)?)(?![\w.])")


def operand(kind: str, text: str, field: str) -> Query:
    """What an item of this kind asks for, in the field that rules it."""
    if field in VALUE_FIELDS:
        return _value(field, text)
    scope = SCOPES[field]
    if scope == "call_number" and kind in ("word", "phrase") and (match := _LETTERS_AND_NUMBER.match(text)):
        return _shelf_mark(kind, text, match)
    if kind in ("phrase", "whole"):
        return Phrase(text, scope, whole=kind == "whole")
    if kind == "prefix":
        return Prefix(text, scope)
    if kind != "number":
        return Words(tuple(TOKEN.findall(text)[:_MOST_PIECES]), scope)
    written = as_written(text, scope)
    return Or((*numbers_of(text), written)) if scope == "all" else written


def _shelf_mark(kind: str, text: str, match: re.Match[str]) -> Query:
    """A call number as typed, or with or without the blank between the letters of its class and the number."""
    other = f"{match[1]}{'' if match[2] else ' '}{match[3]}{text[match.end() :]}"
    typed: Query = Words((text,), "call_number") if kind == "word" else Phrase(text, "call_number")
    return Or((typed, Phrase(other, "call_number")))


def as_written(number: str, scope: Scope) -> Query:
    """A number among other words. Its pieces stand together: "978-979-22-8064-7" isn't any 7 beside any 22."""
    pieces = tuple(TOKEN.findall(number)[:_MOST_PIECES])
    return Words(pieces, scope) if len(pieces) == 1 else Phrase(number, scope)


def _value(field: str, text: str) -> Query:
    """A year, a language, a library or a number; words where it can't be one."""
    if field == "identifier" and number_forms(text):
        return Number(text)
    if field == "year" and (years := parse_years(text)):
        return Years(years.first, years.last)
    if field == "language" and (language := language_from_name(text)):
        return Exactly("language", language)
    if field == "library":
        return Exactly("library", text.strip())
    return Words(tuple(TOKEN.findall(text)[:_MOST_PIECES]))


def loose_words(loose: list[str], field: str) -> list[Query]:
    """Words that stand side by side, as one group; none where there are none."""
    return [Words(tuple(loose), SCOPES[field])] if loose else []


def all_of(parts: Iterable[Query]) -> Query | None:
    """What AND joins, each part once; None where there is none."""
    return _one_or(And, parts)


def any_of(parts: Iterable[Query]) -> Query | None:
    """What OR joins, likewise."""
    return _one_or(Or, parts)


def _one_or(join: type[And] | type[Or], parts: Iterable[Query]) -> Query | None:
    flat = (inner for part in parts for inner in (part.parts if isinstance(part, join) else (part,)))
    different = tuple(dict.fromkeys(flat))
    if len(different) > 1:
        return join(different)
    return different[0] if different else None


def card(row: Sequence[Item], scope: Scope) -> Query | None:
    """A card or a reference pasted whole: its number finds it, or else its words do. None for anything else.

    What is searched for by five and more words and a number may be catalogued without the number, or with another
    edition's.
    """
    if not all(item.kind in ("word", "number", "value") or item == Item("field", "identifier") for item in row):
        return None
    texts = [item.text for item in row if item.kind in ("number", "value") and number_forms(item.text)]
    words = [
        word for item in row if item.kind in ("word", "number") for word in TOKEN.findall(item.text)[:_MOST_PIECES]
    ]
    if not texts or len(words) <= MOST_WORDS_ALL_MEANT or not any(item.kind == "word" for item in row):
        return None
    return any_of((*(number for text in texts for number in numbers_of(text)), Words(tuple(words), scope)))


def numbers_in(text: str) -> Query | None:
    """In the identifier field everything typed is one number, perhaps with blanks in it, or any of several."""
    if is_number(text):
        return any_of(numbers_of(text.strip()))
    chunks = [chunk[:_LONGEST_NUMBER] for chunk in text[:MAX_CHARACTERS].split()]
    numbers = [Number(chunk) for chunk in dict.fromkeys(chunks) if number_forms(chunk)]
    return any_of(numbers[:MAX_TERMS])


def numbers_of(text: str) -> tuple[Number, ...]:
    """A number as it was typed, and as the ISSN that it is but for its check digit."""
    issn = mistyped_issn(text)
    return (Number(text), Number(issn)) if issn else (Number(text),)
