"""/browse/{kind}."""

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from discovery.errors import NotFound
from discovery.search.browsing import ListPlace, open_list
from discovery.search.request import LISTS
from web.desk import Desk, Visit
from web.pages.browse import browse_page
from web.routes.frames import frame_for

PAGE_SIZE = 30


def add_browse(app: FastAPI, desk: Desk) -> None:
    """The alphabetical lists."""

    @app.get("/browse/{kind}")
    def browse(request: Request, kind: str) -> Response:
        return desk.answer(request, lambda desk, visit: _browse(desk, visit, kind))


def _browse(desk: Desk, visit: Visit, name: str) -> Response:
    kind = next((each for each in LISTS if each == name), None)
    if kind is None:
        raise NotFound("There is no list of {0}; there are {1}.", name, ", ".join(LISTS))
    place = ListPlace(typed=visit.value("from"), at=visit.value("at"), before=visit.value("before"))
    page = open_list(desk.catalogue.service.engine, kind, place, PAGE_SIZE)
    return desk.page(visit, "pages/browse.html", browse_page(kind, place, page, frame_for(visit)))
