"""/libraries and /libraries/{code}."""

import json

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from discovery.errors import NotFound
from discovery.search.params import SearchParams
from discovery.search.request import FacetRequest
from web.desk import Desk, Visit
from web.links import search_in
from web.pages.libraries import libraries_page, library_page
from web.routes.frames import frame_for

STRENGTHS = tuple(FacetRequest(name, 8) for name in ("subject", "type", "language", "class"))


def add_libraries(app: FastAPI, desk: Desk) -> None:
    """The members of the cooperation."""

    @app.get("/libraries")
    def libraries(request: Request) -> Response:
        return desk.answer(request, _libraries)

    @app.get("/libraries/{code}")
    def library(request: Request, code: str) -> Response:
        return desk.answer(request, lambda desk, visit: _library(desk, visit, code))


def _libraries(desk: Desk, visit: Visit) -> Response:
    site = desk.catalogue.site
    counted = desk.catalogue.service.facet(SearchParams(), "library", size=max(1, len(site.libraries)))
    counts = {bucket.value: bucket.count for bucket in counted.buckets}
    return desk.page(visit, "pages/libraries.html", libraries_page(site, counts, frame_for(visit)))


def _library(desk: Desk, visit: Visit, code: str) -> Response:
    library = desk.catalogue.site.library(code)
    if library is None:
        raise NotFound("There is no library with the code {0}.", code)
    outcome = desk.catalogue.service.search(search_in("library", code).params, facets=STRENGTHS)
    page = library_page(library, outcome, _last_synced(desk, code), frame_for(visit))
    return desk.page(visit, "pages/library.html", page, engine_ms=outcome.took_ms)


def _last_synced(desk: Desk, code: str) -> str:
    """When the library's own catalogue was last fetched; "" where it comes with another partner's."""
    fact = desk.catalogue.service.engine.fact(f"partner:{code}")
    return str(json.loads(fact).get("last_synced", "")) if fact else ""
