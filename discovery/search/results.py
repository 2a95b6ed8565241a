"""What an engine answers."""

from dataclasses import dataclass

import msgspec

from discovery.search.request import HeadingKind


@dataclass(frozen=True, slots=True)
class Hit:
    """`display` is the serialised UnionRecord (`document.decode_display`). `editions` counts the hits of the same
    work within the window when grouped by work, else 1. `explanation` is the engine's own, when asked for.
    """

    id: str
    score: float
    display: bytes
    editions: int = 1
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class Bucket:
    """A facet value and how many union records have it; of names, subjects and places the heading they are shown as."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """Buckets by count, then value (headings as they fold); `more` says that others were left out. Counts are of union
    records.
    """

    facet: str
    buckets: tuple[Bucket, ...]
    more: bool = False


@dataclass(frozen=True, slots=True)
class Strength:
    """How many union records have a facet's value, how many of these one library alone holds, and the newest one's
    year; None where no year of theirs is known.
    """

    value: str
    count: int
    unique: int = 0
    newest: int | None = None


@dataclass(frozen=True, slots=True)
class Results:
    """`total` counts all matching editions, exactly. `works` is the number of works among the first
    `request.WINDOW` hits when grouped by work, else None. `took_ms` is the engine's own time.
    """

    total: int
    hits: tuple[Hit, ...]
    facets: tuple[Facet, ...] = ()
    works: int | None = None
    took_ms: int = 0


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A heading that begins with what was typed, with the number of union records under it.

    `see` is the heading that holds these records where `text` is only a variant of it, else "".
    """

    kind: HeadingKind
    text: str
    count: int
    see: str = ""


class Heading(msgspec.Struct, frozen=True, cache_hash=True):
    """One entry of an alphabetical list.

    `key` sorts it and is unique within its kind; `folded` is what typing is compared with; `display` is what
    stands in the list; `value` is the facet or exact value that finds its records; `see` and `see_also` are
    other headings' display forms. Counterparts in other vocabularies are facts: `discovery.search.counterparts`.
    """

    kind: HeadingKind
    key: str
    folded: str
    display: str
    value: str
    count: int = 0
    see: tuple[str, ...] = ()
    see_also: tuple[str, ...] = ()


class Word(msgspec.Struct, frozen=True):
    """A word of the catalogue with the number of union records that have it."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Health:
    """`detail` is for whoever runs Padu, `public` what everybody else is told instead, "" where that is the same.

    `generation` is "" when nothing was published.
    """

    ok: bool
    detail: str
    generation: str = ""
    revision: int = 0
    documents: int = 0
    public: str = ""
