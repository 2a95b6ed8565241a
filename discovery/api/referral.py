"""GET /search/libraries."""

from dataclasses import replace

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from discovery.api.answers import json_answer
from discovery.api.catalogue import Catalogue
from discovery.api.parameters import SEARCH_PARAMETERS, documented, whole_number
from discovery.api.referral_schemas import ReferralAnswer, ReferredLibrary
from discovery.catalog.library import Library
from discovery.labels.labels import Labels
from discovery.search.explain import explain_query
from discovery.search.notes import note_text
from discovery.search.params import SearchParams, read_params
from discovery.search.request import Filter
from discovery.search.results import Strength
from discovery.search.strengths import REFERRAL_ORDERS, refer, referral_order

_SIZE, _MAX_SIZE = 20, 500
_HITS_ONLY = frozenset({"sort", "by", "page", "size", "explain"})


def add_referral(api: FastAPI, catalogue: Catalogue) -> None:
    """Subject referral: any search, by library."""

    @api.get(
        "/search/libraries",
        response_model=ReferralAnswer,
        summary="Which libraries are strongest in what is searched for",
        openapi_extra={
            "parameters": [
                documented(
                    "order",
                    "Most titles, most that no other library has, or the newest publications first.",
                    {"type": "string", "enum": list(REFERRAL_ORDERS), "default": REFERRAL_ORDERS[0]},
                ),
                documented("size", "How many libraries.", {"type": "integer", "minimum": 1, "maximum": _MAX_SIZE}),
                *(each for each in SEARCH_PARAMETERS if each["name"] not in _HITS_ONLY),
            ]
        },
    )
    def referral(request: Request) -> Response:
        """Whom to ask about a subject. Takes the parameters of a search; which library it is limited to makes no
        difference.
        """
        return json_answer(request, catalogue, lambda: _referral(request, catalogue))


def _referral(request: Request, catalogue: Catalogue) -> ReferralAnswer:
    params = read_params(request.query_params.multi_items())
    labels = catalogue.labels_for(request)
    size = whole_number(request, "size", default=_SIZE, low=1, high=_MAX_SIZE)
    found = refer(catalogue.service, params, referral_order(request.query_params.get("order", "")), _MAX_SIZE)
    outcome = found.outcome
    return ReferralAnswer(
        query=params.rows[0].text,
        understood=explain_query(outcome.query, labels),
        notes=[note_text(note, labels.sentence) for note in outcome.notes],
        total=outcome.total,
        order=found.order,
        libraries=[_library(each, outcome.params, catalogue, labels) for each in found.libraries[:size]],
    )


def _library(strength: Strength, params: SearchParams, catalogue: Catalogue, labels: Labels) -> ReferredLibrary:
    """A library that padu.toml doesn't describe has only its code and its numbers."""
    code, locale = strength.value, labels.locale
    known = catalogue.site.library(code) or Library(code, catalogue.site.name, "special")
    anywhere = params.without_facet("library")
    search = replace(anywhere, filters=(*anywhere.filters, Filter("library", (code,))))
    return ReferredLibrary(
        code=code,
        name=labels.library(code),
        titles=strength.count,
        unique=strength.unique,
        newest=strength.newest,
        librarian=known.librarian,
        contact=known.contact,
        lending=known.lending.in_language(locale),
        borrow_with=known.borrow_with.in_language(locale),
        reading_room=known.reading_room,
        interlending=known.interlending,
        url=catalogue.library_url(code),
        search_url=catalogue.search_url(search),
    )
