"""GET /browse/{kind}."""

from urllib.parse import urlencode

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from discovery.api.answers import json_answer
from discovery.api.catalogue import Catalogue
from discovery.api.heading_schemas import BrowseAnswer, BrowseHeading
from discovery.api.parameters import LANG, documented, whole_number
from discovery.errors import NotFound
from discovery.search.browsing import ListPlace, list_search, open_list
from discovery.search.request import LISTS
from discovery.search.results import Heading

PAGE_SIZE = 25
MAX_PAGE_SIZE = 100
MAX_PLACE = 1_000


def add_browse(api: FastAPI, catalogue: Catalogue) -> None:
    """The catalogue's alphabetical lists."""

    @api.get(
        "/browse/{kind}",
        response_model=BrowseAnswer,
        summary="Headings in alphabetical order, or call numbers in shelf order",
        openapi_extra={
            "parameters": [
                documented("from", "Opens the list at this word.", {"type": "string"}),
                documented("at", "Opens the list at this key, which `next` of another page gave.", {"type": "string"}),
                documented("before", "Gives the headings before this key.", {"type": "string"}),
                documented("size", "How many headings.", {"type": "integer", "minimum": 1, "maximum": MAX_PAGE_SIZE}),
                LANG,
            ]
        },
    )
    def browse(request: Request, kind: str) -> Response:
        """Authors, titles, subjects or call numbers from any place on, forwards and backwards."""
        return json_answer(request, catalogue, lambda: _browse(request, catalogue, kind))


def _browse(request: Request, catalogue: Catalogue, kind: str) -> BrowseAnswer:
    heading_kind = next((each for each in LISTS if each == kind), None)
    if heading_kind is None:
        raise NotFound("There is no list of {0}; there are {1}.", kind, ", ".join(LISTS))
    size = whole_number(request, "size", default=PAGE_SIZE, low=1, high=MAX_PAGE_SIZE)
    asked = {name: request.query_params.get(name, "")[:MAX_PLACE] for name in ("from", "at", "before")}
    place = ListPlace(typed=asked["from"], at=asked["at"], before=asked["before"])
    page = open_list(catalogue.service.engine, heading_kind, place, size)
    return BrowseAnswer(
        kind=kind,
        at=asked["from"] or asked["at"] or asked["before"],
        headings=[_heading(heading, catalogue) for heading in page.headings],
        previous=f"?{urlencode({'before': page.previous, 'size': size})}" if page.previous else None,
        next=f"?{urlencode({'at': page.following, 'size': size})}" if page.following else None,
    )


def _heading(heading: Heading, catalogue: Catalogue) -> BrowseHeading:
    return BrowseHeading(
        text=heading.display,
        count=heading.count,
        see=list(heading.see),
        see_also=list(heading.see_also),
        url=catalogue.search_url(list_search(heading)),
    )
