"""What the API answers of headings: while somebody types, and list by list."""

from pydantic import BaseModel

from discovery.api import examples


class HeadingSuggestion(BaseModel):
    """A heading of the catalogue that begins with what was typed; `see` is the one that a variant stands for."""

    kind: str
    text: str
    count: int
    see: str = ""
    url: str


class SuggestAnswer(BaseModel):
    """Headings for a search box, the most used first."""

    model_config = examples.example_of(examples.SUGGEST)

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

    model_config = examples.example_of(examples.BROWSE)

    kind: str
    at: str
    headings: list[BrowseHeading]
    previous: str | None
    next: str | None
