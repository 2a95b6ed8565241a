"""XLSX, XLS and ODS: the sheets of a workbook as rows of text, which a process of its own reads (`workbook`)."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from types import TracebackType
from typing import IO, BinaryIO, Self, cast
from zipfile import BadZipFile, ZipFile

import msgspec

from discovery.errors import SourceUnreadable
from indexer.readers.table_text import RawRow
from indexer.readers.workbook_answers import BROKE_OFF, MAX_MEMORY, MAX_SECONDS, OLE_MAGIC, Answer

ZIP_MAGIC = b"PK\x03\x04"
# Where an encrypted XLSX keeps what it is: https://learn.microsoft.com/openspecs/office_file_formats/ms-offcrypto
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PROTECTED = "{name} is protected by a password; save the sheet as CSV or XLSX without a password."
_NO_WORKBOOK = (
    "{name} is no readable workbook ({error}); open it in a spreadsheet program and save it as XLSX, or the sheet as "
    "CSV."
)
_UNWRITTEN = (
    "{name} can't be read, as no temporary file can be written ({error}): make room on the disk that holds them, or "
    "name a folder that can be written to in the variable TMPDIR."
)
_DAMAGED = "{name} is a damaged workbook; open it in a spreadsheet program and save it as XLSX, or the sheet as CSV."
_TOO_MUCH = (
    f"{{name}} takes more than {MAX_MEMORY >> 30} GiB of memory or {MAX_SECONDS // 60} minutes to read; often one cell "
    "stands far below or beside all others: delete its row or column, or save the sheet as CSV."
)
# A workbook is held in memory while it is read; a million rows of a catalogue take a tenth of this.
MAX_WORKBOOK, MAX_UNPACKED = 256 << 20, 2 << 30


def is_workbook(begin: bytes) -> bool:
    """Whether a file that begins so is a workbook (or some other Office file) rather than text."""
    return begin.startswith((ZIP_MAGIC, OLE_MAGIC))


class Workbook:
    """An open workbook; `sheets` are the names of those that hold cells, to be read in this order, each once,
    `hidden` are those among them that nobody sees, and `unsaved` says how many formulas of the last one had no value.

    Raises SourceUnreadable when the file is damaged, protected, too large, or no workbook.
    """

    def __init__(self, stream: BinaryIO, name: str) -> None:
        self._name = name
        self.unsaved = 0
        content = stream.read(MAX_WORKBOOK + 1)
        if len(content) > MAX_WORKBOOK:
            raise SourceUnreadable(f"{name} is larger than {MAX_WORKBOOK >> 20} MiB; save the sheet as CSV.")
        if content.startswith(ZIP_MAGIC):
            _check_unpacked(content, name)
        elif _ENCRYPTED in content:
            raise SourceUnreadable(_PROTECTED.format(name=name))
        self._reading = subprocess.Popen(
            [sys.executable, "-m", "indexer.readers.workbook"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        try:
            self._answers = self._read(content)
            self.sheets, self.hidden = self._opened(next(self._answers, Answer()))
        except BaseException:
            self.close()
            raise

    def rows(self, sheet: str) -> Iterator[RawRow]:
        """The sheet's filled rows, numbered as the spreadsheet numbers them. Raises SourceUnreadable."""
        for answer in self._answers:
            if answer.sheet == sheet:
                break
        for answer in self._answers:
            if answer.error:
                raise SourceUnreadable(f"{self._name}, sheet {sheet!r} can't be read: {answer.error}.")
            if answer.is_end:
                self.unsaved = answer.unsaved
                return
            yield RawRow(answer.row, list(answer.cells), filled=answer.filled, addresses=answer.addresses)

    def close(self) -> None:
        """End the reading, however far it is."""
        if self._reading.poll() is None:
            self._reading.kill()
        self._reading.wait()
        for pipe in (self._reading.stdin, self._reading.stdout):
            if pipe is not None:
                with suppress(BrokenPipeError):
                    pipe.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _read(self, content: bytes) -> Iterator[Answer]:
        """What the other process says. Raises SourceUnreadable when its limits end it."""
        given, said = cast(IO[bytes], self._reading.stdin), cast(IO[bytes], self._reading.stdout)
        with suppress(BrokenPipeError):
            given.write(content)
            given.close()
        decoder = msgspec.json.Decoder(Answer)
        yield from map(decoder.decode, said)
        ended = self._reading.wait()
        if ended:
            raise SourceUnreadable((_DAMAGED if ended == BROKE_OFF else _TOO_MUCH).format(name=self._name))

    def _opened(self, answer: Answer) -> tuple[tuple[str, ...], tuple[str, ...]]:
        if answer.is_protected:
            raise SourceUnreadable(_PROTECTED.format(name=self._name))
        if answer.unwritten:
            raise SourceUnreadable(_UNWRITTEN.format(name=self._name, error=answer.unwritten))
        if answer.error:
            raise SourceUnreadable(_NO_WORKBOOK.format(name=self._name, error=answer.error))
        return answer.sheets, answer.hidden


def _check_unpacked(content: bytes, name: str) -> None:
    try:
        with ZipFile(BytesIO(content)) as packed:
            size = sum(part.file_size for part in packed.infolist())
    except (BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise SourceUnreadable(f"{name} is a damaged or cut-off workbook ({error}).") from error
    if size > MAX_UNPACKED:
        raise SourceUnreadable(f"{name} unpacks to more than {MAX_UNPACKED >> 30} GiB.")
