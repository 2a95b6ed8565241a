"""MARC 21 in ISO 2709: one piece of a file to one pymarc.Record, by pymarc where the piece is sound."""

import re
from collections.abc import Mapping, Sequence
from contextlib import redirect_stderr
from dataclasses import dataclass
from io import StringIO

from pymarc import Field, Indicators, Record, Subfield
from pymarc.exceptions import PymarcException
from pymarc.leader import Leader

from indexer.marc_source import SourceField
from indexer.readers.encoding import MARC8_CONTROL, Encoding, decode, encoding_of
from indexer.readers.iso2709 import LEADER_LENGTH, Fields, Unreadable, is_sound, mended_fields
from indexer.readers.lazy_fields import lazy_fields

# A subfield code outside printable ASCII, indicators outside ASCII or of the wrong number: pymarc warns or raises.
_ODD_MARKS = re.compile(rb"\x1f[^\x20-\x7e]|\x1e[^\x1e\x1f]{0,1}\x1f|\x1e[^\x1d\x1e\x1f]*[\x80-\xff][^\x1e\x1f]*\x1f")
_ODD_CODE = re.compile(rb"\x1f[^\x20-\x7e]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


@dataclass(frozen=True, slots=True)
class ReadRecord:
    """A record's leader and its fields by tag, in order; `problems` as in `Parsed`."""

    leader: str
    fields: Mapping[str, Sequence[SourceField]]
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Parsed:
    """A record and short codes of what was wrong with its bytes: "structure", "encoding"."""

    record: Record
    problems: tuple[str, ...] = ()


def read_marc21(raw: bytes) -> ReadRecord:
    """The fields of one piece of a file, decoded when asked for where the piece is sound and in UTF-8, else by
    `parse_marc21`. Raises Unreadable, with a reason a cataloguer can act on.
    """
    if len(raw) > LEADER_LENGTH and encoding_of(raw) == "utf-8" and not _ODD_CODE.search(raw):
        fields = lazy_fields(raw)
        if fields is not None:
            return ReadRecord(raw[:LEADER_LENGTH].decode("utf-8", "replace"), fields)
    return read_parsed(parse_marc21(raw))


def parse_marc21(raw: bytes) -> Parsed:
    """The record in one piece of a file. Raises Unreadable, with a reason a cataloguer can act on."""
    if len(raw) < 26:
        raise Unreadable(f"this is no MARC record: only {len(raw)} bytes.")
    encoding = encoding_of(raw)
    controls = encoding == "marc-8" and MARC8_CONTROL.search(raw)
    if encoding in ("utf-8", "marc-8") and not controls and is_sound(raw) and not _ODD_MARKS.search(raw):
        claimed = b"a" if encoding == "utf-8" else b" "
        data = raw if raw[9:10] == claimed else raw[:9] + claimed + raw[10:]
        try:
            parsed = _by_pymarc(data, encoding)
            if all(field.control_field or field.subfields for field in parsed.record.fields):
                return parsed
        except (PymarcException, ValueError, IndexError):
            pass  # rare: MARC-8 that pymarc can't follow; the slower way below keeps what can be read
    sound = is_sound(raw)
    leader, fields = mended_fields(raw)
    damage = "" if sound else "structure"
    guess = "encoding" if encoding in ("utf-8-damaged", "cp1252") else ""
    return Parsed(_record(leader, fields, encoding), tuple(filter(None, (damage, guess))))


def read_parsed(parsed: Parsed) -> ReadRecord:
    """A parsed record's fields by tag."""
    by_tag: dict[str, list[Field]] = {}
    for field in parsed.record.fields:
        by_tag.setdefault(field.tag, []).append(field)
    return ReadRecord(str(parsed.record.leader), by_tag, parsed.problems)


def _by_pymarc(data: bytes, encoding: Encoding) -> Parsed:
    if encoding == "utf-8":
        return Parsed(Record(data=data))
    # pymarc tells of cut multi-byte characters on stderr and nowhere else.
    with redirect_stderr(StringIO()) as said:
        record = Record(data=data, hide_utf8_warnings=True)
    return Parsed(record, ("encoding",) if said.getvalue() else ())


def _record(leader: bytes, fields: Fields, encoding: Encoding) -> Record:
    record = Record()
    record.leader = Leader(leader.decode("latin-1")[:9] + "a" + leader.decode("latin-1")[10:])
    for tag_bytes, content in fields:
        tag = tag_bytes.decode("ascii")
        if tag.isdigit() and tag < "010":
            record.fields.append(Field(tag=tag, data=decode(content, encoding)))
        else:
            record.fields.append(_variable_field(tag, content, encoding))
    return record


def _variable_field(tag: str, content: bytes, encoding: Encoding) -> Field:
    head, *parts = content.split(b"\x1f")
    if not parts:  # no subfield mark at all: the text is all there is
        head, parts = b"  ", [b"a" + head.lstrip()]
    marks = decode(head, "utf-8").ljust(2)
    subfields = [
        Subfield(code=chr(part[0]), value=_CONTROL.sub("", decode(part[1:], encoding)))
        if 0x20 < part[0] < 0x7F
        else Subfield(code="a", value=_CONTROL.sub("", decode(part, encoding)))
        for part in parts
        if part
    ]
    return Field(tag=tag, indicators=Indicators(marks[0], marks[1]), subfields=subfields)
