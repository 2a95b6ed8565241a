"""/offline and /worker.js: what is shown where there is no connection."""

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from web.desk import Desk, Visit
from web.pages.offline import offline_page, worker_script
from web.routes.frames import frame_for


def add_offline(app: FastAPI, desk: Desk) -> None:
    """A page to fall back to, and the service worker that keeps it."""

    @app.get("/offline")
    def offline(request: Request) -> Response:
        return desk.answer(request, _offline, asks_engine=False)

    @app.get("/worker.js")
    def worker(request: Request) -> Response:
        return desk.answer(request, _worker, asks_engine=False)


def _offline(desk: Desk, visit: Visit) -> Response:
    return desk.page(visit, "pages/offline.html", offline_page(frame_for(visit)))


def _worker(desk: Desk, visit: Visit) -> Response:
    script = worker_script(desk.catalogue.edition, frame_for(visit))
    text = desk.templates.render(visit.words.locale, "worker.js", script)
    return Response(text, media_type="text/javascript")
