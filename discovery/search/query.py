"""What a reader asked, as a tree of bounded size: the parser's output and the scorer's input.

Texts in here are the reader's words, not yet folded. A tree never holds more than `MAX_TERMS` words or nests
deeper than `MAX_DEPTH`; `discovery.search.parse` sees to that.
"""

from dataclasses import dataclass
from typing import Literal

Scope = Literal["all", "title", "author", "subject", "series", "publisher", "identifier", "call_number", "contents"]

MAX_TERMS = 64
MAX_DEPTH = 32
MAX_CHARACTERS = 10_000
# A beginning is all the words that begin so, thousands of them: at 200,000 records one of two letters costs what ten
# ordinary words do.
MAX_BEGINNINGS = 4


@dataclass(frozen=True, slots=True)
class Words:
    """Bare words: how many of them must match is the scorer's rule. `exact` switches stems off.

    `or_fewer` adds, below what matches by that rule, what has any of the words that tell something.
    """

    words: tuple[str, ...]
    scope: Scope = "all"
    exact: bool = False
    or_fewer: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in this order, next to each other; never stemmed.

    As a `whole` it is all of a title, a name, a subject heading or a call number, as the lists have it.
    """

    text: str
    scope: Scope = "all"
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Prefix:
    """A word's beginning, of at least two characters."""

    text: str
    scope: Scope = "all"


@dataclass(frozen=True, slots=True)
class Number:
    """A standard number in any form it may be typed in."""

    text: str


@dataclass(frozen=True, slots=True)
class Exactly:
    """A whole heading, record id or code: the value of a keyword field, compared as it stands."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Years:
    """A closed range; None leaves that end open."""

    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True)
class And:
    """All of them."""

    parts: "tuple[Query, ...]"


@dataclass(frozen=True, slots=True)
class Or:
    """Any of them."""

    parts: "tuple[Query, ...]"


@dataclass(frozen=True, slots=True)
class Not:
    """Everything but."""

    part: "Query"


@dataclass(frozen=True, slots=True)
class Everything:
    """No words at all: the whole catalogue, narrowed by filters."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """There were words but nothing searchable in them; `reason` says so to the reader."""

    reason: str


Query = Words | Phrase | Prefix | Number | Exactly | Years | And | Or | Not | Everything | Nothing
