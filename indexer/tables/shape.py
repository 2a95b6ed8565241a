"""How a table was read: what was guessed or said about it, for the report and the preview."""

from collections.abc import Mapping, Sequence

import msgspec

from indexer.tables.rules import Rows

# How the remark begins that no column names a row for good.
UNKNOWN_ID = "no column is known as the identifier"
_DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "vertical bar"}
# A sheet may be as wide as a year has days.
_MOST_NAMED = 30


def listed(columns: Sequence[str]) -> str:
    """Their names, or the first of them and how many more there are."""
    left = len(columns) - _MOST_NAMED
    return ", ".join(columns[:_MOST_NAMED]) + (f" and {left:,} more" if left > 0 else "")


class TableShape(msgspec.Struct, frozen=True):
    """`delimiter` and `encoding` are "" in a workbook, `sheet` in a text file, and both but `encoding` in an export of
    CDS/ISIS. `header` is the row of the header as the
    spreadsheet counts, 0 when there is none. `columns` is field → columns; `unused` are the columns that nothing
    is taken from. `further_copies` are rows that are copies of a title which an earlier row stands for. `remarks` are
    sentences on how the guesses were made.
    """

    file: str
    delimiter: str = ""
    encoding: str = ""
    sheet: str = ""
    header: int = 0
    rows: Rows = "titles"
    columns: Mapping[str, tuple[str, ...]] = {}
    unused: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    further_copies: int = 0

    def sentences(self) -> tuple[str, ...]:
        """What a technician needs to see whether the table was understood."""
        remarks = tuple(f"{self.file}: {remark}" for remark in self.remarks)
        if not self.columns:
            return remarks
        header = f"header in row {self.header}" if self.header else "no header row"
        if self.sheet:
            form = f"sheet {self.sheet!r}; {header}"
        elif self.delimiter:
            form = f"separated by {_DELIMITERS.get(self.delimiter, repr(self.delimiter))}, in {self.encoding}; {header}"
        else:
            form = f"an export of CDS/ISIS, in {self.encoding}"
        columns = ", ".join(f"{field} = {' + '.join(names)}" for field, names in self.columns.items())
        unused = f" Not used: {listed(self.unused)}." if self.unused else ""
        said = f"{self.file}: {form}; rows are {self.rows}. Columns: {columns}.{unused}"
        return (said, *remarks)
