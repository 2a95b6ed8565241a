"""/record/{id}/evidence: why these partners' records are one."""

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from discovery.search.evidence import evidence_of
from web.desk import Desk, Visit
from web.pages.evidence import evidence_page
from web.routes.frames import frame_for


def add_evidence(app: FastAPI, desk: Desk) -> None:
    """The evidence for a union record."""

    @app.get("/record/{record_id}/evidence")
    def evidence(request: Request, record_id: str) -> Response:
        return desk.answer(request, lambda desk, visit: _evidence(desk, visit, record_id))


def _evidence(desk: Desk, visit: Visit, record_id: str) -> Response:
    service = desk.catalogue.service
    record = service.record(record_id)
    if record.id != record_id:
        return RedirectResponse(visit.links.evidence(record.id), status_code=308)
    found = evidence_of(service.engine, record.id)
    return desk.page(visit, "pages/evidence.html", evidence_page(record, found, frame_for(visit)))
