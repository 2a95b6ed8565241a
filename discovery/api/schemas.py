"""What the API answers, key by key: the HTTP contract as Pydantic models."""

from pydantic import BaseModel, Field

from discovery.api import examples


class HoldingLibrary(BaseModel):
    """One of the libraries that own a record."""

    code: str
    name: str
    call_number: str


class Hit(BaseModel):
    """A record in a list of results. `libraries` holds the first five; `library_count` says how many there are.

    `highlights` is escaped text with <mark> only. `original_title` and `original_authors` are in their own script, and
    there where the catalogue has them; of the second there are as many as `authors`, "" for who has none. `ranking`
    says in words what counts for the record, and `explanation` is the engine's own sum, of the first two hits of a
    page; both are there when `explain` was asked for.
    """

    model_config = examples.example_of(examples.HIT)

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
    original_title: str = ""
    original_authors: list[str] = []
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

    model_config = examples.example_of(examples.FACET)

    label: str
    more: bool
    buckets: list[Bucket]


class FacetPage(Facet):
    """A facet further down, or narrowed by `prefix`; `more` says that another `offset` gives others."""

    model_config = examples.example_of(examples.FACET_PAGE)

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

    model_config = examples.example_of(examples.SEARCH)

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


class HealthAnswer(BaseModel):
    """Whether searches can be answered, and from which generation of the index."""

    model_config = examples.example_of(examples.HEALTH)

    ok: bool
    detail: str
    generation: str
    revision: int
    documents: int
    version: str


class Problem(BaseModel):
    """Problem details (RFC 9457); `detail` is a sentence somebody can act on."""

    model_config = examples.example_of(examples.PROBLEM)

    type: str = "about:blank"
    title: str
    status: int = Field(ge=400, le=599)
    detail: str
    instance: str
