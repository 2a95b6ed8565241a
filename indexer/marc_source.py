"""What every reader of MARC gives of a field, whatever the bytes were, and what a crosswalk reads it from."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol


class SourceField(Protocol):
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


class LazyField:
    """Where one field stands in the bytes of a sound UTF-8 record; a SourceField that is decoded when it is asked.

    `is_printable` says that no control characters of ASCII stand in the record beside MARC's own marks.
    """

    __slots__ = ("_control", "_end", "_raw", "_start", "is_printable")

    def __init__(self, raw: bytes, start: int, end: int, control: bool, is_printable: bool) -> None:
        self._raw = raw
        self._start = start
        self._end = end
        self._control = control
        self.is_printable = is_printable

    @property
    def data(self) -> str | None:
        """A control field's text; None in a data field."""
        return self._raw[self._start : self._end].decode() if self._control else None

    @property
    def indicators(self) -> Sequence[str] | None:
        """The two characters before the first subfield; None in a control field."""
        if self._control:
            return None
        marks = self._raw[self._start : min(self._start + 2, self._end)].decode("ascii")
        return marks if len(marks) == 2 else marks.ljust(2)

    @property
    def text(self) -> str:
        """The subfields with the marks between them: all behind the two indicators and the first mark."""
        return "" if self._control else self._raw[self._start + 3 : self._end].decode()

    @property
    def subfields(self) -> Sequence[tuple[str, str]]:
        """Code and text, in order; those without a code left out."""
        return [(part[0], part[1:]) for part in self.text.split("\x1f") if part]
