"""Deletion lists: files that name records a partner has withdrawn, one a line."""

import csv
from collections.abc import Iterable, Iterator
from io import TextIOWrapper

from indexer.sources.files import SourceFile, opened


def listed_deletions(files: Iterable[SourceFile]) -> Iterator[str]:
    """The record identifiers in the first column of each file.

    A heading line is known by having no digit in it. Raises SourceUnreadable like any other source.
    """
    for file in files:
        with opened(file) as stream:
            rows = csv.reader(TextIOWrapper(stream, encoding="utf-8-sig", errors="replace", newline=""))
            for row in rows:
                identifier = row[0].strip() if row else ""
                if any(character.isdigit() for character in identifier):
                    yield identifier
