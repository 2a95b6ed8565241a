"""A query's text as a flat row of items: words, phrases, numbers, parentheses, operators, field prefixes.

Whatever a reader types or pastes is one of these or nothing: quotes and parentheses without a partner, lone
punctuation and ISBD marks fall away here. `bounds` limits how much of it is searched.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from discovery.analysis.fold import fold
from discovery.analysis.tokens import TOKEN, query_tokens
from discovery.search.field_names import ISSN_LABELS, VALUE_FIELDS, field_named
from discovery.search.item_pattern import ITEM, SIGNS_TYPED
from discovery.search.numbers import hyphenated_issn, is_number
from discovery.search.query import MAX_CHARACTERS, MAX_DEPTH, MAX_TERMS

ItemKind = Literal["word", "phrase", "whole", "prefix", "number", "value", "open", "close", "and", "or", "not", "field"]

# In capitals only, and only beside other letters than capitals: "dan" and "or" are title words, and many titles
# are pasted in capitals.
OPERATORS: dict[str, ItemKind] = {
    "AND": "and", "DAN": "and", "OR": "or", "ATAU": "or", "NOT": "not", "TIDAK": "not", "BUKAN": "not",
}  # fmt: skip
# What a terminal makes of bytes that are no UTF-8; no index can hold it.
_SURROGATE = re.compile("[\ud800-\udfff]")
_SIGNS: dict[str | None, ItemKind] = {"open": "open", "close": "close", "not": "not"}
# What may stand before, and what after, an operator that joins.
_OPERANDS = frozenset(("word", "phrase", "whole", "prefix", "number", "value"))
_ENDS_OPERAND = _OPERANDS | {"close"}
_BEGINS_OPERAND = _OPERANDS | {"open", "field", "not"}
# None of these stands in running text.
_ASKING = frozenset(("and", "or", "field", "prefix", "whole"))
# A level of parentheses is at most three of the tree: an Or in an And in a Not.
_MOST_PARENTHESES = MAX_DEPTH // 3
_SHORTEST_PREFIX = 2
# From here on any of the words may match (`weights.required`); nobody types so many.
_MOST_TYPED = 20
_LONGEST_NUMBER = 200


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of a query; `text` is a word as typed, a phrase without quotes, or a field's own name."""

    kind: ItemKind
    text: str = ""


def items(text: str) -> tuple[Item, ...]:
    """The items of a query, its parentheses balanced and its operators with something to join."""
    text = _SURROGATE.sub(" ", text[:MAX_CHARACTERS].translate(SIGNS_TYPED))
    has_operators = any(letter.isalpha() and not letter.isupper() for letter in text)
    found = list(_lex(text, has_operators=has_operators))
    if _is_pasted(found):
        return tuple(Item("word", word) for item in found for word in _words_in(item))
    return tuple(_joined(_balanced(found)))


def _lex(text: str, *, has_operators: bool) -> Iterator[Item]:
    before = Item("word")
    ruling: list[str] = []  # the fields of the parentheses that are open, "" for those without
    for match in ITEM.finditer(text):
        field = before.text if before.kind == "field" else ruling[-1] if ruling else ""
        for item in _read(match, before, field, has_operators=has_operators):
            if item.kind == "open":
                ruling.append(field)
            elif item.kind == "close" and ruling:
                ruling.pop()
            yield item
            before = item


def _read(match: re.Match[str], before: Item, field: str, *, has_operators: bool) -> Iterator[Item]:
    """The items of one match; `field` rules it."""
    kind = match.lastgroup
    value = match[kind] if kind else ""
    is_operator = has_operators and value in OPERATORS and before.kind != "field"
    if kind == "word" and field in VALUE_FIELDS and not is_operator:
        if query_tokens(value):
            yield Item("value", value.strip(",.;")[:_LONGEST_NUMBER])
    elif kind == "word":
        found = list(_words(value, has_operators=has_operators))
        # What rules a word rules all of "self-help" and of "A.A."
        is_ruled = before.kind in ("field", "not") and len(found) > 1
        yield from (Item("open"), *found, Item("close")) if is_ruled else found
    elif kind == "phrase" and query_tokens(value):
        yield _phrase(value.strip())
    elif kind == "field":
        yield Item("field", field_named(value))
    elif kind == "number":
        yield from (Item("field", "identifier"), Item("value", _labelled_number(match["label"], value)))
    elif kind == "years":
        yield from (Item("field", "year"), Item("value", value))
    elif kind in _SIGNS:
        yield Item(_SIGNS[kind])


