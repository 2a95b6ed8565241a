"""A shelf mark that stands in several columns, as on its label: "813", "AND" and "l" below one name."""

from collections.abc import Sequence

from indexer.readers.table_text import RawRow
from indexer.tables.columns import known_field

# Rows that tell, and the letters of a name or a title on a label.
_LOOKED_AT, _LONGEST = 50, 5


def is_shelf_mark(name: str) -> bool:
    """Whether a column so called holds shelf marks, or classes, below whose name their other lines may stand."""
    known = known_field(name)
    return known is not None and known[0] in ("call_number", "class")


def with_pieces(header: Sequence[str], rows: Sequence[RawRow]) -> list[str]:
    """The names, with that of the shelf mark for the nameless columns beside it that hold nothing but its letters."""
    below = [row.cells for row in rows[:_LOOKED_AT]]
    width = max([len(header), *map(len, below)])
    named = [*header, *[""] * (width - len(header))]
    for at in range(1, width):
        if (
            not named[at]
            and is_shelf_mark(named[at - 1])
            and _is_piece([cells[at] for cells in below if at < len(cells)])
        ):
            named[at] = named[at - 1]
    return named if any(named[len(header) :]) else named[: len(header)]


def _is_piece(cells: Sequence[str]) -> bool:
    filled = [cell.strip() for cell in cells if cell.strip()]
    return bool(filled) and all(cell.isalpha() and len(cell) <= _LONGEST for cell in filled)
