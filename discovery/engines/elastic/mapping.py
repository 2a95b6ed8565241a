"""The two indices of a generation, derived from the field table. Both refuse what they don't know."""

import hashlib
from functools import lru_cache

import msgspec

from discovery.engines.elastic.analyzers import FOLDED_ANALYZER, analysis_settings, stem_analyzer
from discovery.search import fields
from discovery.search.fields import (
    KEYWORD_BYTES,
    KEYWORD_FIELDS,
    NUMBER_FIELDS,
    ORDER_FIELDS,
    STEM_LANGUAGES,
    TEXT_FIELDS,
    keyword_field,
    stem_field,
)
from discovery.search.number_columns import WORK_NUMBER, order_columns

Json = dict[str, object]

# Lucene refuses a longer term, and with it the whole document.
LONGEST_TERM_BYTES = 32_766
# What an `integer` field holds.
LEAST_INTEGER, MOST_INTEGER = -(2**31), 2**31 - 1
# What the port promises; said aloud, so that a changed default changes nothing.
BM25: Json = {"type": "BM25", "k1": 1.2, "b": 0.75}
# Kept with the document and given back, never searched. It lives in _source, the only field that is read for a
# hit; as text and not as binary, because base64 makes it a third larger and does not compress.
_KEPT: Json = {"type": "keyword", "index": False, "doc_values": False}
_EXACT: Json = {"type": "keyword", "doc_values": False}
# Indexed, an order lets Elasticsearch pass over what can't be among the first titles.
_ORDER: Json = {"type": "keyword"}
_COMPARED: Json = {"type": "keyword", "index": False}
# A facet's ordinals are made when a generation is published, not during the first search after it.
_FACET: Json = {"type": "keyword", "eager_global_ordinals": True}
# Sorts hits: comparing a text takes some microseconds, because it lies in a compressed block.
_COLUMN: Json = {"type": "long", "index": False}
# Groups hits, and finds those of some works.
_GROUPING: Json = {"type": "long"}


def fingerprint() -> str:
    """Ten hexadecimal characters that stand for the field table and for what this module makes of it."""
    return _fingerprint(fields.fingerprint())


@lru_cache(maxsize=4)
def _fingerprint(table: str) -> str:
    layout = msgspec.json.encode((table, record_properties(), heading_properties()), order="sorted")
    return hashlib.sha256(layout).hexdigest()[:10]


def records_index(meta: Json) -> Json:
    """Settings and mapping of the records index; `meta` says which generation it is.

    One shard: facet counts are exact and every document is scored with the same frequencies. It is searched
    only after `publish` refreshed it, so it never refreshes by itself.
    """
    settings = {**_building_settings(), "analysis": analysis_settings(), "similarity": {"default": BM25}}
    mappings = {
        "dynamic": "strict",
        "_meta": meta,
        # A result page reads this much of a hit and no more; the rest is in the inverted index only.
        "_source": {"includes": ["display"]},
        "properties": record_properties(),
    }
    return {"settings": settings, "mappings": mappings}


def record_properties() -> Json:
    """Every field of the records index by its name."""
    properties: Json = {"display": _KEPT}
    for text in TEXT_FIELDS:
        properties[text.name] = {"type": "text", "analyzer": FOLDED_ANALYZER}
        for language in STEM_LANGUAGES if text.stemmed else ():
            # Stems are found one by one, so their positions would only cost room and time.
            stems = {"type": "text", "analyzer": stem_analyzer(language), "index_options": "freqs"}
            properties[stem_field(text.name, language)] = stems
    for keyword in KEYWORD_FIELDS:
        properties[keyword_field(keyword.name)] = _FACET if keyword.facet else _EXACT
    for number in NUMBER_FIELDS:
        properties[number] = {"type": "integer"}
    for order in ORDER_FIELDS:
        properties[order] = _ORDER
        properties |= dict.fromkeys(order_columns(order), _COLUMN)
    properties[WORK_NUMBER] = _GROUPING
    return properties


def headings_index(meta: Json) -> Json:
    """Settings and mapping of the index that holds headings, words, facts and source records."""
    mappings: Json = {"dynamic": "strict", "_meta": meta, "properties": heading_properties()}
    return {"settings": _building_settings(), "mappings": mappings}


def heading_properties() -> Json:
    """`entry` is a heading's kind, or "word", "fact" or "sources". Only what is looked up is indexed."""
    return {
        "entry": {"type": "keyword"},
        # Compared document by document within one kind, which is faster than collecting the terms of a range.
        "key": _COMPARED,
        "folded": {"type": "keyword"},
        "display": {"type": "keyword", "ignore_above": KEYWORD_BYTES},
        "word": {"type": "keyword"},
        "count": {"type": "integer"},
        "value": _KEPT,
        "see": _KEPT,
        "see_also": _KEPT,
        "fact": _KEPT,
        "sources": {"type": "object", "enabled": False},
    }


def _building_settings() -> Json:
    """While an index is built, a node that fails costs the build and nothing else: no copy, no fsync a request."""
    return {
        "number_of_shards": 1,
        "number_of_replicas": 0,
        "refresh_interval": "-1",
        "translog.durability": "async",
        # Elasticsearch counts a prefix as a regular expression, and refuses more than 1,000 characters of one.
        "max_regex_length": LONGEST_TERM_BYTES,
    }


# What a published generation gets: a copy as soon as there is a second node, and no write lost.
PUBLISHED_SETTINGS: Json = {"auto_expand_replicas": "0-1", "translog.durability": "request"}
