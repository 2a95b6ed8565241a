"""From what a reader typed to a `Query`. Never raises, whatever was typed.

Words, "phrases", "^whole headings$", AND OR NOT and DAN ATAU TIDAK BUKAN in capitals, -word, prefix*, parentheses, and
field prefixes in Indonesian and English (author:hirata, pengarang:hirata, year:1990-1999). AND binds closer than OR,
and what stands side by side belongs together. A field prefix rules the next word, phrase or parenthesis.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

from discovery.analysis.tokens import TOKEN
from discovery.catalog.languages import language_from_name
from discovery.search.bounds import beginnings, bounded, with_few_beginnings
from discovery.search.lexer import VALUE_FIELDS, Item, items
from discovery.search.notes import Note
from discovery.search.numbers import is_number, mistyped_issn, number_forms
from discovery.search.query import (
    MAX_BEGINNINGS,
    MAX_CHARACTERS,
    MAX_TERMS,
    And,
    Everything,
    Exactly,
    Not,
    Nothing,
    Number,
    Or,
    Phrase,
    Prefix,
    Query,
    Scope,
    Words,
    Years,
)
from discovery.search.reading import parse_years
from discovery.search.weights import MOST_WORDS_ALL_MEANT

# A number's own hyphenated pieces are searched as words too ("959-8"), but not the pieces of a long address.
_MOST_PIECES = 8
_LONGEST_IN_NOTE = 80
_LONGEST_NUMBER = 200
_SCOPES: dict[str, Scope] = {scope: scope for scope in get_args(Scope)}


@dataclass(frozen=True, slots=True)
class Reading:
    """A query as it was understood, and what the reader should know about that. `prefixes` counts its beginnings."""

    query: Query
    notes: tuple[Note, ...] = ()
    prefixes: int = 0


def parse(text: str, scope: Scope = "all") -> Query:
    """What was asked; `scope` is where words without a prefix of their own are looked for."""
    return read_query(text, scope).query


def read_query(text: str, scope: Scope = "all", most: int = MAX_TERMS, prefixes: int = MAX_BEGINNINGS) -> Reading:
    """As `parse`, with notes on what was left out; `most` limits the terms, `prefixes` those that are beginnings."""
    if not text.strip():
        return Reading(Everything())
    notes: tuple[Note, ...] = (Note("query-cut", (str(MAX_CHARACTERS),)),) if len(text) > MAX_CHARACTERS else ()
    typed = items(text)
    found = with_few_beginnings(typed, prefixes)
    if whole := beginnings(typed).keys() - beginnings(found).keys():
        listed = ", ".join(text for text in beginnings(typed) if text in whole)[:_LONGEST_IN_NOTE]
        notes += (Note("beginnings-as-words", (str(MAX_BEGINNINGS), listed)),)
    searched = bounded(found, most)
    if not set(found).issubset(searched):
        notes += (Note("words-left-out", (str(MAX_TERMS),)),)
    query = _numbers(text) if scope == "identifier" else _read(searched, scope)
    if query is None:
        nothing = Note("nothing-searchable", (text.strip()[:_LONGEST_IN_NOTE],))
        return Reading(Nothing("nothing-searchable"), (*notes, nothing))
    if isinstance(query, Words) and query.scope == "all" and is_number(text):
        query = Or((*_numbers_of(text.strip()), _as_written(text.strip(), "all")))
    return Reading(query, notes, len(beginnings(searched)))


def _read(row: tuple[Item, ...], scope: Scope) -> Query | None:
    return _card(row, scope) or _Parser(row).alternatives(scope)


def _card(row: Sequence[Item], scope: Scope) -> Query | None:
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
    return _any_of((*(number for text in texts for number in _numbers_of(text)), Words(tuple(words), scope)))


def _numbers(text: str) -> Query | None:
    """In the identifier field everything typed is one number, perhaps with blanks in it, or any of several."""
    if is_number(text):
        return _any_of(_numbers_of(text.strip()))
    chunks = [chunk[:_LONGEST_NUMBER] for chunk in text[:MAX_CHARACTERS].split()]
    numbers = [Number(chunk) for chunk in dict.fromkeys(chunks) if number_forms(chunk)]
    return _any_of(numbers[:MAX_TERMS])


def _numbers_of(text: str) -> tuple[Number, ...]:
    """A number as it was typed, and as the ISSN that it is but for its check digit."""
    issn = mistyped_issn(text)
    return (Number(text), Number(issn)) if issn else (Number(text),)


class _Parser:
    """Recursive descent over a bounded row of items; parentheses nest at most MAX_DEPTH deep."""

    def __init__(self, row: tuple[Item, ...]) -> None:
        self.row = row
        self.place = 0

    def alternatives(self, field: str) -> Query | None:
        """What OR joins, up to a closing parenthesis or the end; None when there is nothing in it."""
        parts = [self._conjunction(field)]
        while self._next_kind() == "or":
            self._take()
            parts.append(self._conjunction(field))
        return _any_of(part for part in parts if part is not None)

    def _conjunction(self, field: str) -> Query | None:
        """What AND or nothing joins. Words that no AND parts are one group, of which some may be missing."""
        parts: list[Query] = []
        group: list[Query] = []
        loose: list[str] = []
        while (kind := self._next_kind()) not in ("", "or", "close"):
            if kind == "word" and field not in VALUE_FIELDS:
                loose.append(self._take())
            elif kind == "and":
                self._take()
                parts += (*_words(loose, field), *group)
                group, loose = [], []
            else:
                for part in self._operand(field):
                    # Parentheses around plain words group nothing: "retrieval systems (MEDLARS)".
                    if kind == "open" and isinstance(part, Words) and part.scope == _SCOPES.get(field):
                        loose += part.words
                    else:
                        group.append(part)
        return _all_of((*parts, *_words(loose, field), *group))

    def _operand(self, field: str) -> list[Query]:
        """The next word, phrase, value or parenthesis with what negates and rules it; empty where nothing follows."""
        is_negative = False
        while (kind := self._next_kind()) in ("not", "field"):
            text = self._take()
            is_negative ^= kind == "not"
            field = text if kind == "field" else field
        if kind in ("", "and", "or", "close"):
            return []
        text = self._take()
        query = self._group(field) if kind == "open" else _operand(kind, text, field)
        if query is None:
            return []
        return [Not(query) if is_negative else query]

    def _group(self, field: str) -> Query | None:
        query = self.alternatives(field)
        if self._next_kind() == "close":
            self._take()
        return query

    def _next_kind(self) -> str:
        return self.row[self.place].kind if self.place < len(self.row) else ""

    def _take(self) -> str:
        text = self.row[self.place].text
        self.place += 1
        return text


def _operand(kind: str, text: str, field: str) -> Query:
    if field in VALUE_FIELDS:
        return _value(field, text)
    scope = _SCOPES[field]
    if kind in ("phrase", "whole"):
        return Phrase(text, scope, whole=kind == "whole")
    if kind == "prefix":
        return Prefix(text, scope)
    if kind != "number":
        return Words(tuple(TOKEN.findall(text)[:_MOST_PIECES]), scope)
    written = _as_written(text, scope)
    return Or((*_numbers_of(text), written)) if scope == "all" else written


def _as_written(number: str, scope: Scope) -> Query:
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


def _words(loose: list[str], field: str) -> list[Query]:
    return [Words(tuple(loose), _SCOPES[field])] if loose else []


def _all_of(parts: Iterable[Query]) -> Query | None:
    return _one_or(And, parts)


def _any_of(parts: Iterable[Query]) -> Query | None:
    return _one_or(Or, parts)


def _one_or(join: type[And] | type[Or], parts: Iterable[Query]) -> Query | None:
    flat = (inner for part in parts for inner in (part.parts if isinstance(part, join) else (part,)))
    different = tuple(dict.fromkeys(flat))
    if len(different) > 1:
        return join(different)
    return different[0] if different else None
