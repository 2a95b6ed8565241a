"""Gathers the rows of copies into one row a title, in the order of their first copies, within bounded memory."""

from collections.abc import Iterable, Iterator
from itertools import islice
from tempfile import TemporaryFile
from typing import NamedTuple
from zlib import crc32

import msgspec

from indexer.tables.columns import ColumnMap
from indexer.tables.grouping import group_key
from indexer.tables.row import TableRow

# Rows held at once; a larger table is first dealt out to files, a title's rows to the same one.
_HELD = 100_000
_BUCKETS = 64


class PlacedRow(NamedTuple):
    """A row with its number in the spreadsheet."""

    position: int
    row: TableRow


def gather_copies(rows: Iterable[PlacedRow], columns: ColumnMap) -> Iterator[PlacedRow]:
    """One row for each title, at its first copy's place, with the cells of all its copies.

    What the first copy's row leaves empty is filled from the others. Rows that are broken or have no title stay alone.
    """
    stream = iter(rows)
    held = list(islice(stream, _HELD))
    more = next(stream, None)
    if more is None:
        yield from _gathered(held, columns)
        return
    buckets = [TemporaryFile() for _ in range(_BUCKETS)]  # noqa: SIM115 - closed below
    try:
        for part in (held, [more], stream):
            for placed in part:
                key = group_key(columns.values(placed.row.cells)) or str(placed.position)
                line = msgspec.json.encode((placed.position, placed.row))
                buckets[crc32(key.encode("utf-8", "replace")) % _BUCKETS].write(line + b"\n")
        held.clear()
        decoder = msgspec.json.Decoder(tuple[int, TableRow])
        for bucket in buckets:
            bucket.seek(0)
            yield from _gathered((PlacedRow(*decoder.decode(line)) for line in bucket), columns)
    finally:
        for bucket in buckets:
            bucket.close()


def gathered(copies: int, titles: int) -> str:
    """The sentence that says what became of the rows."""
    further = copies - titles
    rest = (
        "the 1 row of a further copy counts as skipped"
        if further == 1
        else f"the {further:,} rows of further copies count as skipped"
    )
    return f"{copies:,} rows of copies are {titles:,} titles; each title counts once, and {rest}."


def _gathered(rows: Iterable[PlacedRow], columns: ColumnMap) -> Iterator[PlacedRow]:
    groups: dict[str, list[PlacedRow]] = {}
    for placed in rows:
        key = group_key(columns.values(placed.row.cells)) or f"\0{placed.position}"
        groups.setdefault(key, []).append(placed)
    for copies in groups.values():
        yield PlacedRow(copies[0].position, _united([copy.row for copy in copies]))


def _united(rows: list[TableRow]) -> TableRow:
    first = rows[0]
    if first.broken:
        return first
    cells: dict[str, str] = {}
    for row in rows:
        for column, value in row.cells.items():
            cells.setdefault(column, value)
    encoding = next((row.encoding for row in rows if row.encoding), "")
    return TableRow(cells, tuple(row.cells for row in rows), encoding)
