"""What every format makes of one record's bytes."""

from typing import Protocol

from discovery.catalog.authority import Authority
from discovery.catalog.holdings_record import HoldingsRecord
from discovery.catalog.ids import RecordKind
from discovery.catalog.record import Record
from indexer.partners import LibraryRule

Mappable = Record | Authority | HoldingsRecord


class Reading(Protocol):
    """One record, read and ready to be mapped.

    `identifier` is the partner's own number for it, or None; it `identifies_alone` unless other records of the partner
    and of that kind may bear it too. `deleted` says that the partner takes it back. Who does
    may not say of what `kind` it was: None.
    `problems` are short codes of what was wrong with its bytes. `languages` are those that a cataloguer coded.
    `record` is the mapped record, by its kind, or the reason why it can't be taken. `numbers` are those beside the
    identifier by which its partner's holdings records may name it.
    """

    @property
    def identifier(self) -> str | None: ...
    @property
    def identifies_alone(self) -> bool: ...
    @property
    def kind(self) -> RecordKind | None: ...
    @property
    def deleted(self) -> bool: ...
    @property
    def problems(self) -> tuple[str, ...]: ...
    def languages(self) -> tuple[str, ...]: ...
    def numbers(self) -> tuple[str, ...]: ...
    def record(self, *, partner: str, source_id: str, rule: LibraryRule) -> Mappable | str: ...
