"""What a reader to whom a search shows nothing may do next: other fields, headings, and doing without a filter."""

from collections.abc import Iterator
from dataclasses import replace

from discovery.analysis.tokens import exact_key
from discovery.search.browsing import found_by_links, heading_search
from discovery.search.engine import SearchEngine
from discovery.search.params import SearchParams
from discovery.search.probing import Prober
from discovery.search.request import Filter
from discovery.search.rewording import in_all_fields, typed_text, without_typed_limits
from discovery.search.suggesting import SuggestedQuery
from discovery.search.year_ranges import years_text

_HEADINGS = 3


def next_steps(engine: SearchEngine, params: SearchParams, prober: Prober) -> Iterator[SuggestedQuery]:
    """The same words in every field, and headings that begin with them."""
    anywhere = in_all_fields(params)
    finding = prober.look(anywhere) if anywhere.rows != params.rows else None
    if finding:
        yield SuggestedQuery(typed_text(anywhere), anywhere, "all-fields", finding.total)
    begins = exact_key(params.rows[0].text)
    if begins:
        headings = engine.suggest(begins, ("author", "title", "subject"), _HEADINGS)
        counts = found_by_links(engine, [(each.kind, each.text) for each in headings])
        for each, count in zip(headings, counts, strict=True):
            yield SuggestedQuery(each.text, heading_search(each.kind, each.text), "heading", count)


def without_limits(params: SearchParams, prober: Prober) -> Iterator[SuggestedQuery]:
    """Each limit that took the last record away, typed ones too; where no single one did, all of them."""
    bare = replace(params, filters=(), exclusions=(), years=None, page=1)
    while shorter := next(without_typed_limits(bare), None):
        bare = shorter[1]
    everything = prober.look(bare) if bare != replace(params, page=1) else None
    if everything is None:
        return
    single = 0
    fewer = tuple(_each_without_one(params))
    for (limit, without), finding in zip(fewer, prober.look_each(each for _, each in fewer), strict=True):
        if finding:
            single += 1
            yield SuggestedQuery(typed_text(without), without, "without-limit", finding.total, limit)
    if not single:
        yield SuggestedQuery(typed_text(bare), bare, "without-limits", everything.total)


def _each_without_one(params: SearchParams) -> Iterator[tuple[Filter, SearchParams]]:
    """The search without one facet's filter, one exclusion, the years or a typed limit, each with what is left out."""
    params = replace(params, page=1)
    for limit in params.filters:
        kept = tuple(each for each in params.filters if each is not limit)
        yield limit, replace(params, filters=kept)
    for limit in params.exclusions:
        kept = tuple(each for each in params.exclusions if each is not limit)
        yield limit, replace(params, exclusions=kept)
    if params.years:
        yield Filter("year", (years_text(params.years),)), replace(params, years=None)
    yield from without_typed_limits(params)
