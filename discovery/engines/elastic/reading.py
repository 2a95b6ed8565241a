"""Documents by their ids."""

from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

import msgspec
from elasticsearch import Elasticsearch
from elasticsearch.helpers import scan

from discovery.engines.elastic.client import Connection
from discovery.engines.elastic.compile import findable
from discovery.engines.elastic.decode import Source, decode
from discovery.engines.elastic.entries import Entry
from discovery.engines.elastic.generation import Generation
from discovery.engines.elastic.mapping import Json
from discovery.search.fields import keyword_field

Kept = TypeVar("Kept")

# Bounds one answer, not the question: a thousand displays are some megabytes.
IDS_A_REQUEST = 1_000
_PAGE = 10_000


class Found(msgspec.Struct, Generic[Kept], frozen=True):
    """One document of an answer; `source` is None where there is no such document."""

    source: Kept | None = msgspec.field(name="_source", default=None)


class FoundMany(msgspec.Struct, Generic[Kept], frozen=True):
    """The documents in the order of the ids asked for."""

    docs: tuple[Found[Kept], ...]


def stored_displays(connection: Connection, generation: Generation, ids: Sequence[str]) -> tuple[bytes | None, ...]:
    """The published displays under these ids, None where there is none."""
    found = stored(connection.patient, connection, generation.records, ids, Source)
    return tuple(source.display.encode() if source else None for source in found)


def stored_entries(
    connection: Connection, generation: Generation, ids: Sequence[str], *, realtime: bool
) -> tuple[Entry | None, ...]:
    """These headings and words, None where there is none; `realtime` sees what was not refreshed yet."""
    return tuple(stored(connection.patient, connection, generation.headings, ids, Entry, realtime=realtime))


def ids_with(connection: Connection, generation: Generation, field: str, values: Sequence[str]) -> Iterator[str]:
    """The published records that have one of these values in a keyword field, by their shown ids."""
    query: Json = {"terms": {keyword_field(field): findable(values)}}
    with connection.translated():
        hits = scan(connection.patient, index=generation.records, query={"query": query, "_source": False}, size=_PAGE)
        yield from (str(hit["_id"]) for hit in hits)


def stored(
    client: Elasticsearch,
    connection: Connection,
    index: str,
    ids: Sequence[str],
    into: type[Kept],
    *,
    realtime: bool = False,
) -> Iterator[Kept | None]:
    """What documents are kept as, None where there is no such document; asked by a reader's client or a writer's."""
    for start in range(0, len(ids), IDS_A_REQUEST):
        with connection.translated():
            answer = client.mget(index=index, ids=ids[start : start + IDS_A_REQUEST], realtime=realtime)
        yield from (document.source for document in decode(answer.body, FoundMany[into]).docs)  # type: ignore[valid-type]
