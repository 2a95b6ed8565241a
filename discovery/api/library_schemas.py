"""What the API answers of the member libraries."""

from pydantic import BaseModel

from discovery.api import examples


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

    model_config = examples.example_of(examples.LIBRARIES)

    libraries: list[Library]
