"""/, /search and /advanced, with /search/facet/{name} for all the values of a facet."""

from dataclasses import replace

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from discovery.search.fields import FACETS
from discovery.search.outcome import Outcome
from discovery.search.params import SearchParams
from discovery.search.results import Suggestion
from discovery.search.suggesting_headings import suggest_headings
from discovery.search.suggesting_within import suggest_within
from web.desk import MAX_HOMES, Desk, Visit
from web.pages.advanced import LIMITS, advanced_page
from web.pages.facet import FacetPlace, facet_page
from web.pages.facets import MOST_DECADES, SIZES, facet_requests
from web.pages.home import HOME_FACETS, home_page
from web.pages.own_libraries import own_libraries_page
from web.pages.search import search_page
from web.pages.suggest import KINDS, SHOWN, suggest_fragment
from web.pages.type_words import TypeSearch, type_search
from web.routes.frames import frame_for

FACET_PAGE_SIZE = 60
MAX_TYPED = 200
MAX_FACET_OFFSET = 10_000


def add_search(app: FastAPI, desk: Desk) -> None:
    """The front page and everything that searches."""

    @app.get("/")
    def home(request: Request) -> Response:
        return desk.answer(request, _home)

    @app.get("/search")
    def search(request: Request) -> Response:
        return desk.answer(request, _search)

    @app.get("/advanced")
    def advanced(request: Request) -> Response:
        return desk.answer(request, _advanced)

    @app.get("/search/home")
    def own_libraries(request: Request) -> Response:
        return desk.answer(request, _own_libraries)

    @app.get("/search/suggest")
    def suggest(request: Request) -> Response:
        return desk.answer(request, _suggest)

    @app.get("/search/facet/{name}")
    def facet(request: Request, name: str) -> Response:
        return desk.answer(request, lambda desk, visit: _facet(desk, visit, name))


def _home(desk: Desk, visit: Visit) -> Response:
    outcome = desk.catalogue.service.search(SearchParams(size=1), facets=HOME_FACETS)
    page = home_page(outcome, desk.catalogue.site, frame_for(visit))
    return desk.page(visit, "pages/home.html", page, engine_ms=outcome.took_ms)


def _search(desk: Desk, visit: Visit) -> Response:
    service, homes = desk.catalogue.service, visit.links.homes
    outcome = service.search(visit.params, facets=facet_requests(FACETS))
    if outcome.params.years:
        outcome = _with_all_decades(desk, outcome)
    owned = service.owned(outcome, homes) if homes else None
    page = search_page(outcome, owned, desk.libraries, frame_for(visit), _of_a_type(desk, visit))
    return desk.page(visit, "pages/search.html", page, engine_ms=outcome.took_ms)


def _of_a_type(desk: Desk, visit: Visit) -> TypeSearch | None:
    """What has the type that was named among the words, if anything has."""
    meant = type_search(visit.params, (words.labels for words in desk.words.values()))
    if meant is None:
        return None
    only = replace(meant.params, verbatim=True, size=1)
    found = desk.catalogue.service.search(only, facets=()).total
    return replace(meant, count=found) if found else None


def _with_all_decades(desk: Desk, outcome: Outcome) -> Outcome:
    """The same outcome; a range of years that is chosen stands among the others, so that it can be moved."""
    decades = desk.catalogue.service.decades(outcome, MOST_DECADES)
    return replace(outcome, facets=tuple(decades if each.facet == "year" else each for each in outcome.facets))


def _advanced(desk: Desk, visit: Visit) -> Response:
    counted = desk.catalogue.service.search(SearchParams(size=1), facets=LIMITS)
    page = advanced_page(visit.params, visit.value("rows", limit=2), counted.facets, desk.libraries, frame_for(visit))
    return desk.page(visit, "pages/advanced.html", page, engine_ms=counted.took_ms)


def _own_libraries(desk: Desk, visit: Visit) -> Response:
    page = own_libraries_page(desk.libraries.values(), visit.params, MAX_HOMES, frame_for(visit))
    return desk.page(visit, "pages/own_libraries.html", page)


def _suggest(desk: Desk, visit: Visit) -> Response:
    """Only headings; a number or a series isn't looked for letter by letter. Where the search is limited to libraries,
    theirs.
    """
    typed, kinds = visit.value("q", limit=MAX_TYPED).strip(), KINDS.get(visit.value("in") or "all", ())
    engine = desk.catalogue.service.engine
    limits = tuple(each for each in visit.params.filters if each.facet == "library")
    if not kinds:
        found: tuple[Suggestion, ...] = ()
    elif limits:
        found = suggest_within(engine, typed, kinds, SHOWN, limits[0].values)
    else:
        found = suggest_headings(engine, typed, kinds, SHOWN)
    return desk.page(visit, "parts/_suggestions.html", suggest_fragment(found, visit.links, visit.words, limits))


def _facet(desk: Desk, visit: Visit, name: str) -> Response:
    params, offset = visit.params, visit.value("offset", limit=6)
    place = FacetPlace(
        prefix=visit.value("prefix", limit=200),
        offset=min(int(offset), MAX_FACET_OFFSET) if offset.isascii() and offset.isdigit() else 0,
        size=SIZES.get(name, FACET_PAGE_SIZE),
    )
    prefix = "" if name == "library" else place.prefix
    facet = desk.catalogue.service.facet(params, name, prefix=prefix, offset=place.offset, size=place.size)
    page = facet_page(facet, params, place, desk.libraries, frame_for(visit))
    return desk.page(visit, "pages/facet.html", page)
