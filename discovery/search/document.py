"""The index document: five parts, made once in Python, the same for every engine."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

import msgspec

from discovery.catalog.record import UnionRecord


class SourceCopy(msgspec.Struct, frozen=True):
    """A member's source record as its partner gave it, only where it shares in full.

    `compressed` is read by `discovery.search.compression`.
    """

    member: str
    format: str
    compressed: bytes


class IndexDocument(msgspec.Struct, frozen=True):
    """Field names are the index names of `discovery.search.fields`.

    `text`: every TEXT_FIELD (folded tokens joined by spaces, or EMPTY_FIELD_TOKEN) and those stem siblings that
    hold something (the same tokens as written, lower case and NFC but *not* folded or stemmed, joined by spaces:
    the engine's own analyser stems them, and stemmers need the accents).
    `keywords`: `keyword_field(name)` → values, each at most KEYWORD_BYTES long, no duplicates; a field that `holds`
    another has that one's values, too.
    `numbers`: "holders" always, "year" and "arrived" where known. `orders`: every ORDER_FIELD. `display`:
    `encode_display`.
    """

    id: str
    text: Mapping[str, str]
    keywords: Mapping[str, tuple[str, ...]]
    numbers: Mapping[str, int]
    orders: Mapping[str, str]
    display: bytes
    sources: tuple[SourceCopy, ...] = ()


_encode: Final = msgspec.json.Encoder().encode


@lru_cache(maxsize=1)
def _decoder() -> msgspec.json.Decoder[UnionRecord]:
    return msgspec.json.Decoder(UnionRecord)


def encode_display(union: UnionRecord) -> bytes:
    """The union record as JSON, with codes and not labels."""
    return _encode(union)


def decode_display(display: bytes) -> UnionRecord:
    """What `encode_display` wrote. Raises msgspec.ValidationError on anything else."""
    return _decoder().decode(display)
