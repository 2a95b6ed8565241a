"""/list, and whole lists and results in other formats."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from io import BytesIO

import segno
from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from discovery.catalog.record import UnionRecord
from discovery.errors import NotFound
from discovery.export.formats import EXPORT_FORMATS
from web.desk import Desk, Visit
from web.links import Links
from web.pages.saved_list import in_filing_order, saved_list_page
from web.routes.frames import frame_for

# What a reference manager takes at once; a partner who wants more harvests.
MOST_EXPORTED = 1_000


def add_saved_list(app: FastAPI, desk: Desk) -> None:
    """The reader's list and everything that takes many records away."""

    @app.get("/list")
    def saved_list(request: Request) -> Response:
        return desk.answer(request, _page)

    @app.get("/list.svg")
    def code(request: Request) -> Response:
        return desk.answer(request, _code)

    @app.get("/list.{extension}")
    def exported_list(request: Request, extension: str) -> Response:
        return desk.answer(request, _export(extension, "list", lambda desk, visit: _records(desk, visit)[0]))

    @app.get("/search/export.{extension}")
    def exported_result(request: Request, extension: str) -> Response:
        return desk.answer(request, _export(extension, "result", _result))


def _page(desk: Desk, visit: Visit) -> Response:
    records, lost = _records(desk, visit)
    page = saved_list_page(records, lost, desk.catalogue.site, frame_for(visit))
    return desk.page(visit, "pages/saved_list.html", page)


def _records(desk: Desk, visit: Visit) -> tuple[tuple[UnionRecord, ...], int]:
    """The records on the list, each once, in filing order, and how many ids lead nowhere."""
    answers = desk.catalogue.service.records(visit.links.saved)
    found = {record.id: record for record in answers if record}
    return in_filing_order(found.values()), answers.count(None)


def _result(desk: Desk, visit: Visit) -> list[UnionRecord]:
    """A search's first records, in its own order."""
    params = replace(visit.params, by="edition", page=1, size=MOST_EXPORTED, explain=False)
    return [hit.record for hit in desk.catalogue.service.search(params, facets=()).hits]


def _export(
    extension: str, name: str, find: Callable[[Desk, Visit], Iterable[UnionRecord]]
) -> Callable[[Desk, Visit], Response]:
    """Answers with records as a file."""

    def make(desk: Desk, visit: Visit) -> Response:
        chosen = EXPORT_FORMATS.get(extension)
        if chosen is None:
            raise NotFound("Records can't be had as .{0}; there are {1}.", extension[:20], ", ".join(EXPORT_FORMATS))
        body = chosen.write(list(find(desk, visit)), desk.catalogue.site, visit.words.locale)
        disposition = f'attachment; filename="{name}.{chosen.extension}"'
        return Response(body, media_type=chosen.media_type, headers={"Content-Disposition": disposition})

    return make


def _code(desk: Desk, visit: Visit) -> Response:
    """The list's address as a QR code: ISO/IEC 18004, with the least correction, for a screen isn't torn."""
    del desk
    links = visit.links
    address = links.absolute(Links(links.site_url, saved=links.saved).saved_list())
    drawn = BytesIO()
    segno.make_qr(address, error="l").save(drawn, kind="svg", scale=4, border=4, light="#fff", xmldecl=False)
    return Response(drawn.getvalue(), media_type="image/svg+xml")
