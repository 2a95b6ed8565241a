"""What a reader is told about a search: how it was understood, what was changed, which others may serve better."""

from dataclasses import dataclass

from discovery.labels.translations import without_isolates
from discovery.search.explain import explain_query
from discovery.search.notes import note_text
from discovery.search.outcome import Outcome
from discovery.search.query_text import without_anchors
from discovery.search.rewording import typed_text
from discovery.search.suggesting import SuggestedQuery, suggestion_text
from web.i18n import Words
from web.links import Links, SearchState
from web.pages.counterparts import WideningView, WiderFacetView, widening_view, wider_facet_views
from web.pages.type_words import TypeSearch


@dataclass(frozen=True, slots=True)
class Suggested:
    """Another search that may serve better; `count` is "" where it isn't known, or is none."""

    text: str
    count: str
    url: str


@dataclass(frozen=True, slots=True)
class Advice:
    """`understood` is "" where it would only repeat what was typed. `undo` leads from what was searched instead back to
    that.
    """

    understood: str
    notes: tuple[str, ...]
    undo: Suggested | None
    suggestions: tuple[Suggested, ...]
    widening: WideningView | None
    wider_facets: tuple[WiderFacetView, ...]


def advice(outcome: Outcome, of_type: TypeSearch | None, links: Links, words: Words) -> Advice:
    """What there is to say of an outcome; `of_type` where a type was among the words."""
    understood = explain_query(outcome.query, words.labels)
    suggested = [(each.kind, _suggested(each, links, words)) for each in outcome.suggestions]
    typed = (_of_type(of_type, links, words),) if of_type else ()
    return Advice(
        understood=understood if without_isolates(understood) != query_text(outcome) else "",
        notes=tuple(note_text(note, words.labels.sentence) for note in outcome.notes),
        undo=next((each for kind, each in suggested if kind == "as-typed"), None),
        suggestions=(*typed, *(each for kind, each in suggested if kind != "as-typed")),
        widening=widening_view(outcome.widening, links, words),
        wider_facets=wider_facet_views(outcome.wider_facets, links, words),
    )


def query_text(outcome: Outcome) -> str:
    """What was typed, as pages repeat it."""
    return without_anchors(typed_text(outcome.params))


def _suggested(suggested: SuggestedQuery, links: Links, words: Words) -> Suggested:
    return Suggested(
        suggestion_text(suggested, words.labels),
        words.ngettext("%(number)s edition", "%(number)s editions", suggested.count) if suggested.count else "",
        links.search(SearchState(suggested.params)),
    )


def _of_type(found: TypeSearch, links: Links, words: Words) -> Suggested:
    name = words.labels.type(found.type)
    text = (
        words.gettext("Look for “%(query)s” within the type %(type)s", query=found.words, type=name)
        if found.words
        else words.gettext("Everything of the type %(type)s", type=name)
    )
    count = words.ngettext("%(number)s edition", "%(number)s editions", found.count)
    return Suggested(text, count, links.search(SearchState(found.params)))
