"""Copies below their title: the first row names it, and those below hold nothing but the copies' own numbers.

| No | Judul | Pengarang | No. Inventaris |
| --- | --- | --- | --- |
| 1 | Bumi manusia | Pramoedya | 00123/SMA/2019 |
|   |   |   | 00124/SMA/2019 |
"""

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from indexer.readers.table_copies import PlacedRow
from indexer.tables.columns import ColumnMap
from indexer.tables.row import TableRow

# What may be said of one copy; anything else is said of a title.
_OF_COPY = frozenset({"copy", "shelf", "status", "call_number", "branch", "library", "row_number", "copies"})
# What a copy's row doesn't take from its title's: its state, its number, and how many there are.
_OWN = frozenset({"copy", "status", "copies", "row_number"})
# Numbers that were written down for books to come end many a register. The last title may have so many copies more
# than any other.
_FEW = 2


class CopiesBelow:
    """Fills in such rows from their title's, and counts them in `filled`.

    Rows without a title that end the table, and are many more than ever stood below a title, are numbers for books to
    come: they stay as they are, as they do where every copy's row names its title.
    """

    def __init__(self, columns: ColumnMap) -> None:
        self.filled = 0
        self._columns = columns

    def of(self, rows: Iterable[PlacedRow]) -> Iterator[PlacedRow]:
        """The rows in their order, each copy's with what its title's row says."""
        above: Mapping[str, str] = {}
        below: list[PlacedRow] = []
        longest = 0
        for placed in rows:
            fields = self._fields(placed.row)
            if above and "copy" in fields and fields <= _OF_COPY:
                below.append(placed)
                continue
            longest = max(longest, len(below))
            yield from self._filled(below, above)
            below = []
            yield placed
            if "title" in fields:
                above = placed.row.cells if "copy" in fields else {}
            elif not placed.row.sound:
                above = {}
        yield from self._filled(below, above) if longest and len(below) <= longest + _FEW else below

    def _fields(self, row: TableRow) -> set[str]:
        return {field for name in row.cells for field, _ in self._columns.places(name)}

    def _filled(self, below: Iterable[PlacedRow], above: Mapping[str, str]) -> Iterator[PlacedRow]:
        told = {
            name: cell
            for name, cell in above.items()
            if (fields := self._columns.places(name)) and _OWN.isdisjoint(field for field, _ in fields)
        }
        for placed in below:
            self.filled += 1
            yield placed._replace(row=replace(placed.row, cells={**told, **placed.row.cells}))

    def sentences(self) -> tuple[str, ...]:
        """What a technician is told of them."""
        if not self.filled:
            return ()
        rows = "1 row holds" if self.filled == 1 else f"{self.filled:,} rows hold"
        return (f"{rows} a copy's number and no title, and took the title that stands above.",)


def copies_below(rows: Iterable[PlacedRow], columns: ColumnMap) -> int:
    """How many such rows stand between rows with titles."""
    below = CopiesBelow(columns)
    for _ in below.of(rows):
        pass
    return below.filled
