"""What the process that reads a workbook is allowed, and how it answers; the other one needs none of its libraries."""

from typing import Final

import msgspec

# A million rows of a catalogue take a quarter of this, and a minute.
MAX_MEMORY, MAX_SECONDS = 3 << 30, 900
# How this process ends where damage stops the reader itself, other than where memory does.
BROKE_OFF, FULL = 1, 2
# How an OLE file begins (XLS, and XLSX under a password): [MS-CFB] 2.2.
OLE_MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Answer(msgspec.Struct, omit_defaults=True):
    """One line of what is read: the names of all sheets, the beginning of one, a row of it, its end, or an error.

    `hidden` are those of the sheets that nobody sees; `is_protected`: only a password opens the workbook; `unwritten`
    says why a temporary file couldn't be written. `filled` are the places of a row's cells whose text is that of a
    merged cell which began in a row above, `addresses` where cells lead, by their places; `unsaved`, at a sheet's end,
    how many of its formulas have no value.
    """

    sheets: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    sheet: str = ""
    row: int = 0
    cells: tuple[str, ...] = ()
    filled: tuple[int, ...] = ()
    addresses: tuple[tuple[int, str], ...] = ()
    error: str = ""
    unwritten: str = ""
    is_protected: bool = False
    is_end: bool = False
    unsaved: int = 0
