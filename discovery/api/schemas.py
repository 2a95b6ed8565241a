"""What the API answers, key by key: the HTTP contract as Pydantic models, with the examples that OpenAPI shows."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

_HIT: dict[str, Any] = {
    "id": "mfzwizlsn5zgk",
    "title": "Bumi manusia : sebuah roman",
    "authors": ["Pramoedya Ananta Toer"],
    "published": "Jakarta : Hasta Mitra, 1980",
    "year": 1980,
    "type": "book",
    "carrier": "print",
    "languages": ["id"],
    "subjects": ["Fiksi Indonesia"],
    "isbns": ["9789799731234"],
    "libraries": [{"code": "id-amn", "name": "Perpustakaan AMN", "call_number": "899.221 PRA b"}],
    "library_count": 7,
    "highlights": {"title": "<mark>Bumi</mark> manusia : sebuah roman"},
    "url": "https://katalog.example/record/mfzwizlsn5zgk",
}
_FACET: dict[str, Any] = {
    "label": "Perpustakaan",
    "more": True,
    "buckets": [{"value": "id-amn", "label": "Perpustakaan AMN", "count": 12, "selected": False}],
}


def _example(value: dict[str, Any]) -> ConfigDict:
    return ConfigDict(json_schema_extra={"examples": [value]})


class HoldingLibrary(BaseModel):
    """One of the libraries that own a record."""

    code: str
    name: str
    call_number: str


class Hit(BaseModel):
    """A record in a list of results. `libraries` holds the first five; `library_count` says how many there are.

    `highlights` is escaped text with <mark> only. `explanation` is there when `explain` was asked for.
    """

    model_config = _example(_HIT)

    id: str
    title: str
    authors: list[str]
    published: str
    year: int | None
    type: str
    carrier: str
    languages: list[str]
    subjects: list[str]
    isbns: list[str]
    libraries: list[HoldingLibrary]
    library_count: int
    highlights: dict[str, str]
    url: str
    explanation: str = ""


class Bucket(BaseModel):
    """A facet's value with the number of records that have it."""

    value: str
    label: str
    count: int
    selected: bool


class Facet(BaseModel):
    """The largest buckets of one facet; `more` says that there are others."""

    model_config = _example(_FACET)

    label: str
    more: bool
    buckets: list[Bucket]


class FacetPage(Facet):
    """A facet further down, or narrowed by `prefix`."""

    model_config = _example({**_FACET, "facet": "library", "offset": 0, "size": 50})

    facet: str
    offset: int
    size: int


class SearchSuggestion(BaseModel):
    """Another search that may serve better."""

    text: str
    url: str


class SearchAnswer(BaseModel):
    """A page of results. `total` counts editions; `works` counts works when they were asked for, else null."""

    model_config = _example(
        {
            "query": "bumi manusia",
            "understood": "bumi AND manusia",
            "notes": [],
            "total": 41,
            "works": 33,
            "page": 1,
            "size": 20,
            "took_ms": 7,
            "hits": [_HIT],
            "facets": {"library": _FACET},
            "suggestions": [],
        }
    )

    query: str
    understood: str
    notes: list[str]
    total: int
    works: int | None
    page: int
    size: int
    took_ms: int
    hits: list[Hit]
    facets: dict[str, Facet]
    suggestions: list[SearchSuggestion]


class HeadingSuggestion(BaseModel):
    """A heading of the catalogue that begins with what was typed."""

    kind: str
    text: str
    count: int
    url: str


class SuggestAnswer(BaseModel):
    """Headings for a search box, the most used first."""

    model_config = _example(
        {
            "query": "pram",
            "suggestions": [
                {
                    "kind": "author",
                    "text": "Pramoedya Ananta Toer",
                    "count": 31,
                    "url": "https://katalog.example/search?q=Pramoedya+Ananta+Toer&in=author",
                }
            ],
        }
    )

    query: str
    suggestions: list[HeadingSuggestion]


class BrowseHeading(BaseModel):
    """One line of an alphabetical list."""

    text: str
    count: int
    see: list[str]
    see_also: list[str]
    url: str


class BrowseAnswer(BaseModel):
    """Headings in their order from where it was opened; `next` and `previous` open the neighbouring pages."""

    model_config = _example(
        {
            "kind": "subject",
            "at": "pertanian",
            "headings": [
                {
                    "text": "Pertanian",
                    "count": 112,
                    "see": [],
                    "see_also": ["Agronomi"],
                    "url": "https://katalog.example/search?q=%22Pertanian%22&in=subject",
                }
            ],
            "previous": "?before=pertanian&size=25",
            "next": "?at=peternakan&size=25",
        }
    )

    kind: str
    at: str
    headings: list[BrowseHeading]
    previous: str | None
    next: str | None


class Library(BaseModel):
    """A member of the cooperation and the number of records it has a copy of."""

    code: str
    name: str
    kind: str
    city: str
    province: str
    address: str
    hours: str
    contact: str
    lending: str
    website: str
    records: int
    url: str


class LibrariesAnswer(BaseModel):
    """Every member of the cooperation."""

    model_config = _example(
        {
            "libraries": [
                {
                    "code": "id-amn",
                    "name": "Perpustakaan AMN",
                    "kind": "academic",
                    "city": "Surabaya",
                    "province": "Jawa Timur",
                    "address": "Jalan Contoh 1",
                    "hours": "Senin–Jumat 08.00–16.00",
                    "contact": "layanan@amn.example",
                    "lending": "Baca di tempat",
                    "website": "https://amn.example",
                    "records": 4960,
                    "url": "https://katalog.example/libraries/id-amn",
                }
            ]
        }
    )

    libraries: list[Library]


class HealthAnswer(BaseModel):
    """Whether searches can be answered, and from which generation of the index."""

    model_config = _example(
        {"ok": True, "detail": "", "generation": "1f0c9a-7", "revision": 3, "documents": 202114, "version": "0.1.0"}
    )

    ok: bool
    detail: str
    generation: str
    revision: int
    documents: int
    version: str


class Problem(BaseModel):
    """Problem details (RFC 9457); `detail` is a sentence somebody can act on."""

    model_config = _example(
        {
            "type": "about:blank",
            "title": "Not Found",
            "status": 404,
            "detail": "There is no record mfzwizlsn5zgk.",
            "instance": "/api/v1/records/mfzwizlsn5zgk",
        }
    )

    type: str = "about:blank"
    title: str
    status: int = Field(ge=400, le=599)
    detail: str
    instance: str
