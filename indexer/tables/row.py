"""One row of a table as it is kept: its filled cells under their columns' names, as canonical JSON."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

import msgspec


class TableRow(msgspec.Struct, frozen=True, omit_defaults=True):
    """A row, or all the rows of one title where rows are copies.

    `cells` holds what stood in the cells, unmended; empty cells and mere row numbers are left out, so that a table in
    another order is the same table. `copies` are the cells of every copy's row where rows are copies, those of `cells`
    too, unless they stand in a table of their own (`apart`). `encoding` names the character set that this row was read
    in when it isn't the file's. `broken` says why nothing can be read from the row; `cells` is empty then, and `sound`
    tells that nothing should: a total, a header that is repeated. `beside` is what tells a title without an identifier
    from another of the same words in its partner's tables.
    """

    cells: Mapping[str, str] = {}
    copies: tuple[Mapping[str, str], ...] = ()
    encoding: str = ""
    broken: str = ""
    sound: bool = False
    apart: bool = False
    beside: str = ""


def united(rows: Sequence[TableRow]) -> TableRow:
    """One row of one title's copies: what the first leaves empty is filled from the others."""
    first = rows[0]
    if first.broken:
        return first
    cells: dict[str, str] = {}
    for row in rows:
        for column, value in row.cells.items():
            cells.setdefault(column, value)
    encoding = next((row.encoding for row in rows if row.encoding), "")
    return TableRow(cells, tuple(each for row in rows for each in row.copies or (row.cells,)), encoding)


def encode_row(row: TableRow) -> bytes:
    """The row as canonical JSON: one row always gives the same bytes."""
    return msgspec.json.encode(row)


@lru_cache(maxsize=1)
def _decoder() -> msgspec.json.Decoder[TableRow]:
    return msgspec.json.Decoder(TableRow)


def decode_row(raw: bytes) -> TableRow:
    """The row that `encode_row` wrote. Raises msgspec.DecodeError."""
    return _decoder().decode(raw)
