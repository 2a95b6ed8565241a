"""A row's cells by field, mended and taken apart where a cell holds several values."""

import re
from collections.abc import Mapping
from html import unescape

from indexer.crosswalks.table.mending import cell_error, mended_text, says_nothing
from indexer.tables.columns import ColumnMap, unnumbered

# SLiMS writes several values in one cell as <A><B>.
_BRACKETED = re.compile(r"\s*(?:<[^<>]*>\s*)+")
_BRACKETS = re.compile(r"<([^<>]*)>")
_HABIT = re.compile(r"[;|\n]|\\n")
# "AND" and "l" beside "813": what stands in the further columns of a shelf mark.
_LONGEST_PIECE = 6
# Free text keeps its semicolons.
_ONE_TEXT = frozenset({"notes", "abstract", "contents", "title", "subtitle", "addition", "responsibility"})


class TableFields:
    """What a row says, field by field. `problems` gathers codes of what was mended or left out."""

    def __init__(self, cells: Mapping[str, str], columns: ColumnMap, problems: list[str]) -> None:
        self._splits = columns.splits
        self._problems = problems
        self.errors: list[str] = []
        kept = {}
        for column, text in cells.items():
            error = cell_error(text)
            if error:
                if columns.places(column):
                    problems.append("cell-error")
                    self.errors.append(error)
            elif not says_nothing(text):
                kept[column] = text
        self._values = columns.values(kept)
        self._columns = columns
        self._kept = kept

    def column(self, field: str) -> str:
        """The name of the first column that says something for the field, or ""."""
        return next((name for name in self._kept if any(each == field for each, _ in self._columns.places(name))), "")

    def text(self, field: str) -> str:
        """The field's cell as plain text, or ""."""
        values = self._values.get(field)
        if not values:
            return ""
        text = values[0]
        if field == "call_number" and len(values) > 1:
            text = " ".join([text, *(each for each in values[1:] if len(each.strip()) <= _LONGEST_PIECE)])
        if text[:1] == "<" and _BRACKETED.fullmatch(text):
            text = "; ".join(_BRACKETS.findall(text))
        return self._mended(text)

    def said(self, field: str) -> list[tuple[str, str]]:
        """What each of the field's columns says, with its name, as plain text."""
        named = (each for each in self._kept.items() if any(own == field for own, _ in self._columns.places(each[0])))
        return [(column, self._mended(text)) for column, text in named]

    def named(self, field: str) -> list[tuple[str, str]]:
        """The field's cells as plain text, each with its column's name: of titles, those that aren't the title."""
        return [(name, self._mended(self._kept[name])) for name in self._columns.columns(self._kept).get(field, ())]

    def cell(self, field: str) -> str:
        """The field's cell as it stands, or ""."""
        return next(iter(self._values.get(field, ())), "").strip()

    def plain(self, text: str) -> str:
        """A part of a cell as plain text."""
        return self._mended(text)

    def texts(self, field: str) -> list[str]:
        """All values of the field: of its columns in order, and of each cell as its columns or its habits divide it."""
        return [text for value in self._values.get(field, ()) for text in self._texts_of(field, value)]

    def texts_by_name(self, field: str) -> dict[str, list[str]]:
        """The same by the name of their columns, of which "No. Induk 1" and "No. Induk 2" are one."""
        found: dict[str, list[str]] = {}
        for column in self._columns.columns(self._kept).get(field, ()):
            found.setdefault(unnumbered(column), []).extend(self._texts_of(field, self._kept[column]))
        return found

    def _texts_of(self, field: str, value: str) -> list[str]:
        texts = map(self._mended, self._divided(field, value))
        return [text for text in texts if text and not says_nothing(text)]

    def _divided(self, field: str, value: str) -> list[str]:
        if "&" in value:  # "Simon &amp; Schuster" is one name
            value = unescape(value)
        if value[:1] in "< " and _BRACKETED.fullmatch(value):
            return _BRACKETS.findall(value)
        split = self._splits.get(field)
        if split:
            return value.split(split)
        return [value] if field in _ONE_TEXT else _HABIT.split(value)

    def _mended(self, text: str) -> str:
        mended, problem = mended_text(text)
        if problem:
            self._problems.append(problem)
        return mended
