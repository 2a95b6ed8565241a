"""The fields of a sound UTF-8 record, decoded only when somebody asks for their tag.

Most of a record's fields are never asked for, and pymarc decodes them all: reading this way takes a fifth of the
time, and an index made from either is the same, record by record. Anything unusual goes the way of pymarc.
"""

from typing import Final

from indexer.marc_source import LazyField
from indexer.readers.iso2709 import FIELD_TERMINATOR, LEADER_LENGTH

_ENTRY_LENGTH: Final = 12
_SUBFIELD_MARK: Final = 0x1F
_LAST_ASCII: Final = 0x7F
# All bytes but ASCII's control characters, MARC's own marks among what is left.
_PRINTABLE: Final = bytes([*range(0x1D, 0x7F), *range(0x80, 0x100)])


def lazy_fields(raw: bytes) -> dict[str, list[LazyField]] | None:
    """The fields by tag, in order, of a record in UTF-8 whose frame and fields are sound; None of any other.

    Sound: the directory is whole, each field ends where it says, has two indicators and then a subfield.
    """
    address = raw[12:17]
    if not address.isdigit() or not raw[:5].isdigit() or int(raw[:5]) > len(raw):
        return None
    base = int(address)
    directory = raw[LEADER_LENGTH : base - 1]
    if len(directory) % _ENTRY_LENGTH or not directory.isalnum() or raw[base - 1 : base] != b"\x1e":
        return None
    try:
        return _fields_of(raw, directory.decode("ascii"), base)
    except (ValueError, IndexError):  # a number that is none, a field that ends beyond the record
        return None


def _fields_of(raw: bytes, directory: str, base: int) -> dict[str, list[LazyField]] | None:
    by_tag: dict[str, list[LazyField]] = {}
    is_ascii = raw.isascii()
    is_printable = not raw.translate(None, _PRINTABLE)
    for entry in range(0, len(directory), _ENTRY_LENGTH):
        place = int(directory[entry + 3 : entry + _ENTRY_LENGTH])  # four digits of length, five of offset
        start = base + place % 100_000
        end = start + place // 100_000 - 1
        if end < start or raw[end] != FIELD_TERMINATOR:
            return None
        tag = directory[entry : entry + 3]
        control = tag.startswith("00") and tag.isdigit()
        if not control and (
            raw[start + 2] != _SUBFIELD_MARK
            or not (is_ascii or (raw[start] <= _LAST_ASCII and raw[start + 1] <= _LAST_ASCII))
        ):
            return None
        field = LazyField(raw, start, end, control, is_printable)
        if tag in by_tag:
            by_tag[tag].append(field)
        else:
            by_tag[tag] = [field]
    return by_tag
