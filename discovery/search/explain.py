"""How a query was understood, in a notation that any reader of catalogues knows, in the reader's own language."""

from typing import Protocol

from discovery.search.query import (
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
    Words,
    Years,
)
from discovery.search.request import YearRange
from discovery.search.year_ranges import years_text

# Each field and operator in English, by the name that queries have for it. Translations are keyed by the English word.
TERMS: dict[str, str] = {
    "title": "title",
    "variant": "other title",
    "author": "author",
    "subject": "subject",
    "series": "series",
    "publisher": "publisher",
    "contents": "contents",
    "call_number": "call number",
    "identifier": "number",
    "id": "record",
    "work": "work",
    "language": "language",
    "library": "library",
    "year": "year",
    "and": "AND",
    "or": "OR",
    "not": "NOT",
    "whole": "whole heading",
}


class Wording(Protocol):
    """A reader's language: marked English texts translated, codes and facets named, what was typed in its own order."""

    def sentence(self, text: str) -> str: ...

    def value(self, facet: str, value: str) -> str: ...

    def facet(self, name: str) -> str: ...

    def isolated(self, text: str) -> str: ...


class _English:
    """Texts and codes as they stand."""

    def sentence(self, text: str) -> str:
        return text

    def value(self, facet: str, value: str) -> str:
        return value

    def facet(self, name: str) -> str:
        return name

    def isolated(self, text: str) -> str:
        return text


ENGLISH: Wording = _English()


def explain_query(query: Query, wording: Wording = ENGLISH) -> str:
    """The query in words: `title: laskar pelangi AND author: hirata AND NOT "film"`. Empty for everything."""
    return _explained(query, wording)


def _explained(query: Query, wording: Wording, inside: type[And] | type[Or] | type[Not] | None = None) -> str:
    match query:
        case Words(words=words, scope=scope):
            return _labelled(wording, scope, " ".join(words))
        case Phrase(text=text, scope=scope, whole=whole):
            added = f" ({_term(wording, 'whole')})" if whole else ""
            return _labelled(wording, scope, f'"{text}"') + added
        case Prefix(text=text, scope=scope):
            return _labelled(wording, scope, f"{text}*")
        case Number(text=text):
            return _labelled(wording, "identifier", text)
        case Exactly(field=field, value=value):
            return _labelled(wording, field, wording.value(field, value))
        case Years(first=first, last=last):
            return _labelled(wording, "year", years_text(YearRange(first, last)))
        case Not(part=part):
            return f"{_term(wording, 'not')} {_explained(part, wording, Not)}"
        case And(parts=parts):
            joined = f" {_term(wording, 'and')} ".join(_explained(part, wording, And) for part in parts)
            return joined if inside in (None, And) else f"({joined})"
        case Or(parts=parts):
            told = [_explained(part, wording, Or) for part in _without_repetition(parts)]
            joined = f" {_term(wording, 'or')} ".join(told)
            return joined if inside in (None, Or) or len(told) == 1 else f"({joined})"
        case Everything() | Nothing():
            return ""


def _without_repetition(parts: tuple[Query, ...]) -> tuple[Query, ...]:
    """Without the words that a number is looked for as too: a reader typed it once."""
    numbers = {_bare(part.text) for part in parts if isinstance(part, Number)}
    return tuple(part for part in parts if _bare(_written(part)) not in numbers)


def _written(part: Query) -> str:
    match part:
        case Words(words=words):
            return "".join(words)
        case Phrase(text=text):
            return text
        case _:
            return ""


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _labelled(wording: Wording, field: str, text: str) -> str:
    """What is looked for, after the field it is looked for in."""
    told = wording.isolated(text)
    return told if field == "all" else f"{_term(wording, field)}: {told}"


def _term(wording: Wording, name: str) -> str:
    """A field or an operator; a heading's whole value has the name of its field."""
    name = name.removesuffix("_exact")
    return wording.sentence(TERMS.get(name, name))
