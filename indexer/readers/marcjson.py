"""MARC-in-JSON: cut into objects as bytes, and each read by itself.

The community's shape, which pymarc, ruby-marc and yaz write (https://rossfsinger.com/blog/2010/09/a-proposal-to-serialize-marc-in-json/),
in an array, one a line, or one after the other; and Catmandu's arrays (https://metacpan.org/pod/Catmandu::MARC).
"""

import json
import re
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from indexer.readers.fields import PlainField
from indexer.readers.iso2709 import Unreadable
from indexer.readers.marc21 import ReadRecord
from indexer.readers.pieces import MAX_PIECE

_CHUNK = 1 << 20
# A string (which ends on its line at the latest: JSON has no other), or a brace.
_TOKEN = re.compile(rb'"(?:[^"\\\n]|\\[^\n])*(?:"|\n|\\\n)|[{}]')
# How a record begins; inside another one it says that the other's end is missing.
_BEGINNING = re.compile(rb'\{\s*"(?:leader|_id)"\s*:')
_LEADER_LENGTH = 24
# What may have to be read on with when no object is open: the beginning of a record is told by fewer bytes.
_KEPT = 256


def json_objects(stream: BinaryIO) -> Iterator[bytes]:
    """The bytes of each outermost object, whatever stands between them.

    An object that isn't closed comes as the bytes up to the next record, for the parser to refuse.
    """
    buffer = b""
    while chunk := stream.read(_CHUNK):
        objects, kept = _cut(buffer + chunk, at_end=False)
        yield from objects
        buffer = kept
        if len(buffer) > MAX_PIECE:
            yield buffer
            buffer = b""
    objects, kept = _cut(buffer, at_end=True)
    yield from objects
    if kept.strip().startswith(b"{"):
        yield kept


def _cut(buffer: bytes, *, at_end: bool) -> tuple[list[bytes], bytes]:
    """The whole objects in the buffer, and what is left to be read on with: an open object from its beginning."""
    found: list[bytes] = []
    depth, start, done = 0, -1, 0
    for token in _TOKEN.finditer(buffer):
        if not at_end and token.end() == len(buffer):
            break  # a string may go on in the next chunk
        mark = buffer[token.start()]
        if mark == 0x7B:
            if depth and _BEGINNING.match(buffer, token.start()):
                found.append(buffer[start : token.start()].rstrip(b", \r\n\t"))
                depth = 0
            start = start if depth else token.start()
            depth += 1
        elif mark == 0x7D and depth:
            depth -= 1
            if not depth:
                done = token.end()
                found.append(buffer[start:done])
    if depth:
        return found, buffer[start:]
    return found, b"" if at_end else buffer[done:][-_KEPT:]


def read_marcjson(raw: bytes) -> ReadRecord:
    """The fields of one object. Raises Unreadable, with a reason a cataloguer can act on."""
    try:
        content = json.loads(raw.decode("utf-8", "replace"), strict=False)
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"the JSON is not well-formed: {error}.") from error
    if not isinstance(content, dict):
        raise Unreadable("this is no MARC-in-JSON: a record is an object.")
    problems: set[str] = set() if raw.isascii() or b"\xef\xbf\xbd" in raw or _is_utf8(raw) else {"encoding"}
    leader, fields = _of_arrays(content, problems) if "record" in content else _of_objects(content, problems)
    if not fields:
        raise Unreadable('this is no MARC-in-JSON: there are no "fields" in it.')
    by_tag: dict[str, list[PlainField]] = {}
    for tag, field in fields:
        by_tag.setdefault(tag, []).append(field)
    return ReadRecord(leader.ljust(_LEADER_LENGTH)[:_LEADER_LENGTH], by_tag, tuple(sorted(problems)))


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode()
    except UnicodeDecodeError:
        return False
    return True


def _of_objects(content: dict[str, object], problems: set[str]) -> tuple[str, list[tuple[str, PlainField]]]:
    """`{"leader": "…", "fields": [{"001": "…"}, {"245": {"ind1": …, "ind2": …, "subfields": [{"a": "…"}]}}]}`."""
    leader, given = content.get("leader"), content.get("fields")
    fields: list[tuple[str, PlainField]] = []
    for each in given if isinstance(given, list) else ():
        for tag, value in each.items() if isinstance(each, dict) else ():
            if len(tag) != 3:
                problems.add("structure")
            elif isinstance(value, str):
                fields.append((tag, PlainField(value, None)))
            elif isinstance(value, dict):
                marks = f"{_mark(value.get('ind1'))}{_mark(value.get('ind2'))}"
                fields.append((tag, PlainField(None, marks, _subfields(value.get("subfields"), problems))))
            else:
                problems.add("structure")
    return leader if isinstance(leader, str) else "", fields


def _subfields(given: object, problems: set[str]) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    for each in given if isinstance(given, list) else ():
        for code, value in each.items() if isinstance(each, dict) else ():
            if len(code) == 1 and isinstance(value, str):
                found.append((code, value))
            else:
                problems.add("structure")
    return tuple(found)


def _of_arrays(content: dict[str, object], problems: set[str]) -> tuple[str, list[tuple[str, PlainField]]]:
    """`{"_id": "…", "record": [["LDR", …, "_", "…"], ["245", "1", "0", "a", "…", "c", "…"]]}`."""
    rows = content["record"]
    leader, fields = "", []
    for row in rows if isinstance(rows, list) else ():
        if not isinstance(row, list) or len(row) < 5 or not _all_text(row[3:]) or len(_mark(row[0], 3)) != 3:
            problems.add("structure")
            continue
        tag, value = _mark(row[0], 3), row[4]
        if tag == "LDR":
            leader = value
        elif row[3] == "_":
            fields.append((tag, PlainField(value, None)))
        else:
            pairs = tuple((code, text) for code, text in zip(row[3::2], row[4::2], strict=False) if len(code) == 1)
            fields.append((tag, PlainField(None, f"{_mark(row[1])}{_mark(row[2])}", pairs)))
    return leader, fields


def _all_text(values: Sequence[object]) -> bool:
    return all(isinstance(value, str) for value in values)


def _mark(value: object, length: int = 1) -> str:
    return value[:length] if isinstance(value, str) and value else " "