def _phrase(text: str) -> Item:
    """Anchored at both ends, "^Islam$", it is a whole heading; one with too many words is looked for as a phrase."""
    if text.startswith("^") and text.endswith("$") and len(query_tokens(text)) <= MAX_TERMS:
        return Item("whole", text[1:-1].strip())
    return Item("phrase", _within_terms(text))


def _labelled_number(label: str, number: str) -> str:
    """An ISSN gets its hyphen, by which it is known as one whatever its check digit."""
    is_bare_issn = label.lower() in ISSN_LABELS and len(number) == 8 and number.isalnum()
    return hyphenated_issn(number) if is_bare_issn else number


def _words(chunk: str, *, has_operators: bool) -> Iterator[Item]:
    """A run of text without blanks: an operator, a number, or its words, of which the last may be a prefix."""
    operator = OPERATORS.get(chunk)
    if operator and has_operators:
        yield Item(operator, chunk)
    elif is_number(chunk):
        yield Item("number", chunk[:_LONGEST_NUMBER])
    else:
        words = [_within_terms(word) for word in TOKEN.findall(chunk.replace("_", " ")) if fold(word)]
        is_prefix = chunk.endswith("*") and len(words) > 0 and len(words[-1]) >= _SHORTEST_PREFIX
        yield from (Item("word", word) for word in (words[:-1] if is_prefix else words))
        if is_prefix:
            yield Item("prefix", words[-1])


def _within_terms(text: str) -> str:
    """The text's beginning with at most MAX_TERMS tokens; a page of Chinese is one word without blanks."""
    if len(text) <= MAX_TERMS or len(query_tokens(text)) <= MAX_TERMS:
        return text
    ends = [match.end() for match in islice(TOKEN.finditer(text), MAX_TERMS)]
    shortened = text[: ends[-1]]
    return shortened if len(query_tokens(shortened)) <= MAX_TERMS else text[:MAX_TERMS]


def _is_pasted(found: list[Item]) -> bool:
    """Whether this is a stretch of running text: its quotes, parentheses and dashes are its own, and ask nothing."""
    if any(item.kind in _ASKING or (item.kind == "not" and item.text) for item in found):
        return False
    return sum(item.kind == "word" for item in found) > _MOST_TYPED


def _words_in(item: Item) -> list[str]:
    if item.kind == "word":
        return [item.text]
    return [word for word in TOKEN.findall(item.text) if fold(word)] if item.kind in _OPERANDS else []


def _balanced(found: list[Item]) -> list[Item]:
    """Without the parentheses that have no partner, and those that would nest the tree deeper than MAX_DEPTH."""
    kept = [item.kind not in ("open", "close") for item in found]
    opened: list[int] = []
    for place, item in enumerate(found):
        if item.kind == "open":
            opened.append(place)
        elif item.kind == "close" and opened:
            partner = opened.pop()
            kept[place] = kept[partner] = len(opened) < _MOST_PARENTHESES
    return [item for item, keep in zip(found, kept, strict=True) if keep]


def _joined(found: list[Item]) -> list[Item]:
    """With an operator that has nothing to join turned into the word it is: "OR" alone, "DAN Brown", "this OR"."""
    joined: list[Item] = []
    for place, item in enumerate(found):
        has_right = place + 1 < len(found) and found[place + 1].kind in _BEGINS_OPERAND
        has_left = item.kind == "not" or (bool(joined) and joined[-1].kind in _ENDS_OPERAND)
        is_operator = item.kind in ("and", "or", "not")
        is_word = is_operator and item.text != "" and not (has_left and has_right)
        joined.append(Item("word", item.text) if is_word else item)
    return joined
