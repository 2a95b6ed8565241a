"""GET /suggest."""

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from discovery.api.answers import json_answer
from discovery.api.catalogue import Catalogue
from discovery.api.heading_schemas import HeadingSuggestion, SuggestAnswer
from discovery.api.parameters import LANG, documented, whole_number
from discovery.search.browsing import heading_search
from discovery.search.params import MAX_FILTERS
from discovery.search.request import LISTS, HeadingKind
from discovery.search.results import Suggestion
from discovery.search.suggesting_headings import suggest_headings
from discovery.search.suggesting_within import suggest_within

DEFAULT_KINDS: tuple[HeadingKind, ...] = ("title", "author", "subject")
MAX_SUGGESTIONS = 50
MAX_PREFIX = 200


def add_suggest(api: FastAPI, catalogue: Catalogue) -> None:
    """What a search box offers while somebody types."""

    @api.get(
        "/suggest",
        response_model=SuggestAnswer,
        summary="Headings that begin with what was typed",
        openapi_extra={
            "parameters": [
                documented("q", "What was typed so far.", {"type": "string"}),
                documented(
                    "kind",
                    "Which kinds of headings; repeat for several.",
                    {"type": "array", "items": {"type": "string", "enum": list(LISTS)}},
                ),
                documented("size", "How many.", {"type": "integer", "minimum": 1, "maximum": MAX_SUGGESTIONS}),
                documented(
                    "f.library",
                    "Only headings of these libraries' records, at most 16; `count` is of these records then.",
                    {"type": "array", "items": {"type": "string"}},
                ),
                LANG,
            ]
        },
    )
    def suggest(request: Request) -> Response:
        """Titles, authors and subjects, compared without regard to accents and capitals, the most used first.

        Variants that authority records name come last, each with the heading whose records it finds.
        """
        return json_answer(request, catalogue, lambda: _suggest(request, catalogue))


def _suggest(request: Request, catalogue: Catalogue) -> SuggestAnswer:
    typed = request.query_params.get("q", "")[:MAX_PREFIX].strip()
    size = whole_number(request, "size", default=10, low=1, high=MAX_SUGGESTIONS)
    found = _found(request, catalogue, typed, size) if typed else ()
    suggestions = [
        HeadingSuggestion(
            kind=each.kind,
            text=each.text,
            count=each.count,
            see=each.see,
            url=catalogue.search_url(heading_search(each.kind, each.see or each.text)),
        )
        for each in found
    ]
    return SuggestAnswer(query=typed, suggestions=suggestions)


def _found(request: Request, catalogue: Catalogue, typed: str, size: int) -> tuple[Suggestion, ...]:
    engine, kinds = catalogue.service.engine, _kinds(request)
    libraries = tuple(dict.fromkeys(filter(None, request.query_params.getlist("f.library"))))[:MAX_FILTERS]
    if libraries:
        return suggest_within(engine, typed, kinds, size, libraries)
    return suggest_headings(engine, typed, kinds, size)


def _kinds(request: Request) -> tuple[HeadingKind, ...]:
    asked = request.query_params.getlist("kind")
    return tuple(kind for kind in LISTS if kind in asked) or DEFAULT_KINDS
