"""ISO 2709 as CDS/ISIS exports it (Winisis and its kin): fields with numbers, without indicators, in lines of 80.

UNESCO's reference manual of CDS/ISIS for Windows 1.5 and Bireme's 2709BR (https://wiki.bireme.org): fields and records
end with "#" where nobody chose another mark, each record begins a line, and lengths don't count the ends of lines.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from indexer.readers.iso2709 import CUT_OFF, LEADER_LENGTH

_ENTRY = 12
# No indicators, no length of subfield codes, and entries of a tag with 4 and 5 digits, of which there is one at least.
_LABEL = rb"[0-9]{5}[ -~]{5}00[0-9]{5}[ -~]{3}45[ -~]{2}"
_BEGINS = re.compile(_LABEL + rb"[0-9]{12}")
_RECORD = re.compile(rb"(?<=[\n#\x1d\x1e])" + _LABEL + rb"(?=[0-9]{12})")
_DIRECTORY = re.compile(rb"(?:[0-9]{12})+")
_ENDS = re.compile(rb"##|\x1e\x1d")
_LINE_END = re.compile(rb"\r\n|\n|\r")
_LOST = "the record's fields aren't where its directory says; export the file again."
# Files of DOS may end with a mark of their own.
_AROUND = b" \t\r\n\x00\x1a"
_NO_LABEL = "the record doesn't begin as one of CDS/ISIS does; export the file again."

Fields = list[tuple[int, bytes]]


@dataclass(frozen=True, slots=True)
class IsisRecord:
    """The fields with their numbers, in their order; none where `broken` says why they can't be told."""

    fields: Fields
    broken: str = ""


def is_isis(begin: bytes) -> bool:
    """Whether a file that begins so is an export of CDS/ISIS and nothing else."""
    return may_be_isis(begin) and b"\x1e" not in begin and b"##" in _LINE_END.sub(b"", begin)


def may_be_isis(begin: bytes) -> bool:
    """Whether it can be one. With MARC's marks it can be MARC too, of a program that fills in no leader; but that has
    U+001F in its fields.
    """
    return b"\x1f" not in begin and _BEGINS.match(begin.lstrip(_AROUND)) is not None


def isis_records(content: bytes) -> Iterator[IsisRecord]:
    """Every record of a file."""
    text = _unwrapped(content)
    starts = [found.start() for found in _RECORD.finditer(text)]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        raw = text[start:end].rstrip()
        length = int(raw[:5])
        if _ENDS.fullmatch(raw, length - 2, length):
            yield _record(raw[:length])
            # Where a record's label is damaged it begins nowhere.
            for lost in _ENDS.split(raw[length:]):
                if lost.strip():
                    yield IsisRecord([], _NO_LABEL)
        else:
            yield _record(raw)


def _unwrapped(content: bytes) -> bytes:
    """A line for each record that begins one, with the blanks that an editor has cut off before the ends of lines."""
    lines = _LINE_END.split(content.strip(_AROUND))
    ((width, _),) = Counter(map(len, lines)).most_common(1)
    padded = (line if line[-1:] in b"#\x1d" else line.ljust(width) for line in lines)
    return b"".join(b"\n" + line if _BEGINS.match(line) else line for line in padded)


def _record(raw: bytes) -> IsisRecord:
    base = int(raw[12:17])
    directory = raw[LEADER_LENGTH : base - 1]
    if base > len(raw):
        return IsisRecord([], CUT_OFF)
    if not _DIRECTORY.fullmatch(directory):
        return IsisRecord([], _LOST)
    end = raw[base - 1 : base]
    body = raw[base:]
    entries = [directory[at : at + _ENTRY] for at in range(0, len(directory), _ENTRY)]
    found = []
    for entry in entries:
        start = int(entry[7:])
        stop = start + int(entry[3:7])
        if body[stop - 1 : stop] != end:
            break
        found.append((int(entry[:3]), body[start : stop - 1]))
    else:
        return IsisRecord(found)
    # A program that changed the characters left the lengths as they were: as many ends as fields tell where they are.
    values = body.split(end)[: len(entries)]
    if body.count(end) == len(entries) + (body[-2:] == end * 2):
        return IsisRecord([(int(entry[:3]), value) for entry, value in zip(entries, values, strict=True)])
    return IsisRecord([], CUT_OFF if len(raw) < int(raw[:5]) else _LOST)
