"""A workbook's bytes opened by the reader of their form, so that it is that one which says what is wrong with them."""

import re
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_STORED, ZipFile

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from indexer.readers.workbook_answers import OLE_MAGIC
from indexer.readers.workbook_parts import UNREADABLE

_CONTENT = "content.xml"
# Blanks around tables, rows and cells mean nothing (OpenDocument 1.3, part 3, 3.17: those within paragraphs alone do),
# and calamine stops at them.
_BETWEEN = re.compile(rb">\s+(?=</?table:)")


class Unwritten(Exception):
    """A temporary file can't be written, which is no fault of the workbook; says why."""


@contextmanager
def opened(content: bytes) -> Iterator[CalamineWorkbook]:
    """The workbook. Raises CalamineError, of which PasswordError is a kind, ValueError or OSError; Unwritten.

    From a file, since of bytes calamine asks every form in turn, and says no more than that it is none of them.
    """
    with _temporary_folder() as folder:
        place = Path(folder, f"book{_suffix(content)}")
        _write(place, content)
        with _opened(place, content) as book:
            yield book


def _temporary_folder() -> AbstractContextManager[str]:
    try:
        return TemporaryDirectory()
    except OSError as error:
        raise Unwritten(error.strerror or str(error)) from error


def _write(place: Path, content: bytes) -> None:
    try:
        place.write_bytes(content)
    except OSError as error:
        raise Unwritten(error.strerror or str(error)) from error


def _opened(place: Path, content: bytes) -> CalamineWorkbook:
    try:
        return CalamineWorkbook.from_path(place)
    except PasswordError:
        raise
    except CalamineError as error:
        if place.suffix != ".ods":
            raise
        try:
            tight = _without_blanks(content)
        except UNREADABLE:
            raise error from None
        _write(place, tight)
        return CalamineWorkbook.from_path(place)


def _suffix(content: bytes) -> str:
    if content.startswith(OLE_MAGIC):
        return ".xls"
    with ZipFile(BytesIO(content)) as parts:
        names = parts.namelist()
    if _CONTENT in names:
        return ".ods"
    return ".xlsb" if "xl/workbook.bin" in names else ".xlsx"


def _without_blanks(content: bytes) -> bytes:
    """An ODS spreadsheet without the line ends and indentation that Gnumeric and SheetJS write between its cells."""
    packed = BytesIO()
    with ZipFile(BytesIO(content)) as parts, ZipFile(packed, "w", ZIP_STORED) as tight:
        for each in parts.infolist():
            text = parts.read(each)
            tight.writestr(each.filename, _BETWEEN.sub(b">", text) if each.filename == _CONTENT else text)
    return packed.getvalue()
