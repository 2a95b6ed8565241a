"""The addresses behind a table's cells, for the columns that hold such."""

import re
from collections.abc import Collection, Mapping, Sequence

from indexer.readers.table_text import RawRow

_ADDRESS = re.compile(r"https?://\S", re.IGNORECASE)


def is_address(text: str) -> bool:
    """Whether it is an address on the web; mail and files on somebody's disk lead no reader anywhere."""
    return _ADDRESS.match(text) is not None


def led(row: RawRow, names: Sequence[str], leading: Collection[str], cells: Mapping[str, str]) -> dict[str, str]:
    """The addresses behind words ("Lihat"), by the names of their columns; `leading` are the columns for such."""
    named = ((names[at], address) for at, address in row.addresses if at < len(names))
    return {name: address for name, address in named if name in leading and not is_address(cells.get(name, "").strip())}
