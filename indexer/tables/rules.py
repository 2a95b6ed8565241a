"""What a partner's settings say about its tables. What they leave out is guessed, and said."""

from dataclasses import dataclass
from typing import Literal

from indexer.tables.columns import ColumnRule

Rows = Literal["titles", "copies"]


@dataclass(frozen=True, slots=True)
class TableRules:
    """`header` None: guess; `delimiter`, `encoding`, `sheet` "": guess; `rows` None: guess.

    `library_column` is the column that `library_from` names, or "". `copies_source` is the file, folder or glob of the
    tables of copies, where those stand apart from the titles, or "", and `copies` is how those are read, with `apart`;
    `columns` has theirs too.
    """

    columns: tuple[ColumnRule, ...] = ()
    rows: Rows | None = None
    delimiter: str = ""
    encoding: str = ""
    header: bool | None = None
    sheet: str = ""
    library_column: str = ""
    copies_source: str = ""
    copies: "TableRules | None" = None
    apart: bool = False

    @property
    def section(self) -> str:
        """Where padu.toml says what the columns are."""
        return "partner.copies_table.columns" if self.apart else "partner.columns"

    def named_columns(self) -> tuple[str, ...]:
        """Every column of the table that the settings name, in their order."""
        named = [column for rule in self.columns if not rule.apart for column in rule.columns]
        return tuple(dict.fromkeys([*named, *filter(None, [self.library_column])]))
