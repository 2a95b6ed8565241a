"""What became of every item that a source held. Bad input is data: it is counted and kept, never raised."""

from collections import Counter
from dataclasses import dataclass, field, fields
from typing import Literal

import msgspec

from indexer.partners import Format
from indexer.tables.shape import TableShape

Outcome = Literal["loaded", "unchanged", "deleted", "skipped", "rejected"]


class SourceRecord(msgspec.Struct, frozen=True):
    """One record as the partner gave it. `position` counts from 1 within `file`; `raw` is byte-exact."""

    file: str
    position: int
    format: Format
    raw: bytes


@dataclass(frozen=True, slots=True)
class Rejected:
    """A record that can't be loaded, with a reason a cataloguer can act on. `identifier` may be ""."""

    file: str
    position: int
    identifier: str
    reason: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """What is sound but not wanted here: a second record of an identifier, a total among a table's rows."""

    file: str
    position: int
    identifier: str
    reason: str


@dataclass(slots=True)
class Counts:
    """How many items ended in each way; the sum is what the source held."""

    loaded: int = 0
    unchanged: int = 0
    deleted: int = 0
    skipped: int = 0
    rejected: int = 0

    @property
    def total(self) -> int:
        """All items read."""
        return sum(getattr(self, each.name) for each in fields(self))

    def add(self, outcome: Outcome, amount: int = 1) -> None:
        """Count `amount` more items that ended so."""
        setattr(self, outcome, getattr(self, outcome) + amount)


@dataclass(slots=True)
class PartnerReport:
    """One partner's part of a run. `failure` is the sentence that says why its source could not be read whole.

    `renumbered` counts records taken out that are there under another identifier; `tables` says how each of its tables
    was read, `remarks` which settings mean nothing for what was read, and what `strays` want: holdings of no library,
    counted by code. `outdated` says that some of its records are mapped as padu.toml, or Padu, had it before.
    `standing` is how many records the partner has, of a source of changes of which some were refused; else 0.
    """

    partner: str
    format: str = ""
    counts: Counts = field(default_factory=Counts)
    problems: Counter[str] = field(default_factory=Counter)
    strays: Counter[str] = field(default_factory=Counter)
    withdrawn: int = 0
    renumbered: int = 0
    seconds: float = 0.0
    failure: str = ""
    tables: tuple[TableShape, ...] = ()
    remarks: tuple[str, ...] = ()
    outdated: bool = False
    standing: int = 0
