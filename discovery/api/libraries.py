"""GET /libraries."""

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from discovery.api.answers import json_answer
from discovery.api.catalogue import Catalogue
from discovery.api.library_schemas import LibrariesAnswer, Library
from discovery.api.parameters import LANG
from discovery.catalog.library import Library as Member
from discovery.labels.labels import Labels
from discovery.search.strengths import records_by_library


def add_libraries(api: FastAPI, catalogue: Catalogue) -> None:
    """The members of the cooperation."""

    @api.get(
        "/libraries",
        response_model=LibrariesAnswer,
        summary="The libraries of the cooperation",
        openapi_extra={"parameters": [LANG]},
    )
    def libraries(request: Request) -> Response:
        """Every member library with the number of records it has a copy of, in the order of padu.toml."""
        return json_answer(request, catalogue, lambda: _libraries(request, catalogue))


def _libraries(request: Request, catalogue: Catalogue) -> LibrariesAnswer:
    members = catalogue.site.libraries
    counts = records_by_library(catalogue.service, members)
    labels = catalogue.labels_for(request)
    return LibrariesAnswer(
        libraries=[_library(member, counts.get(member.code, 0), catalogue, labels) for member in members]
    )


def _library(member: Member, records: int, catalogue: Catalogue, labels: Labels) -> Library:
    return Library(
        code=member.code,
        name=member.name.in_language(labels.locale),
        kind=member.kind,
        city=member.city,
        province=member.province,
        address=member.address,
        hours=member.hours.in_language(labels.locale),
        contact=member.contact,
        librarian=member.librarian,
        lending=member.lending.in_language(labels.locale),
        borrow_with=member.borrow_with.in_language(labels.locale),
        reading_room=member.reading_room,
        interlending=member.interlending,
        website=member.url,
        records=records,
        url=catalogue.library_url(member.code),
    )
