"""GET /search and GET /facets/{field}."""

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from discovery.api.answers import json_answer
from discovery.api.catalogue import Catalogue
from discovery.api.parameters import MAX_OFFSET, OFFSET, SEARCH_PARAMETERS, documented, whole_number
from discovery.api.present_hits import facet_page, search_answer
from discovery.api.schemas import FacetPage, SearchAnswer
from discovery.search.params import read_params

FACETS_WANTED = documented("facets", "0 leaves the facets out.", {"type": "string", "enum": ["1", "0"], "default": "1"})
FACET_SIZE = 50
MAX_FACET_SIZE = 500


def add_search(api: FastAPI, catalogue: Catalogue) -> None:
    """Search and its facets."""

    @api.get(
        "/search",
        response_model=SearchAnswer,
        summary="Search all libraries at once",
        openapi_extra={"parameters": [*SEARCH_PARAMETERS, FACETS_WANTED]},
    )
    def search(request: Request) -> Response:
        """Takes the same parameters as the page /search. A reader's query is never an error: what could not be
        understood is left out, and a note says so.
        """
        return json_answer(request, catalogue, lambda: _search(request, catalogue))

    @api.get(
        "/facets/{field}",
        response_model=FacetPage,
        summary="More values of one facet",
        openapi_extra={
            "parameters": [
                documented("prefix", "Only values that begin so, whatever their accents.", {"type": "string"}),
                documented("size", "How many values.", {"type": "integer", "minimum": 1, "maximum": MAX_FACET_SIZE}),
                OFFSET,
                *(each for each in SEARCH_PARAMETERS if each["name"] != "size"),
            ]
        },
    )
    def facet(request: Request, field: str) -> Response:
        """The values of a facet for a search, the most frequent first, without that facet's own filter."""
        return json_answer(request, catalogue, lambda: _facet(request, catalogue, field))


def _search(request: Request, catalogue: Catalogue) -> SearchAnswer:
    wanted = () if request.query_params.get("facets") == "0" else None
    outcome = catalogue.service.search(read_params(request.query_params.multi_items()), facets=wanted)
    return search_answer(outcome, catalogue, catalogue.labels_for(request))


def _facet(request: Request, catalogue: Catalogue, field: str) -> FacetPage:
    params = read_params(request.query_params.multi_items())
    offset = whole_number(request, "offset", default=0, low=0, high=MAX_OFFSET)
    size = whole_number(request, "size", default=FACET_SIZE, low=1, high=MAX_FACET_SIZE)
    prefix = request.query_params.get("prefix", "")[:200]
    found = catalogue.service.facet(params, field, prefix=prefix, offset=offset, size=size)
    return facet_page(found, params, catalogue.labels_for(request), offset=offset, size=size)
