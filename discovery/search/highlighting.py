"""Where a hit matched: its title, authors and subjects with the searched words marked."""

from collections.abc import Iterator
from functools import lru_cache

from discovery.analysis.fold import fold
from discovery.analysis.highlight import Highlighter
from discovery.analysis.spelling import name_spellings
from discovery.analysis.stem import stem_language
from discovery.catalog.record import UnionRecord
from discovery.search.query import And, Not, Or, Phrase, Prefix, Query, Scope, Words
from discovery.search.units import Unit, units

_BETWEEN_NAMES = " ; "


def highlights(query: Query, record: UnionRecord) -> tuple[tuple[str, str], ...]:
    """Escaped text with <mark> by name: "title", and "authors" and "subjects" where some of them match."""
    description = record.description
    stemmed = tuple(filter(None, map(stem_language, description.languages)))
    names = [contributor.name for contributor in description.contributors]
    subjects = dict.fromkeys(subject.heading for subject in description.subjects)
    marked = (
        ("title", _highlighter(query, "title").mark(description.title.full, stemmed)),
        ("authors", _joined(filter(None, map(_highlighter(query, "author").mark, dict.fromkeys(names))))),
        ("subjects", _joined(filter(None, (_highlighter(query, "subject").mark(each, stemmed) for each in subjects)))),
    )
    return tuple((name, text) for name, text in marked if text)


def _joined(marked: Iterator[str]) -> str:
    return _BETWEEN_NAMES.join(marked)


@lru_cache(maxsize=1_024)
def _highlighter(query: Query, scope: Scope) -> Highlighter:
    """What of a query is looked for in one field: everything without a field of its own, and that field's."""
    found = list(_units_of(query, scope))
    beginnings = {fold(part.text) for part in _wanted(query, scope) if isinstance(part, Prefix)}
    beginnings |= {unit.token for unit, _ in found if unit.is_beginning}
    tokens = {token for unit, _ in found for token in (unit.token, *unit.letters) if not unit.is_beginning}
    if scope == "author":
        tokens |= {name for unit, is_loose in found if is_loose for name in name_spellings(unit.token)}
    written = tuple(unit.written for unit, is_stemmed in found if is_stemmed and unit.languages)
    return Highlighter(frozenset(tokens), tuple(filter(None, beginnings)), written)


def _units_of(query: Query, scope: Scope) -> Iterator[tuple[Unit, bool]]:
    """Each searched unit, and whether its stems count."""
    for part in _wanted(query, scope):
        if isinstance(part, Words):
            yield from ((unit, not part.exact) for unit in units(part.words))
        elif isinstance(part, Phrase):
            yield from ((unit, False) for unit in units((part.text,)))


def _wanted(query: Query, scope: Scope) -> Iterator[Words | Phrase | Prefix]:
    match query:
        case Words() | Phrase() | Prefix():
            if query.scope in ("all", scope):
                yield query
        case And(parts=parts) | Or(parts=parts):
            for part in parts:
                yield from _wanted(part, scope)
        case Not():
            return
