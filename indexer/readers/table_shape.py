"""Where a table's header is, what its columns are called, and whether its rows are titles or copies."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from discovery.errors import SourceUnreadable
from indexer.readers.table_contents import known_layout, told_columns
from indexer.readers.table_text import RawRow
from indexer.tables.columns import ColumnMap, column_map, known_field, letter, plain_name
from indexer.tables.grouping import group_key
from indexer.tables.rules import Rows, TableRules

# A header stands under a banner ("DAFTAR BUKU …"), never far down.
_SEARCHED = 25
# Share of rows that repeat another row's title, from which rows are copies: measured 0.78 on a table of copies, 0.003
# on its library's table of titles, 0.01 on a table of books and articles. Where each row has an inventory number of
# its own, fewer tell enough: a list of 1,234 numbered books repeats 0.08.
_REPEATED, _REPEATED_NUMBERED = 0.15, 0.02


@dataclass(frozen=True, slots=True)
class Found:
    """`header` is the header's row number, 0 when there is none; `names` are the columns' names in order."""

    header: int
    names: tuple[str, ...]
    remarks: tuple[str, ...] = ()


def find_columns(sample: Sequence[RawRow], rules: TableRules, name: str) -> Found:
    """The header, or what the columns are without one. Raises SourceUnreadable when no column is known as title.

    A copy in a table of its own may name its title by the identifier alone.
    """
    found = _found(sample, rules, name)
    _check_named(found, rules, name)
    columns = column_map(rules.columns).columns(found.names)
    if "title" not in columns and not (rules.apart and "id" in columns):
        listed = ", ".join(filter(None, found.names))
        raise SourceUnreadable(
            f"{name} has no column that Padu knows as the title; its columns are: {listed}. "
            f'Say which it is under [{rules.section}]: title = "…".'
        )
    return found


def _found(sample: Sequence[RawRow], rules: TableRules, name: str) -> Found:
    filled = [row for row in sample if any(cell.strip() for cell in row.cells)]
    if not filled:
        raise SourceUnreadable(f"{name} holds no rows.")
    header = None if rules.header is False else _header(filled[:_SEARCHED], rules)
    if header is None and rules.header:
        header = filled[0]
    if header is not None:
        names = _distinct([cell.replace("\n", " ").strip() for cell in header.cells])
        above = sum(row.position < header.position for row in filled)
        return Found(header.position, names, (_passed_over(above),) if above else ())
    cells = [row.cells for row in filled]
    layout = known_layout(cells)
    if layout:
        names, remark = layout, "without a header, but these are the columns of a SLiMS export."
    else:
        names, remark = told_columns(cells), "without a header; the columns were told by what stands in them."
    ruled = {plain_name(column) for column in rules.named_columns()}
    letters = [letter(at) for at in range(len(names))]
    return Found(
        0,
        tuple(own if plain_name(own) in ruled else told for own, told in zip(letters, names, strict=True)),
        (remark,),
    )


def _passed_over(above: int) -> str:
    return (
        "1 row above the header was passed over." if above == 1 else f"{above} rows above the header were passed over."
    )


def _header(rows: Sequence[RawRow], rules: TableRules) -> RawRow | None:
    """The first row that names a title column and one more, or most of the columns that the settings name."""
    named = {plain_name(column) for column in rules.named_columns()}
    for row in rows:
        cells = {plain_name(cell) for cell in row.cells if cell.strip()}
        if named and len(cells & named) * 2 > len(named):
            return row
        fields = [known[0] for cell in row.cells if cell.strip() and (known := known_field(cell))]
        if "title" in fields and len(set(fields)) > 1 and len(fields) * 2 >= len(cells):
            return row
        if len(cells) == 1 == len(rows[-1].cells) and fields == ["title"]:
            return row
    return _wordy(rows)


def _wordy(rows: Sequence[RawRow]) -> RawRow | None:
    """A first row of short words without digits over rows that have numbers: a header with names of its own."""
    first, below = rows[0], rows[1:]
    cells = [cell.strip() for cell in first.cells if cell.strip()]
    numbers = sum(cell.strip()[:1].isdigit() for row in below for cell in row.cells)
    wordy = all(len(cell) <= 30 and not any(map(str.isdigit, cell)) for cell in cells)
    if wordy and len(cells) > 1 and len(set(cells)) == len(cells) and numbers >= len(below) > 0:
        return first
    return None


def _distinct(names: Sequence[str]) -> tuple[str, ...]:
    """Each name once: a second "PENGARANG" is "PENGARANG 2"; a column without a name keeps its letter."""
    seen: Counter[str] = Counter()
    distinct = []
    for at, name in enumerate(names):
        seen[name] += 1
        again = f"{name} {seen[name]}" if seen[name] > 1 else name
        distinct.append(again if name else letter(at))
    return tuple(distinct)


def _check_named(found: Found, rules: TableRules, name: str) -> None:
    known = {plain_name(column) for column in found.names}
    for column in rules.named_columns():
        if plain_name(column) not in known:
            listed = ", ".join(found.names)
            raise SourceUnreadable(
                f"{name} has no column {column!r}, which padu.toml names; its columns are: {listed}."
            )


def guess_rows(cells: Sequence[dict[str, str]], columns: ColumnMap) -> tuple[Rows, str]:
    """Whether rows are titles or copies, and the sentence that says why."""
    valued = [columns.values(row) for row in cells]
    keys = Counter(filter(None, map(group_key, valued)))
    rows = keys.total()
    repeated = rows - len(keys)
    numbers = [values["copy"][0] for values in valued if "copy" in values]
    numbered = len(numbers) * 10 >= rows * 9 and len(set(numbers)) * 20 >= len(numbers) * 19
    counted = any("copies" in values for values in valued[:50])
    enough = _REPEATED_NUMBERED if numbered else _REPEATED
    kind: Rows = "copies" if rows and repeated >= rows * enough and not counted else "titles"
    other = "titles" if kind == "copies" else "copies"
    having = ", each row has a number of its own" if numbered else ""
    return kind, (
        f"rows were taken for {kind}: {repeated:,} of {rows:,} repeat a title{having}; if they are {other}, "
        f'say so: rows = "{other}".'
    )
