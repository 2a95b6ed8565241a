"""What the API answers, key by key: the HTTP contract as Pydantic models."""

from pydantic import BaseModel, ConfigDict, Field

from discovery.api import examples


def _example(value: examples.Example) -> ConfigDict:
    return ConfigDict(json_schema_extra={"examples": [value]})


class HoldingLibrary(BaseModel):
    """One of the libraries that own a record."""

    code: str
    name: str
    call_number: str


class Hit(BaseModel):
    """A record in a list of results. `libraries` holds the first five; `library_count` says how many there are.

    `highlights` is escaped text with <mark> only. `ranking` says in words what counts for the record, and `explanation`
    is the engine's own sum, of the first two hits of a page; both are there when `explain` was asked for.
    """

    model_config = _example(examples.HIT)

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
    ranking: list[str] = []
    explanation: str = ""


class Bucket(BaseModel):
    """A facet's value with the number of records that have it."""

    value: str
    label: str
    count: int
    selected: bool


class Facet(BaseModel):
    """The largest buckets of one facet; `more` says that there are others."""

    model_config = _example(examples.FACET)

    label: str
    more: bool
    buckets: list[Bucket]


class FacetPage(Facet):
    """A facet further down, or narrowed by `prefix`."""

    model_config = _example(examples.FACET_PAGE)

    facet: str
    offset: int
    size: int


class SearchSuggestion(BaseModel):
    """Another search that may serve better; `label` says why, and `count` what it finds where that is known.

    `kind`: as-typed (undoes what was searched instead), spelling, heading, all-fields, without-limit, without-limits.
    """

    kind: str
    text: str
    label: str
    count: int | None
    url: str


class CounterpartHeading(BaseModel):
    """A heading that stands for a subject in another vocabulary or language, and why.

    `kind` is "equivalent" or "related"; `basis` is "parallel" (side by side in records), "work" (two catalogues
    describe one thing so), "class" (one class number under both) or "authority". `support` counts the works that say
    so, `confidence` is between 0 and 1, and `evidence` names record ids or the class number. `scheme` is the
    vocabulary's MARC source code, "" for a library's own list. `url` finds its records.
    """

    text: str
    kind: str
    basis: str
    scheme: str
    support: int
    confidence: float
    evidence: list[str]
    url: str


class OfferedCounterpart(CounterpartHeading):
    """A counterpart of the searched subject; `url` is the search with it, or without it where `included`."""

    included: bool


class Counterparts(BaseModel):
    """What a subject search may be widened by, with `also=`.

    `all_url` includes them all, `undo_url` leads back; each is "" where there is no such step.
    """

    heading: str
    offers: list[OfferedCounterpart]
    all_url: str
    undo_url: str


class SearchAnswer(BaseModel):
    """A page of results. `total` counts editions; `works` counts works when they were asked for, else null.

    `counterparts` is there when a subject was searched that other languages have headings for.
    """

    model_config = _example(examples.SEARCH)

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
    counterparts: Counterparts | None = None


class HeadingSuggestion(BaseModel):
    """A heading of the catalogue that begins with what was typed; `see` is the one that a variant stands for."""

    kind: str
    text: str
    count: int
    see: str = ""
    url: str


class SuggestAnswer(BaseModel):
    """Headings for a search box, the most used first."""

    model_config = _example(examples.SUGGEST)

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

    model_config = _example(examples.BROWSE)

    kind: str
    at: str
    headings: list[BrowseHeading]
    previous: str | None
    next: str | None


class Library(BaseModel):
    """A member of the cooperation and the number of records it has a copy of.

    `librarian` is how to reach the reference librarian. `borrow_with` is what somebody from elsewhere may borrow with,
    "" where they may not.
    """

    code: str
    name: str
    kind: str
    city: str
    province: str
    address: str
    hours: str
    contact: str
    librarian: str
    lending: str
    borrow_with: str
    reading_room: bool
    interlending: bool
    website: str
    records: int
    url: str


class LibrariesAnswer(BaseModel):
    """Every member of the cooperation."""

    model_config = _example(examples.LIBRARIES)

    libraries: list[Library]


class HealthAnswer(BaseModel):
    """Whether searches can be answered, and from which generation of the index."""

    model_config = _example(examples.HEALTH)

    ok: bool
    detail: str
    generation: str
    revision: int
    documents: int
    version: str


class Problem(BaseModel):
    """Problem details (RFC 9457); `detail` is a sentence somebody can act on."""

    model_config = _example(examples.PROBLEM)

    type: str = "about:blank"
    title: str
    status: int = Field(ge=400, le=599)
    detail: str
    instance: str
