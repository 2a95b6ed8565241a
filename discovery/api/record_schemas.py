"""A whole record as the API gives it; most parts are the catalogue's own values, read attribute by attribute."""

from pydantic import BaseModel, ConfigDict

from discovery.api import examples
from discovery.api.schemas import CounterpartHeading


class Part(BaseModel):
    """A part of a record, made from the catalogue's value of the same shape."""

    model_config = ConfigDict(from_attributes=True)


class Contributor(Part):
    """A name with its roles, as MARC relator codes."""

    name: str
    direct: str
    original: str
    kind: str
    roles: list[str]
    primary: bool
    dates: str
    work: str
    fuller: str


class Title(Part):
    """The title proper and what belongs to it."""

    main: str
    subtitle: str
    parts: list[str]
    responsibility: str
    original: str
    original_responsibility: str
    full: str


class VariantTitle(Part):
    """Another title of the same thing."""

    text: str
    kind: str
    original: str


class Publication(Part):
    """Where, by whom and when it came out."""

    statement: str
    place: str
    publisher: str
    date: str
    year: int | None
    last_year: int | None
    uncertain: bool


class Series(Part):
    """A series and the number in it; `name` is the author or body whose series it is, where it is filed under one."""

    title: str
    number: str
    issn: str
    name: str


class Identifier(Part):
    """A standard number."""

    scheme: str
    value: str
    qualifier: str


class Language(Part):
    """A language's BCP 47 code with its name."""

    code: str
    name: str


class Subject(Part):
    """A subject heading; `scheme` is the vocabulary's MARC source code."""

    heading: str
    kind: str
    scheme: str
    original: str


class Classification(Part):
    """A class number."""

    scheme: str
    number: str


class Note(Part):
    """A public note."""

    kind: str
    text: str


class Relation(Part):
    """Another thing that this one belongs to, continues or stems from."""

    kind: str
    title: str
    author: str
    note: str


class Link(Part):
    """An address outside the catalogue."""

    url: str
    text: str
    kind: str


class CopyStatus(Part):
    """How many copies something is to be said of, as of the partner's last word: on loan, damaged, not for loan."""

    status: str
    label: str
    copies: int


class Holding(Part):
    """One library's copies at one shelf mark; `copies` is null where the library doesn't count them."""

    library: str
    name: str
    branch: str
    shelf: str
    call_number: str
    copies: int | None
    statuses: list[CopyStatus]
    run: str
    note: str
    links: list[Link]
    confirmed: str


class Member(Part):
    """A partner's record behind this one, and when the partner last confirmed it (ISO date)."""

    id: str
    partner: str
    source_id: str
    confirmed: str


class HeadingCounterparts(BaseModel):
    """One of the record's subject headings, or its main term, with what it is called elsewhere."""

    heading: str
    counterparts: list[CounterpartHeading]


class SimilarRecord(BaseModel):
    """Another work on the same subjects, in any language, or by the same authors."""

    id: str
    title: str
    published: str
    url: str


class RecordAnswer(BaseModel):
    """The merged description of one thing with every member's holdings. `ids` are all the ids it answers to."""

    model_config = examples.example_of(examples.RECORD)

    id: str
    ids: list[str]
    work: str
    url: str
    title: Title
    variants: list[VariantTitle]
    type: str
    carrier: str
    contributors: list[Contributor]
    publication: Publication
    edition: str
    original_edition: str
    extent: str
    series: list[Series]
    identifiers: list[Identifier]
    languages: list[Language]
    original_languages: list[Language]
    language_basis: str
    subjects: list[Subject]
    classifications: list[Classification]
    audience: str
    contents: list[str]
    abstract: str
    notes: list[Note]
    relations: list[Relation]
    links: list[Link]
    holdings: list[Holding]
    members: list[Member]
    counterparts: list[HeadingCounterparts]
    similar: list[SimilarRecord]
