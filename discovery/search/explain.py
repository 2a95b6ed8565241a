"""How a query was understood, in a notation that any reader of catalogues knows, and that parses again."""

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
    Scope,
    Words,
    Years,
)
from discovery.search.reading import years_text
from discovery.search.request import YearRange

_PREFIXES: dict[Scope, str] = {"all": "", "identifier": "number: ", "call_number": "call: "}


def explain_query(query: Query) -> str:
    """The query in words: `title: laskar pelangi AND author: hirata AND NOT "film"`. Empty for everything."""
    return _explained(query)


def _explained(query: Query, inside: type[And] | type[Or] | type[Not] | None = None) -> str:
    match query:
        case Words(words=words, scope=scope):
            return _PREFIXES.get(scope, f"{scope}: ") + " ".join(words)
        case Phrase(text=text, scope=scope):
            return f'{_PREFIXES.get(scope, f"{scope}: ")}"{text}"'
        case Prefix(text=text, scope=scope):
            return f"{_PREFIXES.get(scope, f'{scope}: ')}{text}*"
        case Number(text=text):
            return f"number: {text}"
        case Exactly(field=field, value=value):
            return f"{field.removesuffix('_exact')}: {value}"
        case Years(first=first, last=last):
            return f"year: {years_text(YearRange(first, last))}"
        case Not(part=part):
            return f"NOT {_explained(part, Not)}"
        case And(parts=parts):
            joined = " AND ".join(_explained(part, And) for part in parts)
            return joined if inside in (None, And) else f"({joined})"
        case Or(parts=parts):
            joined = " OR ".join(_explained(part, Or) for part in parts)
            return joined if inside in (None, Or) else f"({joined})"
        case Everything() | Nothing():
            return ""
