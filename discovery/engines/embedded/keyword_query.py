"""Looking for the values of keyword fields, wherever the index holds them."""

from collections.abc import Sequence

from tantivy import Occur, Query, Schema

from discovery.engines.embedded.schema import keyword_names


def has_any(schema: Schema, field: str, values: Sequence[str]) -> Query:
    """The documents that have one of these values in a field, or in the one that it holds."""
    wanted = list(values)
    found = [
        Query.term_set_query(schema, name, wanted)
        if len(wanted) != 1
        else Query.term_query(schema, name, wanted[0], index_option="basic")
        for name in keyword_names(field)
    ]
    return _either(found)


def has_beginning(schema: Schema, names: Sequence[str], prefix: str) -> Query:
    """The documents that have a term in one of these fields of the index that begins so."""
    # A fuzzy prefix without any fuzziness: unlike a regular expression it needs no escaping.
    return _either([Query.fuzzy_term_query(schema, name, prefix, distance=0, prefix=True) for name in names])


def _either(queries: Sequence[Query]) -> Query:
    """What one of these finds."""
    return queries[0] if len(queries) == 1 else Query.boolean_query([(Occur.Should, query) for query in queries])
