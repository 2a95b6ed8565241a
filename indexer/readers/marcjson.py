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
# How a record begins. Inside another one it says that the other's end is missing, and inside a string that the string's
# is: there the quotation mark would have a backslash before it.
_BEGINNING = re.compile(rb'\{\s{0,99}+"(?:leader|_id|fields|record)"\s{0,99}+:')
# A string (which ends on its line at the latest: JSON has no other), or a brace. Nothing is tried twice: with a string
# that never ends, that would take time and memory for each of its bytes.
_TOKEN = re.compile(
    rb'"(?:[^"\\\n{]++|\\[^\n]|\{(?!\s{0,99}+"(?:leader|_id|fields|record)"\s{0,99}+:))*+(?:"|\\?\n)?+|[{}]'
)
_OPENING, _CLOSING = b"{}"
_LEADER_LENGTH = 24
# How many bytes tell the beginning of a record, and the end of a string.
_KEPT = 256


def json_objects(stream: BinaryIO) -> Iterator[bytes]:
    """The bytes of each outermost object, whatever stands between them.

    An object that isn't closed comes as the bytes up to the next record, for the parser to refuse; one of more than
    MAX_PIECE bytes as its first MAX_PIECE, and the rest of it is passed over, up to the next record.
    """
    cutter = _Cutter()
    while chunk := stream.read(_CHUNK):
        yield from cutter.feed(chunk)
    yield from cutter.rest()


class _Cutter:
    """What has been read and not yet given out; `_start` is where the open object begins, -1 when none is.

    `_passing` is set while the rest of an overlong object is passed over.
    """

    def __init__(self) -> None:
        self._buffer = b""
        self._start = -1
        self._depth = 0
        self._scanned = 0
        self._passing = False

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        """The objects that this chunk completes."""
        self._buffer += chunk
        yield from self._cut(len(self._buffer) - _KEPT)
        keep = self._start if self._depth else self._scanned
        if len(self._buffer) - keep > MAX_PIECE:
            if self._depth:
                yield self._buffer[keep : keep + MAX_PIECE]
            self._depth, self._passing = 0, True
            self._scanned = keep = len(self._buffer) - _KEPT
        self._buffer = self._buffer[keep:]
        self._scanned -= keep
        self._start = 0

    def rest(self) -> Iterator[bytes]:
        """What the end of the file completes, and what it leaves open."""
        yield from self._cut(len(self._buffer))
        if self._depth:
            yield self._buffer[self._start :]

    def _cut(self, limit: int) -> Iterator[bytes]:
        """The objects that end before `limit`; what stands behind it may go on in the next chunk."""
        if self._passing and not self._found_beginning():
            return
        for token in _TOKEN.finditer(self._buffer, self._scanned):
            begin = token.start()
            if token.end() > limit:
                self._scanned = begin
                return
            mark = self._buffer[begin]
            if mark == _OPENING:
                if self._depth and _BEGINNING.match(self._buffer, begin):
                    yield self._buffer[self._start : begin].rstrip(b", \r\n\t")
                    self._depth = 0
                self._start = self._start if self._depth else begin
                self._depth += 1
            elif mark == _CLOSING and self._depth:
                self._depth -= 1
                if not self._depth:
                    yield self._buffer[self._start : token.end()]
        self._scanned = len(self._buffer)

    def _found_beginning(self) -> bool:
        """Whether a record begins, at last, in what is passed over."""
        found = _BEGINNING.search(self._buffer, self._scanned)
        self._passing = found is None
        self._scanned = found.start() if found else max(len(self._buffer) - _KEPT, 0)
        return not self._passing


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
