"""The result page."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from discovery.catalog.library import Library
from discovery.search.browsing import ListPlace
from discovery.search.explain import explain_query
from discovery.search.lexer import without_anchors
from discovery.search.notes import note_text
from discovery.search.params import SearchParams
from discovery.search.request import Filter
from discovery.search.rewording import typed_text
from discovery.search.serial_list import SERIAL
from discovery.search.service import Outcome, Owned
from discovery.search.suggesting import SuggestedQuery, suggestion_text
from web.i18n import Words
from web.links import Links, SearchState
from web.pages.arrangement import grouping_options, size_options, sort_options
from web.pages.constraints import Constraint, constraints
from web.pages.counterparts import WideningView, WiderFacetView, widening_view, wider_facet_views
from web.pages.facets import FacetPanel, facet_panels, hidden_filters
from web.pages.hits import HitView, hit_view
from web.pages.layout import Frame, Layout, Option
from web.pages.own_libraries import OwnCounts, own_counts
from web.pages.paging import Paging, paging
from web.pages.saved_list import EXPORTS
from web.pages.type_words import TypeSearch

# Of a long query so much opens the list of titles.
_MOST_TYPED = 100
# What a new search keeps of the one before, beside its limits.
KEPT = ("q", "in", "op", "sort", "by", "size", "explain", "also")


@dataclass(frozen=True, slots=True)
class Suggested:
    """Another search that may serve better; `count` is "" where it isn't known, or is none."""

    text: str
    count: str
    url: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """Everything on a page of results. `understood` is "" where it would only repeat the query.

    `own` says how many of them the reader's own libraries have, None where they named none. `limits` is how many
    limits there are, "" for none. `undo` leads from what was searched instead back to what was typed. `titles` leads
    to the list of titles where what was typed would stand, for readers who found nothing. `exports` are names and
    addresses of the whole result in other formats; `union_list` leads to who has which years, where only serials were
    searched; `explaining` shows or hides why each hit stands where it does.
    """

    layout: Layout
    heading: str
    count: str
    own: OwnCounts | None
    understood: str
    notes: tuple[str, ...]
    undo: Suggested | None
    suggestions: tuple[Suggested, ...]
    widening: WideningView | None
    wider_facets: tuple[WiderFacetView, ...]
    constraints: tuple[Constraint, ...]
    clear: str
    limits: str
    hits: tuple[HitView, ...]
    first_number: int
    panels: tuple[FacetPanel, ...]
    hidden: tuple[tuple[str, str], ...]
    sorts: tuple[Option, ...]
    sizes: tuple[Option, ...]
    groupings: tuple[Option, ...]
    paging: Paging
    titles: str
    exports: tuple[tuple[str, str], ...]
    union_list: str
    feed: str
    explaining: Option


def search_page(
    outcome: Outcome,
    owned: Owned | None,
    libraries: Mapping[str, Library],
    frame: Frame,
    of_type: TypeSearch | None = None,
) -> SearchPage:
    """Results, facets and everything that leads on from them; `owned` where the reader has named libraries, `of_type`
    where a type was among the words.
    """
    params, words, links = outcome.params, frame.words, frame.links
    panels = facet_panels(outcome.facets, params, libraries, links, words)
    query = without_anchors(typed_text(outcome.params))
    understood = explain_query(outcome.query, words.labels)
    suggested = [(each.kind, _suggested(each, links, words)) for each in outcome.suggestions]
    typed = (_of_type(of_type, links, words),) if of_type else ()
    heading = words.gettext("Results for %(query)s", query=query) if query else words.gettext("The whole catalogue")
    page = words.gettext("page %(number)s", number=words.number(params.page))
    title = f"{heading} ({page})" if params.page > 1 else heading
    active = constraints(params, words, links.search)
    return SearchPage(
        layout=frame.layout(title, params=params, keep=KEPT),
        heading=heading,
        count=_count(outcome, words),
        own=own_counts(owned, params, links, words) if owned else None,
        understood=understood if understood != query else "",
        notes=tuple(note_text(note, words.labels.sentence) for note in outcome.notes),
        undo=next((each for kind, each in suggested if kind == "as-typed"), None),
        suggestions=(*typed, *(each for kind, each in suggested if kind != "as-typed")),
        widening=widening_view(outcome.widening, links, words),
        wider_facets=wider_facet_views(outcome.wider_facets, links, words),
        constraints=active,
        clear=links.search(SearchState(params).with_first_row_only()) if len(active) > 1 else "",
        limits=words.number(len(active)) if active else "",
        hits=_hits(outcome, frame),
        first_number=(params.page - 1) * params.size + 1,
        panels=panels,
        hidden=hidden_filters(params, panels),
        sorts=sort_options(params, links, words),
        sizes=size_options(params, links, words),
        groupings=grouping_options(params, links, words),
        paging=paging(outcome, links, words),
        titles=links.browse("title", ListPlace(typed=query.strip('"“” ')[:_MOST_TYPED])),
        exports=tuple((name, links.export(SearchState(params), extension)) for extension, name in EXPORTS),
        union_list=links.serials(SearchState(params).on_page(1)) if _is_of_serials(params) else "",
        feed=links.feed(SearchState(params)),
        explaining=_explaining(params, links, words),
    )


def _is_of_serials(params: SearchParams) -> bool:
    return Filter("type", (SERIAL,)) in params.filters


def _explaining(params: SearchParams, links: Links, words: Words) -> Option:
    """The same page with the reasons for its order, or without them."""
    label = words.gettext("Hide why this order") if params.explain else words.gettext("Why this order?")
    other = SearchState(replace(params, explain=not params.explain))
    return Option("", label, params.explain, links.search(other))


def _hits(outcome: Outcome, frame: Frame) -> tuple[HitView, ...]:
    """The hits of a page; each leads to its record as one of these results, so that the next is a click away."""
    params, links = outcome.params, frame.links
    state = SearchState(params)
    first = (params.page - 1) * params.size + 1
    return tuple(
        hit_view(
            found,
            links,
            frame.words,
            query=outcome.query,
            explain=params.explain,
            url=links.hit(found.record.id, state, number),
        )
        for number, found in enumerate(outcome.hits, start=first)
    )


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
        total=total,
    )
