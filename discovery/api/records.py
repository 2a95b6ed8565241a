"""GET /records/{id}."""

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from discovery.api.answers import json_answer, moved
from discovery.api.catalogue import Catalogue
from discovery.api.parameters import LANG
from discovery.api.present_record import record_answer
from discovery.api.problems import described
from discovery.api.record_schemas import RecordAnswer


def add_records(api: FastAPI, catalogue: Catalogue) -> None:
    """The whole record."""

    @api.get(
        "/records/{record_id}",
        response_model=RecordAnswer,
        summary="One record with every library's holdings",
        responses={
            308: {"description": "The record has another id now; Location leads to it."},
            410: described("Its last owner withdrew it; the detail says what it was."),
        },
        openapi_extra={"parameters": [LANG]},
    )
    def record(request: Request, record_id: str) -> Response:
        """An id never dies: one that a merge made obsolete answers with 308, one whose last copy went with 410."""
        return json_answer(request, catalogue, lambda: _record(request, catalogue, record_id))


def _record(request: Request, catalogue: Catalogue, record_id: str) -> RecordAnswer | Response:
    union = catalogue.service.record(record_id)
    if union.id != record_id:
        return moved(request, union.id)
    return record_answer(union, catalogue, catalogue.labels_for(request))
