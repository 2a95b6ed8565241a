"""What every reader of MARC gives, whatever the bytes were: a leader, and fields by tag."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol


class ReadField(Protocol):
    """One field: `data` in a control field, `indicators` and `subfields` in the others; pymarc's Field is one."""

    @property
    def data(self) -> str | None: ...
    @property
    def indicators(self) -> Sequence[str] | None: ...
    @property
    def subfields(self) -> Sequence[tuple[str, str]]: ...


class PlainField(NamedTuple):
    """A field of plain values."""

    data: str | None
    indicators: str | None
    subfields: tuple[tuple[str, str], ...] = ()
