"""What stands in for the identifier of a title that has none, and titles of the same words told apart by it.

A small library's list has no identifiers, and yet its titles have to keep theirs when a column is added, rows are
sorted, copies are counted anew, or the list comes as a workbook. So a title is known by its words, and only where two
have the same by what else they say.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from discovery.catalog.identifiers import parse_isbn
from indexer.report import SourceRecord
from indexer.tables.alike import AlikeCopies, NumberedAlike
from indexer.tables.columns import ColumnMap
from indexer.tables.dealing import Dealing
from indexer.tables.grouping import folded, group_key, title_words
from indexer.tables.row import TableRow, decode_row, encode_row, united
from indexer.tables.shape import TableShape

Kept = tuple[SourceRecord, TableRow]
# What may tell two titles of the same words apart, the surest first.
_TELLING = (
    "copy",
    "addition",
    "edition",
    "publisher",
    "call_number",
    "class",
    "extent",
    "series_number",
    "series",
    "shelf",
    "level",
)


def content_id(row: TableRow, columns: ColumnMap) -> str:
    """The identifier of a title that has none."""
    content = f"{_words(row, columns)}\x1f{row.beside}"
    return "sha256:" + hashlib.sha256(content.encode("utf-8", "replace")).hexdigest()[:32]


def _words(row: TableRow, columns: ColumnMap) -> str:
    """Of copies the same, whichever comes first."""
    if not row.copies or row.apart:
        return title_words(columns.values(row.cells))
    rows = row.copies
    return min(filter(None, (title_words(columns.values(cells)) for cells in rows)), default="")


class TitlesApart:
    """The rows of all of a partner's tables. Copies of one title are put together where they stand in several tables,
    and other titles of the same words are told apart.
    """

    def __init__(self, columns: ColumnMap, is_identifier: Callable[[str], bool]) -> None:
        self._columns, self._is_identifier = columns, is_identifier
        self._alike = AlikeCopies(columns)
        self._numbered = NumberedAlike()
        self._joined = 0
        self._file = ""

    def told(self, records: Iterable[SourceRecord]) -> Iterator[SourceRecord]:
        """Every record, those that need no telling first."""
        dealing = Dealing(SourceRecord)
        for record in records:
            key = self._key(record)
            if key:
                dealing.add(key, record)
            else:
                yield record
        for group in dealing.groups():
            if len(group) == 1:
                yield group[0]
            else:
                yield from self._apart(self._put_together([(each, decode_row(each.raw)) for each in group]))

    def shapes(self) -> tuple[TableShape, ...]:
        """What a technician is told of it, and the rows that count as skipped."""
        told = self._numbered.shapes()
        if not self._joined:
            return told
        times = "once, which counts" if self._joined == 1 else f"{self._joined:,} times, which count"
        said = (
            f"copies of a title that an earlier sheet or file has too were put together with those: {times} as skipped."
        )
        return (TableShape(self._file, remarks=(said, *self._alike.sentences()), further_copies=self._joined), *told)

    def _key(self, record: SourceRecord) -> str:
        """What rows share that have to be looked at together; "" for a row that has an identifier of its own."""
        if record.format != "table":
            return ""
        row = decode_row(record.raw)
        values = self._columns.values(row.cells)
        identifier = self._identifier(values)
        if not identifier:
            return _words(row, self._columns) if row.copies else title_words(values)
        if row.copies and not row.apart:
            return f"\x1f{identifier.strip()}"
        self._numbered.add(record, identifier.strip(), folded(values.get("title", ())))
        return ""

    def _put_together(self, group: list[Kept]) -> list[Kept]:
        """The group with one row for each title of copies, in the place of the first."""
        kept: list[Kept] = []
        places: dict[str, int] = {}
        for record, row in group:
            key = self._title_of_copies(row)
            if not key or key not in places:
                places[key] = len(kept)
                kept.append((record, row))
                continue
            first, before = kept[places[key]]
            self._alike.add([cells for own in (before, row) for cells in _once(own.copies)])
            kept[places[key]] = (first, united((before, row)))
            self._joined += 1
            self._file = record.file
        return kept

    def _title_of_copies(self, row: TableRow) -> str:
        """What copies of one title share; "" for a row that is a title."""
        if not row.copies or row.apart:
            return ""
        values = self._columns.values(row.cells)
        return self._identifier(values) or group_key(values)

    def _identifier(self, values: Mapping[str, Sequence[str]]) -> str:
        """What the row itself is known by; "" where nothing of it is an identifier."""
        found = next(iter(values.get("id", ())), "")
        return found if self._is_identifier(found) else ""

    def _apart(self, group: list[Kept]) -> Iterator[SourceRecord]:
        """Each with what tells it from the first; rows that are the same in every cell stay one."""
        contents = list(dict.fromkeys(tuple(sorted(row.cells.items())) for _, row in group))
        besides = dict(zip(contents, self._besides([dict(each) for each in contents]), strict=True))
        for record, row in group:
            beside = besides[tuple(sorted(row.cells.items()))]
            whole = replace(row, beside=beside) if beside else row
            yield replace(record, raw=encode_row(whole))

    def _besides(self, contents: Sequence[Mapping[str, str]]) -> list[str]:
        """In whatever order the rows stand, the same for the same rows."""
        marks = [_marks(self._columns.values(cells)) for cells in contents]
        shared = Counter(mark for each in marks for mark in each)
        order = sorted(range(len(contents)), key=lambda place: (marks[place], sorted(contents[place].items())))
        besides = [""] * len(contents)
        for rank, place in enumerate(order[1:], 1):
            own = (mark for mark in marks[place] if shared[mark] == 1)
            besides[place] = next(own, f"#{rank}")
        return besides


def _marks(values: Mapping[str, Sequence[str]]) -> list[str]:
    """What may tell a title from others of the same words, the surest first."""
    texts = (*values.get("isbn", ()), *values.get("isbn_issn", ()))
    isbns = [f"isbn {number.value}" for number in map(parse_isbn, texts) if number is not None and number.is_key]
    told = ((field, folded(values.get(field, ()))) for field in _TELLING)
    return isbns[:1] + [f"{field} {text}" for field, text in told if text]


def _once(copies: Sequence[Mapping[str, str]]) -> list[dict[str, str]]:
    """Copies without those that are the same in every cell: of these their own table has told."""
    return [dict(cells) for cells in dict.fromkeys(tuple(each.items()) for each in copies)]
