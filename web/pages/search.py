"""The result page."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from discovery.catalog.library import Library
from discovery.search.browsing import ListPlace
from discovery.search.outcome import Outcome, Owned
from discovery.search.params import SearchParams
from discovery.search.request import Filter
from discovery.search.serial_list import SERIAL
from web.i18n import Words
from web.links import Links, SearchState
from web.pages.advice import Advice, advice, query_text
from web.pages.arrangement import grouping_options, size_options, sort_options
from web.pages.constraints import Constraint, constraints
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
class HitList:
    """The hits of a page, how they are arranged, and where they stand among all."""

    hits: tuple[HitView, ...]
    first_number: int
    sorts: tuple[Option, ...]
    sizes: tuple[Option, ...]
    groupings: tuple[Option, ...]
    paging: Paging


@dataclass(frozen=True, slots=True)
class WaysOn:
    """Where a result leads. `titles` is the list of titles where what was typed would stand, for readers who found
    nothing. `exports` are names and addresses of the whole result in other formats; `union_list` leads to who has which
    years, where only serials were searched; `explaining` shows or hides why each hit stands where it does.
    """

    titles: str
    exports: tuple[tuple[str, str], ...]
    union_list: str
    feed: str
    explaining: Option


@dataclass(frozen=True, slots=True)
class SearchPage:
    """Everything on a page of results. `own` says how many of them the reader's own libraries have, None where they
    named none. `limits` is how many limits there are, "" for none; `clear` leads to the search without them.
    """

    layout: Layout
    heading: str
    count: str
    own: OwnCounts | None
    advice: Advice
    constraints: tuple[Constraint, ...]
    clear: str
    limits: str
    results: HitList
    panels: tuple[FacetPanel, ...]
    hidden: tuple[tuple[str, str], ...]
    ways_on: WaysOn


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
    active = constraints(params, words, links.search)
    heading = _heading(query_text(outcome), words)
    return SearchPage(
        layout=frame.layout(_title(heading, params, words), params=params, keep=KEPT),
        heading=heading,
        count=_count(outcome, words),
        own=own_counts(owned, params, links, words) if owned else None,
        advice=advice(outcome, of_type, links, words),
        constraints=active,
        clear=links.search(SearchState(params).with_first_row_only()) if len(active) > 1 else "",
        limits=words.number(len(active)) if active else "",
        results=_hit_list(outcome, frame),
        panels=panels,
        hidden=hidden_filters(params, panels),
        ways_on=_ways_on(outcome, links, words),
    )


def _heading(query: str, words: Words) -> str:
    return words.gettext("Results for %(query)s", query=query) if query else words.gettext("The whole catalogue")


def _title(heading: str, params: SearchParams, words: Words) -> str:
    page = words.gettext("page %(number)s", number=words.number(params.page))
    return f"{heading} ({page})" if params.page > 1 else heading


def _count(outcome: Outcome, words: Words) -> str:
    total = words.ngettext("%(number)s edition", "%(number)s editions", outcome.total)
    if outcome.works is not None:
        works = words.ngettext("%(number)s work", "%(number)s works", outcome.works)
        return words.gettext("%(works)s in %(editions)s", works=works, editions=total)
    if not outcome.hits:
        return words.gettext("Nothing found") if outcome.total == 0 else total
    first = _first_number(outcome.params)
    return words.gettext(
        "%(first)s–%(last)s of %(total)s",
        first=words.number(first),
        last=words.number(first + len(outcome.hits) - 1),
        total=total,
    )


def _hit_list(outcome: Outcome, frame: Frame) -> HitList:
    params, links, words = outcome.params, frame.links, frame.words
    return HitList(
        hits=_hits(outcome, frame),
        first_number=_first_number(params),
        sorts=sort_options(params, links, words),
        sizes=size_options(params, links, words),
        groupings=grouping_options(params, links, words),
        paging=paging(outcome, links, words),
    )


def _first_number(params: SearchParams) -> int:
    return (params.page - 1) * params.size + 1


def _hits(outcome: Outcome, frame: Frame) -> tuple[HitView, ...]:
    """The hits of a page; each leads to its record as one of these results, so that the next is a click away."""
    params, links = outcome.params, frame.links
    state = SearchState(params)
    return tuple(
        hit_view(
            found,
            links,
            frame.words,
            query=outcome.query,
            explain=params.explain,
            url=links.hit(found.record.id, state, number),
        )
        for number, found in enumerate(outcome.hits, start=_first_number(params))
    )


def _ways_on(outcome: Outcome, links: Links, words: Words) -> WaysOn:
    params, state = outcome.params, SearchState(outcome.params)
    is_of_serials = Filter("type", (SERIAL,)) in params.filters
    return WaysOn(
        titles=links.browse("title", ListPlace(typed=query_text(outcome).strip('"“” ')[:_MOST_TYPED])),
        exports=tuple((name, links.export(state, extension)) for extension, name in EXPORTS),
        union_list=links.serials(state.on_page(1)) if is_of_serials else "",
        feed=links.feed(state),
        explaining=_explaining(params, links, words),
    )


def _explaining(params: SearchParams, links: Links, words: Words) -> Option:
    """The same page with the reasons for its order, or without them."""
    label = words.gettext("Hide why this order") if params.explain else words.gettext("Why this order?")
    other = SearchState(replace(params, explain=not params.explain))
    return Option("", label, params.explain, links.search(other))
