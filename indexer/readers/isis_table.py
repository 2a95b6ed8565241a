"""An export of CDS/ISIS as a table: a row a record, a column a field or subfield, called as its own language calls
them: v24, v26^a. What each number means every database says for itself, and so does padu.toml.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import BinaryIO

from discovery.errors import SourceUnreadable
from indexer.readers.isis import IsisRecord, isis_records
from indexer.readers.iso2709 import CUT_OFF
from indexer.readers.table_encoding import decoded, guess_encoding
from indexer.readers.table_shape import Found, check_columns
from indexer.readers.table_text import RawRow
from indexer.tables.columns import plain_name
from indexer.tables.rules import TableRules

# A file is held in memory with all its records; a database of CDS/ISIS can't be larger than 500 MB.
MAX_EXPORT = 128 << 20
# <words> are terms for the index; <what is printed=what is filed> is the other use of the same marks.
_TERMS = re.compile(r"\s*(?:<[^<>]*>\s*)+")
_TERM = re.compile(r"<([^<>]*)>")
_FILED = re.compile(r"<([^<>=]*)=[^<>]*>")
_COLUMN = re.compile(r"v[1-9][0-9]{0,2}(?:\^[0-9a-z])?", re.IGNORECASE)
_SUBFIELD = re.compile(r"\^([0-9A-Za-z])")
_STOPS = (",", ";", ".", ":", "-", "=", "/", "(")
_SHOWN = 40


class IsisTable:
    """The records of one export as rows, each with its number; `names` are the columns, `filled` those that a record
    fills. A field with subfields is a column itself only where it is `wanted`: the settings name it. Raises
    SourceUnreadable when the file is too large.
    """

    def __init__(self, stream: BinaryIO, name: str, encoding: str, wanted: Sequence[str]) -> None:
        content = stream.read(MAX_EXPORT + 1)
        if len(content) > MAX_EXPORT:
            raise SourceUnreadable(
                f"{name} is an export of CDS/ISIS larger than {MAX_EXPORT >> 20} MiB; export its records in parts, "
                "each from one record number to another."
            )
        self._records = list(isis_records(content))
        guessed, fallback = guess_encoding(value for each in self._records for _, value in each.fields)
        self.encoding, self._fallback = encoding or guessed, fallback
        self._wanted = frozenset(map(plain_name, wanted))
        self._rows = [self._read(each) for each in self._records]
        self.filled = tuple(sorted({column for cells, _ in self._rows for column in cells}, key=_in_order))
        known = set(map(plain_name, self.filled))
        lacking = [each for each in wanted if _COLUMN.fullmatch(each) and plain_name(each) not in known]
        self.names = (*self.filled, *lacking)

    def rows(self) -> Iterator[RawRow]:
        """A row a record, with a cell for each column."""
        for position, (record, (cells, encoding)) in enumerate(zip(self._records, self._rows, strict=True), 1):
            yield RawRow(position, [cells.get(name, "") for name in self.names], encoding, record.broken)

    def columns(self, rules: TableRules, name: str) -> Found:
        """The columns, of which any but the title's may be empty in one export. Raises SourceUnreadable when one that
        the settings name is none of a field, or the title's is missing.
        """
        told = self._examples()
        titles = tuple(rule for rule in rules.columns if rule.field == "title")
        check_columns(self.filled, replace(rules, columns=titles, library_column=""), name, told)
        check_columns(self.names, rules, name, told)
        return Found(1, self.names)

    def _examples(self) -> str:
        """The columns, each with what stands in it first."""
        found: dict[str, str] = {}
        for cells, _ in self._rows:
            for column, text in cells.items():
                found.setdefault(column, text)
        return ", ".join(f"{column} ({found[column][:_SHOWN].strip()})" for column in self.filled)

    @property
    def is_cut_off(self) -> bool:
        """Whether the last record's end is missing."""
        return bool(self._records) and self._records[-1].broken == CUT_OFF

    def _read(self, record: IsisRecord) -> tuple[dict[str, str], str]:
        """What a record says by column, and its character set where that is another than the file's."""
        values: dict[str, list[str]] = {}
        own = ""
        for tag, raw in record.fields:
            text, other = decoded(raw, self.encoding, self._fallback)
            own = other or own
            for column, value in self._columns(tag, text):
                values.setdefault(column, []).extend(value)
        return {column: _one_cell(found) for column, found in values.items() if found}, own

    def _columns(self, tag: int, text: str) -> Iterator[tuple[str, list[str]]]:
        whole = f"v{tag}"
        first, *rest = _SUBFIELD.split(text)
        gathers = bool(rest) and self._wants(whole)
        yield whole, _terms(_heading(first, rest) if gathers else first)
        for code, value in zip(rest[::2], rest[1::2], strict=True):
            own = f"{whole}^{code.lower()}"
            if not gathers or self._wants(own):
                yield own, _terms(value)

    def _wants(self, column: str) -> bool:
        return plain_name(column) in self._wanted


def _terms(text: str) -> list[str]:
    """The terms of a value that consists of them, else the value without their marks."""
    text = _FILED.sub(r"\1", text.strip())
    if _TERMS.fullmatch(text):
        return [term.strip() for term in _TERM.findall(text) if term.strip()]
    plain = text.replace("><", "; ").replace("<", "").replace(">", "").strip()
    return [plain] if plain else []


def _one_cell(values: list[str]) -> str:
    """One value as it is, several as SLiMS writes them in one cell."""
    return values[0] if len(values) == 1 else "".join(f"<{value}>" for value in values)


def _heading(first: str, rest: list[str]) -> str:
    """A field in heading mode: ";" for ^a, "," for ^b to ^i and "." for the others, where no mark stands already."""
    text = first.strip()
    for code, value in zip(rest[::2], rest[1::2], strict=True):
        mark = ";" if code in "aA" else "," if code.lower() in "bcdefghi" else "."
        between = "" if not text else " " if text.endswith(_STOPS) else f"{mark} "
        text += between + value.strip()
    return text


def _in_order(column: str) -> tuple[int, str]:
    tag, _, code = column.removeprefix("v").partition("^")
    return int(tag), code
