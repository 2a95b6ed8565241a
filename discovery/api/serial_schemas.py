"""What the API answers of the union list of serials."""

from pydantic import BaseModel

from discovery.api.examples import Example, example_of

_SERIAL: Example = {
    "id": "mfzwizlsn5zgk",
    "title": "Pandji poestaka",
    "issn": ["2085-1234"],
    "place": "Batavia",
    "publisher": "Balai Poestaka",
    "published": "1923-1945",
    "carrier": "print",
    "unit": "year",
    "held": [{"first": 1923, "last": 1932}, {"first": 1940, "last": 1940}],
    "missing": [{"first": 1933, "last": 1939}],
    "libraries": [
        {
            "code": "id-amn",
            "name": "Perpustakaan AMN",
            "held": [{"first": 1926, "last": 1932}],
            "missing": [],
            "only": [{"first": 1931, "last": 1932}],
            "continues": False,
            "statements": ["Th. 4 (1926)-1932"],
        },
        {
            "code": "id-nus",
            "name": "Perpustakaan Nusantara",
            "held": [{"first": 1923, "last": 1930}, {"first": 1940, "last": 1940}],
            "missing": [{"first": 1931, "last": 1939}],
            "only": [{"first": 1923, "last": 1925}, {"first": 1940, "last": 1940}],
            "continues": False,
            "statements": ["1923-1930, 1940"],
        },
    ],
    "url": "https://katalog.example/record/mfzwizlsn5zgk",
}


class NumberRange(BaseModel):
    """Years or volumes, both ends included."""

    first: int
    last: int


class SerialHolder(BaseModel):
    """A library that has a serial, and what it says of its run.

    `held` is empty where it says nothing, or nothing that can be read; volumes that stand beside their years elsewhere
    count as those. `missing` are the gaps within it, `only` is what no other library says that it has. A run that
    `continues` is counted up to the last time it was confirmed.
    """

    code: str
    name: str
    held: list[NumberRange]
    missing: list[NumberRange]
    only: list[NumberRange]
    continues: bool
    statements: list[str]


class ListedSerial(BaseModel):
    """A serial with all its holders. `unit` is year or volume, null where no library says what it has.

    `held` is what all libraries have together, `missing` what none of them has.
    """

    model_config = example_of(_SERIAL)

    id: str
    title: str
    issn: list[str]
    place: str
    publisher: str
    published: str
    carrier: str
    unit: str | None
    held: list[NumberRange]
    missing: list[NumberRange]
    libraries: list[SerialHolder]
    url: str


class SerialsAnswer(BaseModel):
    """A part of the union list of serials, in the order of titles. `total` counts the whole list, and `next` is the
    query that gives the next part, null at the end.
    """

    model_config = example_of(
        {
            "query": "",
            "notes": [],
            "total": 812,
            "size": 1,
            "serials": [_SERIAL],
            "next": "?size=1&at=70616e646a6920706f657374616b61.1",
        }
    )

    query: str
    notes: list[str]
    total: int
    size: int
    serials: list[ListedSerial]
    next: str | None
