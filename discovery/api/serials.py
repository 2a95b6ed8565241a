"""GET /serials."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import urlencode

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from discovery.api import serial_schemas as schemas
from discovery.api.answers import json_answer
from discovery.api.catalogue import Catalogue
from discovery.api.parameters import SEARCH_PARAMETERS, documented
from discovery.catalog.union_list import LibraryRun, ListedSerial, Range
from discovery.export.parts import identifier_values
from discovery.labels.imprint import shown_date
from discovery.labels.labels import Labels
from discovery.search.notes import note_text
from discovery.search.params import SearchParams, read_params, write_params
from discovery.search.serial_list import SerialPage, list_serials, place_of, read_place

_NOT_HERE = frozenset({"f.type", "x.type", "sort", "by", "page", "explain"})
_LONGEST_PLACE = 1_000


def add_serials(api: FastAPI, catalogue: Catalogue) -> None:
    """The union list of serials."""

    @api.get(
        "/serials",
        response_model=schemas.SerialsAnswer,
        summary="The union list of serials: who holds which years, the gaps, and the only holder of a run",
        openapi_extra={
            "parameters": [
                documented("from", "Opens the list at this title.", {"type": "string"}),
                documented("at", "Goes on at this place, which `next` of another part gave.", {"type": "string"}),
                *(each for each in SEARCH_PARAMETERS if each["name"] not in _NOT_HERE),
            ]
        },
    )
    def serials(request: Request) -> Response:
        """Takes the words and limits of a search. A list limited to a library still names the other holders. Follow
        `next` for the whole list, however long.
        """
        return json_answer(request, catalogue, lambda: _serials(request, catalogue))


def _serials(request: Request, catalogue: Catalogue) -> schemas.SerialsAnswer:
    params = replace(read_params(request.query_params.multi_items()), page=1)
    at, typed = (request.query_params.get(name, "")[:_LONGEST_PLACE] for name in ("at", "from"))
    service, labels = catalogue.service, catalogue.labels_for(request)
    place = place_of(service, params, typed) if typed and not at else read_place(at)
    page = list_serials(service, params, place, datetime.now(UTC).year)
    return schemas.SerialsAnswer(
        query=params.rows[0].text,
        notes=[note_text(note, labels.sentence) for note in page.notes],
        total=page.total,
        size=params.size,
        serials=[_serial(each, catalogue, labels) for each in page.serials],
        next=_next(params, page),
    )


def _next(params: SearchParams, page: SerialPage) -> str | None:
    if page.following is None:
        return None
    return f"?{urlencode((*write_params(params), ('at', str(page.following))))}"


def _serial(listed: ListedSerial, catalogue: Catalogue, labels: Labels) -> schemas.ListedSerial:
    record, whole = listed.record, listed.whole
    told, publication = record.description, record.description.publication
    runs = {run.library: run for run in listed.runs}
    return schemas.ListedSerial(
        id=record.id,
        title=told.title.full,
        issn=list(identifier_values(told, "issn")),
        place=publication.place,
        publisher=publication.publisher,
        published=shown_date(told),
        carrier=told.carrier,
        unit=whole.unit if whole else None,
        held=_ranges(whole.held if whole else ()),
        missing=_ranges(whole.missing if whole else ()),
        libraries=[_holder(code, runs.get(code), labels) for code in record.libraries],
        url=catalogue.site.record_url(record.id),
    )


def _holder(code: str, run: LibraryRun | None, labels: Labels) -> schemas.SerialHolder:
    return schemas.SerialHolder(
        code=code,
        name=labels.library(code),
        held=_ranges(run.held if run else ()),
        missing=_ranges(run.missing if run else ()),
        only=_ranges(run.only if run else ()),
        continues=run.is_open if run else False,
        statements=list(run.words) if run else [],
    )


def _ranges(ranges: Iterable[Range]) -> list[schemas.NumberRange]:
    return [schemas.NumberRange(first=first, last=last) for first, last in ranges]
