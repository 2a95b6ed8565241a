"""Why a record ranks where it does, in words: what of the query stands where in it, and what counts extra.

Told from the query's own tree and the record's own words, so both engines give the same reasons. The engines' sums,
which only a program can use, are in the API's `explanation`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from discovery.analysis.stem import stem, stem_text
from discovery.catalog.record import UnionRecord
from discovery.errors import message
from discovery.search.explain import ENGLISH, TERMS, Wording
from discovery.search.fields import keyword_field
from discovery.search.indexing import index_document
from discovery.search.query import Query
from discovery.search.scoring import score
from discovery.search.tree import All, Best, Between, Boost, Combine, Constant, Has, Node, Sequence, Starts, Stem, Term

Manner = Literal["number", "whole", "begins", "together", "word", "form", "held"]

# The strongest first, as `weights` has them. {0} are words, {1} the places where they stand.
MESSAGES: dict[Manner, str] = {
    "number": "This number stands in it.",
    "whole": "Exactly what was asked for: {1}.",
    "begins": "Begins with “{0}”: {1}.",
    "together": "“{0}” together, in this order: {1}.",
    "word": "“{0}”: {1}.",
    "form": "“{0}” in another form: {1}.",
    "held": "More than one library has it.",
}
# Between the places; Arabic has a comma of its own.
_COMMA = message(", ")
_ORDER = tuple(MESSAGES)
_WHOLE = {"title_exact": "title", "author_exact": "author", "subject_exact": "subject"}
_HAVING: dict[str, Manner] = {"identifier": "number", **dict.fromkeys(_WHOLE, "whole")}


@dataclass(frozen=True, slots=True)
class RankingReason:
    """One thing that counts for a record; `fields` are names of `explain.TERMS`, the weightiest first."""

    manner: Manner
    words: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Match:
    manner: Manner
    words: str
    field: str
    weight: float


def ranking_reasons(query: Query, record: UnionRecord) -> tuple[RankingReason, ...]:
    """What the query finds in a record, the strongest kind of reason first. None for what only a filter asked."""
    found = _Reading(record).matches(score(query), 1.0) or []
    grouped: dict[tuple[Manner, str], dict[str, None]] = {}
    as_typed = {(each.words, each.field) for each in found if each.manner == "word"}
    for each in sorted(found, key=lambda match: -match.weight):
        if each.manner != "form" or (each.words, each.field) not in as_typed:
            grouped.setdefault((each.manner, each.words), {})[each.field] = None
    reasons = (RankingReason(manner, words, tuple(fields)) for (manner, words), fields in grouped.items())
    return tuple(sorted(reasons, key=lambda each: _ORDER.index(each.manner)))


def reason_text(reason: RankingReason, wording: Wording = ENGLISH) -> str:
    """A reason in the reader's language."""
    places = wording.sentence(_COMMA).join(wording.sentence(TERMS.get(field, field)) for field in reason.fields)
    return wording.sentence(MESSAGES[reason.manner]).format(reason.words, places)


class _Reading:
    """A record as the index holds it."""

    def __init__(self, record: UnionRecord) -> None:
        document = index_document(record)
        self.text = {field: f" {text} " for field, text in document.text.items()}
        self.keywords = document.keywords
        self.numbers = document.numbers

    def matches(self, node: Node, weight: float) -> list[_Match] | None:
        """What of a tree stands in the record; None where the tree doesn't match it."""
        match node:
            case Boost(part=part, factor=factor):
                return self.matches(part, weight * factor)
            case Constant(part=part, score=constant):
                return self.matches(part, constant)
            case Best(parts=parts):
                return self._any_of(parts, weight)
            case Combine(must=must, should=should):
                needed = [self.matches(part, weight) for part in must]
                more = self._any_of(should, weight)
                if None in needed or (more is None and should and not must):
                    return None
                return [each for found in (*needed, more) for each in found or ()]
            case All():
                return []
            case _:
                return self._leaf(node, weight)

    def _any_of(self, parts: Iterable[Node], weight: float) -> list[_Match] | None:
        found = [found for part in parts if (found := self.matches(part, weight)) is not None]
        return [each for matches in found for each in matches] if found else None

    def _leaf(self, node: Node, weight: float) -> list[_Match] | None:
        match node:
            case Term(field=field, token=token):
                return [_Match("word", token, field, weight)] if f" {token} " in self.text.get(field, "") else None
            case Stem(field=field, word=word):
                return [_Match("form", word, field, weight)] if self._has_stem(node) else None
            case Sequence(field=field, tokens=tokens):
                words = " ".join(tokens)
                return [_Match("together", words, field, weight)] if f" {words} " in self.text.get(field, "") else None
            case Starts(field=field, prefix=prefix):
                found = _Match("begins", prefix.strip(), _WHOLE.get(field, field), weight)
                return [found] if self._has_beginning(node) else None
            case Has(field=field, values=values):
                if set(values).isdisjoint(self.keywords.get(keyword_field(field), ())):
                    return None
                return [_Match(_HAVING[field], "", _WHOLE.get(field, ""), weight)] if field in _HAVING else []
            case Between(field=field, first=first, last=last):
                number = self.numbers.get(field)
                if number is None or not (first or number) <= number <= (number if last is None else last):
                    return None
                return [_Match("held", "", "", weight)] if field == "holders" else []
            case _:
                return None

    def _has_stem(self, node: Stem) -> bool:
        text = self.text.get(f"{node.field}_stem_{node.language}", "").strip()
        return stem(node.word, node.language) in stem_text(text, node.language).split(" ")

    def _has_beginning(self, node: Starts) -> bool:
        if node.keyword:
            return any(value.startswith(node.prefix) for value in self.keywords.get(keyword_field(node.field), ()))
        return f" {node.prefix}" in self.text.get(node.field, "")
