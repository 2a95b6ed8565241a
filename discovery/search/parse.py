"""From what a reader typed to a `Query`. Never raises, whatever was typed.

Words, "phrases", "^whole headings$", AND OR NOT and DAN ATAU TIDAK BUKAN in capitals, -word, prefix*, parentheses, and
field prefixes in the interface's languages (author:hirata, pengarang:hirata, year:1990-1999). AND binds closer than OR,
and what stands side by side belongs together. A field prefix rules the next word, phrase or parenthesis.
"""

from dataclasses import dataclass

from discovery.search.bounds import beginnings, bounded, with_few_beginnings
from discovery.search.field_names import VALUE_FIELDS
from discovery.search.lexer import Item, items
from discovery.search.notes import Note
from discovery.search.numbers import is_issn, is_number, may_be_copy_number
from discovery.search.operands import (
    SCOPES,
    all_of,
    any_of,
    as_written,
    card,
    loose_words,
    numbers_in,
    numbers_of,
    operand,
)
from discovery.search.query import (
    MAX_BEGINNINGS,
    MAX_CHARACTERS,
    MAX_TERMS,
    Everything,
    Not,
    Nothing,
    Number,
    Or,
    Query,
    Scope,
    Words,
    Years,
)

_LONGEST_IN_NOTE = 80
# What is said of a value that its field can't have; anything may be a number or a library's name.
_UNREAD = {"year": "no-year", "language": "no-language"}


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
    parser = _Parser(searched)
    query = numbers_in(text) if scope == "identifier" else card(searched, scope) or parser.alternatives(scope)
    notes += tuple(parser.unread)
    if query is None:
        nothing = Note("nothing-searchable", (text.strip()[:_LONGEST_IN_NOTE],))
        return Reading(Nothing("nothing-searchable"), (*notes, nothing))
    if isinstance(query, Words) and query.scope == "all" and (is_number(text) or is_issn(text)):
        query = Or((*numbers_of(text.strip()), as_written(text.strip(), "all")))
    elif isinstance(query, Words) and query.scope == "all" and may_be_copy_number(text):
        query = Or((Number(text.strip()), query))
    return Reading(query, notes, len(beginnings(searched)))


class _Parser:
    """Recursive descent over a bounded row of items; parentheses nest at most MAX_DEPTH deep.

    `unread` gathers a note on each value that is none of its field's, and whose words are looked for instead.
    """

    def __init__(self, row: tuple[Item, ...]) -> None:
        self.row = row
        self.place = 0
        self.unread: list[Note] = []

    def alternatives(self, field: str) -> Query | None:
        """What OR joins, up to a closing parenthesis or the end; None when there is nothing in it."""
        parts = [self._conjunction(field)]
        while self._next_kind() == "or":
            self._take()
            parts.append(self._conjunction(field))
        return any_of(part for part in parts if part is not None)

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
                parts += (*loose_words(loose, field), *group)
                group, loose = [], []
            else:
                for part in self._operand(field):
                    # Parentheses around plain words group nothing: "retrieval systems (MEDLARS)".
                    if kind == "open" and isinstance(part, Words) and part.scope == SCOPES.get(field):
                        loose += part.words
                    else:
                        group.append(part)
        if field == "year" and not parts and all(isinstance(part, Years) for part in group):
            return any_of(group)  # nothing is of two years
        return all_of((*parts, *loose_words(loose, field), *group))

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
        query = self._group(field) if kind == "open" else operand(kind, text, field)
        if query is None:
            return []
        if field in _UNREAD and kind != "open" and isinstance(query, Words):
            self.unread.append(Note(_UNREAD[field], (text[:_LONGEST_IN_NOTE],)))
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
