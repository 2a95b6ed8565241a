"""4XX: the entry that a linking field makes for another thing, whether its fields are embedded or not."""

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.crosswalks.unimarc.title import without_marks


@dataclass(frozen=True, slots=True)
class LinkedEntry:
    """What a 4XX says of the other thing."""

    title: str = ""
    author: str = ""
    isbn: str = ""
    issn: str = ""
    number: str = ""
    date: str = ""
    id: str = ""


def linked_entry(subfields: Sequence[tuple[str, str]]) -> LinkedEntry:
    """The other thing's title, author, numbers, volume and record number.

    With embedded fields each $1 opens one of the other record's ("$1001X12", "$12001 $aTitle$v4"); without, $t is the
    title, $a the author, $x the ISSN, $y the ISBN, $v the volume, $d the date, $0 or $3 the record's number.
    """
    values: dict[str, str] = {}
    tag = ""
    for code, value in subfields:
        if code == "1":
            tag = value[:3]
            if tag == "001":
                values.setdefault("id", value[3:].strip())
            continue
        name = _EMBEDDED.get((tag, code)) if tag in _TAGS else _PLAIN.get(code)
        if name and (text := without_marks(value)):
            values[name] = (
                f"{values[name]}, {text.lstrip(', ')}"
                if name == "author" and name in values
                else (values.get(name) or text)
            )
    return LinkedEntry(**values)


_PLAIN = {"t": "title", "a": "author", "x": "issn", "y": "isbn", "v": "number", "d": "date", "0": "id", "3": "id"}
_EMBEDDED = {
    ("200", "a"): "title", ("200", "v"): "number", ("500", "a"): "title", ("700", "a"): "author",
    ("700", "b"): "author", ("701", "a"): "author", ("701", "b"): "author", ("710", "a"): "author",
    ("010", "a"): "isbn", ("011", "a"): "issn", ("210", "d"): "date",
}  # fmt: skip
_TAGS = frozenset(tag for tag, _ in _EMBEDDED)
