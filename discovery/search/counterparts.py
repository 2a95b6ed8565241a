"""Headings of other vocabularies and languages that stand for the same subject, or for one near it.

They are published as facts: a heading's row is written anew whenever its count changes, and the links, which are
learnt from the whole catalogue, have to outlive that.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

import msgspec

from discovery.search.keyword_fields import cut, heading_key

CounterpartKind = Literal["equivalent", "related"]
Basis = Literal["parallel", "work", "class", "authority"]

_FACT = "counterparts:"


class Counterpart(msgspec.Struct, frozen=True):
    """A link from one subject heading to another, and why it is believed.

    `text` is the other heading, `scheme` its vocabulary's MARC source code or "" for a library's own list.
    `basis` says where it was learnt: headings side by side in a record ("parallel"), one thing under both in two
    catalogues ("work"), one class number under both ("class"), or an authority record's own link ("authority").
    `support` counts the works that say so, `confidence` (0 to 1) is what `indexer.concordance` measures (1 for an
    authority's word), and `evidence` names ids of union records, the class number, or the authority record's id.
    """

    text: str
    kind: CounterpartKind
    basis: Basis
    scheme: str = ""
    support: int = 0
    confidence: float = 0.0
    evidence: tuple[str, ...] = ()


def counterparts_key(heading: str) -> str:
    """The key of the fact that holds a heading's counterparts; spellings that fold alike share it."""
    return _FACT + cut(heading_key(heading))


def counterparts_fact(key: str, counterparts: Iterable[Counterpart]) -> tuple[str, str]:
    """The fact to publish for the heading under this folded key."""
    return _FACT + key, msgspec.json.encode(tuple(counterparts)).decode()


def read_counterparts(fact: str | None) -> tuple[Counterpart, ...]:
    """What such a fact says; none where there is no fact."""
    return _decoder().decode(fact) if fact else ()


@lru_cache(maxsize=1)
def _decoder() -> msgspec.json.Decoder[tuple[Counterpart, ...]]:
    return msgspec.json.Decoder(tuple[Counterpart, ...])
