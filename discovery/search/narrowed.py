"""What a search within filters, exclusions or years answers: those of the same search without them that are within.

A facet counts what stands beside it. If the words were chosen anew for what is left of the hits, "Princeton (96)" would
lead to none, because no record there has all of the words, and "class 300 (7)" to three hundred, because seven are few.
"""

from collections.abc import Iterator
from dataclasses import replace

from discovery.search import weights
from discovery.search.engine import SearchEngine
from discovery.search.fewer_words import telling_words
from discovery.search.library_names import LibraryNames
from discovery.search.little_found import Answer, answer, as_it_stands
from discovery.search.notes import Note
from discovery.search.offers import first_of, unlimited, with_counts
from discovery.search.params import SearchParams
from discovery.search.query import Nothing, Words
from discovery.search.question import Question
from discovery.search.request import FacetRequest
from discovery.search.suggesting import SuggestedQuery


def narrowed_answer(
    engine: SearchEngine, question: Question, facets: tuple[FacetRequest, ...] | None, names: LibraryNames
) -> Answer:
    """The hits of a question within its limits, in the words by which it is answered without them.

    Where none of these hits is within the limits, what `answer` gives when nothing is found.
    """
    if unlimited(question) == question:
        return answer(engine, question, facets, names)
    results = engine.search(question.request(facets))
    if results.total >= weights.FEW_RECORDS or isinstance(question.query, Nothing):
        return Answer(question, results)
    whole = answer(engine, _cheaply(unlimited(question)), (), names)
    if whole.question.query != question.query:
        within = _within(question.params, whole.question)
        found = engine.search(within.request(facets))
        if found.total:
            notes = tuple(_note(engine, note, within) for note in whole.notes)
            offers = with_counts(engine, names, _offers(whole.suggestions, question.params))
            return Answer(within, found, notes, tuple(each for each in offers if each.count or _leads_back(each)))
    return as_it_stands(engine, question, results, facets, names)


def _cheaply(question: Question) -> Question:
    """Enough of its hits to decide by; grouped by work ten thousand would be read."""
    return replace(question, params=replace(question.params, by="edition", page=1, size=weights.FEW_RECORDS))


def _within(limits: SearchParams, question: Question) -> Question:
    """A question within the limits, and on the page, of a search."""
    params = replace(_limited(question.params, limits), by=limits.by, page=limits.page, size=limits.size)
    return replace(question, params=params)


def _limited(params: SearchParams, limits: SearchParams) -> SearchParams:
    return replace(params, filters=limits.filters, exclusions=limits.exclusions, years=limits.years)


def _note(engine: SearchEngine, note: Note, within: Question) -> Note:
    """How many have enough of the words is said of those within the limits."""
    if note.code != "fewer-words-below" or not isinstance(within.query, Words):
        return note
    enough = replace(within, query=replace(within.query, or_fewer=False))
    total = engine.search(first_of(enough)).total
    if total:
        return Note(note.code, (note.values[0], str(total)))
    return Note("any-word", (note.values[0], ", ".join(telling_words(within.query))))


def _offers(offers: tuple[SuggestedQuery, ...], limits: SearchParams) -> Iterator[SuggestedQuery]:
    """Other wordings within the same limits, to be counted anew; a heading is one of the whole catalogue."""
    for each in offers:
        if each.kind == "heading":
            yield each
        else:
            params = replace(_limited(each.params, limits), by=limits.by, size=limits.size)
            yield replace(each, params=params, count=0)


def _leads_back(offered: SuggestedQuery) -> bool:
    return offered.kind == "as-typed"
