"""MARC in records of OAI-PMH: the provider's header around a record of its own."""

from collections.abc import Callable
from io import BytesIO

from discovery.catalog.ids import RecordKind
from indexer.partners import LibraryRule
from indexer.readers.cut_off import is_cut_off
from indexer.readers.iso2709 import CUT_OFF, Unreadable
from indexer.readers.marcxml import record_elements
from indexer.readers.oai import header_of
from indexer.reading import Mappable, Reading


class HarvestedReading:
    """A record whose identifier is the header's: the one by which its provider says later that it is gone.

    No other record has it, not even a holdings record of the same number.
    """

    __slots__ = ("deleted", "identifier", "identifies_alone", "kind", "problems", "within")

    def __init__(self, raw: bytes, read: Callable[[bytes], Reading]) -> None:
        header = header_of(raw)
        self.within = None if header.deleted else _read(raw, header.identifier, read)
        self.identifies_alone = bool(header.identifier) or self.within is None or self.within.identifies_alone
        self.identifier = header.identifier or (self.within.identifier if self.within else None)
        if header.deleted and not header.identifier:
            raise Unreadable("the header says that the record is deleted, but has no identifier to say which.")
        self.kind: RecordKind | None = self.within.kind if self.within else None
        self.deleted = self.within is None or self.within.deleted
        self.problems = self.within.problems if self.within else ()

    def languages(self) -> tuple[str, ...]:
        """What the MARC record codes."""
        return self.within.languages() if self.within else ()

    def numbers(self) -> tuple[str, ...]:
        """Those of the MARC record, its own among them: the header's is another."""
        if self.within is None:
            return ()
        own = self.within.identifier
        return tuple(filter(None, (own if own != self.identifier else None, *self.within.numbers())))

    def record(self, *, partner: str, source_id: str, rule: LibraryRule) -> Mappable | str:
        """The MARC record by its crosswalk."""
        if self.within is None:
            return "the provider says that this record is deleted."
        return self.within.record(partner=partner, source_id=source_id, rule=rule)


def _read(raw: bytes, identifier: str, read: Callable[[bytes], Reading]) -> Reading:
    within = raw.partition(b"header>")[2]
    marc = next(record_elements(BytesIO(within)), b"")
    if not marc:
        if is_cut_off(raw):
            raise Unreadable(CUT_OFF, identifier)
        raise Unreadable("there is no MARC in this record's metadata; was another format asked for?", identifier)
    try:
        return read(marc)
    except Unreadable as unreadable:
        raise Unreadable(str(unreadable), identifier or unreadable.identifier) from unreadable
