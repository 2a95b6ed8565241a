"""The frame of an ISO 2709 record: leader, directory, fields; checked, and mended where that is certain.

https://www.loc.gov/marc/specifications/specrecstruc.html
"""

import re
from typing import Final

FIELD_TERMINATOR: Final = 0x1E
RECORD_TERMINATOR: Final = 0x1D
LEADER_LENGTH: Final = 24
CUT_OFF: Final = "the record is cut off: its end is missing. Export or send the file again."
_ENTRY_LENGTH: Final = 12
# A mistyped tag ("2 4") costs its field, not the record.
_ENTRY: Final = re.compile(rb"[ -~]{3}[0-9]{9}")
_DIRECTORY: Final = re.compile(rb"(?:[0-9A-Za-z]{3}[0-9]{9})+\x1e")
# Leaders that an export cut or padded are off by a byte or two, rarely more.
_SHIFTS: Final = range(LEADER_LENGTH - 6, LEADER_LENGTH + 7)

Fields = list[tuple[bytes, bytes]]


class Unreadable(ValueError):
    """The record's structure is lost; the message says where, for a cataloguer.

    `identifier` is the record's own, where it can be told all the same: what stands under it isn't missing.
    """

    def __init__(self, reason: str, identifier: str = "") -> None:
        super().__init__(reason)
        self.identifier = identifier


class NoRecord(Unreadable):
    """It is as it should be, and no record: the message says what it is."""


def is_sound(raw: bytes) -> bool:
    """Whether the leader, the directory and every field agree, so that any MARC reader gets this record right."""
    base_address = raw[12:17]
    if not base_address.isdigit():
        return False
    base = int(base_address)
    # Entries of other than digits are a shifted directory; the terminator has to close it.
    if (base - 1 - LEADER_LENGTH) % _ENTRY_LENGTH or not _DIRECTORY.fullmatch(raw, LEADER_LENGTH, base):
        return False
    size = len(raw)
    if not raw[:5].isdigit() or int(raw[:5]) > size:
        return False
    for entry in range(LEADER_LENGTH, base - 1, _ENTRY_LENGTH):
        length = int(raw[entry + 3 : entry + 7])
        end = base + int(raw[entry + 7 : entry + 12]) + length
        if not length or end > size or raw[end - 1] != FIELD_TERMINATOR:
            return False
    return True


def mended_fields(raw: bytes) -> tuple[bytes, Fields]:
    """Leader and (tag, field bytes) of a record whose lengths or offsets are wrong.

    The fields stand in the order of the directory and each ends in a terminator; so where both are whole, the
    tags can be given back to the fields without any number. Raises Unreadable where the two don't fit.
    """
    closing = raw.find(FIELD_TERMINATOR)
    if closing < 0:
        raise Unreadable(_no_directory(raw))
    if raw[-1] not in (FIELD_TERMINATOR, RECORD_TERMINATOR):
        raise Unreadable(CUT_OFF)
    leader, directory = _directory_of(raw[:closing])
    fields = raw[closing + 1 :].removesuffix(b"\x1d").split(b"\x1e")
    if fields and not fields[-1].strip():
        fields.pop()
    tags = [directory[entry : entry + 3] for entry in range(0, len(directory), _ENTRY_LENGTH)]
    if not tags:
        raise Unreadable("the directory is empty: the record has no fields.")
    if len(tags) != len(fields):
        raise Unreadable(
            f"the directory lists {len(tags)} fields but the record holds {len(fields)}; "
            "it is damaged or cut off. Export it again."
        )
    return leader, list(zip(tags, fields, strict=True))


def _directory_of(head: bytes) -> tuple[bytes, bytes]:
    """The leader and the directory, with a leader that lost or gained bytes put right."""
    starts = sorted(_SHIFTS, key=lambda start: abs(start - LEADER_LENGTH))
    for start in starts:
        directory = head[start:]
        if len(directory) % _ENTRY_LENGTH == 0 and all(
            _ENTRY.fullmatch(directory, entry, entry + _ENTRY_LENGTH)
            for entry in range(0, len(directory), _ENTRY_LENGTH)
        ):
            return head[:start][:LEADER_LENGTH].ljust(LEADER_LENGTH), directory
    raise Unreadable("the directory can't be read: it isn't made of tags, lengths and positions. Export it again.")


def _no_directory(raw: bytes) -> str:
    start = raw[:40].decode("latin-1")
    if not raw[:5].isdigit():
        return f"this is no MARC record: it begins with {start!r}. Take what doesn't belong there out of the file."
    return "the record is cut off before its directory ends. Export or send the file again."
