"""How an answer leaves: as JSON, dated so that a browser need not fetch it twice."""

import time
from collections.abc import Callable
from datetime import UTC, datetime

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from discovery.api.catalogue import Catalogue
from discovery.api.schemas import SearchAnswer
from discovery.search.engine import Position


def entity_tag(position: Position, locale: str, edition: str) -> str:
    """Changes with the index, the language, the day (freshness is told in days), the software and the site's settings.

    Weak, because what a reader gets may be compressed or not (RFC 9110 8.8.1).
    """
    return f'W/"{position.generation}.{position.revision}.{locale}.{datetime.now(UTC):%Y%m%d}.{edition}"'


def is_current(request: Request, tag: str) -> bool:
    """Whether the reader already has this version, compared weakly: some caches take the W/ off (RFC 9110 13.1.2)."""
    offered = request.headers.get("if-none-match", "")
    tags = (each.strip().removeprefix("W/") for each in offered.split(","))
    return offered == "*" or tag.removeprefix("W/") in tags


def json_answer(request: Request, catalogue: Catalogue, make: Callable[[], BaseModel | Response]) -> Response:
    """What `make` answers, with its entity tag and, in Server-Timing, where the time went; 304 where the reader has it.

    The index is dated before it is asked: an answer that a newer one made meanwhile is fetched again, and none is
    kept that an older one made.
    """
    started = time.perf_counter()
    tag = entity_tag(catalogue.service.engine.revision(), catalogue.labels_for(request).locale, catalogue.edition)
    headers = {"ETag": tag, "Cache-Control": "no-cache", "Vary": "Accept-Language"}
    if is_current(request, tag):
        return Response(status_code=304, headers=headers)
    answer = make()
    if isinstance(answer, Response):
        return answer
    body = answer.model_dump_json(exclude_unset=True)
    timing = f"total;dur={(time.perf_counter() - started) * 1000:.1f}"
    engine = f"engine;dur={answer.took_ms}, " if isinstance(answer, SearchAnswer) else ""
    headers["Server-Timing"] = f"{engine}{timing}"
    return Response(body, media_type="application/json", headers=headers)


def moved(request: Request, path: str) -> RedirectResponse:
    """308 to the record's id of today, with the language that was asked for; `path` is relative to the request's."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"{path}{query}", status_code=308)
