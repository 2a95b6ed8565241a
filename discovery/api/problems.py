"""Errors as problem details: https://www.rfc-editor.org/rfc/rfc9457"""

from http import HTTPStatus
from typing import Any

import structlog
from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from discovery.api.catalogue import Catalogue
from discovery.api.schemas import Problem
from discovery.errors import PaduError

MEDIA_TYPE = "application/problem+json"

log = structlog.get_logger(__name__)


def add_problem_handlers(api: FastAPI, catalogue: Catalogue) -> None:
    """Every error of ours, every wrong address and every accident answers in one form."""

    def padu_error(request: Request, error: Exception) -> Response:
        if not isinstance(error, PaduError):
            return problem(request, 500, str(error))
        if error.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            log.error("request failed", path=request.url.path, error=str(error))
        return problem(request, error.status, error.told(catalogue.labels_for(request).sentence))

    api.add_exception_handler(PaduError, padu_error)
    api.add_exception_handler(HTTPException, _http_error)
    api.add_exception_handler(Exception, _accident)


def described(sentence: str) -> dict[str, Any]:
    """A problem as OpenAPI describes it: with its own media type, which FastAPI's `model` wouldn't give it."""
    return {"description": sentence, "content": {MEDIA_TYPE: {"schema": Problem.model_json_schema()}}}


def problem(request: Request, status: int, detail: str) -> Response:
    """One problem; a 503 says when to come back."""
    answer = Problem(title=HTTPStatus(status).phrase, status=status, detail=detail, instance=request.url.path)
    headers = {"Retry-After": "30"} if status == HTTPStatus.SERVICE_UNAVAILABLE else {}
    return Response(answer.model_dump_json(), status_code=status, media_type=MEDIA_TYPE, headers=headers)


def _http_error(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    if status == HTTPStatus.NOT_FOUND:
        return problem(request, status, f"There is nothing at {request.url.path}.")
    if status == HTTPStatus.METHOD_NOT_ALLOWED:
        answer = problem(request, status, "The catalogue is only read: use GET.")
        answer.headers["Allow"] = "GET, HEAD, OPTIONS"  # RFC 9110 15.5.6 wants it said
        return answer
    return problem(request, status, HTTPStatus(status).description)


def _accident(request: Request, error: Exception) -> Response:
    log.error("request failed", path=request.url.path, error=type(error).__name__, exc_info=error)
    return problem(request, 500, "Something went wrong here, not with what you asked. It has been logged.")
