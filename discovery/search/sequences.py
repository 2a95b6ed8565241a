"""Words in their order: phrases, beginnings, and the whole title, name or heading that somebody typed."""

from collections.abc import Iterator

from discovery.analysis.filing import shelf_key
from discovery.analysis.tokens import exact_key, is_cjk, query_tokens
from discovery.search import weights
from discovery.search.keyword_fields import cut
from discovery.search.numbers import copy_forms, mended_forms, number_forms, related_forms
from discovery.search.query import MAX_TERMS, Scope, Words
from discovery.search.tree import Best, Boost, Combine, Constant, Empty, Has, Node, Sequence, Starts, Term
from discovery.search.units import units

# The fields that hold whole values, and the scopes that look into each.
_WHOLE_IN: dict[str, tuple[Scope, ...]] = {
    "title_exact": ("all", "title"),
    "author_exact": ("all", "author"),
    "subject_exact": ("all", "subject"),
    "call_number_exact": ("call_number",),
}


def boosted(node: Node, factor: float) -> Node:
    """The node with its score times `factor`, bare where that changes nothing."""
    return node if factor == 1 else Boost(node, factor)


def number(text: str) -> Node:
    """What has a number as it was typed, below it what has another form of it, what has it misprinted, and what names
    it as another thing's, or has it on the label of a copy.
    """
    forms = number_forms(text)
    if not forms:
        return Empty()
    others = (*related_forms(text), *copy_forms(text))
    related = Constant(Has("identifier", others), weights.RELATED_NUMBER)
    found = Constant(Has("identifier", forms), weights.NUMBER)
    mended = Constant(Has("identifier", mended_forms(text)), weights.MENDED_NUMBER)
    typed = (Constant(Has("identifier", forms[:1]), weights.NUMBER_AS_TYPED),) if len(forms) > 1 else ()
    return Best((*typed, found, mended, related))


def phrase(text: str, scope: Scope) -> Node:
    """Words next to each other in one of the scope's fields; never stemmed."""
    tokens = tuple(query_tokens(text))
    if scope == "identifier":
        return number(text)
    if len(tokens) == 1 and len(tokens[0]) == 1 and is_cjk(tokens[0]):
        return beginning(tokens[0], scope)
    fields = weights.FIELD_WEIGHTS[scope]
    spellings = dict.fromkeys(_spellings(text, tokens)) if tokens else ()
    parts = tuple(boosted(_sequence(field, spelled), weight) for spelled in spellings for field, weight in fields)
    return Best(parts, weights.TIE) if parts else Empty()


def whole_heading(text: str, scope: Scope) -> Node:
    """All of a title, a name, a subject heading or a call number, in the order of its words' scores; in other fields
    a phrase. Call numbers are compared as they stand on the shelf.
    """
    fields = [field for field, scopes in _WHOLE_IN.items() if scope in scopes]
    key = cut(shelf_key(text) if scope == "call_number" else exact_key(text))
    if not fields or not key:
        return phrase(text, scope)
    return Combine(must=(Best(tuple(Has(field, (key,)) for field in fields)),), should=(phrase(text, scope),))


def beginning(prefix: str, scope: Scope) -> Node:
    """Words that begin so, in the best of the scope's fields; a match scores the field's weight."""
    if not prefix:
        return Empty()
    if scope == "identifier":
        return Starts("identifier", prefix, keyword=True)
    return Best(tuple(boosted(Starts(field, prefix), weight) for field, weight in weights.FIELD_WEIGHTS[scope]))


def whole_matches(query: Words, words: int) -> Iterator[Node]:
    """What ranks a record whose title, author or subject is what was typed, as a whole or in its order."""
    typed = " ".join(query.words)
    key = cut(exact_key(typed))
    tokens = tuple(query_tokens(typed))
    in_order = 1 < len(tokens) <= MAX_TERMS
    if query.scope in ("all", "title"):
        yield Constant(Has("title_exact", (key,)), words * weights.EXACT_TITLE)
        # CJK titles have no blank after a word.
        anchor = key if is_cjk(key[-1:]) else f"{key} "
        yield Constant(Starts("title_exact", anchor, keyword=True), words * weights.ANCHORED_TITLE)
        if in_order:
            yield Constant(Sequence("title", tokens), words * weights.PHRASE_IN_TITLE)
            yield Constant(Sequence("variant", tokens), words * weights.PHRASE_IN_VARIANT)
    if query.scope == "all":
        yield from _title_beside_author(query.words, words)
    if query.scope in ("all", "series") and in_order:
        yield Constant(Sequence("series", tokens), words * weights.PHRASE_IN_SERIES)
    if query.scope in ("all", "author"):
        yield Constant(Has("author_exact", (key,)), words * weights.EXACT_AUTHOR)
        if in_order:
            yield Constant(Sequence("author", tokens), words * weights.PHRASE_IN_AUTHOR)
    if query.scope in ("all", "subject"):
        yield Constant(Has("subject_exact", (key,)), words * weights.EXACT_SUBJECT)
        if in_order:
            yield Constant(Sequence("subject", tokens), words * weights.PHRASE_IN_SUBJECT)


def _title_beside_author(typed: tuple[str, ...], words: int) -> Iterator[Node]:
    """What has some of the first words for its title and the others for an author's, or the other way round.

    Of the author's words the first and the last are looked for: all of them have to be somewhere anyway.
    """
    parts: list[Node] = []
    for of_author in range(1, min(len(typed), weights.MOST_WORDS_OF_AN_AUTHOR + 1)):
        for title, author in ((typed[:-of_author], typed[-of_author:]), (typed[of_author:], typed[:of_author])):
            key = cut(exact_key(" ".join(title)))
            names = dict.fromkeys(query_tokens(" ".join((author[0], author[-1]))))
            if key and names:
                parts.append(Combine(must=(Has("title_exact", (key,)), *(Term("author", name) for name in names))))
    if parts:
        yield Constant(Best(tuple(parts)), words * weights.TITLE_AND_AUTHOR)


def _spellings(text: str, tokens: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The phrase as typed, with its initials glued, with & for "and", and with "and" and "dan" for &."""
    yield tokens
    yield tuple(unit.token for unit in units((text,)))
    yield tuple(weights.AMPERSAND if token in weights.CONNECTIVES else token for token in tokens)
    for connective in weights.CONNECTIVES[:2]:
        yield tuple(connective if token == weights.AMPERSAND else token for token in tokens)


def _sequence(field: str, tokens: tuple[str, ...]) -> Node:
    return Sequence(field, tokens) if len(tokens) > 1 else Term(field, tokens[0])
