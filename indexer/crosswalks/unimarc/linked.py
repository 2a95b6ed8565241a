"""4XX: the entry that a linking field makes for another thing, whether its fields are embedded or not."""

from collections.abc import Sequence
from dataclasses import dataclass

from discovery.catalog.punctuation import trim_isbd
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
    """The other thing's title with its parts, first author, numbers, volume and record number.

    With embedded fields each $1 opens one of the other record's ("$1001X12", "$12001 $aTitle$v4"), of which those for
    its edition, its extent and its further authors aren't needed; without, $t is the title, $a the author, $x the ISSN,
    $y the ISBN, $v the volume, $d the date, $0 or $3 the record's number.
    """
    values: dict[str, str] = {}
    tag, opened, of_author = "", 0, 0
    for code, value in subfields:
        if code == "1":
            tag, opened = value[:3], opened + 1
            if tag == "001":
                values.setdefault("id", value[3:].strip())
            continue
        if tag in _UNOPENED or (code == "v" and tag not in _SERIES):
            name = _PLAIN.get(code)
        else:
            name = _EMBEDDED.get((tag, code))
        text = without_marks(value) if name else ""
        if not name or not text:
            continue
        if name == "author" and (name not in values or of_author == opened):
            values[name] = f"{values[name]}, {text.lstrip(', ')}" if name in values else text
            of_author = opened
        elif name == "part":
            values["title"] = ". ".join(filter(None, (trim_isbd(values.get("title", "")), text)))
        else:
            values.setdefault(name, text)
    return LinkedEntry(**values)


# No data field is open: $1 has the other record's number, or there is none.
_UNOPENED = frozenset({"", "000", "001"})
# Their $v is a number in another series; all others' is the other thing's own, wherever it stands.
_SERIES = frozenset({"225", "410"})
_PLAIN = {"t": "title", "a": "author", "x": "issn", "y": "isbn", "v": "number", "d": "date", "0": "id", "3": "id"}
_EMBEDDED = {
    ("200", "a"): "title", ("200", "h"): "part", ("200", "i"): "part", ("500", "a"): "title",
    **{(tag, code): "author" for tag in ("700", "701", "710", "711") for code in "ab"},
    ("010", "a"): "isbn", ("011", "a"): "issn", ("210", "d"): "date", ("214", "d"): "date",
}  # fmt: skip
