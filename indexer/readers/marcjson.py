"""MARC-in-JSON, a record at a time.

The community's shape, which pymarc, ruby-marc and yaz write (https://rossfsinger.com/blog/2010/09/a-proposal-to-serialize-marc-in-json/),
in an array, one a line, or one after the other; Catmandu's arrays (https://metacpan.org/pod/Catmandu::MARC); and what
`indexer.readers.marcjson_dialects` knows.
"""

import json
import re
from collections.abc import Sequence

from indexer.marc_source import PlainField
from indexer.readers.encoding import decode_declared_utf8
from indexer.readers.iso2709 import CUT_OFF, Unreadable
from indexer.readers.marc21 import ReadRecord
from indexer.readers.marcjson_dialects import Dialect, mark

_LEADER_LENGTH = 24
# Of a key that stands twice, json knows the last alone.
_FIELDS = '"fields"'
_HALF = re.compile(r"\\u[dD][89a-fA-F]")
# A letter in two halves, half a letter, or what else may be escaped, a backslash among it.
_ESCAPE = re.compile(r"\\(?:u[dD][89abAB]..\\u[dD][c-fC-F]..|(u[dD][89a-fA-F]..)|.)", re.DOTALL)


def read_marcjson(raw: bytes) -> ReadRecord:
    """The fields of one object. Raises Unreadable, with a reason a cataloguer can act on."""
    try:
        # A number is what its digits are: programs leave the quotation marks of an identifier or an indicator out.
        text = _with_whole_letters(decode_declared_utf8(raw))
        content = json.loads(text, strict=False, parse_int=str, parse_float=str)
    except (ValueError, RecursionError) as error:
        raise Unreadable(_fault(raw, error)) from error
    if not isinstance(content, dict):
        raise Unreadable("this is no MARC-in-JSON: a record is an object.")
    problems: set[str] = set() if raw.isascii() or b"\xef\xbf\xbd" in raw or _is_utf8(raw) else {"encoding"}
    if "record" in content:
        leader, fields = _of_arrays(content, problems)
    elif text.count(_FIELDS) == 1 and (found := _of_objects(content)) is not None:
        leader, fields = found
    else:
        dialect = Dialect(text, problems)
        leader, fields = dialect.leader(), [*dialect.fields()]
    if not fields:
        raise Unreadable('this is no MARC-in-JSON: there are no "fields" in it.')
    by_tag: dict[str, list[PlainField]] = {}
    for tag, field in fields:
        by_tag.setdefault(tag, []).append(field)
    return ReadRecord(leader.ljust(_LEADER_LENGTH)[:_LEADER_LENGTH], by_tag, tuple(sorted(problems)))


def _with_whole_letters(text: str) -> str:
    """The text, with U+FFFD where it escapes one half of a letter alone: a program cut that letter in two.

    Nothing can keep such a half: RFC 8259, 8.2.
    """
    return _ESCAPE.sub(lambda found: r"\ufffd" if found[1] else found[0], text) if _HALF.search(text) else text


def _fault(raw: bytes, error: ValueError | RecursionError) -> str:
    """What is wrong with an object that can't be parsed."""
    if not raw.startswith(b"{"):
        reason = f"this is no MARC record: it begins with {raw[:40]!r}. Take what doesn't belong there out of the file."
    elif isinstance(error, RecursionError):
        reason = "the JSON is not well-formed: one thing is within another, too many times over."
    elif isinstance(error, json.JSONDecodeError) and _is_cut_off(error.doc.rstrip(), error.pos):
        reason = CUT_OFF
    else:
        reason = f"the JSON is not well-formed: {error}."
    return reason


def _is_cut_off(text: str, fault: int) -> bool:
    return fault >= len(text) or not text.endswith("}")


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode()
    except UnicodeDecodeError:
        return False
    return True


def _of_objects(content: dict[str, object]) -> tuple[str, list[tuple[str, PlainField]]] | None:
    """`{"leader": "…", "fields": [{"001": "…"}, {"245": {"ind1": …, "ind2": …, "subfields": [{"a": "…"}]}}]}`.

    None of anything that has another shape in it, or an object with more than one key: it may have one of them twice.
    """
    leader, given = content.get("leader"), content.get("fields")
    fields: list[tuple[str, PlainField]] = []
    for each in given if isinstance(given, list) else ():
        if not isinstance(each, dict) or len(each) != 1:
            return None
        ((tag, value),) = each.items()
        if isinstance(value, str):
            field = PlainField(value, None)
        elif (subfields := _subfields(value)) is not None:
            field = PlainField(None, f"{mark(value.get('ind1'))}{mark(value.get('ind2'))}", subfields)
        else:
            return None
        if len(tag) != 3:
            return None
        fields.append((tag, field))
    return (leader if isinstance(leader, str) else "", fields) if fields else None


def _subfields(field: object) -> tuple[tuple[str, str], ...] | None:
    given = field.get("subfields") if isinstance(field, dict) else None
    if not isinstance(given, list):
        return None
    found: list[tuple[str, str]] = []
    for each in given:
        if not isinstance(each, dict) or len(each) != 1:
            return None
        ((code, value),) = each.items()
        if len(code) != 1 or code == " " or code > "~" or not isinstance(value, str):
            return None
        found.append((code, value))
    return tuple(found)


def _of_arrays(content: dict[str, object], problems: set[str]) -> tuple[str, list[tuple[str, PlainField]]]:
    """`{"_id": "…", "record": [["LDR", …, "_", "…"], ["245", "1", "0", "a", "…", "c", "…"]]}`."""
    rows = content["record"]
    leader, fields = "", []
    for row in rows if isinstance(rows, list) else ():
        if not isinstance(row, list) or len(row) < 5 or not _all_text(row[3:]) or len(mark(row[0], 3)) != 3:
            problems.add("structure")
            continue
        tag, value = mark(row[0], 3), row[4]
        if tag == "LDR":
            leader = value
        elif row[3] == "_":
            fields.append((tag, PlainField(value, None)))
        else:
            pairs = tuple((code, text) for code, text in zip(row[3::2], row[4::2], strict=False) if len(code) == 1)
            fields.append((tag, PlainField(None, f"{mark(row[1])}{mark(row[2])}", pairs)))
    return leader, fields


def _all_text(values: Sequence[object]) -> bool:
    return all(isinstance(value, str) for value in values)
