"""How much of a query is searched: so many terms, and so many beginnings."""

from collections import Counter

from discovery.analysis.tokens import query_tokens
from discovery.search.lexer import Item

# More of one word than this doesn't weigh more.
_MOST_REPETITIONS = 8


def bounded(found: tuple[Item, ...], most: int) -> tuple[Item, ...]:
    """At most so many terms: phrases, prefixes and numbers first come, then the longest words.

    The design asks for the rarest. Nobody has counted them when a query is read, but long words are rare (Zipf's
    law of abbreviation); of equally long ones the first are kept. A plain row of words keeps its repetitions,
    which weigh; where there is structure each occurrence is a term of its own.
    """
    is_plain = all(item.kind == "word" for item in found)
    left = most
    kept: set[int] = set()
    times: Counter[str] = Counter()
    for place in sorted(range(len(found)), key=lambda place: _precedence(found[place])):
        item = found[place]
        is_repeated = is_plain and item.text in times
        cost = 0 if is_repeated else _cost(item)
        if cost <= left and not (is_repeated and times[item.text] == _MOST_REPETITIONS):
            left -= cost
            kept.add(place)
            times[item.text] += 1
    return tuple(item for place, item in enumerate(found) if place in kept)


def with_few_beginnings(found: tuple[Item, ...], most: int) -> tuple[Item, ...]:
    """The items with the first so many different beginnings, and the others as whole words."""
    kept = list(beginnings(found))[:most]
    return tuple(Item("word", item.text) if item.kind == "prefix" and item.text not in kept else item for item in found)


def beginnings(found: tuple[Item, ...]) -> dict[str, None]:
    """The different beginnings among some items, in their order."""
    return dict.fromkeys(item.text for item in found if item.kind == "prefix")


def _precedence(item: Item) -> tuple[bool, int]:
    return (item.kind == "word", -len(item.text))


def _cost(item: Item) -> int:
    if item.kind in ("word", "phrase", "whole"):
        return len(query_tokens(item.text))
    return 1 if item.kind in ("prefix", "number", "value") else 0
