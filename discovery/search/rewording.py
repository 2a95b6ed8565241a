"""A search's words in the places where they were typed, and the same search with some of them changed or left out."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from discovery.analysis.fold import fold
from discovery.analysis.tokens import TOKEN, is_cjk, tokens
from discovery.catalog.record import UnionRecord
from discovery.search.item_pattern import LIMIT
from discovery.search.lexer import OPERATORS
from discovery.search.params import Row, SearchParams
from discovery.search.parse import parse
from discovery.search.query import And, Exactly, Not, Number, Or, Phrase, Query, Words, Years
from discovery.search.query_text import without_text_fields
from discovery.search.request import Filter, YearRange
from discovery.search.year_ranges import years_text

# A longer text isn't worded otherwise: 5,000 parentheses around two words would be read for every wording of these.
LONGEST_TYPED = 500
# What stands before a word that is excluded, which may be looked for elsewhere in the same row.
_EXCLUDING = re.compile(
    rf"(?:^|[\s(])(?:-|(?:{'|'.join(word for word, kind in OPERATORS.items() if kind == 'not')})\s+)(?:\w+:)?\Z"
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a searched word stands in a row's text; `word` is its folded form."""

    row: int
    start: int
    end: int
    word: str


def places(params: SearchParams) -> tuple[Place, ...]:
    """The words that are looked for and may have been meant otherwise: no numbers, no CJK, nothing excluded."""
    found: list[Place] = []
    for number, row in enumerate(params.rows):
        if row.operator == "not" or row.scope == "identifier":
            continue
        searched = frozenset(_searched(parse(row.text, row.scope)))
        for match in TOKEN.finditer(row.text):
            word = fold(match[0])
            before, after = row.text[: match.start()], row.text[match.end() :]
            is_word = word in searched and word.isalpha() and not is_cjk(word)
            if is_word and not after.startswith("*") and not _EXCLUDING.search(before):
                found.append(Place(number, match.start(), match.end(), word))
    return tuple(found)


def reworded(params: SearchParams, changes: Mapping[Place, str]) -> SearchParams:
    """The search with other words in some places, everything between them as it was typed."""
    rows = list(params.rows)
    for place in sorted(changes, key=lambda place: (place.row, -place.start)):
        text = rows[place.row].text
        typed = text[place.start : place.end]
        written = _cased(changes[place], typed, is_shouted=text.isupper())
        rows[place.row] = replace(rows[place.row], text=text[: place.start] + written + text[place.end :])
    return _with_rows(params, rows)


def either(params: SearchParams, place: Place, words: Sequence[str]) -> SearchParams:
    """The search with any of some words in one place."""
    rows = list(params.rows)
    text = rows[place.row].text
    # In a text of capitals OR is a word.
    before, after = text[: place.start], text[place.end :]
    if text.isupper():
        before, after = before.lower(), after.lower()
    rows[place.row] = replace(rows[place.row], text=f"{before}({' OR '.join(words)}){after}")
    return _with_rows(params, rows)


def without(params: SearchParams, place: Place) -> SearchParams | None:
    """The search without one of its words; None where that would change what the others ask, or leave nothing."""
    return _cut(params, place.row, place.start, place.end)


def without_typed_limits(params: SearchParams) -> Iterator[tuple[Filter, SearchParams]]:
    """The search without each year, language or library that was typed among its words ("hamka year:2008"), with it."""
    if sum(len(row.text) for row in params.rows) > LONGEST_TYPED:
        return
    for number, row in enumerate(params.rows):
        for match in LIMIT.finditer(row.text) if row.operator != "not" else ():
            limit = _limit(parse(match[0], row.scope))
            shorter = _cut(params, number, match.start(), match.end())
            if limit and shorter:
                yield limit, shorter


def _limit(query: Query) -> Filter | None:
    match query:
        case Years(first=first, last=last):
            return Filter("year", (years_text(YearRange(first, last)),))
        case Exactly(field=field, value=value):
            return Filter(field, (value,))
        case _:
            return None


def _cut(params: SearchParams, number: int, start: int, end: int) -> SearchParams | None:
    """The search without what stands there in one row; None where more or less than one thing would be gone."""
    row = params.rows[number]
    shorter = replace(row, text=f"{row.text[:start].rstrip()} {row.text[end:].lstrip()}".strip())
    before, after = _terms(row), _terms(shorter)
    if after - before or (before - after).total() != 1:
        return None
    rows = [shorter if at == number else each for at, each in enumerate(params.rows)]
    kept = [each for each in rows if _terms(each)]
    return _with_rows(params, kept) if kept and kept[0].operator != "not" else None


def in_all_fields(params: SearchParams) -> SearchParams:
    """The same words, wherever in a record they stand."""
    return _with_rows(params, [replace(row, text=without_text_fields(row.text), scope="all") for row in params.rows])


def typed_text(params: SearchParams) -> str:
    """The reader's own words; several rows with the operators between them."""
    rows = [row for row in params.rows if row.text]
    return " ".join(row.text if at == 0 else f"{row.operator.upper()} {row.text}" for at, row in enumerate(rows))


def has_every_word(params: SearchParams, record: UnionRecord) -> bool:
    """Whether titles, names and subjects hold each of the search's words as it was typed."""
    present = frozenset(tokens(_text_of(record)))
    return all(place.word in present for place in places(params))


def _text_of(record: UnionRecord) -> str:
    description = record.description
    names = (contributor.name for contributor in description.contributors)
    subjects = (subject.heading for subject in description.subjects)
    variants = (variant.text for variant in description.variants)
    return " ".join((description.title.full, *variants, *names, *subjects))


def _with_rows(params: SearchParams, rows: Sequence[Row]) -> SearchParams:
    return replace(params, rows=tuple(rows), page=1, notes=())


def _cased(word: str, typed: str, *, is_shouted: bool) -> str:
    """Capitals as they were typed; all of them only in a text of capitals, where no word is an operator."""
    if is_shouted:
        return word.upper()
    return word.capitalize() if typed[0].isupper() else word


def _searched(query: Query) -> Iterator[str]:
    match query:
        case Words(words=words):
            yield from map(fold, words)
        case Phrase(text=text):
            yield from map(fold, TOKEN.findall(text))
        case Or(parts=parts) if any(isinstance(part, Number) for part in parts):
            # A number as it is written, "https://doi.org/10.1000/182", isn't a row of words.
            for part in parts:
                yield from () if isinstance(part, Phrase) else _searched(part)
        case And(parts=parts) | Or(parts=parts):
            for part in parts:
                yield from _searched(part)
        case _:
            return


def _terms(row: Row) -> Counter[tuple[str, ...]]:
    """What a row asks for, whatever joins it: words one by one, everything else whole."""
    return Counter(_terms_of(parse(row.text, row.scope))) if row.text.strip() else Counter()


def _terms_of(query: Query) -> Iterator[tuple[str, ...]]:
    match query:
        case Words(words=words, scope=scope):
            yield from ((scope, fold(word)) for word in words)
        case And(parts=parts) | Or(parts=parts):
            for part in parts:
                yield from _terms_of(part)
        case Not(part=part):
            yield from (("not", *term) for term in _terms_of(part))
        case _:
            yield (repr(query),)
