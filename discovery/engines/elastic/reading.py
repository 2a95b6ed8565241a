"""Documents by their ids."""

from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

import msgspec

from discovery.engines.elastic.client import Connection
from discovery.engines.elastic.decode import Source, decode
from discovery.engines.elastic.generation import Generation

Kept = TypeVar("Kept")

# Bounds one answer, not the question: a thousand displays are some megabytes.
IDS_A_REQUEST = 1_000


class Count(msgspec.Struct, frozen=True):
    """The count of a heading or a word."""

    count: int


class Found(msgspec.Struct, Generic[Kept], frozen=True):
    """One document of an answer; `source` is None where there is no such document."""

    source: Kept | None = msgspec.field(name="_source", default=None)


class FoundMany(msgspec.Struct, Generic[Kept], frozen=True):
    """The documents in the order of the ids asked for."""

    docs: tuple[Found[Kept], ...]


def stored_displays(connection: Connection, generation: Generation, ids: Sequence[str]) -> tuple[bytes | None, ...]:
    """The published displays under these ids, None where there is none."""
    found = _each(connection, generation.records, ids, FoundMany[Source], realtime=False)
    return tuple(document.source.display.encode() if document.source else None for document in found)


def entry_counts(
    connection: Connection, generation: Generation, ids: Sequence[str], *, realtime: bool
) -> tuple[int, ...]:
    """The counts of these entries, 0 where there is none; `realtime` sees what was not refreshed yet."""
    found = _each(connection, generation.headings, ids, FoundMany[Count], realtime=realtime)
    return tuple(document.source.count if document.source else 0 for document in found)


def _each(
    connection: Connection, index: str, ids: Sequence[str], into: type[FoundMany[Kept]], *, realtime: bool
) -> Iterator[Found[Kept]]:
    for start in range(0, len(ids), IDS_A_REQUEST):
        with connection.translated():
            answer = connection.patient.mget(index=index, ids=ids[start : start + IDS_A_REQUEST], realtime=realtime)
        yield from decode(answer.body, into).docs
