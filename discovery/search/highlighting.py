"""Where a hit matched: its title, authors and subjects with the searched words marked."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from discovery.analysis.fold import fold
from discovery.analysis.highlight import Highlighter
from discovery.analysis.names import same_name
from discovery.analysis.spelling import name_spellings
from discovery.analysis.stem import stem_language
from discovery.catalog.record import UnionRecord
from discovery.search.query import And, Not, Or, Phrase, Prefix, Query, Scope, Words
from discovery.search.units import Unit, units

_BETWEEN_NAMES = " ; "
_MARKED = re.compile("<mark>(.*?)</mark>")
# Words before and after the first that matched: enough for a line on a phone.
_BEFORE, _AFTER = 8, 14
_LONGEST_LOOKED_THROUGH = 20_000

PassageField = Literal["subject", "variant", "series", "publisher", "contents"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a description with the searched words that neither title nor authors have, as escaped text with
    <mark> only.
    """

    field: PassageField
    marked: str


def highlights(query: Query, record: UnionRecord) -> tuple[tuple[str, str], ...]:
    """Escaped text with <mark> by name: "title", "original" (the title in its own script), "authors" and "subjects",
    each where it matches.
    """
    description = record.description
    stemmed = tuple(filter(None, map(stem_language, description.languages)))
    people = description.contributors
    names = dict.fromkeys(name for each in people for name in (each.name, each.original) if name)
    subjects = dict.fromkeys(subject.heading for subject in description.subjects)
    in_title, in_author, in_subject = _highlighters(query)
    marked = (
        ("title", in_title.mark(description.title.full, stemmed)),
        ("original", in_title.mark(original, stemmed) if (original := description.title.original) else ""),
        ("authors", _joined(filter(None, map(in_author.mark, names)))),
        ("subjects", _joined(filter(None, (in_subject.mark(each, stemmed) for each in subjects)))),
    )
    return tuple((name, text) for name, text in marked if text)


def passages(query: Query, record: UnionRecord, shown: tuple[tuple[str, str], ...]) -> tuple[Passage, ...]:
    """Why a record matched, where its marked title and authors (of `shown`) don't say so.

    Subjects that add a word, else the first other part that has any; nothing where a spelling or a stem found it.
    """
    seen = {word.lower() for name, text in shown if name != "subjects" for word in _MARKED.findall(text)}
    subjects = dict(shown).get("subjects", "")
    if subjects and any(word.lower() not in seen for word in _MARKED.findall(subjects)):
        return (Passage("subject", _cut(subjects)),)
    return () if seen else tuple(_elsewhere(query, record))


def _elsewhere(query: Query, record: UnionRecord) -> Iterator[Passage]:
    """The first part, in the order of the parts' weights, that has some of the words."""
    description = record.description
    stemmed = tuple(filter(None, map(stem_language, description.languages)))
    parts: tuple[tuple[PassageField, Scope, Iterable[str]], ...] = (
        ("variant", "title", (f"{each.text} {each.original}".strip() for each in description.variants)),
        ("series", "series", (each.heading for each in description.series)),
        ("publisher", "publisher", (description.publication.publisher, *description.publication.publishers)),
        ("contents", "contents", (*description.contents, description.abstract, *(n.text for n in description.notes))),
    )
    for field, scope, texts in parts:
        highlighter = _highlighter(query, scope)
        for text in texts:
            marked = highlighter.mark(text[:_LONGEST_LOOKED_THROUGH], stemmed)
            if marked:
                yield Passage(field, _cut(marked))
                return


def _cut(marked: str) -> str:
    """The words around the first that is marked; marks and entities have no spaces in them."""
    words = marked.split(" ")
    first = next(place for place, word in enumerate(words) if "<mark>" in word)
    start, end = max(0, first - _BEFORE), first + _AFTER
    cut = " ".join(words[start:end])
    return f"{'… ' if start else ''}{cut}{' …' if end < len(words) else ''}"


def _joined(marked: Iterator[str]) -> str:
    return _BETWEEN_NAMES.join(marked)


@lru_cache(maxsize=1_024)
def _highlighters(query: Query) -> tuple[Highlighter, Highlighter, Highlighter]:
    """For titles, authors and subjects: found at once, because the hash of a query takes longer than most marking."""
    return _highlighter(query, "title"), _highlighter(query, "author"), _highlighter(query, "subject")


@lru_cache(maxsize=1_024)
def _highlighter(query: Query, scope: Scope) -> Highlighter:
    """What of a query is looked for in one field: everything without a field of its own, and that field's."""
    found = list(_units_of(query, scope))
    beginnings = {fold(part.text) for part in _wanted(query, scope) if isinstance(part, Prefix)}
    beginnings |= {unit.token for unit, _ in found if unit.is_beginning}
    tokens = {token for unit, _ in found for token in (unit.token, *unit.letters) if not unit.is_beginning}
    if scope == "author":
        tokens |= {name for unit, is_loose in found if is_loose for name in name_spellings(unit.token)}
    if scope in ("author", "title", "subject"):
        tokens |= {name for unit, is_loose in found if is_loose for name in same_name(unit.token)}
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
