"""Where a table's header is, what its columns are called, and whether its rows are titles or copies."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from discovery.errors import SourceUnreadable
from indexer.readers.table_below import copies_below
from indexer.readers.table_contents import known_layout, told_columns
from indexer.readers.table_copies import PlacedRow
from indexer.readers.table_header import find_header
from indexer.readers.table_text import RawRow
from indexer.tables.columns import ColumnMap, column_map, letter, plain_name
from indexer.tables.grouping import group_key
from indexer.tables.rules import Rows, TableRules
from indexer.tables.shape import listed

# Columns of a list of loans: who, and when.
_BORROWER = re.compile(
    r"(?:nama |no |nomor |id )?(?:peminjam|siswa|murid|anggota|mahasiswa|santri)|nama(?: lengkap)?|name|nisn?|nim|nip"
    r"|borrower(?: name)?|member(?: (?:id|name))?|patron(?: name)?"
)
_LOAN = re.compile(
    r"(?:tgl|tanggal) (?:pinjam|peminjaman|kembali|pengembalian|harus kembali|jatuh tempo)|jatuh tempo|lama pinjam"
    r"|(?:loan|due|return|borrow(?:ed)?) date"
)
# Share of rows that repeat another row's title, from which rows are copies: measured 0.78 on a table of copies, 0.003
# on its library's table of titles, 0.01 on a table of books and articles. Where each row has an inventory number of
# its own, fewer tell enough: a list of 1,234 numbered books repeats 0.08.
_REPEATED, _REPEATED_NUMBERED = 0.15, 0.02
# So many rows of copies without a title, of those with one, are no slips.
_UNTITLED = 0.1


@dataclass(frozen=True, slots=True)
class Found:
    """`header` is the header's row number, 0 when there is none, and `last` that of the last row that belongs to it;
    `names` are the columns' names in order, and `blocks` how many such blocks of columns stand side by side.
    """

    header: int
    names: tuple[str, ...]
    remarks: tuple[str, ...] = ()
    last: int = 0
    blocks: int = 1


def find_columns(sample: Sequence[RawRow], rules: TableRules, name: str, *, text: bool = False) -> Found:
    """The header, or what the columns are without one. Raises SourceUnreadable when no column is known as title, and
    when a `text` is no table at all.
    """
    found = _found(sample, rules, name)
    if text and not found.header:
        _check_text(sample, rules, name)
    _check_loans(found, rules, name)
    check_columns(found.names, rules, name)
    return found


def check_columns(names: Sequence[str], rules: TableRules, name: str, told: str = "") -> None:
    """Raises SourceUnreadable when a column that the settings name is missing, or none is known as title; `told` are
    the columns as such a message shows them.

    A copy in a table of its own may name its title by the identifier alone.
    """
    told = told or listed(tuple(filter(None, names)))
    _check_named(names, rules, name, told)
    columns = column_map(rules.columns).columns(names)
    if "title" not in columns and not (rules.apart and "id" in columns):
        raise SourceUnreadable(
            f"{name} has no column that Padu knows as the title; its columns are: "
            f"{told}. "
            f'Say which it is under [{rules.section}]: title = "…".'
        )


def _found(sample: Sequence[RawRow], rules: TableRules, name: str) -> Found:
    filled = [row for row in sample if any(cell.strip() for cell in row.cells)]
    if not filled:
        raise SourceUnreadable(f"{name} holds no rows.")
    header = None if rules.header is False else find_header(filled, rules, anyway=bool(rules.header))
    if header is not None:
        return Found(header.row, header.names, header.remarks, header.last, header.blocks)
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


def _check_text(sample: Sequence[RawRow], rules: TableRules, name: str) -> None:
    """An error that a server writes in a file's place is text, too: "Access denied for user …"."""
    cells = [row.cells for row in sample if any(map(str.strip, row.cells))]
    lines = (len(cells) == 1 and not known_layout(cells)) or max(
        sum(map(bool, map(str.strip, row))) for row in cells
    ) == 1
    if lines and rules.header is None and not rules.columns:
        begin = " ".join(" ".join(cells[0]).split())[:60]
        raise SourceUnreadable(
            f"{name} has no header, and nothing else tells that it is a catalogue; it begins with {begin!r}. If these "
            f'are titles, write "Judul" above them, or say under [{rules.section}]: title = "A"; if it is an error '
            "message, have it exported again."
        )


def _check_loans(found: Found, rules: TableRules, name: str) -> None:
    """Who borrowed what is nobody else's business: https://peraturan.bpk.go.id/Details/229798/uu-no-27-tahun-2022."""
    said = {plain_name(column): column for column in found.names}
    persons = [column for plain, column in said.items() if _BORROWER.fullmatch(plain)]
    loans = [column for plain, column in said.items() if _LOAN.fullmatch(plain)]
    if persons and loans and not rules.columns:
        raise SourceUnreadable(
            f"{name} tells who borrowed what ({persons[0]}, {loans[0]}): a list of loans is no catalogue, and isn't "
            "read. Take it out of the source; if it is a catalogue after all, take out these columns."
        )


def _check_named(names: Sequence[str], rules: TableRules, name: str, told: str) -> None:
    known = {plain_name(column) for column in names}
    for column in rules.named_columns():
        if plain_name(column) not in known:
            raise SourceUnreadable(f"{name} has no column {column!r}, which padu.toml names; its columns are: {told}.")


def guess_rows(
    rows: Sequence[PlacedRow], columns: ColumnMap, *, continued: int, after_copies: bool = False
) -> tuple[Rows, str]:
    """Whether rows are titles or copies, and the sentence that says why; `continued` of them go on in a merged cell.

    `after_copies`: an earlier sheet of the workbook holds numbered copies. Then a new year's is the same register,
    though its few rows repeat no title yet.
    """
    valued = [columns.values(row.cells) for _, row in rows if not row.broken]
    keys = Counter(filter(None, map(group_key, valued)))
    total = keys.total()
    repeated = total - len(keys)
    numbers = [values["copy"][0] for values in valued if "copy" in values]
    numbered = bool(numbers) and len(numbers) * 10 >= total * 9 and len(set(numbers)) * 20 >= len(numbers) * 19
    counted = any("copies" in values for values in valued[:50])
    enough = _REPEATED_NUMBERED if numbered else _REPEATED
    as_before = after_copies and numbered and not counted
    below = copies_below(rows, columns)
    untitled = total > 0 and below >= total * _UNTITLED
    copies = bool(continued) or as_before or untitled or (total > 0 and repeated >= total * enough and not counted)
    kind: Rows = "copies" if copies else "titles"
    other = "titles" if copies else "copies"
    having = ", each row has a number of its own" if numbered else ""
    having += ", as the copies of an earlier sheet" if as_before else ""
    having += f", {below:,} more are numbers of copies below a title" if untitled else ""
    merged = f", {continued:,} of them in a merged cell" if continued else ""
    return kind, (
        f"rows were taken for {kind}: {repeated:,} of {total:,} repeat a title{merged}{having}; if they are {other}, "
        f'say so: rows = "{other}".'
    )
