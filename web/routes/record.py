"""/record/{id}, the pages around it, and the record in other formats by extension."""

from fastapi import FastAPI
from pymarc import Record
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from discovery.api.present_record import record_answer
from discovery.catalog.record import UnionRecord
from discovery.errors import NotFound
from discovery.export.formats import EXPORT_FORMATS, ExportFormat
from discovery.export.marc.own import own_record
from discovery.export.marc.serialise import iso2709, marcxml_collection
from discovery.search.compression import decompressed
from discovery.search.neighbours import neighbours
from discovery.search.shelf import shelf_around
from discovery.search.versions import versions_of
from web.desk import Desk, Visit
from web.links import SearchState
from web.pages.record import Surroundings, record_page
from web.routes.frames import frame_for

DOWNLOADS = (
    *((each.extension, each.name, each.media_type) for each in EXPORT_FORMATS.values()),
    ("json", "JSON", "application/json"),
)
MARC_FORMATS = frozenset({"marc21", "marcxml", "oai"})


def add_record(app: FastAPI, desk: Desk) -> None:
    """The record's page and its other forms."""

    @app.get("/record/{name}")
    def record(request: Request, name: str) -> Response:
        record_id, _, extension = name.partition(".")
        return desk.answer(request, lambda desk, visit: _record(desk, visit, record_id, extension))


def shared_members(desk: Desk, record: UnionRecord) -> frozenset[str]:
    """The ids of the members whose partners give their own MARC away."""
    copies = desk.catalogue.service.engine.sources(record.id)
    return frozenset(copy.member for copy in copies if copy.format in MARC_FORMATS)


def _record(desk: Desk, visit: Visit, record_id: str, extension: str) -> Response:
    record = desk.catalogue.service.record(record_id)
    member = visit.value("member", limit=40)
    if record.id != record_id:
        return RedirectResponse(visit.links.record(record.id, extension, member), status_code=308)
    if not extension:
        return _page(desk, visit, record)
    if extension == "json":
        answer = record_answer(record, desk.catalogue, visit.words.labels)
        return Response(answer.model_dump_json(indent=2), media_type="application/json")
    chosen = EXPORT_FORMATS.get(extension)
    if chosen is None:
        known = ", ".join(("json", *EXPORT_FORMATS))
        raise NotFound("A record can't be had as .{0}; there are {1}.", extension, known)
    body = (
        _own(desk, record, chosen, member)
        if member
        else chosen.write([record], desk.catalogue.site, visit.words.locale)
    )
    disposition = f'attachment; filename="{record.id}.{extension}"'
    return Response(body, media_type=chosen.media_type, headers={"Content-Disposition": disposition})


def _page(desk: Desk, visit: Visit, record: UnionRecord) -> Response:
    service, site = desk.catalogue.service, desk.catalogue.site
    counterparts = service.counterparts(record)
    number = visit.value("hit", limit=6)
    is_hit = number.isascii() and number.isdigit()
    around = Surroundings(
        counterparts=counterparts,
        versions=versions_of(service.engine, record),
        similar=service.similar(record, counterparts=counterparts),
        shelf=shelf_around(service.engine, record),
        shared=shared_members(desk, record),
        freshness=service.freshness(record),
        neighbours=(
            neighbours(service.engine, service.names, visit.params, int(number), record.id) if is_hit else None
        ),
    )
    page = record_page(record, around, DOWNLOADS, site, SearchState(visit.params), frame_for(visit))
    return desk.page(visit, "pages/record.html", page)


def own_marc(desk: Desk, record: UnionRecord, member: str, format_name: str) -> Record:
    """A member's own MARC; `member` is the id of its record or its partner's code. Raises NotFound where it isn't given
    away.
    """
    ids = {each.id for each in record.members if member in (each.id, each.partner)}
    for copy in desk.catalogue.service.engine.sources(record.id):
        own = own_record(copy.format, decompressed(copy.compressed)) if copy.member in ids else None
        if own is not None:
            return own
    raise NotFound("{0} doesn't give its own record of this away as {1}.", member, format_name)


def _own(desk: Desk, record: UnionRecord, chosen: ExportFormat, member: str) -> bytes | str:
    if chosen.extension not in {"mrc", "xml"}:
        raise NotFound("{0} doesn't give its own record of this away as {1}.", member, chosen.name)
    own = own_marc(desk, record, member, chosen.name)
    return iso2709(own) if chosen.extension == "mrc" else marcxml_collection([own])
