"""What is done when little is found: other wordings in place of the reader's, and the next best steps.

A wording other than the reader's is searched only where theirs finds nothing at all; a note says so, and a suggestion
leads back. Nothing here runs when more than `FEW` records are found.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from discovery.analysis.tokens import exact_key
from discovery.catalog.record import UnionRecord
from discovery.search.browsing import heading_search
from discovery.search.document import decode_display
from discovery.search.engine import SearchEngine
from discovery.search.library_names import LibraryNames
from discovery.search.near_words import MOST_EDITS, NearWords
from discovery.search.notes import Note
from discovery.search.params import SearchParams
from discovery.search.probing import Finding, Prober
from discovery.search.query import Everything, Nothing
from discovery.search.question import Question, ask
from discovery.search.reading import years_text
from discovery.search.request import FacetRequest, Filter
from discovery.search.results import Results
from discovery.search.rewording import any_telling, has_every_word, in_all_fields, places, typed_text
from discovery.search.suggesting import SuggestedQuery
from discovery.search.wordings import Wordings

# "sejara indonesia" finds the one title page with a misprint; beyond a handful the words are the catalogue's own.
FEW = 3
# A spelling is suggested when it finds this many times as much.
_FAR_MORE = 3
_HEADINGS = 3
# Words asked for at once; more are seldom respelt.
_LOOKED_UP = 12
# "sejara" and "sejara indonesia" should find more than a title or two; "pulang pergi ke surabaya" needn't.
_FEW_WORDS = 2


@dataclass(frozen=True, slots=True)
class Answer:
    """What is shown: the hits of `question`, which need not be the one that was asked."""

    question: Question
    results: Results
    notes: tuple[Note, ...] = ()
    suggestions: tuple[SuggestedQuery, ...] = ()


def answer(
    engine: SearchEngine, question: Question, facets: tuple[FacetRequest, ...] | None, names: LibraryNames
) -> Answer:
    """The hits of a question, or those of the nearest one that has any."""
    results = engine.search(question.request(facets))
    if results.total > FEW or isinstance(question.query, Nothing):
        return Answer(question, results)
    look = _SecondLook(engine, question, facets, names)
    return look.at_few(results) if results.total else look.at_nothing(results)


class _SecondLook:
    """One question of which little came."""

    def __init__(
        self, engine: SearchEngine, question: Question, facets: tuple[FacetRequest, ...] | None, names: LibraryNames
    ) -> None:
        self.engine = engine
        self.question = question
        self.params = replace(question.params, notes=())
        self.facets = facets
        self.names = names
        self.prober = Prober(engine, names)

    def at_few(self, results: Results) -> Answer:
        """The hits, and what may have been meant, where so few of them are suspicious."""
        if isinstance(self.question.query, Everything) or self._is_title(results):
            return Answer(self.question, results)
        finding = self._wordings(edits=1).more_usual()
        if finding is None or finding.total < _FAR_MORE * results.total:
            return Answer(self.question, results)
        return Answer(self.question, results, suggestions=(_spelling(finding),))

    def at_nothing(self, results: Results) -> Answer:
        """The hits of another wording; where there are none, or filters took them all, what to do next."""
        limits = tuple(self._without_limits())
        if limits or isinstance(self.question.query, Everything):
            return Answer(self.question, results, suggestions=limits)
        wordings = self._wordings()
        spelling = wordings.in_another_spelling()
        answering = None if spelling or self.params.verbatim else self._answering()
        if answering:
            return answering
        finding = spelling or wordings.with_near_words()
        if self.params.verbatim:
            found = (_spelling(finding),) if finding else ()
            return Answer(self.question, results, suggestions=(*found, *self._next_steps()))
        typed = typed_text(self.params)
        if finding:
            code = "other-spelling" if spelling else "nearest-words"
            return self._instead(finding, Note(code, (typed, typed_text(finding.params))))
        shortened = wordings.shortened()
        if shortened:
            code = "fewer-and-nearest-words" if shortened.respelt else "fewer-words"
            searched = typed_text(shortened.finding.params)
            return self._instead(shortened.finding, Note(code, (typed, ", ".join(shortened.left_out), searched)))
        return Answer(self.question, results, suggestions=tuple(self._next_steps()))

    def _answering(self) -> Answer | None:
        """What has any of a question's telling words, which needn't stand in its answer together."""
        asked = any_telling(self.params)
        finding = self.prober.look(asked) if asked else None
        if finding is None:
            return None
        return self._instead(finding, Note("any-word", (typed_text(self.params), typed_text(finding.params))))

    def _is_title(self, results: Results) -> bool:
        """Whether enough words were typed to mean one thing, and stand in it as they were typed."""
        if len(places(self.params)) <= _FEW_WORDS:
            return False
        hits = (decode_display(hit.display) for hit in results.hits)
        return any(has_every_word(self.params, _text_of(record)) for record in hits)

    def _wordings(self, edits: int = MOST_EDITS) -> Wordings:
        near = NearWords(self.engine, edits)
        near.look_up(place.word for place in places(self.params)[:_LOOKED_UP])
        return Wordings(self.params, self.prober, near)

    def _instead(self, finding: Finding, note: Note) -> Answer:
        question = ask(replace(finding.params, page=self.params.page), self.names)
        results = self.engine.search(question.request(self.facets))
        verbatim = replace(self.params, verbatim=True, page=1)
        back = SuggestedQuery(typed_text(self.params), verbatim, "as-typed", 0)
        return Answer(question, results, (note,), (back, *self._next_steps()))

    def _next_steps(self) -> Iterator[SuggestedQuery]:
        """The same words in every field, and headings that begin with them."""
        anywhere = in_all_fields(self.params)
        finding = self.prober.look(anywhere) if anywhere.rows != self.params.rows else None
        if finding:
            yield SuggestedQuery(typed_text(anywhere), anywhere, "all-fields", finding.total)
        begins = exact_key(self.params.rows[0].text)
        if begins:
            for each in self.engine.suggest(begins, ("author", "title", "subject"), _HEADINGS):
                yield SuggestedQuery(each.text, heading_search(each.kind, each.text), "heading", each.count)

    def _without_limits(self) -> Iterator[SuggestedQuery]:
        """Each filter that took the last record away; where no single one did, all of them."""
        params = self.params
        text = typed_text(params)
        bare = replace(params, filters=(), exclusions=(), years=None, page=1)
        everything = self.prober.look(bare) if bare != replace(params, page=1) else None
        if everything is None:
            return
        single = 0
        for limit, fewer in _each_without_one(params):
            finding = self.prober.look(fewer)
            if finding:
                single += 1
                yield SuggestedQuery(text, fewer, "without-limit", finding.total, limit)
        if not single:
            yield SuggestedQuery(text, bare, "without-limits", everything.total)


def _each_without_one(params: SearchParams) -> Iterator[tuple[Filter, SearchParams]]:
    """The search without one facet's filter, one exclusion or the years, each with what is left out."""
    params = replace(params, page=1)
    for limit in params.filters:
        kept = tuple(each for each in params.filters if each is not limit)
        yield limit, replace(params, filters=kept)
    for limit in params.exclusions:
        kept = tuple(each for each in params.exclusions if each is not limit)
        yield limit, replace(params, exclusions=kept)
    if params.years:
        yield Filter("year", (years_text(params.years),)), replace(params, years=None)


def _spelling(finding: Finding) -> SuggestedQuery:
    return SuggestedQuery(
        typed_text(finding.params), replace(finding.params, verbatim=False), "spelling", finding.total
    )


def _text_of(record: UnionRecord) -> str:
    description = record.description
    names = (contributor.name for contributor in description.contributors)
    subjects = (subject.heading for subject in description.subjects)
    variants = (variant.text for variant in description.variants)
    return " ".join((description.title.full, *variants, *names, *subjects))
