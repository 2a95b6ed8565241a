"""What records say about which headings of different vocabularies mean the same, as it goes between processes."""

from typing import NamedTuple

import msgspec

from discovery.catalog.subject import SubjectKind
from discovery.search.counterparts import Basis
from indexer.concordance_terms import Term


class Parallel(NamedTuple):
    """Two headings in one place of two lists, the one with the smaller number first.

    `basis` says whether both stand in one member's record ("parallel") or in those of two members ("work"). `witness`
    is the work, or the lists where they are longer than one heading: volumes and series repeat them to the letter, and
    with them whatever slip is in their order. `partner` is whose list without a name stands beside one with a name.
    """

    one: int
    one_vocabulary: str
    other: int
    other_vocabulary: str
    work: int
    witness: int
    record: str
    basis: Basis
    partner: str
    is_form: bool


class Listed(msgspec.Struct):
    """How many of a partner's records use a vocabulary, and in how many a list without a name runs beside it."""

    records: int = 0
    mirrored: int = 0


class Classed(NamedTuple):
    """A heading on a work that has one class number; `number` begins with its scheme: "ddc 330"."""

    term: int
    vocabulary: str
    kind: SubjectKind
    number: str
    work: int


class Evidence(msgspec.Struct):
    """What some union records say, with each term once. `listed` is by partner, then by vocabulary."""

    terms: dict[int, Term] = {}
    parallels: list[Parallel] = []
    classed: list[Classed] = []
    listed: dict[str, dict[str, Listed]] = {}
