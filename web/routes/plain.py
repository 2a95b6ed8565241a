"""/help and /opensearch.xml."""

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from web.desk import Desk, Visit
from web.pages.help import help_page
from web.pages.opensearch import opensearch_description
from web.routes.frames import frame_for


def add_plain(app: FastAPI, desk: Desk) -> None:
    """What needs no search."""

    @app.get("/help")
    def help_(request: Request) -> Response:
        return desk.answer(request, _help, asks_engine=False)

    @app.get("/opensearch.xml")
    def opensearch(request: Request) -> Response:
        return desk.answer(request, _opensearch, asks_engine=False)


def _help(desk: Desk, visit: Visit) -> Response:
    return desk.page(visit, "pages/help.html", help_page(frame_for(visit)))


def _opensearch(desk: Desk, visit: Visit) -> Response:
    description = opensearch_description(desk.catalogue.site, frame_for(visit))
    xml = desk.templates.render(visit.words.locale, "opensearch.xml", description)
    return Response(xml, media_type="application/opensearchdescription+xml")
