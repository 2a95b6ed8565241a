"""The tree as a tantivy query with the scores Lucene would give."""

from collections.abc import Iterable
from functools import lru_cache

import tantivy
from tantivy import FieldType, Occur, Query

from discovery.engines.embedded.keyword_query import has_any, has_beginning
from discovery.engines.embedded.schema import keyword_names
from discovery.engines.embedded.stems import StemScore, stem_term
from discovery.errors import EngineError
from discovery.search.fields import FACETS
from discovery.search.request import SearchRequest
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

# tantivy multiplies BM25 by (k1 + 1), which Lucene left out in version 8: without this a word would weigh 2.2
# times as much against a Constant here as on the other engine.
BM25_FACTOR = 1 / 2.2
# tantivy kills the process at 1,000 levels and Python ends at about as many; the parser allows 32.
DEEPEST = 200

_LEAST_INTEGER = -(2**63)
_MOST_INTEGER = 2**63 - 1

_TREES_KEPT = 256
_WORDS_KEPT = 1_024


class Compiler:
    """Makes queries for one opened index. `stem_score` makes Lucene's score of what tantivy's BM25
    makes of a stem.
    """

    def __init__(self, schema: tantivy.Schema, stem_score: StemScore) -> None:
        self._schema = schema
        self._stem_score = stem_score
        # A search with filters asks for its tree once for each filtered facet, its pages ask for it again.
        self._tree = lru_cache(maxsize=_TREES_KEPT)(self.node)
        self._words: dict[int, tuple[Best, Query]] = {}

    def request(self, request: SearchRequest, without: str = "") -> Query:
        """The tree with its limits; `without` names a facet whose own filter is left out, for its counts."""
        chosen = [each for each in request.filters if each.facet != without]
        clauses = [(Occur.Must, self._scored(request.tree))]
        clauses += [(Occur.Must, _silent(self._has(FACETS[each.facet], each.values))) for each in chosen]
        clauses += [(Occur.MustNot, self._has(FACETS[each.facet], each.values)) for each in request.exclusions]
        if request.years is not None:
            years = self._between("year", request.years.first, request.years.last)
            clauses.append((Occur.Must, _silent(years)))
        return clauses[0][1] if len(clauses) == 1 else Query.boolean_query(clauses)

    def _scored(self, tree: Node) -> Query:
        try:
            return self._tree(tree)
        except RecursionError as error:
            raise _too_deep() from error

    def within(self, query: Query, *limits: Query) -> Query:
        """The query narrowed by others, which add nothing to its scores."""
        return Query.boolean_query([(Occur.Must, query), *((Occur.Must, _silent(limit)) for limit in limits)])

    def number(self, field: str, value: int | None) -> Query:
        """The documents whose number is this, or that have none."""
        if value is None:
            return _except(Query.all_query(), (Query.exists_query(field),))
        return Query.term_query(self._schema, field, value)

    def up_to(self, column: str, last: int) -> Query:
        """The documents whose number in a column is at most this."""
        return self._between(column, None, last)

    def node(self, node: Node, depth: int = 0) -> Query:
        """One node of the tree, with its parts. What most trees are made of comes first."""
        if depth > DEEPEST:
            raise _too_deep()
        match node:
            case Term(field=field, token=token):
                return self._term(field, token)
            case Stem(field=field, language=language, word=word):
                return self._stem(field, language, word)
            case Constant(part=part, score=score):
                return Query.const_score_query(self.node(part, depth + 1), score)
            case Boost(part=part, factor=factor):
                return Query.boost_query(self.node(part, depth + 1), factor)
            case Best():
                return self._best(node, depth + 1)
            case Combine():
                return self._combine(node, depth + 1)
            case Sequence(field=field, tokens=tokens):
                return self._sequence(field, tokens)
            case Starts(field=field, prefix=prefix, keyword=keyword):
                return self._starts(keyword_names(field) if keyword else (field,), prefix)
            case Has(field=field, values=values):
                return Query.const_score_query(self._has(field, values), 1.0)
            case Between(field=field, first=first, last=last):
                return Query.const_score_query(self._between(field, first, last), 1.0)
            case All():
                # Several bare ones in a node would be taken for one, and their scores lost.
                return Query.const_score_query(Query.all_query(), 1.0) if depth else Query.all_query()
            case Empty():
                return Query.empty_query()

    def _best(self, node: Best, depth: int) -> Query:
        # A word's node is the same object in every tree that has it.
        kept = self._words.get(id(node))
        if kept is not None and kept[0] is node:
            return kept[1]
        query = Query.disjunction_max_query([self.node(part, depth) for part in node.parts], node.tie)
        if len(self._words) >= _WORDS_KEPT:
            self._words.clear()
        self._words[id(node)] = (node, query)
        return query

    def _term(self, field: str, token: str) -> Query:
        return Query.boost_query(Query.term_query(self._schema, field, token), BM25_FACTOR)

    def _stem(self, field: str, language: str, word: str) -> Query:
        found = stem_term(field, language, word)
        if found is None:
            return Query.empty_query()
        sibling, term = found
        factor, added = self._stem_score(field, language, term)
        having = Query.term_query(self._schema, sibling, term, index_option="freq")
        scored = Query.boost_query(having, BM25_FACTOR * factor)
        if not added:
            return scored
        return Query.boolean_query([(Occur.Must, scored), (Occur.Must, Query.const_score_query(having, added))])

    def _sequence(self, field: str, tokens: tuple[str, ...]) -> Query:
        # tantivy panics at a phrase of one word.
        if len(tokens) < 2:
            return self._term(field, tokens[0]) if tokens else Query.empty_query()
        return Query.boost_query(Query.phrase_query(self._schema, field, list(tokens)), BM25_FACTOR)

    def _starts(self, names: tuple[str, ...], prefix: str) -> Query:
        return Query.const_score_query(has_beginning(self._schema, names, prefix), 1.0)

    def _has(self, field: str, values: tuple[str, ...]) -> Query:
        return has_any(self._schema, field, values)

    def _between(self, field: str, first: int | None, last: int | None) -> Query:
        if first is None and last is None:
            return Query.exists_query(field)
        return Query.range_query(
            self._schema,
            field,
            FieldType.Integer,
            None if first is None else _within_64_bits(first),
            None if last is None else _within_64_bits(last),
        )

    def _combine(self, node: Combine, depth: int) -> Query:
        must = [self.node(part, depth) for part in node.must]
        should = [self.node(part, depth) for part in node.should]
        never = [self.node(part, depth) for part in node.never]
        if not must and not should:
            return _except(_silent(Query.all_query()), never) if node.at_least <= 0 else Query.empty_query()
        clauses = [(Occur.Must, part) for part in must]
        clauses += [(Occur.Should, part) for part in should]
        clauses += [(Occur.MustNot, part) for part in never]
        at_least = node.at_least if must else max(node.at_least, 1)
        return Query.boolean_query(clauses, at_least if at_least > 0 else None)


def _too_deep() -> EngineError:
    return EngineError("The query nests deeper than the search engine can follow. Use fewer parentheses.")


def _within_64_bits(number: int) -> int:
    return max(_LEAST_INTEGER, min(number, _MOST_INTEGER))


def _silent(query: Query) -> Query:
    return Query.const_score_query(query, 0.0)


def _except(query: Query, never: Iterable[Query]) -> Query:
    # A boolean of exclusions alone would match nothing.
    return Query.boolean_query([(Occur.Must, query), *((Occur.MustNot, part) for part in never)])
