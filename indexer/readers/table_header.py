"""Where a table's header is, over how many rows it goes, and what it calls the columns."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from indexer.readers.table_header_lines import is_name, named_above, second_line, two_lines
from indexer.readers.table_label import with_pieces
from indexer.readers.table_text import RawRow
from indexer.tables.columns import known_field, letter, plain_name
from indexer.tables.rules import TableRules

# A header stands under a banner ("DAFTAR BUKU …"), never far down.
_SEARCHED, _FAR = 25, 100
# So many columns of a row that are called as we know them are no accident, however many others there are.
_CERTAIN = 3
_NUMBERING = re.compile(r"\(?(\d{1,2})(?:\.0)?\)?\.?")
# A block of columns that stands beside another like it has a number, a title and one thing more.
_LEAST_BLOCK = 2


@dataclass(frozen=True, slots=True)
class Header:
    """`row` is the header's number as the spreadsheet shows it, `last` that of the last row that belongs to it; `names`
    are the columns' names in order, of the first block where `blocks` like it stand side by side.
    """

    row: int
    last: int
    names: tuple[str, ...]
    blocks: int = 1
    remarks: tuple[str, ...] = field(default=())


def find_header(filled: Sequence[RawRow], rules: TableRules, *, anyway: bool) -> Header | None:
    """The header among a table's first filled rows; with `anyway` the first row where nothing else is one."""
    at = next((at for at, row in enumerate(filled[:_SEARCHED]) if _is_header(row, filled, rules)), None)
    if at is None:  # under a long letterhead, where so many known names stand in a row
        at = next((at for at, row in enumerate(filled[:_FAR]) if _is_certain(row)), None)
    if at is None and (anyway or _is_wordy(filled[:_SEARCHED])):
        at = 0
    if at is None:
        return None
    found = _header(filled, at)
    plain = _plain_header(filled, at)
    named = {plain_name(column) for column in rules.named_columns()}
    # Settings that call the columns by what stands in one row are right.
    return plain if named - _plain(found.names) and not named - _plain(plain.names) else found


def _is_certain(row: RawRow) -> bool:
    fields = {known[0] for cell in row.cells if (known := known_field(cell))}
    return len(fields) >= _CERTAIN and is_header(row.cells)


def is_header(cells: Sequence[str]) -> bool:
    """Whether these are the names of columns: one of titles, and half of all known or enough."""
    names = [cell for cell in cells if cell.strip()]
    fields = [known[0] for cell in names if (known := known_field(cell))]
    several = len(set(fields))
    return "title" in fields and several > 1 and (len(fields) * 2 >= len(names) or several >= _CERTAIN)


def numbers_columns(cells: Sequence[str]) -> bool:
    """Whether a row only counts the columns, as in printed forms: 1, 2, 3 …"""
    found = [_NUMBERING.fullmatch(cell.strip()) for cell in cells if cell.strip()]
    counted = [int(each[1]) for each in found if each is not None]
    return len(found) > 2 and counted == list(range(1, len(found) + 1))


def _is_header(row: RawRow, rows: Sequence[RawRow], rules: TableRules) -> bool:
    """Whether the row names titles and something else, or most of the columns that the settings name."""
    named = {plain_name(column) for column in rules.named_columns()}
    cells = {plain_name(cell) for cell in row.cells if cell.strip()}
    if named and len(cells & named) * 2 > len(named):
        return True
    if len(cells) == 1 == len(rows[min(len(rows), _SEARCHED) - 1].cells):
        return [known[0] for cell in row.cells if (known := known_field(cell))] == ["title"]
    return is_header(row.cells)


def _is_wordy(rows: Sequence[RawRow]) -> bool:
    """A first row of short words without digits over rows that have numbers: a header with names of its own."""
    first, below = rows[0], rows[1:]
    cells = [cell.strip() for cell in first.cells if cell.strip()]
    numbers = sum(cell.strip()[:1].isdigit() for row in below for cell in row.cells)
    wordy = all(map(is_name, cells))
    return wordy and len(cells) > 1 and len(set(cells)) == len(cells) and numbers >= len(below) > 0


def _header(filled: Sequence[RawRow], at: int) -> Header:
    header = filled[at]
    remarks = [_passed_over(at)] if at else []
    last = at
    cells = [cell.replace("\n", " ").strip() for cell in header.cells]
    if at + 1 < len(filled) and (second := second_line(cells, filled[at + 1])):
        last = at + 1
        cells = list(two_lines(cells, second))
        remarks.append(f"the header was read from the rows {header.position} and {filled[last].position} together.")
    elif at and filled[at - 1].position == header.position - 1:
        cells = named_above(cells, filled[at - 1])
    if last + 1 < len(filled) and numbers_columns(filled[last + 1].cells):
        last += 1
        remarks.append(f"row {filled[last].position} only numbers the columns, and was passed over.")
    cells = with_pieces(cells, filled[last + 1 :])
    width = _block(cells)
    blocks = -(-len(cells) // width) if width else 1
    if blocks > 1:
        remarks.append(f"the header stands {blocks} times side by side; each block was read.")
        cells = cells[:width]
    return Header(header.position, filled[last].position, _distinct(cells), blocks, tuple(remarks))


def _plain_header(filled: Sequence[RawRow], at: int) -> Header:
    """The header of one row as it stands."""
    row = filled[at]
    remarks = (_passed_over(at),) if at else ()
    return Header(row.position, row.position, distinct_names(row.cells), remarks=remarks)


def _plain(names: Sequence[str]) -> set[str]:
    return set(map(plain_name, names))


def _passed_over(above: int) -> str:
    return (
        "1 row above the header was passed over." if above == 1 else f"{above} rows above the header were passed over."
    )


def _block(cells: Sequence[str]) -> int:
    """After how many columns the same names begin again and go on to the end; 0 where they don't."""
    names = [plain_name(cell) for cell in cells]
    for width in range(_LEAST_BLOCK, len(names) // 2 + 2):
        first = names[:width]
        blocks = [names[at : at + width] for at in range(0, len(names), width)]
        whole = all(_bare(block) == _bare(first) for block in blocks)
        if len(blocks) > 1 and whole and is_header(cells[:width]):
            return width
    return 0


def _bare(block: Sequence[str]) -> list[str]:
    return [name for name in block if name]


def _distinct(names: Sequence[str]) -> tuple[str, ...]:
    """Each name once: a second "PENGARANG" is "PENGARANG 2"; a column without a name keeps its letter."""
    seen: Counter[str] = Counter()
    distinct = []
    for at, name in enumerate(names):
        seen[name] += 1
        again = f"{name} {seen[name]}" if seen[name] > 1 else name
        distinct.append(again if name else letter(at))
    return tuple(distinct)


def distinct_names(cells: Sequence[str]) -> tuple[str, ...]:
    """The names of columns that a row within the table gives them."""
    return _distinct([cell.replace("\n", " ").strip() for cell in cells])
