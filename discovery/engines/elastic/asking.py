"""Searches of one index, as many as there are in one request."""

from collections.abc import Sequence

from discovery.engines.elastic.client import Connection
from discovery.engines.elastic.decode import Answer, decode
from discovery.engines.elastic.failures import raise_first_failure
from discovery.engines.elastic.mapping import Json


def ask_each(connection: Connection, index: str, bodies: Sequence[Json], into: type[Answer]) -> tuple[Answer, ...]:
    """The answers in the order of the bodies. Elasticsearch works on several at the same time."""
    if not bodies:
        return ()
    with connection.translated():
        if len(bodies) == 1:
            return (decode(connection.client.search(index=index, body=bodies[0]).body, into),)
        searches = [line for body in bodies for line in ({}, body)]
        answer = connection.client.msearch(index=index, searches=searches)
        raise_first_failure(answer)
    return tuple(decode(part, into) for part in answer.body["responses"])
