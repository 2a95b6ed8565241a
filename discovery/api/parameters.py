"""The API's query parameters: how the small ones are read, and how all of them are documented.

They are read by hand and not by FastAPI: a bad value is clamped, never a 422, and the facets' parameters have names
that no signature can spell.
"""

from typing import Any, get_args

from starlette.requests import Request

from discovery.search.fields import FACETS
from discovery.search.params import DEFAULT_SIZE, MAX_FILTERS, MAX_PAGE, MAX_SIZE, RowOperator, RowScope
from discovery.search.request import By, ReadersSort

SCOPES: tuple[RowScope, ...] = get_args(RowScope)


def whole_number(request: Request, name: str, *, default: int, low: int, high: int) -> int:
    """A whole number kept between its limits; the default where it is none."""
    text = request.query_params.get(name, "").strip()
    if not (text.isascii() and text.isdigit() and len(text) <= 9):
        return default
    return min(max(int(text), low), high)


def documented(name: str, description: str, schema: dict[str, Any]) -> dict[str, Any]:
    """One query parameter as OpenAPI describes it."""
    return {"name": name, "in": "query", "required": False, "description": description, "schema": schema}


def _whole(low: int, high: int, default: int) -> dict[str, Any]:
    return {"type": "integer", "minimum": low, "maximum": high, "default": default}


def _choice(values: tuple[str, ...]) -> dict[str, Any]:
    return {"type": "string", "enum": list(values), "default": values[0]}


LANG = documented(
    "lang", "The language of labels and notes; else Accept-Language, else the site's.", {"type": "string"}
)
MAX_OFFSET = 10_000
OFFSET = documented("offset", "How many to leave out from the start.", _whole(0, MAX_OFFSET, 0))

_MANY: dict[str, Any] = {"type": "array", "items": {"type": "string"}}

SEARCH_PARAMETERS: tuple[dict[str, Any], ...] = (
    documented("q", "Words, phrases in quotes, AND, OR, NOT, prefixes such as author:", {"type": "string"}),
    documented("in", "Where the words of q are looked for.", _choice(SCOPES)),
    documented("q2", "A second row of an advanced search; there may be q3, q4 and so on.", {"type": "string"}),
    documented("in2", "Where the words of q2 are looked for.", _choice(SCOPES)),
    documented("op2", "How q2 joins the rows before it.", _choice(get_args(RowOperator))),
    *(documented(f"f.{facet}", f"Only records with one of these values of {facet}.", _MANY) for facet in FACETS),
    *(documented(f"x.{facet}", f"No record with one of these values of {facet}.", _MANY) for facet in FACETS),
    documented(
        "year",
        "Years of publication, both ends included; either may be left out. Those of the Hijra are marked with H. "
        f"At most {MAX_FILTERS} filters in all.",
        {"type": "string", "examples": ["1990-1999", "1405 H"]},
    ),
    documented("sort", "The order of the hits.", _choice(get_args(ReadersSort))),
    documented("by", "One hit an edition, or one a work.", _choice(get_args(By))),
    documented("page", "Which page; hits past the 10,000th can't be reached.", _whole(1, MAX_PAGE, 1)),
    documented("size", "How many hits a page.", _whole(1, MAX_SIZE, DEFAULT_SIZE)),
    documented("also", "Headings by which the first subject search is widened: its counterparts.", _MANY),
    documented("explain", "1 adds why each hit ranks where it does.", _choice(("0", "1"))),
    documented(
        "verbatim", "1 searches for the words as typed, and for no others where they find nothing.", _choice(("0", "1"))
    ),
    LANG,
)
