"""A librarian's own list: for each query the record that must be among the first hits.

The list is a CSV file with the columns `query`, `record` and `top` in any order, after a line that names them; comma,
semicolon or tab. A record is meant by its id, by any id it had before, or by its ISBN or other number. Without `top`
the record has to come first.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from discovery.catalog.record import UnionRecord
from discovery.errors import SettingsError
from discovery.search.numbers import number_forms
from discovery.search.params import MAX_SIZE, Row, SearchParams
from discovery.search.service import SearchService

MOST_ROWS = 100_000
_COLUMNS = ("query", "record")


@dataclass(frozen=True, slots=True)
class Wanted:
    """One line of the list. `fault` says why it can't be asked, or is ""."""

    line: int
    query: str
    record: str
    top: int = 1
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a line: `rank` is the record's place among the first `MAX_SIZE` hits, 0 where it isn't there.

    `known` is whether the catalogue has such a record at all, and `first` the title of the first hit.
    """

    wanted: Wanted
    rank: int = 0
    known: bool = True
    first: str = ""

    @property
    def held(self) -> bool:
        """Whether the record stands where it must."""
        return not self.wanted.fault and 0 < self.rank <= self.wanted.top


def read_wanted(file: Path) -> tuple[Wanted, ...]:
    """The lines of a list. Raises SettingsError where the file can't be read, has no such columns or no line."""
    try:
        text = file.read_text("utf-8-sig")
    except OSError as error:
        raise SettingsError(f"{file} can't be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{file} is no CSV file in UTF-8: save it in that encoding.") from error
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    rows: csv.DictReader[str] | None = None
    try:
        rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, restval="", strict=True)
        names = [name.strip().lower() for name in rows.fieldnames or ()]
        if not set(_COLUMNS) <= set(names):
            raise SettingsError(f"{file} needs a first line that names the columns query, record and top.")
        rows.fieldnames = names
        wanted = tuple(_wanted(rows.line_num, row) for row in islice(rows, MOST_ROWS))
    except csv.Error as error:
        line = f" after line {rows.line_num}" if rows else ""
        raise SettingsError(f"{file} is no CSV file: {error}{line}.") from error
    if not wanted:
        raise SettingsError(f"{file} has no line below its first: write a query and a record.")
    return wanted


def judge_wanted(service: SearchService, wanted: tuple[Wanted, ...]) -> Iterator[Verdict]:
    """Ask each line as a reader would. Raises EngineError only."""
    for each in wanted:
        yield Verdict(each) if each.fault else _judged(service, each)


def _wanted(line: int, row: dict[str, str]) -> Wanted:
    query, record, top = (row.get(name, "").strip() for name in (*_COLUMNS, "top"))
    found = Wanted(line, query, record)
    if not query or not record:
        return replace(found, fault="a query and a record are needed")
    if not top:
        return found
    if not (top.isascii() and top.isdigit() and len(top) <= 3 and 1 <= int(top) <= MAX_SIZE):
        return replace(found, fault=f"top is a number from 1 to {MAX_SIZE}")
    return replace(found, top=int(top))


def _judged(service: SearchService, wanted: Wanted) -> Verdict:
    found = service.engine.get(wanted.record)
    shown = found.id if found else ""
    numbers = frozenset(number_forms(wanted.record))
    hits = service.search(SearchParams(rows=(Row(wanted.query),), size=MAX_SIZE), facets=()).hits
    ranks = (rank for rank, hit in enumerate(hits, 1) if hit.record.id == shown or _has_number(hit.record, numbers))
    rank = next(ranks, 0)
    known = bool(rank or found or _is_catalogued(service, wanted.record))
    return Verdict(wanted, rank, known, hits[0].record.description.title.full if hits else "")


def _is_catalogued(service: SearchService, number: str) -> bool:
    return service.search(SearchParams(rows=(Row(number, "identifier"),), size=1), facets=()).total > 0


def _has_number(record: UnionRecord, numbers: frozenset[str]) -> bool:
    return any(numbers.intersection(number_forms(each.value)) for each in record.description.identifiers)
