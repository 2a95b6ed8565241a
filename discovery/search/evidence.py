"""Why the members of a union record are one: worked out when its document is made, shown when somebody asks.

It travels among a record's source copies, which no result page reads, under a format of its own.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

import msgspec

from discovery.errors import NotFound
from discovery.search.compression import compressed, decompressed
from discovery.search.document import SourceCopy
from discovery.search.engine import SearchEngine

FORMAT = "padu-evidence"

ShownField = Literal["title", "publication", "edition", "extent", "type", "carrier"]
# Why a member's value is shown: nobody else says any; all agree; most do; or, none being in the majority, its
# description is the fullest.
Rule = Literal["only", "all", "most", "fullest"]


class Told(msgspec.Struct, frozen=True):
    """What a member says for itself: `id` is its own, `published` one line."""

    id: str
    title: str
    published: str = ""
    edition: str = ""
    extent: str = ""


class GivenReason(msgspec.Struct, frozen=True):
    """A reason's code, what it weighs, and the values that were compared."""

    code: str
    weight: float
    values: tuple[str, ...] = ()


class ComparedPair(msgspec.Struct, frozen=True):
    """Two members, by their places, and how they were judged."""

    one: int
    other: int
    same: bool
    score: float
    reasons: tuple[GivenReason, ...] = ()


class ShownValue(msgspec.Struct, frozen=True):
    """A field, the rule, and by their places the members whose wording is shown and those that agree."""

    field: ShownField
    rule: Rule
    given_by: tuple[int, ...]
    agreed_by: tuple[int, ...]


class DecidedPair(msgspec.Struct, frozen=True):
    """Two record ids on which a librarian decided, how, and in the librarian's words why, "" where none were said."""

    one: str
    other: str
    same: bool
    why: str = ""


class UnionEvidence(msgspec.Struct, frozen=True):
    """Everything that is known of why these members are one. Of many members not every pair is kept; then each has
    the pair that speaks for it most.
    """

    members: tuple[Told, ...]
    threshold: float
    pairs: tuple[ComparedPair, ...] = ()
    shown: tuple[ShownValue, ...] = ()
    decided: tuple[DecidedPair, ...] = ()


@lru_cache(maxsize=1)
def _decoder() -> msgspec.json.Decoder[UnionEvidence]:
    return msgspec.json.Decoder(UnionEvidence)


def evidence_copy(evidence: UnionEvidence) -> SourceCopy:
    """Evidence as it travels; it is no member's."""
    return SourceCopy("", FORMAT, compressed(msgspec.json.encode(evidence)))


def evidence_among(copies: Iterable[SourceCopy]) -> UnionEvidence | None:
    """The evidence among a record's copies; None where it has a single member and nobody decided anything."""
    for copy in copies:
        if copy.format == FORMAT:
            return _decoder().decode(decompressed(copy.compressed))
    return None


def evidence_of(engine: SearchEngine, record_id: str) -> UnionEvidence:
    """The evidence for the record that is shown under an id. Raises NotFound where nothing had to be united."""
    found = evidence_among(engine.sources(record_id))
    if found is None:
        raise NotFound("The record {0} comes from one library's record alone: there is nothing to compare.", record_id)
    return found
