"""/ and /search, with /search/facet/{name} for all the values of a facet."""

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from discovery.search.fields import FACETS
from discovery.search.params import SearchParams
from discovery.search.request import FacetRequest
from web.desk import Desk, Visit
from web.pages.facet import FacetPlace, facet_page
from web.pages.facets import SHOWN_VALUES
from web.pages.home import home_page
from web.pages.search import search_page
from web.routes.frames import frame_for

RESULT_FACETS = tuple(FacetRequest(name, SHOWN_VALUES) for name in FACETS)
HOME_FACETS = tuple(FacetRequest(name, 12) for name in ("library", "type", "language", "class"))
FACET_PAGE_SIZE = 60
MAX_FACET_OFFSET = 10_000


def add_search(app: FastAPI, desk: Desk) -> None:
    """The front page and everything that searches."""

    @app.get("/")
    def home(request: Request) -> Response:
        return desk.answer(request, _home)

    @app.get("/search")
    def search(request: Request) -> Response:
        return desk.answer(request, _search)

    @app.get("/search/facet/{name}")
    def facet(request: Request, name: str) -> Response:
        return desk.answer(request, lambda desk, visit: _facet(desk, visit, name))


def _home(desk: Desk, visit: Visit) -> Response:
    outcome = desk.catalogue.service.search(SearchParams(size=1), facets=HOME_FACETS)
    page = home_page(outcome, desk.catalogue.site, frame_for(visit))
    return desk.page(visit, "pages/home.html", page, engine_ms=outcome.took_ms)


def _search(desk: Desk, visit: Visit) -> Response:
    outcome = desk.catalogue.service.search(visit.params, facets=RESULT_FACETS)
    page = search_page(outcome, frame_for(visit))
    return desk.page(visit, "pages/search.html", page, engine_ms=outcome.took_ms)


def _facet(desk: Desk, visit: Visit, name: str) -> Response:
    params, offset = visit.params, visit.value("offset", limit=6)
    place = FacetPlace(
        prefix=visit.value("prefix", limit=200),
        offset=min(int(offset), MAX_FACET_OFFSET) if offset.isascii() and offset.isdigit() else 0,
        size=FACET_PAGE_SIZE,
    )
    facet = desk.catalogue.service.facet(params, name, prefix=place.prefix, offset=place.offset, size=place.size)
    return desk.page(visit, "pages/facet.html", facet_page(facet, params, place, frame_for(visit)))
