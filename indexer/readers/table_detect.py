"""Whether a file is a table, told by how it begins."""

from pathlib import PurePath

from discovery.errors import SourceUnreadable
from indexer.readers.isis import is_isis, may_be_isis
from indexer.readers.table_encoding import wide_encoding
from indexer.readers.table_page import is_page, looks_exported
from indexer.readers.table_separator import guess_delimiter
from indexer.readers.table_sheets import is_workbook
from indexer.readers.workbook_answers import OLE_MAGIC
from indexer.tables.columns import known_field

_TEXT_TABLES = frozenset({".csv", ".tsv", ".tab"})
_WORKBOOK_PARTS = (b"[Content_Types].xml", b"xl/", b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", b"_rels/")


def looks_like_table(begin: bytes, name: str) -> bool:
    """A workbook, an export of CDS/ISIS, text that a header of known columns begins, or a text file called a table."""
    if looks_exported(begin, name) or is_isis(begin):
        return True
    if is_workbook(begin):
        return begin.startswith(OLE_MAGIC) or any(part in begin for part in _WORKBOOK_PARTS)
    if b"\x1e" in begin or b"\x1d" in begin or not begin.strip() or begin.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] in b"<{[":
        return False
    lines = _text(begin).splitlines()[:20]
    delimiter = guess_delimiter(lines)
    named = PurePath(name.removesuffix(".gz")).suffix.lower() in _TEXT_TABLES
    if named and sum(delimiter in line for line in lines) * 2 > len(lines):
        return True
    for line in lines:
        fields = {known[0] for cell in line.split(delimiter) if (known := known_field(cell))}
        if "title" in fields and (len(fields) > 2 or (named and len(lines) > 1)):
            return True
    return False


def check_table(begin: bytes, name: str) -> None:
    """Raises SourceUnreadable when a file that should be a table is certainly something else."""
    if is_workbook(begin) or may_be_isis(begin):
        return
    text = _text(begin).lstrip("\ufeff\r\n\t ").lower()
    if not text.strip("\x00"):
        raise SourceUnreadable(f"{name} is empty.")
    if is_page(begin):
        return
    if text.startswith(("<?xml", "{")) or b"\x1e" in begin or b"\x1d" in begin:
        raise SourceUnreadable(f"{name} is no table; leave format out of padu.toml and Padu tells what it is.")


def _text(begin: bytes) -> str:
    return begin.decode(wide_encoding(begin) or "utf-8", "replace")
