"""Errors as pages for people: every error of ours, every wrong address, every accident."""

from http import HTTPStatus

import structlog
from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from discovery.api.catalogue import PATH as API_PATH
from discovery.api.problems import problem
from discovery.errors import PaduError
from web.desk import Desk
from web.pages.errors import error_page
from web.routes.frames import frame_for

log = structlog.get_logger(__name__)


def add_errors(app: FastAPI, desk: Desk) -> None:
    """One form for all; a page that the engine can't fill keeps the reader's words in its box."""

    def padu_error(request: Request, error: Exception) -> Response:
        status = error.status if isinstance(error, PaduError) else HTTPStatus.INTERNAL_SERVER_ERROR
        if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            log.error("page failed", path=request.url.path, error=str(error))
        return _page(desk, request, status, error if isinstance(error, PaduError) else None)

    def http_error(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else HTTPStatus.INTERNAL_SERVER_ERROR
        if request.url.path.startswith(API_PATH):
            return problem(request, status, f"There is nothing at {request.url.path}.")
        return _page(desk, request, status)

    def accident(request: Request, error: Exception) -> Response:
        log.error("page failed", path=request.url.path, error=type(error).__name__, exc_info=error)
        return _page(desk, request, HTTPStatus.INTERNAL_SERVER_ERROR)

    app.add_exception_handler(PaduError, padu_error)
    app.add_exception_handler(HTTPException, http_error)
    app.add_exception_handler(Exception, accident)


def _page(desk: Desk, request: Request, status: int, error: PaduError | None = None) -> Response:
    visit = desk.receive(request)
    unavailable = status == HTTPStatus.SERVICE_UNAVAILABLE
    retry = visit.links.again(visit.path, visit.pairs) if unavailable else ""
    page = error_page(status, error, visit.params, retry, frame_for(visit))
    response = desk.page(visit, "pages/error.html", page, status)
    if unavailable:
        response.headers["Retry-After"] = "30"
    response.headers["Cache-Control"] = "no-store"
    return response
