"""/serials and /serials.csv: the union list of serials."""

from collections.abc import Iterator
from itertools import chain

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from discovery.export.union_list import union_list_csv
from discovery.search.serial_list import SerialPlace, each_serial, list_serials, place_of, read_place
from web.desk import Desk, Visit
from web.pages.freshness import today
from web.pages.serial_list import serial_list_page
from web.routes.frames import frame_for

# As many libraries can be chosen from; a cooperation of more has those with most serials here.
_MOST_LIBRARIES = 500
_MOST_TYPED = 200


def add_serials(app: FastAPI, desk: Desk) -> None:
    """The list to read, and the same for spreadsheets."""

    @app.get("/serials")
    def serials(request: Request) -> Response:
        return desk.answer(request, _page)

    @app.get("/serials.csv")
    def table(request: Request) -> Response:
        return desk.answer(request, _table)


def _page(desk: Desk, visit: Visit) -> Response:
    service, typed = desk.catalogue.service, visit.value("from", _MOST_TYPED).strip()
    place = _place(desk, visit, typed)
    page = list_serials(service, visit.params, place, today().year, _MOST_LIBRARIES)
    view = serial_list_page(page, place, typed, frame_for(visit))
    return desk.page(visit, "pages/serials.html", view, engine_ms=page.took_ms)


def _place(desk: Desk, visit: Visit, typed: str) -> SerialPlace:
    if typed:
        return place_of(desk.catalogue.service, visit.params, typed)
    return read_place(visit.value("at"))


def _table(desk: Desk, visit: Visit) -> Response:
    """Sent while it is read; its first piece is made before, so that an engine that is away is told as ever."""
    serials = each_serial(desk.catalogue.service, visit.params, SerialPlace(), today().year)
    pieces: Iterator[str] = union_list_csv(serials, desk.catalogue.site, visit.words.locale)
    disposition = 'attachment; filename="serials.csv"'
    return StreamingResponse(
        chain((next(pieces),), pieces), media_type="text/csv", headers={"Content-Disposition": disposition}
    )
