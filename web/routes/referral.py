"""/search/libraries: which libraries are strongest in what is searched for."""

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from discovery.search.params import SearchParams
from discovery.search.strengths import refer, referral_order
from web.desk import Desk, Visit
from web.pages.facets import MOST_LIBRARIES
from web.pages.referral import asks_nothing, referral_page, referral_start
from web.routes.frames import frame_for

_CLASSES = 10
_TEMPLATE = "pages/referral.html"


def add_referral(app: FastAPI, desk: Desk) -> None:
    """Any search, by library."""

    @app.get("/search/libraries")
    def referral(request: Request) -> Response:
        return desk.answer(request, _referral)


def _referral(desk: Desk, visit: Visit) -> Response:
    service, params = desk.catalogue.service, visit.params
    if asks_nothing(params):
        classes = service.facet(SearchParams(), "class", size=_CLASSES)
        return desk.page(visit, _TEMPLATE, referral_start(classes, frame_for(visit)))
    found = refer(service, params, referral_order(visit.value("order")), MOST_LIBRARIES)
    page = referral_page(found, desk.catalogue.site, frame_for(visit))
    return desk.page(visit, _TEMPLATE, page, engine_ms=found.outcome.took_ms)
