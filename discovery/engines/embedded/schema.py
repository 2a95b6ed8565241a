"""The field table as a tantivy schema, and an index document as tantivy takes it."""

from collections.abc import Iterable, Sequence
from typing import Final

import msgspec
import tantivy

from discovery.analysis.kept import Kept
from discovery.engines.embedded.stems import STEM_LENGTHS, STEM_SIBLINGS, with_stems
from discovery.search.document import IndexDocument
from discovery.search.fields import (
    KEYWORD_FIELDS,
    NUMBER_FIELDS,
    ORDER_FIELDS,
    TEXT_FIELDS,
    keyword_field,
)
from discovery.search.number_columns import WORK_NUMBER, order_columns, order_numbers, text_number

# Raised by hand when this module lays fields out differently; an older index is then read no more.
LAYOUT: Final = 6

ID: Final = keyword_field("id")
DISPLAY: Final = "display"

# Facets with so many values that reading them out of their column takes longer than everything else in a search (25 µs
# a value): these are counted by number, and only what is shown is read, from headings.db.
_MANY_VALUED: Final = ("author", "subject", "place", "about")

# Lucene refuses a longer term and tantivy drops one of 65,531 bytes without a word.
LONGEST_KEYWORD_BYTES: Final = 32_766
# A character takes at most four bytes.
_SURELY_SHORT: Final = LONGEST_KEYWORD_BYTES // 4

_WORDS: Final = "words"
_WORK: Final = keyword_field("work")
_NUMBERED: Final = {keyword_field(field): f"{field}_number" for field in _MANY_VALUED}
# Tantivy's dictionaries cost by the letter: what a field holds of another isn't put there twice.
_HELD: Final = {keyword_field(field.name): keyword_field(field.holds) for field in KEYWORD_FIELDS if field.holds}
_COLUMNS: Final = {order: order_columns(order) for order in ORDER_FIELDS}
_encode: Final = msgspec.json.Encoder().encode

Value = str | int | bytes | Sequence[str] | Sequence[int]


def build_schema() -> tantivy.Schema:
    """Every field of the table, and this engine's own columns."""
    builder = tantivy.SchemaBuilder()
    for text in TEXT_FIELDS:
        builder.add_text_field(text.name, tokenizer_name=_WORDS, index_option="position")
    for sibling in STEM_SIBLINGS:
        # A phrase is never stemmed, so stems need no positions.
        builder.add_text_field(sibling, tokenizer_name=_WORDS, index_option="freq")
    for field in KEYWORD_FIELDS:
        builder.add_text_field(
            keyword_field(field.name),
            stored=field.name == "id",
            fast=field.facet,
            tokenizer_name="raw",
            index_option="basic",
        )
    builder.add_text_field(STEM_LENGTHS, tokenizer_name="raw", index_option="basic")
    for number in NUMBER_FIELDS:
        builder.add_integer_field(number, indexed=True, fast=True)
    for number in (WORK_NUMBER, *_NUMBERED.values()):
        builder.add_integer_field(number, fast=True)
    for order, columns in _COLUMNS.items():
        builder.add_bytes_field(order, stored=True)
        for column in columns:
            builder.add_integer_field(column, fast=True)
    builder.add_bytes_field(DISPLAY, stored=True)
    return builder.build()


def register_tokenizers(index: tantivy.Index) -> tantivy.Index:
    """Tokenizers live in the process and not in the index, so each opened index needs this."""
    index.register_tokenizer(_WORDS, tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
    return index


def keyword_names(field: str) -> tuple[str, ...]:
    """Where a keyword field's values stand: under its own name, and under that of the field it holds."""
    name = keyword_field(field)
    return (name, _HELD[name]) if name in _HELD else (name,)


def number_column(field: str) -> str | None:
    """The column that holds a keyword field's values by their numbers; None where they are few."""
    return _NUMBERED.get(field)


def tantivy_json(document: IndexDocument) -> bytes:
    """The document as tantivy reads it, which is a third faster than by its own objects.

    Raises ValueError with the reason where tantivy couldn't hold the document as it is.
    """
    text, stem_lengths = with_stems(document.text)
    values: dict[str, Value] = {**document.numbers, DISPLAY: document.display, **text}
    if stem_lengths:
        values[STEM_LENGTHS] = stem_lengths
    for name, keywords in document.keywords.items():
        for keyword in keywords:
            if len(keyword) > _SURELY_SHORT and len(keyword.encode()) > LONGEST_KEYWORD_BYTES:
                raise ValueError(f"A value of {name} is longer than {LONGEST_KEYWORD_BYTES:,} bytes.")
        held = document.keywords.get(_HELD[name], ()) if name in _HELD else ()
        own = [keyword for keyword in keywords if keyword not in held] if held else keywords
        if own:
            values[name] = own[0] if len(own) == 1 else own
    values[ID] = document.id
    values[WORK_NUMBER] = text_number(document.keywords[_WORK][0])
    for name, column in _NUMBERED.items():
        if name in document.keywords:
            values[column] = [_value_numbers[value] for value in document.keywords[name]]
    for order, columns in _COLUMNS.items():
        encoded = document.orders[order].encode()
        values[order] = encoded
        values.update(zip(columns, order_numbers(encoded), strict=True))
    return _encode(values)


def facet_values(documents: Iterable[IndexDocument]) -> dict[int, str]:
    """The values that are counted by number, each once."""
    found = {value: None for document in documents for name in _NUMBERED for value in document.keywords.get(name, ())}
    return {_value_numbers[value]: value for value in found}


def value_number(value: str) -> int:
    """The number that a facet's value is counted by."""
    return _value_numbers[value]


# Names and headings repeat through a catalogue.
_value_numbers: Final = Kept(text_number, 32_768)
