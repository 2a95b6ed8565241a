"""From what was asked to the tree that both engines compile: which fields, how many words, what ranks.

One Best over the fields for each word, folded matches above stemmed ones; the number of words that must match is
`weights.required`; whole titles, names and headings add constants on top. A tree never has more than `MAX_CLAUSES`
leaves, the least that Elasticsearch allows.
"""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from discovery.analysis.fold import fold
from discovery.analysis.tokens import query_tokens
from discovery.search import weights
from discovery.search.keyword_fields import cut
from discovery.search.query import (
    And,
    Everything,
    Exactly,
    Not,
    Nothing,
    Number,
    Or,
    Phrase,
    Prefix,
    Query,
    Words,
    Years,
)
from discovery.search.sentences import Sentence, any_word, as_sentence
from discovery.search.sequences import beginning, boosted, number, phrase, whole_heading, whole_matches
from discovery.search.tree import All, Best, Between, Boost, Combine, Constant, Empty, Has, Node
from discovery.search.units import Unit, units, with_articles
from discovery.search.word_scoring import score_word

MAX_CLAUSES = 1_024
# What is kept for holders, and for each leading group's titles, names and headings: the words' share of the leaves
# doesn't count them.
_HOLDER_CLAUSES = 4
_LEADING_CLAUSES = 60
# With more groups of words than this, whole titles and names are no longer looked for.
_MOST_LEADING_GROUPS = 8


@lru_cache(maxsize=1_024)
def score(query: Query) -> Node:
    """The tree for a query. Its leaves are bounded because the query's words are.

    Cached, because a reader's pages, facets and next searches repeat the query.
    """
    leaves = tuple(_leaves(query))
    groups = sum(isinstance(leaf, Words) for leaf in leaves)
    leading = groups if groups <= _MOST_LEADING_GROUPS else 0
    share = (MAX_CLAUSES - _HOLDER_CLAUSES - leading * _LEADING_CLAUSES) // max(1, count_terms(query))
    # One of them is what a keyword adds.
    node = _Scorer(share - 1).node(query, leads=leading > 0)
    if not any(isinstance(leaf, Words | Phrase | Prefix) for leaf in leaves):
        return node
    holders = (Constant(Between("holders", least, None), bonus) for least, bonus in weights.HOLDERS)
    return Combine(must=(node,), should=tuple(holders))


def count_terms(query: Query) -> int:
    """How many terms of MAX_TERMS a query takes."""
    return sum(map(_terms_in, _leaves(query)))


def _leaves(query: Query) -> Iterator[Query]:
    match query:
        case And(parts=parts) | Or(parts=parts):
            for part in parts:
                yield from _leaves(part)
        case Not(part=part):
            yield from _leaves(part)
        case _:
            yield query


def _terms_in(leaf: Query) -> int:
    if isinstance(leaf, Words):
        terms = sum(1 + len(unit.letters) for unit in set(units(leaf.words)))
        return 2 * terms if leaf.or_fewer else terms
    return len(query_tokens(leaf.text)) if isinstance(leaf, Phrase) else 1


class _Scorer:
    """Compiles one query; `clauses` is each word's share of the tree's leaves."""

    def __init__(self, clauses: int) -> None:
        self.clauses = clauses

    def node(self, query: Query, *, leads: bool = False) -> Node:
        """The tree of a part; whole titles count only where the words `lead`, joined to the root by AND alone."""
        match query:
            case Words():
                return self._words(query, leads=leads)
            case Phrase(text=text, scope=scope, whole=whole):
                return whole_heading(text, scope) if whole else phrase(text, scope)
            case Prefix(text=text, scope=scope):
                return beginning(fold(text), scope)
            case Number(text=text):
                return number(text)
            case Exactly(field=field, value=value):
                return Has(field, (cut(value),))
            case Years(first=first, last=last):
                return Between("year", first, last)
            case And(parts=parts):
                return self._all_of(parts, leads=leads)
            case Or(parts=parts):
                return Combine(should=tuple(self.node(part, leads=leads) for part in parts), at_least=1)
            case Not(part=part):
                return Combine(never=(self.node(part),))
            case Everything():
                return All()
            case Nothing():
                return Empty()

    def _all_of(self, parts: tuple[Query, ...], *, leads: bool) -> Node:
        return Combine(
            must=tuple(self.node(part, leads=leads) for part in parts if not isinstance(part, Not)),
            never=tuple(self.node(part.part) for part in parts if isinstance(part, Not)),
        )

    def _words(self, query: Words, *, leads: bool) -> Node:
        if query.scope == "identifier":
            return self.node(Or(tuple(map(Number, query.words))))
        counting, articles = with_articles(units(query.words))
        counted = Counter(counting)
        if not counted:
            return Empty()
        core = self._enough_of(counted, query, as_sentence(counted))
        if query.or_fewer:
            enough = Combine(must=(core, Constant(All(), weights.ENOUGH_WORDS)))
            core = Best((enough, self._enough_of(counted, query, any_word(counted))))
        weighing = weights.weighing(query.scope)
        bonuses = tuple(self._word(unit, query, weighing) for unit in dict.fromkeys(articles))
        if leads:
            bonuses += tuple(whole_matches(query, min(len(counted), weights.BONUS_WORDS)))
        return Combine(must=(core,), should=bonuses) if bonuses else core

    def _enough_of(self, counted: Counter[Unit], query: Words, sentence: Sentence | None) -> Node:
        """All of a few words; of a sentence as many as must match, repeated ones weighing as often."""
        weighing = weights.weighing(query.scope, is_sentence=sentence is not None)
        nodes = {unit: self._word(unit, query, weighing) for unit in counted}
        if sentence is None:
            return _all(tuple(nodes.values()))
        weighed = tuple(boosted(nodes[unit], counted[unit]) for unit in sentence.telling)
        core = _all(weighed) if len(weighed) == sentence.least else _some(weighed, sentence)
        others = tuple(Boost(nodes[unit], weights.FUNCTION_WORD) for unit in sentence.others)
        others += tuple(Boost(nodes[unit], weights.WHICH_ONE) for unit in sentence.which)
        return Combine(must=(core,), should=others) if others else core

    def _word(self, unit: Unit, query: Words, weighing: weights.Weighing) -> Node:
        return score_word(unit, query.scope, weighing, 0 if query.exact else self.clauses)


def _all(nodes: tuple[Node, ...]) -> Node:
    return nodes[0] if len(nodes) == 1 else Combine(must=nodes)


def _some(weighed: tuple[Node, ...], sentence: Sentence) -> Node:
    if sentence.are_keywords:
        weighed = tuple(Combine(must=(node, Constant(All(), weights.EACH_WORD))) for node in weighed)
    return Combine(should=weighed, at_least=sentence.least)
