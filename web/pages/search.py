"""The result page."""

from dataclasses import dataclass

from discovery.search.explain import explain_query
from discovery.search.notes import note_text
from discovery.search.request import WINDOW, By, Sort
from discovery.search.rewording import typed_text
from discovery.search.service import Outcome
from discovery.search.suggesting import SuggestedQuery, suggestion_text
from web.i18n import Words
from web.links import Links, SearchState
from web.pages.counterparts import WideningView, WiderFacetView, widening_view, wider_facet_views
from web.pages.facets import Constraint, FacetPanel, constraints, facet_panels, hidden_filters, year_text
from web.pages.hits import HitView, hit_view
from web.pages.layout import Frame, Layout, Option

SIZES = (20, 50, 100)


@dataclass(frozen=True, slots=True)
class Suggested:
    """Another search that may serve better; `count` is "" where it isn't known, or is none."""

    text: str
    count: str
    url: str


@dataclass(frozen=True, slots=True)
class Paging:
    """Where the reader is; a link is "" where there is nothing to go to.

    `other_end` is the same search in the reversed order, for what lies past the window.
    """

    here: str
    previous: str
    following: str
    other_end: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """Everything on a page of results. `understood` is "" where it would only repeat the query.

    `undo` leads from what was searched instead back to what was typed. `titles` leads to the list of titles, for
    readers who found nothing.
    """

    layout: Layout
    heading: str
    count: str
    understood: str
    notes: tuple[str, ...]
    undo: Suggested | None
    suggestions: tuple[Suggested, ...]
    widening: WideningView | None
    wider_facets: tuple[WiderFacetView, ...]
    constraints: tuple[Constraint, ...]
    clear: str
    hits: tuple[HitView, ...]
    first_number: int
    panels: tuple[FacetPanel, ...]
    hidden: tuple[tuple[str, str], ...]
    years: str
    sorts: tuple[Option, ...]
    sizes: tuple[Option, ...]
    groupings: tuple[Option, ...]
    paging: Paging
    titles: str


def search_page(outcome: Outcome, frame: Frame) -> SearchPage:
    """Results, facets and everything that leads on from them."""
    params, words, links = outcome.params, frame.words, frame.links
    panels = facet_panels(outcome.facets, params, links, words)
    query = typed_text(outcome.params)
    understood = explain_query(outcome.query, words.labels)
    suggested = [(each.kind, _suggested(each, links, words)) for each in outcome.suggestions]
    heading = words.gettext("Results for %(query)s", query=query) if query else words.gettext("The whole catalogue")
    page = words.gettext("page %(number)s", number=words.number(params.page))
    title = f"{heading} ({page})" if params.page > 1 else heading
    active = constraints(params, links, words)
    return SearchPage(
        layout=frame.layout(title, params=params, keep=("sort", "by", "size", "explain", "also")),
        heading=heading,
        count=_count(outcome, words),
        understood=understood if understood != query else "",
        notes=tuple(note_text(note, words.labels.sentence) for note in outcome.notes),
        undo=next((each for kind, each in suggested if kind == "as-typed"), None),
        suggestions=tuple(each for kind, each in suggested if kind != "as-typed"),
        widening=widening_view(outcome.widening, links, words),
        wider_facets=wider_facet_views(outcome.wider_facets, links, words),
        constraints=active,
        clear=links.search(SearchState(params).without_filters()) if len(active) > 1 else "",
        hits=tuple(hit_view(found, links, words, explain=params.explain) for found in outcome.hits),
        first_number=(params.page - 1) * params.size + 1,
        panels=panels,
        hidden=hidden_filters(params, panels),
        years=year_text(params.years),
        sorts=_sorts(outcome, links, words),
        sizes=tuple(
            Option(str(size), words.number(size), size == params.size, links.search(SearchState(params).sized(size)))
            for size in SIZES
        ),
        groupings=_groupings(outcome, links, words),
        paging=_paging(outcome, links, words),
        titles=links.browse("title"),
    )


def _suggested(suggested: SuggestedQuery, links: Links, words: Words) -> Suggested:
    return Suggested(
        suggestion_text(suggested, words.labels),
        words.ngettext("%(number)s edition", "%(number)s editions", suggested.count) if suggested.count else "",
        links.search(SearchState(suggested.params)),
    )


def _count(outcome: Outcome, words: Words) -> str:
    total = words.ngettext("%(number)s edition", "%(number)s editions", outcome.total)
    if outcome.works is not None:
        works = words.ngettext("%(number)s work", "%(number)s works", outcome.works)
        return words.gettext("%(works)s in %(editions)s", works=works, editions=total)
    if not outcome.hits:
        return words.gettext("Nothing found") if outcome.total == 0 else total
    first = (outcome.params.page - 1) * outcome.params.size + 1
    return words.gettext(
        "%(first)s–%(last)s of %(total)s",
        first=words.number(first),
        last=words.number(first + len(outcome.hits) - 1),
        total=words.number(outcome.total),
    )


def _sorts(outcome: Outcome, links: Links, words: Words) -> tuple[Option, ...]:
    names: dict[Sort, str] = {
        "relevance": words.gettext("relevance"),
        "newest": words.gettext("newest first"),
        "oldest": words.gettext("oldest first"),
        "title": words.gettext("title"),
        "author": words.gettext("author"),
        "holdings": words.gettext("most libraries"),
    }
    state = SearchState(outcome.params)
    return tuple(
        Option(sort, name, sort == outcome.params.sort, links.search(state.sorted_by(sort)))
        for sort, name in names.items()
    )


def _groupings(outcome: Outcome, links: Links, words: Words) -> tuple[Option, ...]:
    names: dict[By, str] = {"edition": words.gettext("every edition"), "work": words.gettext("one line a work")}
    state = SearchState(outcome.params)
    return tuple(
        Option(by, name, by == outcome.params.by, links.search(state.grouped_by(by))) for by, name in names.items()
    )


def _paging(outcome: Outcome, links: Links, words: Words) -> Paging:
    params, state = outcome.params, SearchState(outcome.params)
    found = min(outcome.total if outcome.works is None else outcome.works, WINDOW)
    last = max(1, -(-found // params.size))
    return Paging(
        here=words.gettext("Page %(page)s of %(last)s", page=words.number(params.page), last=words.number(last)),
        previous=links.search(state.on_page(params.page - 1)) if params.page > 1 else "",
        following=links.search(state.on_page(params.page + 1)) if params.page < last else "",
        other_end=links.search(SearchState(outcome.reversed)) if outcome.reversed else "",
    )
