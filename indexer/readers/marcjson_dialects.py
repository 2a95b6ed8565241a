"""MARC in JSON as it was written before and beside the community's shape.

A field may be named in it ({"tag": "245", …}), as may a subfield ({"code": "a", "data": "…"}), which is how OCLC's
draft had it, with "controlfield" and "datafield" for "fields"; both may be keys of one object, a tag or a code twice or
with a list of values; and a field may be an array, as in marc-hash (to_marchash in ruby-marc's lib/marc/record.rb).

https://rossfsinger.com/blog/2010/09/a-proposal-to-serialize-marc-in-json/ says what others there were.
"""

import json
from collections.abc import Iterator
from typing import TypeGuard

from indexer.marc_source import PlainField

_FIELDS = ("fields", "controlfield", "datafield")
_VALUES = ("data", "value", "content")
_WITHIN = ("subfields", "subfield")


class _Pairs(list[tuple[str, object]]):
    """An object with all its keys, repeated ones too."""

    def get(self, *names: str) -> object:
        """The value of the first of these keys that is there, or None."""
        return next((value for key, value in self if key in names), None)


class Dialect:
    """One record read so. `problems` gets "structure" where something in it has no shape that is known."""

    def __init__(self, text: str, problems: set[str]) -> None:
        self._content = json.loads(text, strict=False, parse_int=str, parse_float=str, object_pairs_hook=_Pairs)
        self._problems = problems

    def leader(self) -> str:
        """The leader, or ""."""
        stated = self._content.get("leader")
        return stated if isinstance(stated, str) else ""

    def fields(self) -> Iterator[tuple[str, PlainField]]:
        """The fields in order, each with its tag."""
        for key, value in self._content:
            if key in _FIELDS:
                yield from self._fields(value)

    def _fields(self, given: object) -> Iterator[tuple[str, PlainField]]:
        if isinstance(given, _Pairs):
            named = given.get("tag")
            tagged = [(named, given)] if isinstance(named, str) else list(given)
            for tag, value in tagged:
                for each in _listed(value):
                    yield from self._field(tag, each)
        elif isinstance(given, list):
            for each in given:
                yield from self._field(*_of_array(each)) if _is_array(each) else self._fields(each)
        else:
            self._problems.add("structure")

    def _field(self, tag: str, value: object) -> Iterator[tuple[str, PlainField]]:
        data = value.get(*_VALUES) if isinstance(value, _Pairs) else value
        within = value.get(*_WITHIN) if isinstance(value, _Pairs) else None
        if len(tag) == 3 and isinstance(data, str):
            yield tag, PlainField(data, None)
        elif len(tag) == 3 and isinstance(value, _Pairs) and within is not None:
            yield tag, PlainField(None, _marks(value), tuple(self._subfields(within)))
        else:
            self._problems.add("structure")

    def _subfields(self, given: object) -> Iterator[tuple[str, str]]:
        for each in _listed(given):
            if isinstance(each, _Pairs):
                code = each.get("code")
                for key, value in [(code, each.get(*_VALUES))] if isinstance(code, str) else each:
                    for text in _listed(value):
                        yield from self._subfield(key, text)
            elif isinstance(each, list) and len(each) == 2 and isinstance(each[0], str):
                yield from self._subfield(each[0], each[1])
            else:
                self._problems.add("structure")

    def _subfield(self, code: str, value: object) -> Iterator[tuple[str, str]]:
        if len(code) == 1 and isinstance(value, str):
            if code == " " or code > "~":  # a letter of the text that was taken for a code
                self._problems.add("structure")
                code, value = "a", code + value
            yield code, value
        else:
            self._problems.add("structure")


def _is_array(value: object) -> TypeGuard[list[object]]:
    return isinstance(value, list) and not isinstance(value, _Pairs)


def _listed(value: object) -> list[object]:
    return value if _is_array(value) else [value]


def _of_array(row: list[object]) -> tuple[str, object]:
    """Marc-hash: ["001", "1"] and ["245", "1", "0", [["a", "…"]]]; the indicators may be one text.

    Or without arrays within it, as marcjs writes: ["245", "10", "a", "…", "c", "…"].
    """
    if len(row) > 3 and len(row) % 2 == 0 and all(isinstance(each, str) for each in row):
        return str(row[0]), _Pairs(
            [("ind", row[1]), ("subfields", [*map(list, zip(row[2::2], row[3::2], strict=True))])]
        )
    *texts, last = row or [""]
    tag, *marks = [each if isinstance(each, str) else "" for each in texts] or [""]
    if isinstance(last, list):
        return tag, _Pairs([("ind", "".join(each or " " for each in marks)), ("subfields", last)])
    return tag, last if not marks else None


def _marks(field: _Pairs) -> str:
    stated = field.get("ind")
    marks = stated if isinstance(stated, str) else mark(field.get("ind1")) + mark(field.get("ind2"))
    return marks.ljust(2)[:2]


def mark(value: object, length: int = 1) -> str:
    """The first characters of a text, a blank of anything else: an indicator, or of three a tag."""
    return value[:length] if isinstance(value, str) and value else " "
