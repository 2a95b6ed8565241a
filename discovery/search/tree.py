"""The one tree that every engine compiles: small, closed, and with the same meaning everywhere.

`discovery.search.scoring` makes it from a `Query`. Field names are those of the field table, words are already
folded, except in `Stem`, which holds the word as typed (lower case, NFC) for the engine's own analyser.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """One token in a text field, scored by BM25 (k1 1.2, b 0.75)."""

    field: str
    token: str


@dataclass(frozen=True, slots=True)
class Stem:
    """A word in a text field's stem sibling of one language, scored by BM25."""

    field: str
    language: str
    word: str


@dataclass(frozen=True, slots=True)
class Sequence:
    """Two or more tokens next to each other in a text field, scored by BM25 as a phrase."""

    field: str
    tokens: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Starts:
    """Any token of a text field, or value of a keyword field, that begins so; scores 1."""

    field: str
    prefix: str
    keyword: bool = False


@dataclass(frozen=True, slots=True)
class Has:
    """One of these values in a keyword field; scores 1."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Between:
    """A number field, or a column of an order, within a closed range (None: open); a missing number is outside;
    scores 1.
    """

    field: str
    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True)
class Best:
    """The best part's score plus `tie` times the others' (dis_max)."""

    parts: "tuple[Node, ...]"
    tie: float = 0.0


@dataclass(frozen=True, slots=True)
class Combine:
    """Boolean: all of `must`, none of `never`, at least `at_least` of `should`; scores add up.

    `at_least` counts only `should`. With no `must` and `at_least` 0 at least one `should` has to match; a
    Combine of `never` alone matches everything else, with score 0.
    """

    must: "tuple[Node, ...]" = ()
    should: "tuple[Node, ...]" = ()
    never: "tuple[Node, ...]" = ()
    at_least: int = 0


@dataclass(frozen=True, slots=True)
class Constant:
    """Whatever the part matches, with this score."""

    part: "Node"
    score: float


@dataclass(frozen=True, slots=True)
class Boost:
    """The part's score times `factor`."""

    part: "Node"
    factor: float


@dataclass(frozen=True, slots=True)
class All:
    """Every document, with score 1."""


@dataclass(frozen=True, slots=True)
class Empty:
    """No document."""


Node = Term | Stem | Sequence | Starts | Has | Between | Best | Combine | Constant | Boost | All | Empty
