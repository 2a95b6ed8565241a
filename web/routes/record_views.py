"""The pages around a record: how to cite it, its MARC fields, all its libraries, and a request for a copy."""

from collections.abc import Callable

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from discovery.catalog.record import UnionRecord
from discovery.errors import NotFound
from discovery.export.citations import citations
from discovery.export.marc.record import marc_record
from discovery.export.marc.serialise import marc_lines
from web.desk import Desk, Visit
from web.links import Links
from web.pages.all_holdings import all_holdings_page
from web.pages.asking import asking_page
from web.pages.citing import citing_page
from web.pages.marc_view import marc_page
from web.routes.frames import frame_for
from web.routes.record import own_marc, shared_members

Show = Callable[[Desk, Visit, UnionRecord], Response]
Spell = Callable[[Links, str], str]


def add_record_views(app: FastAPI, desk: Desk) -> None:
    """Pages that one reader in many asks for."""

    @app.get("/record/{record_id}/cite")
    def cite(request: Request, record_id: str) -> Response:
        return _answer(desk, request, record_id, _cite, Links.citations)

    @app.get("/record/{record_id}/marc")
    def marc(request: Request, record_id: str) -> Response:
        return _answer(desk, request, record_id, _marc, Links.marc)

    @app.get("/record/{record_id}/libraries")
    def libraries(request: Request, record_id: str) -> Response:
        return _answer(desk, request, record_id, _libraries, Links.holdings)

    @app.get("/record/{record_id}/ask/{code}")
    def ask(request: Request, record_id: str, code: str) -> Response:
        return _answer(
            desk,
            request,
            record_id,
            lambda desk, visit, record: _ask(desk, visit, record, code),
            lambda links, shown: links.asking(shown, code),
        )


def _answer(desk: Desk, request: Request, record_id: str, show: Show, spell: Spell) -> Response:
    """The page of the record that answers to an id; a past id leads to the page of the shown one."""

    def make(desk: Desk, visit: Visit) -> Response:
        record = desk.catalogue.service.record(record_id)
        if record.id != record_id:
            return RedirectResponse(spell(visit.links, record.id), status_code=308)
        return show(desk, visit, record)

    return desk.answer(request, make)


def _cite(desk: Desk, visit: Visit, record: UnionRecord) -> Response:
    made = citations(record, desk.catalogue.site, visit.words.locale)
    return desk.page(visit, "pages/citing.html", citing_page(record, made, frame_for(visit)))


def _marc(desk: Desk, visit: Visit, record: UnionRecord) -> Response:
    member = visit.value("member", limit=40)
    fields = own_marc(desk, record, member, "MARC") if member else marc_record(record)
    page = marc_page(record, marc_lines(fields), member, shared_members(desk, record), frame_for(visit))
    return desk.page(visit, "pages/marc_view.html", page)


def _libraries(desk: Desk, visit: Visit, record: UnionRecord) -> Response:
    page = all_holdings_page(record, desk.catalogue.service.freshness(record), desk.catalogue.site, frame_for(visit))
    return desk.page(visit, "pages/all_holdings.html", page)


def _ask(desk: Desk, visit: Visit, record: UnionRecord, code: str) -> Response:
    library = desk.catalogue.site.library(code)
    if library is None or code not in record.libraries:
        raise NotFound("No library with the code {0} has this.", code)
    page = asking_page(record, library, visit.value("way", limit=20), frame_for(visit))
    return desk.page(visit, "pages/asking.html", page)
