"""Searches of one index, as many as there are in one request."""

from collections.abc import Sequence

from discovery.engines.elastic.client import Connection
from discovery.engines.elastic.decode import Answer, SearchAnswer, decode
from discovery.engines.elastic.failures import raise_first_failure
from discovery.engines.elastic.mapping import Json
from discovery.engines.elastic.request import values_body
from discovery.search.request import SearchRequest


def ask(connection: Connection, index: str, body: Json, into: type[Answer]) -> Answer:
    """The answer to one search."""
    with connection.translated():
        answer = connection.client.search(index=index, body=body)
    return decode(answer.body, into)


def ask_of_values(
    connection: Connection, index: str, request: SearchRequest, facet: str, aggregation: Json, into: type[Answer]
) -> Answer:
    """What an aggregation tells of one facet of a search, whose own filter does not apply."""
    answer = ask(connection, index, values_body(request, facet, aggregation), SearchAnswer)
    return decode(answer.aggregations[facet], into)


def ask_each(connection: Connection, index: str, bodies: Sequence[Json], into: type[Answer]) -> tuple[Answer, ...]:
    """The answers in the order of the bodies. Elasticsearch works on several at the same time."""
    if not bodies:
        return ()
    if len(bodies) == 1:
        return (ask(connection, index, bodies[0], into),)
    with connection.translated():
        searches = [line for body in bodies for line in ({}, body)]
        answer = connection.client.msearch(index=index, searches=searches)
        raise_first_failure(answer)
    return tuple(decode(part, into) for part in answer.body["responses"])
