"""What is done when little is found: other wordings in place of the reader's, and the next best steps.

A wording other than the reader's is searched only where theirs finds nothing at all, and fewer of its words only below
those that have enough; a note says so, and a suggestion leads back. Nothing here runs where `FEW_RECORDS` are found.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from discovery.search import weights
from discovery.search.document import decode_display
from discovery.search.engine import SearchEngine
from discovery.search.fewer_words import (
    is_asked,
    is_what_was_typed,
    or_any_word,
    or_fewer_words,
    telling_words,
)
from discovery.search.library_names import LibraryNames
from discovery.search.near_words import MOST_EDITS, NearWords
from discovery.search.next_steps import next_steps, without_limits
from discovery.search.notes import Note
from discovery.search.offers import first_of, is_among, with_counts
from discovery.search.probing import Finding, Prober
from discovery.search.query import Everything, Nothing, Words
from discovery.search.question import Question, ask
from discovery.search.request import FacetRequest
from discovery.search.results import Results
from discovery.search.rewording import has_every_word, places, typed_text
from discovery.search.suggesting import SuggestedQuery
from discovery.search.wordings import Wordings

# "sejara indonesia" finds the one title page with a misprint; beyond a handful the words are the catalogue's own.
FEW = 3
# A spelling is suggested when it finds this many times as much.
_FAR_MORE = 3
# "sejara" and "sejara indonesia" should find more than a title or two; "pulang pergi ke surabaya" needn't.
_FEW_WORDS = 2

Widen = Callable[[Question], Question | None]


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
    if results.total >= weights.FEW_RECORDS or isinstance(question.query, Nothing):
        return Answer(question, results)
    look = _SecondLook(engine, question, facets, names)
    return look.at_few(results) if results.total else look.at_nothing(results)


def as_it_stands(
    engine: SearchEngine,
    question: Question,
    results: Results,
    facets: tuple[FacetRequest, ...] | None,
    names: LibraryNames,
) -> Answer:
    """The few hits of a question with nothing below them, or where there are none what `answer` gives."""
    look = _SecondLook(engine, question, facets, names)
    return look.at_few(results, widens=False) if results.total else look.at_nothing(results)


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

    def at_few(self, results: Results, *, widens: bool = True) -> Answer:
        """The hits with others below them, and what may have been meant, where so few are suspicious."""
        found = Answer(self.question, results)
        found = self._with_fewer(found) if widens else found
        if results.total > FEW or isinstance(self.question.query, Everything) or self._is_title(results):
            return found
        wordings = self._wordings(edits=1)
        finding = wordings.more_usual() or wordings.otherwise_parted()
        if finding is None or finding.total < _FAR_MORE * results.total:
            return found
        return replace(found, suggestions=(*found.suggestions, *self._shown([_spelling(finding)])))

    def at_nothing(self, results: Results) -> Answer:
        """The hits of another wording; where there are none, or filters took them all, what to do next."""
        limits = self._shown(without_limits(self.params, self.prober))
        if limits or isinstance(self.question.query, Everything):
            return Answer(self.question, results, suggestions=limits)
        wordings = self._wordings()
        spelling = wordings.in_another_spelling()
        any_word = or_any_word(self.question)
        answering = self._any_word(any_word) if any_word and is_asked(self.question) and not spelling else None
        if answering:
            return answering
        finding = spelling or self._meant(wordings)
        if self.params.verbatim:
            found = self._shown([_spelling(finding)]) if finding else ()
            return Answer(self.question, results, suggestions=(*found, *self._next_steps()))
        typed = typed_text(self.params)
        if finding:
            code = "other-spelling" if spelling else "nearest-words"
            instead = self._instead(finding, Note(code, (typed, typed_text(finding.params))))
            rivals = () if spelling else self._shown(map(_spelling, finding.rivals))
            return replace(instead, suggestions=(*instead.suggestions, *rivals))
        near = self._any_near_word(wordings) if any_word else None
        return (
            near
            or self._shortened(wordings, any_word)
            or Answer(self.question, results, suggestions=self._next_steps())
        )

    def _meant(self, wordings: Wordings) -> Finding | None:
        """The search in near words. Where the catalogue has every word that was typed, only if a title is found so:
        "form here to eternity"; else any subject would be taken for another one.
        """
        finding = wordings.with_near_words()
        if finding is None or wordings.unknown or not or_any_word(self.question):
            return finding
        changed = ask(finding.params, self.names)
        first = self.engine.search(replace(changed.request(()), size=1)).hits
        return finding if any(is_what_was_typed(changed.query, decode_display(hit.display)) for hit in first) else None

    def _shortened(self, wordings: Wordings, any_word: Question | None) -> Answer | None:
        """What has fewer of the words: without those that no record has, else any that tell something."""
        shortened = wordings.shortened(only=wordings.nowhere() if any_word else None)
        if any_word and shortened is None:
            return self._any_word(any_word)
        if shortened is None or not self._tells(shortened.finding):
            return None
        code = "fewer-and-nearest-words" if shortened.respelt else "fewer-words"
        searched = typed_text(shortened.finding.params)
        note = Note(code, (typed_text(self.params), ", ".join(shortened.left_out), searched))
        return self._instead(shortened.finding, note, or_any_word)

    def _tells(self, finding: Finding) -> bool:
        """Whether what is left of the words says what they were about: of "Y.B. Mangunwijaya" initials don't."""
        query = ask(finding.params, self.names).query
        return not isinstance(query, Words) or bool(telling_words(query))

    def _any_near_word(self, wordings: Wordings) -> Answer | None:
        """What has any of the words, each that no record has in the catalogue's own form: "naguib mahfouz", where all
        of Mahfuz is by Najib, is more than the one Naguib. Of "pajak penghasilan pasal" enough is told without Pascal.
        """
        if (
            isinstance(self.question.query, Words)
            and len(telling_words(self.question.query)) > len(wordings.unknown) + 1
        ):
            return None
        nearest = wordings.in_nearest_words()
        question = or_any_word(ask(replace(nearest, page=self.params.page), self.names)) if nearest else None
        return self._any_word(question, "any-near-word") if question else None

    def _any_word(self, question: Question, code: str = "any-word") -> Answer | None:
        """What has any of the telling words, which needn't stand together in what answers a question."""
        telling = telling_words(question.query) if isinstance(question.query, Words) else ()
        note = Note(code, (typed_text(self.params), ", ".join(telling)))
        found = self._answered(question, note)
        return found if found.results.total else None

    def _with_fewer(self, found: Answer) -> Answer:
        """The hits, and below them those with fewer of the words, unless the first is just what was typed."""
        question, results = found.question, found.results
        wider = or_fewer_words(question)
        if wider is None or results.total >= weights.FEW_RECORDS:
            return found
        first = results.hits[:1] if self.params.page == 1 else self.engine.search(first_of(question)).hits
        if is_among(first, wider):
            return found
        with_others = self.engine.search(wider.request(self.facets))
        if with_others.total == results.total:
            return found
        note = _words_below(question, results.total)
        suggestions = found.suggestions or (self._back(results.total),)
        return Answer(wider, with_others, (*found.notes, note), suggestions)

    def _is_title(self, results: Results) -> bool:
        """Whether enough words were typed to mean one thing, and stand in it as they were typed."""
        if len(places(self.params)) <= _FEW_WORDS:
            return False
        hits = (decode_display(hit.display) for hit in results.hits)
        return any(has_every_word(self.params, record) for record in hits)

    def _wordings(self, edits: int = MOST_EDITS) -> Wordings:
        return Wordings(self.params, self.prober, NearWords(self.engine, edits))

    def _instead(self, finding: Finding, note: Note, widen: Widen = or_fewer_words) -> Answer:
        """The hits of a wording, those with fewer of its words below them where it found few: known before it is asked
        for with its facets, which on a large catalogue are most of the work.
        """
        question = ask(replace(finding.params, page=self.params.page), self.names)
        wider = widen(question) if finding.total < weights.FEW_RECORDS else None
        if wider is None or is_among(finding.first, wider):
            return self._answered(question, note)
        return self._answered(wider, note, _words_below(question, finding.total))

    def _answered(self, question: Question, *notes: Note) -> Answer:
        results = self.engine.search(question.request(self.facets))
        return Answer(question, results, notes, (self._back(0), *self._next_steps()))

    def _next_steps(self) -> tuple[SuggestedQuery, ...]:
        return self._shown(next_steps(self.engine, self.params, self.prober))

    def _shown(self, offers: Iterable[SuggestedQuery]) -> tuple[SuggestedQuery, ...]:
        return with_counts(self.engine, self.names, offers)

    def _back(self, total: int) -> SuggestedQuery:
        """What leads back to the words as they were typed, and how many records have them."""
        return SuggestedQuery(typed_text(self.params), replace(self.params, verbatim=True, page=1), "as-typed", total)


def _words_below(question: Question, total: int) -> Note:
    """Says that what has fewer of the words stands below the `total` records that have enough of them."""
    return Note("fewer-words-below", (typed_text(question.params), str(total)))


def _spelling(finding: Finding) -> SuggestedQuery:
    return SuggestedQuery(
        typed_text(finding.params), replace(finding.params, verbatim=False), "spelling", finding.total
    )
