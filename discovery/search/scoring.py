"""From what was asked to the tree that both engines compile: which fields, how many words, what ranks.

One Best over the fields for each word, folded matches above stemmed ones; the number of words that must match is
`weights.required`; whole titles, names and headings add constants on top. A tree never has more than `MAX_CLAUSES`
leaves, the least that Elasticsearch allows.
"""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from discovery.analysis.articles import after_article, parted
from discovery.analysis.fold import fold
from discovery.analysis.spelling import certain_spellings, hamza_spellings, name_spellings
from discovery.analysis.tokens import query_tokens, written_out
from discovery.search import weights
from discovery.search.fields import TEXT_FIELDS
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
    Scope,
    Words,
    Years,
)
from discovery.search.sentences import Sentence, any_word, as_sentence
from discovery.search.sequences import beginning, boosted, number, phrase, whole_heading, whole_matches
from discovery.search.tree import All, Best, Between, Boost, Combine, Constant, Empty, Has, Node, Sequence, Stem, Term
from discovery.search.units import Unit, units, with_articles

MAX_CLAUSES = 1_024
# What is kept for holders, and for each leading group's titles, names and headings: the words' share of the leaves
# doesn't count them.
_HOLDER_CLAUSES = 4
_LEADING_CLAUSES = 60
# With more groups of words than this, whole titles and names are no longer looked for.
_MOST_LEADING_GROUPS = 8
_RESPELT_FIELDS = ("title", "variant", "subject", "publisher")
_STEMMED = frozenset(field.name for field in TEXT_FIELDS if field.stemmed)


@lru_cache(maxsize=1_024)
def score(query: Query) -> Node:
    """The tree for a query. Its leaves are bounded because the query's words are.

    Cached, because a reader's pages, facets and next searches repeat the query.
    """
    leaves = tuple(_leaves(query))
    groups = sum(isinstance(leaf, Words) for leaf in leaves)
    leading = groups if groups <= _MOST_LEADING_GROUPS else 0
    share = (MAX_CLAUSES - _HOLDER_CLAUSES - leading * _LEADING_CLAUSES) // max(1, count_terms(query))
    node = _Scorer(share).node(query, leads=leading > 0)
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
        core = _all(weighed) if len(weighed) == sentence.least else Combine(should=weighed, at_least=sentence.least)
        others = tuple(Boost(nodes[unit], weights.FUNCTION_WORD) for unit in sentence.others)
        return Combine(must=(core,), should=others) if others else core

    def _word(self, unit: Unit, query: Words, weighing: weights.Weighing) -> Node:
        return _word(unit, query.scope, weighing, 0 if query.exact else self.clauses)


# Near words are tried one after another in a search whose other words stay, and a reader's next search keeps most too.
@lru_cache(maxsize=2_048)
def _word(unit: Unit, scope: Scope, weighing: weights.Weighing, clauses: int) -> Node:
    """A word's best field; its letters one by one where it is initials. Of `clauses` leaves, or as few as it needs."""
    if unit.is_beginning:
        return beginning(unit.token, scope)
    spellings = _spellings(unit.token)
    parts = [boosted(Term(field, token), weight) for token in spellings for field, weight in weighing.fields]
    if unit.letters:
        parts.append(Combine(must=tuple(_word(Unit(letter), scope, weighing, clauses) for letter in unit.letters)))
    if len(parts) < clauses:
        parts += (_stems(unit, weighing) + _other_spellings(unit, weighing))[: clauses - len(parts)]
    return Best(tuple(parts), weights.TIE)


def _stems(unit: Unit, weighing: weights.Weighing) -> list[Node]:
    """A word's stems, those of the most used language first: where there is no room for all, the last fall away."""
    fields = [(field, weight) for field, weight in weighing.fields if field in _STEMMED]
    forms = (unit.written, *hamza_spellings(unit.written))
    return [
        Boost(Stem(field, language, form), weight * weighing.stem)
        for language in unit.languages
        for form in forms
        for field, weight in fields
    ]


def _other_spellings(unit: Unit, weighing: weights.Weighing) -> list[Node]:
    """The same word with its umlauts written out or its article joined or parted, and in other spellings.

    Those that can be no other word are looked for where names and places stand, in whatever language, because stems
    bring together what is Indonesian; those that may be another word only among persons.
    """
    whole: list[str] = [*written_out(unit.written), *map(fold, hamza_spellings(unit.written))]
    if unit.article == "al":
        whole.append(unit.article + unit.token)
    rest, words = after_article(unit.token), parted(unit.token)
    certain = (*whole, *certain_spellings(unit.token))
    spelt = dict.fromkeys(_RESPELT_FIELDS, certain) | {"author": (*certain, *name_spellings(unit.token))}
    found: list[Node] = []
    for field, weight in weighing.fields:
        nodes: list[Node] = [Term(field, token) for token in dict.fromkeys(spelt.get(field, whole))]
        if rest:
            nodes.append(Sequence(field, ("al", rest)))
        if words:
            nodes.append(Sequence(field, words))
        found += [Boost(node, weight * weights.SPELLING_WEIGHT) for node in nodes]
    return found


def _all(nodes: tuple[Node, ...]) -> Node:
    return nodes[0] if len(nodes) == 1 else Combine(must=nodes)


def _spellings(token: str) -> tuple[str, ...]:
    if token == weights.AMPERSAND:
        return (token, *weights.CONNECTIVES)
    return (token, weights.AMPERSAND) if token in weights.CONNECTIVES else (token,)
