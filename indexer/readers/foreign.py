"""Files that are certainly no catalogue, told by their first bytes, and what to do about each.

Without this an archive within an archive, or a database, is cut at bytes that look like MARC's, and refused in pieces.
"""

import re

from discovery.errors import SourceUnreadable
from indexer.partners import Format
from indexer.readers.elements import is_xml
from indexer.readers.isis import is_isis

_PACK = "which Padu can't unpack; pack it as .zip or .gz, or not at all"
_TABLE = "which Padu can't read; export its records as MARC, or its tables as CSV or XLSX"
_SAVE = "which Padu can't read; open it in a spreadsheet program and save it as XLSX, ODS or CSV"
_NOTHING = "in which there is nothing to read; take it out of the source"
# https://www.garykessler.net/library/file_sigs.html
_SIGNS: tuple[tuple[bytes, str, str], ...] = (
    (b"BZh", "packed by bzip2", _PACK),
    (b"\xfd7zXZ\x00", "packed by xz", _PACK),
    (b"\x28\xb5\x2f\xfd", "packed by zstandard", _PACK),
    (b"Rar!\x1a\x07", "a RAR archive", _PACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", _PACK),
    (b"\x00\x01\x00\x00Standard ", "an Access database", _TABLE),
    (b"SQLite format 3\x00", "an SQLite database", _TABLE),
    (b"%PDF-", "a PDF", _TABLE),
    (b"{\\rtf", "a text document", "which Padu can't read; save its table as XLSX or CSV"),
    (b"\x09\x00\x04\x00", "a workbook of Excel 2", _SAVE),
    (b"\x09\x02\x06\x00", "a workbook of Excel 3", _SAVE),
    (b"\x09\x04\x06\x00", "a workbook of Excel 4", _SAVE),
    (b"\x00\x00\x02\x00\x06\x04", "a Lotus 1-2-3 spreadsheet", _SAVE),
    (b"MIME-Version:", "a web archive", _SAVE),
    (b"\xff\xd8\xff", "a picture", _NOTHING),
    (b"\x89PNG\r\n", "a picture", _NOTHING),
    (b"GIF8", "a picture", _NOTHING),
)
_OF_TEXT = (b"word/", b"mimetypeapplication/vnd.oasis.opendocument.text")
_ZIP = b"PK\x03\x04"
# POSIX 1003.1, ustar: the magic stands behind the first member's name, mode, owner, size and time.
_TAR, _TAR_AT = b"ustar", 257
_DUMP = re.compile(
    rb"\s*(?:--[^\n]*(?:dump|phpMyAdmin)|/\*!\d{5} SET |(?:CREATE TABLE|INSERT INTO|DROP TABLE)\b)", re.IGNORECASE
)
# Spreadsheets told by more than their first bytes. Flat OpenDocument has Dublin Core in it, for the document's title.
_SHEETS: tuple[tuple[re.Pattern[bytes], str], ...] = (
    # "ID;PENGARANG" is the header of a CSV file: the second line tells.
    (re.compile(rb"ID;P\w*(?:;\w+)*\r?\n[BCFOP];[A-Z]"), "a SYLK spreadsheet"),
    (re.compile(rb"TABLE\r?\n0,1\r?\n"), "a DIF spreadsheet"),
    # https://www.dbase.com/Knowledgebase/INT/db7_file_fmt.htm: the version, a day in bytes, sizes, a field's name
    (
        re.compile(
            rb"[\x02\x03\x04\x30-\x32\x83\x8b\x8e\xf5][\x00-\xff][\x01-\x0c][\x01-\x1f].{4}(?=.{24}[A-Za-z])", re.DOTALL
        ),
        "a dBase table",
    ),
    (re.compile(rb"\s*(?:<\?[^>]*\?>\s*)*<office:document[\s>]"), "a flat OpenDocument spreadsheet (.fods)"),
    (re.compile(rb"\s*(?:<\?[^>]*\?>\s*)*<(?:ss:)?Workbook[\s>]"), "an XML spreadsheet of Excel 2003"),
    (re.compile(rb"\s*(?:<\?[^>]*\?>\s*)*<gnm:Workbook[\s>]"), "a Gnumeric spreadsheet"),
)
_OF_XML: frozenset[Format] = frozenset({"marcxml", "oai", "dc", "mods", "mets"})


def refuse_foreign(begin: bytes, name: str, *, workbook: bool) -> None:
    """Raises SourceUnreadable for a file that begins as no catalogue does; `workbook` says that it is one."""
    found = next(((what, advice) for sign, what, advice in _SIGNS if begin.startswith(sign)), None)
    text = begin.removeprefix(b"\xef\xbb\xbf")
    if sheet := next((what for form, what in _SHEETS if form.match(text)), ""):
        found = sheet, _SAVE
    elif begin.startswith(_ZIP) and any(part in begin for part in _OF_TEXT):
        found = "a text document", "which Padu can't read; save its table as XLSX or CSV"
    elif begin[_TAR_AT : _TAR_AT + len(_TAR)] == _TAR:
        found = "a tar archive", _PACK
    elif begin.startswith(_ZIP) and not workbook:
        found = "a zip file within a packed file", "of which Padu unpacks one only; take it out"
    elif begin[:4] == bytes(4) and name.lower().endswith(".mst"):
        found = "a database of CDS/ISIS", "which Padu can't read; export it (ISO 2709) and give that file"
    elif _DUMP.match(begin):
        found = "the dump of a database", _TABLE
    if found:
        raise SourceUnreadable(f"{name} is {found[0]}, {found[1]}.")


def refuse_contradiction(begin: bytes, declared: Format | None, name: str) -> None:
    """Raises SourceUnreadable where a file can't be in the format that padu.toml declares."""
    if declared in _OF_XML and not is_xml(begin):
        contradiction = "no XML"
    elif declared in ("marc21", "marcjson") and is_xml(begin):
        contradiction = "XML"
    elif declared in ("marc21", "unimarc") and is_isis(begin):
        contradiction = "an export of CDS/ISIS"
    else:
        return
    raise SourceUnreadable(
        f'{name} is {contradiction}, and so not in format = "{declared}"; '
        "leave format out of padu.toml and Padu tells what it is."
    )
