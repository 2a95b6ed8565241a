"""THE field table: everything that can be searched, filtered, counted and sorted, for every engine.

An engine's schema, the index documents, the query compiler and the facets are all derived from it. Its
fingerprint is part of a generation's name, so a reader that meets an index built with another table says so
instead of giving wrong answers.
"""

import hashlib
from dataclasses import dataclass
from typing import Literal

from discovery.analysis.version import ANALYSIS_VERSION

StemLanguage = Literal["id", "en", "nl", "ar", "fr", "de", "es", "pt", "ru"]
STEM_LANGUAGES: tuple[StemLanguage, ...] = ("id", "en", "nl", "ar", "fr", "de", "es", "pt", "ru")

# A text field with nothing in it holds this token. Lucene counts the documents that have a field, tantivy all
# documents; filled fields make both compute the same inverse document frequency and the same average length.
EMPTY_FIELD_TOKEN = "~"


@dataclass(frozen=True, slots=True)
class TextField:
    """Folded tokens joined by spaces, with positions.

    `stemmed` fields have a sibling for each stem language, named by `stem_field`, fed from the original text of
    records in that language. Names are never stemmed.
    """

    name: str
    stemmed: bool = False


@dataclass(frozen=True, slots=True)
class KeywordField:
    """Exact values. `facet` ones are counted and filtered; the others only found.

    Those of a facet with a `heading` are folded, so that they count together however they are written; the list of
    that kind has what they are shown as. A field `holds` another if in every document all values of that one are among
    its own: an engine may leave those out, and look for a value in both.
    """

    name: str
    facet: bool = False
    heading: Literal["author", "subject", "place"] | None = None
    holds: str = ""


TEXT_FIELDS: tuple[TextField, ...] = (
    TextField("title", stemmed=True),
    TextField("variant"),
    TextField("author"),
    TextField("subject", stemmed=True),
    TextField("series"),
    TextField("publisher"),
    TextField("contents", stemmed=True),
    TextField("call_number"),
)

KEYWORD_FIELDS: tuple[KeywordField, ...] = (
    KeywordField("id"),
    KeywordField("ids", holds="id"),
    KeywordField("work"),
    KeywordField("partner"),
    KeywordField("identifier"),
    KeywordField("title_exact"),
    KeywordField("author_exact", holds="author"),
    KeywordField("subject_exact", holds="subject"),
    KeywordField("call_number_exact"),
    KeywordField("library", facet=True),
    KeywordField("author", facet=True, heading="author"),
    KeywordField("subject", facet=True, heading="subject"),
    KeywordField("type", facet=True),
    KeywordField("carrier", facet=True),
    KeywordField("language", facet=True),
    KeywordField("decade", facet=True),
    KeywordField("class", facet=True),
    KeywordField("place", facet=True, heading="place"),
    KeywordField("about", facet=True, heading="place"),
    KeywordField("audience", facet=True),
    KeywordField("online", facet=True),
    KeywordField("translation", facet=True),
)

# Whole numbers. `year` may be missing and may be negative; `holders` counts owning libraries; `arrived` sorts by
# the day on which the union catalogue had it, then by year.
NUMBER_FIELDS: tuple[str, ...] = ("year", "holders", "arrived")
# Unique sort strings: the filing key, a NUL, the id. An order by one of them is total, so pages never overlap.
ORDER_FIELDS: tuple[str, ...] = ("title_order", "author_order")

# The public facet names of the HTTP contract, in page order, and the index field that holds each.
FACETS: dict[str, str] = {
    "library": "library",
    "author": "author",
    "subject": "subject",
    "type": "type",
    "carrier": "carrier",
    "language": "language",
    "year": "decade",
    "class": "class",
    "place": "place",
    "about": "about",
    "audience": "audience",
    "online": "online",
    "translation": "translation",
}

# Values over this many UTF-8 bytes are cut before indexing: Lucene refuses 32,766, tantivy drops 65,531.
KEYWORD_BYTES = 1_000


def stem_field(field: str, language: StemLanguage) -> str:
    """The name of a text field's sibling that holds the stems of one language."""
    return f"{field}_stem_{language}"


def keyword_field(field: str) -> str:
    """The index name of a keyword field; text and keyword fields may share their public name."""
    return f"{field}_kw"


def fingerprint() -> str:
    """Ten hexadecimal characters that change whenever an index built before must not be read any more."""
    table = repr((TEXT_FIELDS, KEYWORD_FIELDS, NUMBER_FIELDS, ORDER_FIELDS, STEM_LANGUAGES, ANALYSIS_VERSION))
    return hashlib.sha256(table.encode()).hexdigest()[:10]
