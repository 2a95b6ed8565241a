"""A subject search in other languages too: what it may be widened by, and the query when it is."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import Literal

from discovery.analysis.tokens import query_tokens
from discovery.catalog.record import UnionRecord
from discovery.search.counterparts import Counterpart, counterparts_key, read_counterparts
from discovery.search.engine import SearchEngine
from discovery.search.keyword_fields import heading_key
from discovery.search.params import Row, SearchParams
from discovery.search.query import Nothing, Or, Query, Words
from discovery.search.request import Filter

# One click includes equivalents, and related headings of which half the cataloguers at least are sure: Dewey 330
# stands under "Ekonomi" and "Economics" in two Indonesian catalogues with 0.785.
LEAST_INCLUDED = 0.5
_MOST_SUBJECTS = 12
_SUBJECT_PREFIX = re.compile(r"\s*(?:subject|subjek):", re.IGNORECASE)
_SUBJECT: Literal["subject"] = "subject"


@dataclass(frozen=True, slots=True)
class Offer:
    """A heading that a search may be widened by; `params` is the search with it, or without it where it has it."""

    counterpart: Counterpart
    is_included: bool
    params: SearchParams


@dataclass(frozen=True, slots=True)
class Widening:
    """What the searched `heading` has counterparts in, the included ones among them.

    `everything` is the search with all of which we are sure, None where it has them; `narrow` is the search as it
    was typed, None where it is that.
    """

    heading: str
    offers: tuple[Offer, ...]
    everything: SearchParams | None
    narrow: SearchParams | None


@dataclass(frozen=True, slots=True)
class WiderFacet:
    """A chosen subject `value`, its counterparts `others` that aren't chosen, and the search with them chosen too."""

    value: str
    others: tuple[str, ...]
    params: SearchParams


@dataclass(frozen=True, slots=True)
class RecordCounterparts:
    """A subject heading of a record, or its main term, with its counterparts."""

    heading: str
    counterparts: tuple[Counterpart, ...]


def asked_subject(row: Row) -> str:
    """The heading that a row asks for, without its prefix and quotes; "" where it doesn't search subjects."""
    prefix = _SUBJECT_PREFIX.match(row.text)
    if row.scope != _SUBJECT and not prefix:
        return ""
    bare = row.text[prefix.end() if prefix else 0 :].strip().strip('"“”').strip()
    return bare[1:-1].strip() if bare.startswith("^") and bare.endswith("$") else bare


def widened(query: Query, also: Iterable[str]) -> Query:
    """The query, or the words of one of these headings among the subjects, just as if they had been typed."""
    headings = [Words(tuple(text.split()), _SUBJECT, exact=True) for text in also if query_tokens(text)]
    return query if isinstance(query, Nothing) or not headings else Or((query, *headings))


def widening(engine: SearchEngine, params: SearchParams) -> Widening | None:
    """What a search may be widened by; None where it doesn't search subjects or nothing is known to stand for it."""
    heading = next(filter(None, map(asked_subject, params.rows)), "")
    if not heading:
        return None
    offers = tuple(_offers(engine.counterparts(heading), params))
    if not offers:
        return None
    sure = [offer.counterpart.text for offer in offers if _is_sure(offer.counterpart)]
    everything = replace(params, also=tuple(dict.fromkeys((*params.also, *sure))), page=1)
    narrow = replace(params, also=(), page=1)
    return Widening(
        heading, offers, everything if everything.also != params.also else None, narrow if params.also else None
    )


def wider_facets(engine: SearchEngine, params: SearchParams) -> tuple[WiderFacet, ...]:
    """What the chosen subjects may be widened by."""
    chosen = next((limit.values for limit in params.filters if limit.facet == _SUBJECT), ())
    if not chosen:
        return ()
    found = []
    for value, counterparts in _published(engine, chosen).items():
        known = set(map(heading_key, chosen))
        sure = [each.text for each in counterparts if _is_sure(each)]
        others = tuple(text for text in sure if heading_key(text) not in known)
        if others:
            filters = (
                Filter(_SUBJECT, (*limit.values, *others)) if limit.facet == _SUBJECT else limit
                for limit in params.filters
            )
            found.append(WiderFacet(value, others, replace(params, filters=tuple(filters), page=1)))
    return tuple(found)


def record_counterparts(engine: SearchEngine, record: UnionRecord) -> tuple[RecordCounterparts, ...]:
    """What a record's headings are called elsewhere; where that isn't known of a whole string, of its main term."""
    own = {heading_key(subject.heading) for subject in record.description.subjects}
    found: dict[str, RecordCounterparts] = {}
    asked = [dict.fromkeys((subject.heading, subject.term)) for subject in record.description.subjects[:_MOST_SUBJECTS]]
    published = _published(engine, tuple(dict.fromkeys(chain.from_iterable(asked))))
    for headings in asked:
        for heading in headings:
            known = published[heading]
            others = tuple(each for each in known if heading_key(each.text) not in own)
            if others:
                found[heading_key(heading)] = RecordCounterparts(heading, others)
            if known:
                break
    return tuple(found.values())


def _published(engine: SearchEngine, headings: tuple[str, ...]) -> dict[str, tuple[Counterpart, ...]]:
    """What is known of each of these headings."""
    facts = engine.facts(tuple(map(counterparts_key, headings)))
    return dict(zip(headings, map(read_counterparts, facts), strict=True))


def _offers(known: tuple[Counterpart, ...], params: SearchParams) -> Iterator[Offer]:
    """The known counterparts, then those that an older address includes and the catalogue no longer knows."""
    keys = {heading_key(text) for text in params.also}
    stale = [text for text in params.also if heading_key(text) not in {heading_key(each.text) for each in known}]
    for counterpart in (*known, *(Counterpart(text, "related", "parallel") for text in stale)):
        key = heading_key(counterpart.text)
        others = tuple(text for text in params.also if heading_key(text) != key)
        also = others if key in keys else (*others, counterpart.text)
        yield Offer(counterpart, key in keys, replace(params, also=also, page=1))


def _is_sure(counterpart: Counterpart) -> bool:
    return counterpart.kind == "equivalent" or counterpart.confidence >= LEAST_INCLUDED
