"""Deletion lists: files that name records a partner has withdrawn, one a line."""

import csv
import re
from collections.abc import Iterable, Iterator
from io import StringIO

from discovery.errors import SourceUnreadable
from indexer.readers.table_encoding import wide_encoding
from indexer.readers.table_sheets import is_workbook
from indexer.sources.files import SourceFile, beginning, opened

# What spreadsheets put between columns where the comma is a decimal sign; no identifier has it.
_FURTHER_COLUMNS = re.compile(r"[;\t].*", re.DOTALL)
# A line for each of twenty million records.
_LONGEST = 256 << 20


def listed_deletions(files: Iterable[SourceFile]) -> Iterator[str]:
    """The record identifiers in the first column of each file.

    A heading line is known by having no digit in it. Raises SourceUnreadable like any other source.
    """
    for file in files:
        for row in csv.reader(StringIO(_text(file), newline="")):
            identifier = _FURTHER_COLUMNS.sub("", row[0]).strip() if row else ""
            if any(character.isdigit() for character in identifier):
                yield identifier


def _text(file: SourceFile) -> str:
    """The list's text. What is no list would name nothing that the store has, and nobody would know."""
    begin = beginning(file)
    if begin and (is_workbook(begin) or b"\x1e" in begin or begin.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"<")):
        raise SourceUnreadable(
            f"{file.name} is no list of deletions: that is a text or CSV file with one record's identifier a line, in "
            "the first column."
        )
    with opened(file) as stream:
        content = stream.read(_LONGEST + 1)
    if len(content) > _LONGEST:
        raise SourceUnreadable(f"{file.name} is too long for a list of deletions: split it into several files.")
    return content.decode(wide_encoding(begin) or "utf-8-sig", "replace")
