"""GET /health."""

import structlog
from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from discovery.api.catalogue import Catalogue
from discovery.api.parameters import LANG
from discovery.api.schemas import HealthAnswer

log = structlog.get_logger(__name__)


def add_health(api: FastAPI, catalogue: Catalogue) -> None:
    """Whether the catalogue can answer."""

    @api.get(
        "/health",
        response_model=HealthAnswer,
        summary="Whether searches can be answered",
        responses={503: {"model": HealthAnswer, "description": "The engine can't answer; why stands in the log."}},
        openapi_extra={"parameters": [LANG]},
    )
    def health(request: Request) -> Response:
        """For monitors: 200 when searches can be answered, else 503. Never cached."""
        found = catalogue.service.engine.health()
        if not found.ok:
            log.error("engine can't answer", path=request.url.path, error=found.detail)
        answer = HealthAnswer(
            ok=found.ok,
            detail=catalogue.labels_for(request).sentence(found.public) if found.public else found.detail,
            generation=found.generation,
            revision=found.revision,
            documents=found.documents,
            version=catalogue.version,
        )
        return Response(
            answer.model_dump_json(),
            status_code=200 if found.ok else 503,
            media_type="application/json",
            headers={"Cache-Control": "no-store"},
        )
