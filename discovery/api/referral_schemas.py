"""What the API answers to "whom do I ask about this?"."""

from pydantic import BaseModel

from discovery.api.examples import Example, example_of

_LIBRARY: Example = {
    "code": "id-amn",
    "name": "Perpustakaan AMN",
    "titles": 112,
    "unique": 78,
    "newest": 2021,
    "librarian": "rujukan@amn.example",
    "contact": "layanan@amn.example",
    "lending": "Baca di tempat",
    "borrow_with": "",
    "reading_room": True,
    "interlending": True,
    "url": "https://katalog.example/libraries/id-amn",
    "search_url": "https://katalog.example/search?q=pertanian&in=subject&f.library=id-amn",
}


class ReferredLibrary(BaseModel):
    """A library with how many records it has of what was searched for, how many of these no other library has, and
    the newest one's year; whom to ask there, and how its copies are had.

    `borrow_with` is what somebody from elsewhere may borrow with, "" where they may not.
    """

    model_config = example_of(_LIBRARY)

    code: str
    name: str
    titles: int
    unique: int
    newest: int | None
    librarian: str
    contact: str
    lending: str
    borrow_with: str
    reading_room: bool
    interlending: bool
    url: str
    search_url: str


class ReferralAnswer(BaseModel):
    """The libraries that have something of a search, the strongest first by `order`."""

    model_config = example_of(
        {
            "query": "pertanian",
            "understood": "pertanian",
            "notes": [],
            "total": 204,
            "order": "titles",
            "libraries": [_LIBRARY],
        }
    )

    query: str
    understood: str
    notes: list[str]
    total: int
    order: str
    libraries: list[ReferredLibrary]
