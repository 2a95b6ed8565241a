"""The fields of a sound UTF-8 record, decoded only when somebody asks for their tag.

Most of a record's fields are never asked for, and pymarc decodes them all: reading this way takes a fifth of the
time, and an index made from either is the same, record by record. Anything unusual goes the way of pymarc.
"""

from collections.abc import Sequence

from indexer.readers.iso2709 import LEADER_LENGTH

_ENTRY_LENGTH = 12


class LazyField:
    """One field's bytes; `data`, `indicators` and `subfields` as pymarc's Field has them."""

    __slots__ = ("_content", "_control", "_subfields")

    def __init__(self, content: bytes, *, control: bool) -> None:
        self._content = content
        self._control = control
        self._subfields: tuple[tuple[str, str], ...] | None = None

    @property
    def data(self) -> str | None:
        """A control field's text; None in a data field."""
        return self._content.decode() if self._control else None

    @property
    def indicators(self) -> Sequence[str] | None:
        """The two characters before the first subfield; None in a control field."""
        return None if self._control else self._content[:2].decode("ascii").ljust(2)

    @property
    def subfields(self) -> Sequence[tuple[str, str]]:
        """Code and text, in order; those without a code left out."""
        if self._subfields is None:
            parts = () if self._control else self._content.decode().split("\x1f")[1:]
            self._subfields = tuple([(part[0], part[1:]) for part in parts if part])
        return self._subfields


def lazy_fields(raw: bytes) -> dict[str, list[LazyField]] | None:
    """The fields by tag, in order, of a record in UTF-8 whose frame and fields are sound; None of any other.

    Sound: the directory is whole, each field ends where it says, has two indicators and then a subfield.
    """
    address = raw[12:17]
    if not address.isdigit() or not raw[:5].isdigit() or int(raw[:5]) > len(raw):
        return None
    base = int(address)
    if (base - 1 - LEADER_LENGTH) % _ENTRY_LENGTH or raw[base - 1 : base] != b"\x1e":
        return None
    by_tag: dict[str, list[LazyField]] = {}
    for entry in range(LEADER_LENGTH, base - 1, _ENTRY_LENGTH):
        tag, numbers = raw[entry : entry + 3], raw[entry + 3 : entry + _ENTRY_LENGTH]
        if not numbers.isdigit() or not tag.isalnum():
            return None
        start = base + int(numbers[4:])
        end = start + int(numbers[:4]) - 1
        if end < start or raw[end : end + 1] != b"\x1e":
            return None
        name = tag.decode("ascii")
        control = name < "010" and name.isdigit()
        if not control and (raw[start + 2 : start + 3] != b"\x1f" or not raw[start : start + 2].isascii()):
            return None
        by_tag.setdefault(name, []).append(LazyField(raw[start:end], control=control))
    return by_tag or None
