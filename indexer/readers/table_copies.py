"""Gathers the rows of copies into one row a title, in the order of their first copies, within bounded memory."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from discovery.counting import counted
from indexer.tables.columns import ColumnMap
from indexer.tables.dealing import Dealing
from indexer.tables.grouping import group_key
from indexer.tables.row import TableRow, united


class PlacedRow(NamedTuple):
    """A row with its number in the spreadsheet."""

    position: int
    row: TableRow


def gather_copies(rows: Iterable[PlacedRow], columns: ColumnMap) -> Iterator[PlacedRow]:
    """One row for each title, at its first copy's place, with the cells of all its copies.

    What the first copy's row leaves empty is filled from the others. Rows that are broken or have no title stay alone.
    """
    dealing = Dealing(PlacedRow)
    for placed in rows:
        dealing.add(group_key(columns.values(placed.row.cells)) or f"\0{placed.position}", placed)
    for copies in dealing.groups():
        yield PlacedRow(copies[0].position, united([copy.row for copy in copies]))


def gathered(copies: int, titles: int) -> str:
    """The sentence that says what became of the rows."""
    further = copies - titles
    rest = (
        "the 1 row of a further copy counts as skipped"
        if further == 1
        else f"the {further:,} rows of further copies count as skipped"
    )
    return f"{copies:,} rows of copies are {counted(titles, 'title')}; each title counts once, and {rest}."
