"""Copies that stand in a table of their own, and the titles whose copies they are."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from indexer.tables.columns import ColumnRule, copies_map
from indexer.tables.grouping import folded
from indexer.tables.row import TableRow
from indexer.tables.shape import UNKNOWN_ID, TableShape

_EXAMPLES = 3


class CopiesApart:
    """The rows of a partner's tables of copies, until a title takes them.

    A copy is of the title with its identifier; where the copies have no column of identifiers, of the title with its
    words and its shelf mark, and its words alone where there is no column of shelf marks. The first of two such titles
    takes them. `rules` are those of the partner's columns.
    """

    def __init__(self, rules: tuple[ColumnRule, ...]) -> None:
        self._columns = copies_map(rules)
        self._rows: dict[tuple[str, ...], list[tuple[int, Mapping[str, str]]]] = {}
        self._shapes: list[TableShape] = []
        self._count = self._titles = 0

    def add(self, position: int, row: TableRow) -> None:
        """A copy's row, with its number in the spreadsheet."""
        self._count += 1
        self._rows.setdefault(_key(self._columns.values(row.cells)), []).append((position, row.cells))

    def read(self, shapes: Sequence[TableShape]) -> None:
        """How the table was read whose rows were added. A copy needs no identifier that stays."""
        for shape in shapes:
            remarks = tuple(each for each in shape.remarks if not each.startswith(UNKNOWN_ID))
            self._shapes.append(replace(shape, rows="copies", remarks=remarks))

    def joined(self, row: TableRow, values: Mapping[str, Sequence[str]]) -> TableRow:
        """A title's row with its copies; `values` are its cells by field."""
        found = [taken for key in _keys(values) if (taken := self._rows.pop(key, None))]
        if not found:
            return row
        self._titles += 1
        copies = sorted((cells for taken in found for _, cells in taken), key=msgspec.json.encode)
        return replace(row, copies=tuple(copies), apart=True)

    def shapes(self) -> list[TableShape]:
        """How the tables were read and what became of their rows, once all titles are read."""
        if not self._shapes:
            return []
        last = self._shapes[-1]
        told = replace(last, further_copies=self._count, remarks=(*last.remarks, *self._sentences()))
        return [*self._shapes[:-1], told]

    def _sentences(self) -> Iterable[str]:
        left = sorted(position for rows in self._rows.values() for position, _ in rows)
        yield (
            f"{self._count - len(left):,} of {self._count:,} copies belong to {self._titles:,} titles; the titles "
            "count, and the copies count as skipped."
        )
        if left:
            rows = ", ".join(map(str, left[:_EXAMPLES])) + (" …" if len(left) > _EXAMPLES else "")
            yield (
                f"left out, since their title isn't in the table of titles: {len(left):,} (in row {rows}); a copy's "
                "identifier, or its title and shelf mark, must be those of its title's row."
            )


def _key(values: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """What names a copy's title."""
    if "id" in values:
        return ("id", values["id"][0].strip())
    return (folded(values.get("title", ())), folded(values.get("call_number", ())))


def _keys(values: Mapping[str, Sequence[str]]) -> Iterable[tuple[str, ...]]:
    """What a title's copies may name it by."""
    if "id" in values:
        yield _key(values)
    title = folded(values.get("title", ()))
    if title:
        yield (title, folded(values.get("call_number", ())))
        yield (title, "")
