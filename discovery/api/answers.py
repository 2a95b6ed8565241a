"""How an answer leaves: as JSON, dated so that a browser need not fetch it twice."""

import time
from datetime import UTC, datetime

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from discovery.api.catalogue import Catalogue
from discovery.search.engine import Position


def entity_tag(position: Position, locale: str, software: str) -> str:
    """Changes with the index, the language, the day (freshness is told in days) and the software.

    Weak, because what a reader gets may be compressed or not (RFC 9110 8.8.1).
    """
    return f'W/"{position.generation}.{position.revision}.{locale}.{datetime.now(UTC):%Y%m%d}.{software}"'


def is_current(request: Request, tag: str) -> bool:
    """Whether the reader already has this version (RFC 9110 13.1.2)."""
    offered = request.headers.get("if-none-match", "")
    return offered == "*" or tag in (each.strip() for each in offered.split(","))


def json_answer(
    answer: BaseModel, request: Request, catalogue: Catalogue, *, started: float, engine_ms: int | None = None
) -> Response:
    """The answer with its entity tag and, in Server-Timing, where the time went."""
    tag = entity_tag(catalogue.service.engine.revision(), catalogue.labels_for(request).locale, catalogue.version)
    headers = {"ETag": tag, "Cache-Control": "no-cache", "Vary": "Accept-Language"}
    if is_current(request, tag):
        return Response(status_code=304, headers=headers)
    body = answer.model_dump_json(exclude_unset=True)
    timing = f"total;dur={(time.perf_counter() - started) * 1000:.1f}"
    headers["Server-Timing"] = timing if engine_ms is None else f"engine;dur={engine_ms}, {timing}"
    return Response(body, media_type="application/json", headers=headers)
