"""How good a partner's records are: what they say, what was mended in them, and what was refused."""

import msgspec

# What a record may have, and then what may be wrong with it. The place in this row is the bit that stands for it in
# the record store, so new ones go to the end.
ASPECTS = ("title", "author", "identifiers", "subjects", "language", "class", "year", "holdings")
PROBLEMS = (
    "mojibake", "mojibake-mended", "letters-lost", "encoding", "structure",
    "no identifier", "identifier-damaged", "repeated-001",
    "isbn-invalid", "isbn-damaged", "isbn-zeros-restored", "issn-invalid", "issn-damaged", "issn-zeros-restored",
    "no-245", "empty-245", "no-200", "empty-200",
    "class-damaged", "class-mended", "year-unreadable", "date-mended", "cell-error", "no-copy-left",
    "pages-mended", "date-damaged", "address-unread",
)  # fmt: skip


class Example(msgspec.Struct, frozen=True):
    """A record that shows a problem."""

    source_id: str
    title: str


class Found(msgspec.Struct, frozen=True):
    """A problem, by its code in `PROBLEMS`, with the number of records that have it and a few of these."""

    problem: str
    records: int
    examples: tuple[Example, ...] = ()


class Refused(msgspec.Struct, frozen=True):
    """An item of the partner's source that was not loaded, and why, for a cataloguer."""

    file: str
    position: int
    identifier: str
    reason: str


class Quality(msgspec.Struct, frozen=True):
    """`having` says of how many of the `records` each of `ASPECTS` can be told; `unassessed` are records beside these
    that an older version stored without looking. `refused` are the first of the `rejected`.

    `language` counts what a cataloguer coded, not what was told from the text; `class`, `year` and the others count
    what can be used.
    """

    records: int = 0
    having: tuple[tuple[str, int], ...] = ()
    problems: tuple[Found, ...] = ()
    rejected: int = 0
    refused: tuple[Refused, ...] = ()
    unassessed: int = 0

    def share(self, aspect: str) -> float:
        """The share of records that have it, 0 to 1."""
        return dict(self.having).get(aspect, 0) / self.records if self.records else 0.0


def encode_quality(quality: Quality) -> str:
    """As a published fact holds it."""
    return msgspec.json.encode(quality).decode()


def decode_quality(fact: str) -> Quality:
    """What `encode_quality` wrote."""
    return msgspec.json.decode(fact, type=Quality)
