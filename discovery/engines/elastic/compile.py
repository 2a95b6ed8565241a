"""From the search tree to Elasticsearch's query DSL: each node has one translation.

Folded tokens go through no analyser (`term`, not `match`); only stems and phrases do.
"""

from base64 import b64encode
from collections.abc import Iterable
from typing import cast

import msgspec

from discovery.analysis.respell import respell
from discovery.engines.elastic.mapping import LEAST_INTEGER, LONGEST_TERM_BYTES, MOST_INTEGER, Json
from discovery.errors import EngineError
from discovery.search.fields import NUMBER_FIELDS, StemLanguage, keyword_field, stem_field
from discovery.search.tree import (
    All,
    Best,
    Between,
    Boost,
    Combine,
    Constant,
    Empty,
    Has,
    Node,
    Sequence,
    Starts,
    Stem,
    Term,
)

# Elasticsearch multiplies BM25 by k1 + 1 for the sake of scores before Lucene 8. Lucene itself does not, nor
# does the port; without this a constant score would weigh less here than on the embedded engine.
BM25_SCALE = 1 / (1.2 + 1)
# It refuses JSON nested thirty queries deep, and starts counting again inside a `wrapper` query.
DEEPEST_JSON = 20
# The parser allows 32; Python's own limit is not far beyond this.
DEEPEST_TREE = 200


def compile_tree(tree: Node) -> Json:
    """The query that matches and scores as `tree` says."""
    return _compile(tree, 1.0, 0)


def _compile(node: Node, boost: float, depth: int) -> Json:
    if depth > DEEPEST_TREE:
        raise EngineError("The query nests deeper than the search engine can follow. Use fewer parentheses.")
    if depth % DEEPEST_JSON == DEEPEST_JSON - 1:
        inner = msgspec.json.encode(_inner(node, boost, depth))
        return {"wrapper": {"query": b64encode(inner).decode("ascii")}}
    return _inner(node, boost, depth)


def _inner(node: Node, boost: float, depth: int) -> Json:
    match node:
        case Boost(part, factor):
            return _compile(part, boost * factor, depth + 1)
        case Term() | Stem() | Sequence() | Starts() | Has() | Between():
            return _leaf(node, boost)
        case Combine():
            return _combine(node, boost, depth + 1)
        case Best(parts, tie) if parts:
            queries = [_compile(part, 1.0, depth + 1) for part in parts]
            return {"dis_max": {"queries": queries, "tie_breaker": tie, "boost": boost}}
        case Constant(part, score):
            return {"constant_score": {"filter": _compile(part, 1.0, depth + 1), "boost": score * boost}}
        case All():
            return {"match_all": {"boost": boost}}
        case Empty() | Best():
            return {"match_none": {}}


def _leaf(node: Term | Stem | Sequence | Starts | Has | Between, boost: float) -> Json:
    match node:
        case Term(field, token) if _is_findable(token):
            return {"term": {field: {"value": token, "boost": boost * BM25_SCALE}}}
        case Stem(field, language, word) if _is_findable(word):
            # The scorer takes its languages from the field table, where the tree has plain text.
            sibling = stem_field(field, cast(StemLanguage, language))
            return {"match": {sibling: {"query": respell(word, language), "boost": boost * BM25_SCALE}}}
        case Sequence(field, tokens) if all(map(_is_findable, tokens)):
            return {"match_phrase": {field: {"query": " ".join(tokens), "boost": boost * BM25_SCALE}}}
        case Starts(field, prefix, keyword) if _is_findable(prefix):
            return {"prefix": {keyword_field(field) if keyword else field: {"value": prefix, "boost": boost}}}
        case Has(field, values):
            return {"terms": {keyword_field(field): findable(values), "boost": boost}}
        case Between(field, first, last):
            # The columns of an order are numbers of 64 bits, which come from no reader.
            bounds = number_range(first, last) if field in NUMBER_FIELDS else {"gte": first, "lte": last}
            return {"range": {field: {**bounds, "boost": boost}}}
        case _:
            return {"match_none": {}}


def findable(values: Iterable[str]) -> list[str]:
    """Those that an index can hold; Elasticsearch refuses to look for longer ones, and for what is no Unicode."""
    return [value for value in values if _is_findable(value)]


def _is_findable(text: str) -> bool:
    if text.isascii():
        return len(text) <= LONGEST_TERM_BYTES
    try:
        return len(text.encode()) <= LONGEST_TERM_BYTES
    except UnicodeEncodeError:
        return False


def number_range(first: int | None, last: int | None) -> Json:
    """The bounds of a range query; a number field holds no greater numbers, and refuses to be asked for them."""
    return {
        "gte": None if first is None else min(max(first, LEAST_INTEGER), MOST_INTEGER),
        "lte": None if last is None else max(min(last, MOST_INTEGER), LEAST_INTEGER),
    }


def _combine(node: Combine, boost: float, depth: int) -> Json:
    if node.at_least > len(node.should):
        return {"match_none": {}}
    clauses: Json = {"boost": boost}
    for occurrence, parts in (("must", node.must), ("should", node.should), ("must_not", node.never)):
        if parts:
            clauses[occurrence] = [_compile(part, 1.0, depth) for part in parts]
    if not node.must and not node.should:
        # Everything that the exclusions leave, with score 0.
        clauses["filter"] = [{"match_all": {}}]
    clauses["minimum_should_match"] = node.at_least or int(not node.must and bool(node.should))
    return {"bool": clauses}
