"""How many records the answer to each of several offered searches will show."""

from collections.abc import Iterable
from dataclasses import replace

from discovery.search import weights
from discovery.search.document import decode_display
from discovery.search.engine import SearchEngine
from discovery.search.fewer_words import is_found, or_fewer_words
from discovery.search.library_names import LibraryNames
from discovery.search.question import Question, ask
from discovery.search.request import SearchRequest
from discovery.search.results import Hit, Results
from discovery.search.suggesting import SuggestedQuery


def with_counts(
    engine: SearchEngine, names: LibraryNames, offers: Iterable[SuggestedQuery]
) -> tuple[SuggestedQuery, ...]:
    """Offers with the number of records that their answers will show, fewer words below the others included."""
    counted = list(offers)
    few = {at: ask(each.params, names) for at, each in enumerate(counted) if _may_show_more(each)}
    found = dict(zip(few, engine.search_each([*map(first_of, few.values())]), strict=True))
    # Whether fewer words are searched is decided without the limits (`discovery.search.narrowed`).
    narrow = {at: bare for at, question in few.items() if (bare := unlimited(question)) != question}
    whole = found | dict(zip(narrow, engine.search_each([*map(first_of, narrow.values())]), strict=True))
    wider = {at: wide for at, question in few.items() if (wide := or_fewer_words(question))}
    wider = {at: wide for at, wide in wider.items() if _is_widened(whole[at], wide)}
    found |= zip(wider, engine.search_each([*map(first_of, wider.values())]), strict=True)
    for at, results in found.items():
        counted[at] = replace(counted[at], count=results.total)
    return tuple(counted)


def unlimited(question: Question) -> Question:
    """The same question of the whole catalogue."""
    return replace(question, params=replace(question.params, filters=(), exclusions=(), years=None))


def first_of(question: Question) -> SearchRequest:
    """Only the best hit, and how many there are: by work, ten thousand would be read."""
    return replace(question.request(()), by="edition", offset=0, size=1)


def is_among(hits: Iterable[Hit], wider: Question) -> bool:
    """Whether one of the hits is just what was typed, so that nothing need stand below it."""
    return any(is_found(wider.query, decode_display(hit.display)) for hit in hits)


def _is_widened(found: Results, wider: Question) -> bool:
    return found.total < weights.FEW_RECORDS and not is_among(found.hits, wider)


def _may_show_more(offered: SuggestedQuery) -> bool:
    return offered.kind != "heading" and offered.count is not None and offered.count < weights.FEW_RECORDS
