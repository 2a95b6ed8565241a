"""Which mark stands between the cells of a text table."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator

from indexer.tables.columns import known_field

DELIMITERS = (",", ";", "\t", "|")


def guess_delimiter(lines: Iterable[str]) -> str:
    """The separator that gives a header we know, else the same number of columns in most rows."""
    filled = [line for line in lines if line.strip()][:60]
    return max(DELIMITERS, key=lambda delimiter: _evenness(filled, delimiter))


def is_divided(line: str, width: int) -> bool:
    """Whether a line is as many values by another separator: rows of two programs in one file. In a title that is a
    list, blanks follow the commas.
    """
    rows = (next(_lenient([line], delimiter), []) for delimiter in DELIMITERS)
    return width > 2 and any(len(row) == width and not any(cell.startswith(" ") for cell in row) for row in rows)


def _evenness(lines: list[str], delimiter: str) -> tuple[int, float, int]:
    rows = list(_lenient(lines, delimiter))
    known = max((sum(known_field(cell) is not None for cell in row) for row in rows[:20]), default=0)
    widths = Counter(map(len, rows))
    width, often = max(widths.items(), key=lambda pair: (pair[1], pair[0]), default=(1, 0))
    if width == 1:
        return (known if known > 1 else 0, 0.0, 0)
    return (known if known > 1 else 0, round(often / len(rows), 1), width)


def _lenient(lines: list[str], delimiter: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(lines, delimiter=delimiter)
    except csv.Error:
        return
