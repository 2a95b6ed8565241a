"""Rows of a table that are the same in every cell, and what a technician is told of them."""

from collections import Counter
from collections.abc import Mapping, Sequence

from indexer.report import SourceRecord
from indexer.tables.columns import ColumnMap
from indexer.tables.dealing import HELD
from indexer.tables.shape import TableShape

# "1" and "c.2" count the copies of one title; a number of the inventory is one thing's in the whole library.
_SHORTEST_OWN = 3


def is_own_number(text: str) -> bool:
    """Whether this is a number that no second copy has."""
    return any(map(str.isdigit, text)) and sum(map(str.isalnum, text)) >= _SHORTEST_OWN


class AlikeCopies:
    """Counts the rows of copies that are the same as an earlier one.

    Without a number of the copy's own each is a further copy; with it, it is that copy once more.
    """

    def __init__(self, columns: ColumnMap) -> None:
        self._columns = columns
        self._further = self._again = 0

    def add(self, copies: Sequence[Mapping[str, str]]) -> None:
        """One title's rows."""
        if len(copies) < 2:
            return
        for cells, count in Counter(tuple(cells.items()) for cells in copies).items():
            if count > 1 and any(map(is_own_number, self._columns.values(dict(cells)).get("copy", ()))):
                self._again += count - 1
            else:
                self._further += count - 1

    def sentences(self) -> tuple[str, ...]:
        """How many there were, and what became of them."""
        said = []
        if self._further:
            said.append(
                f"{_rows(self._further)} the same as an earlier one in every cell, and counted as a further copy of "
                "the same book; if that is a mistake of the export, take them out."
            )
        if self._again:
            said.append(
                f"{_rows(self._again)} the same as an earlier one in every cell, the copy's own number too, and not "
                "counted as a copy again."
            )
        return tuple(said)


class NumberedAlike:
    """Counts the titles that have the identifier of another title, as far as memory goes: where each sheet numbers its
    rows from 1 in a column called "ID", those of the first sheet are all that is loaded.
    """

    def __init__(self) -> None:
        self._titles: dict[str, str] = {}
        self._others = 0
        self._file = ""

    def add(self, record: SourceRecord, identifier: str, title: str) -> None:
        """One title's row that has an identifier."""
        known = self._titles.get(identifier)
        if known is None:
            if len(self._titles) < HELD:
                self._titles[identifier] = title
        elif known != title:
            self._others += 1
            self._file = record.file

    def shapes(self) -> tuple[TableShape, ...]:
        """What a technician is told of it."""
        if not self._others:
            return ()
        rows = "1 row has" if self._others == 1 else f"{self._others:,} rows have"
        said = (
            f"{rows} the identifier of an earlier row but another title, and can't be loaded: the first one counts. If "
            'the column only numbers rows, call it "No" in the list; if another names each title for good, say so '
            'under [partner.columns]: id = "…".'
        )
        return (TableShape(self._file, remarks=(said,)),)


def alike_titles(shapes: Sequence[TableShape], rows: int) -> tuple[TableShape, ...]:
    """The remark on so many rows without an identifier that were skipped, where the rows are titles."""
    if not rows or any(shape.rows == "copies" for shape in shapes if shape.columns):
        return ()
    said = (
        f"{_rows(rows)} the same as an earlier one in every cell, and skipped: the first one counts. If each row is a "
        'copy of its own, say so: rows = "copies".'
    )
    return tuple(TableShape(shape.file, remarks=(said,)) for shape in shapes[:1])


def _rows(count: int) -> str:
    return "1 row is" if count == 1 else f"{count:,} rows are"
