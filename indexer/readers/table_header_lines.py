"""A header over two lines: a name above several columns, and what each of them is called below it."""

from collections.abc import Iterator, Sequence

from indexer.readers.table_label import is_shelf_mark
from indexer.readers.table_text import RawRow
from indexer.tables.columns import known_field

_LONGEST = 30
# Fields of numbers, of whatever is named below.
_COUNTING = ("copies", "row_number", "copy")


def is_name(cell: str) -> bool:
    """Whether a cell is short and has no digits, as names of columns are."""
    return len(cell) <= _LONGEST and not any(map(str.isdigit, cell))


def second_line(header: Sequence[str], row: RawRow) -> dict[int, str]:
    """What the row below says of columns that share a name above them ("Jumlah": "Judul", "Eks"); {} for a row of
    another kind.
    """
    own = {at: cell.strip() for at, cell in enumerate(row.cells) if cell.strip() and at not in row.filled}
    width = len(header)
    alone = (at for at in own if at + 1 < width and header[at] and header[at + 1])  # shares its name with no other
    shared = all(known_field(f"{header[at]} {own[at]}") for at in alone)  # "Jml" over "Eks"
    titled = any(at in own for at, name in enumerate(header) if (known := known_field(name)) and known[0] == "title")
    if not shared or titled or not all(map(is_name, own.values())):
        return {}
    return own if any(map(known_field, own.values())) else {}


def two_lines(header: Sequence[str], second: dict[int, str]) -> Iterator[str]:
    """The names of the columns, from a header and what `second_line` found below it."""
    above = ""
    for at in range(max(len(header), *(place + 1 for place in second))):
        name = header[at] if at < len(header) else ""
        above = name or above
        under = second.get(at, "")
        if is_shelf_mark(above):  # "Klas", "Pengarang" and "Judul" below it are lines of the label, and no author
            yield above
            continue
        both = f"{above} {under}".strip()
        yield name if not under else both if known_field(both) or _means_all(above, under) else under


def _means_all(above: str, under: str) -> bool:
    """Whether a name above others says what all of them are: "Jumlah: Judul" counts titles, and is none; "Penerbitan:
    Kota, Penerbit, Tahun" only gathers what have names of their own.
    """
    known = known_field(above)
    return known is not None and (known[0] in _COUNTING or known_field(under) is None)


def named_above(header: Sequence[str], row: RawRow) -> list[str]:
    """The names with those of the line above where the header has none: "No" of a cell that goes over both."""
    above = [cell.replace("\n", " ").strip() for cell in row.cells]
    if sum(map(bool, above)) < 2:
        return list(header)
    width = max(len(header), len(above))
    longer = [*header, *[""] * (width - len(header))]
    return [name or (above[at] if at < len(above) else "") for at, name in enumerate(longer)]
