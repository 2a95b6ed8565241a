"""GET /health."""

from fastapi import FastAPI
from starlette.responses import Response

from discovery.api.catalogue import Catalogue
from discovery.api.schemas import HealthAnswer


def add_health(api: FastAPI, catalogue: Catalogue) -> None:
    """Whether the catalogue can answer."""

    @api.get(
        "/health",
        response_model=HealthAnswer,
        summary="Whether searches can be answered",
        responses={503: {"model": HealthAnswer, "description": "The engine can't answer; the detail says why."}},
    )
    def health() -> Response:
        """For monitors: 200 when searches can be answered, else 503 with the reason. Never cached."""
        found = catalogue.service.engine.health()
        answer = HealthAnswer(
            ok=found.ok,
            detail=found.detail,
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
