"""SUBJEK → subject headings. A table says nothing of their vocabulary."""

import re

from discovery.catalog.names import without_email
from discovery.catalog.punctuation import trim_isbd
from discovery.catalog.subject import Subdivision, Subject
from indexer.crosswalks.table.fields import TableFields

# "Laut - Indonesia", "Indonesia -- Sejarah" and "Komputer- Pemrograman" are headings with subdivisions.
_DIVIDED = re.compile(r"\s*--\s*|\s+[-–—]\s*|(?<=\w)[-–—]\s+")


def map_subjects(row: TableFields) -> tuple[Subject, ...]:
    """Each heading once, in the table's order."""
    found: dict[Subject, None] = {}
    for text in row.texts("subjects"):
        term, *rest = [part for each in _DIVIDED.split(without_email(text)) if (part := trim_isbd(each))] or [""]
        if any(map(str.isalnum, term)):
            found[Subject(term, subdivisions=tuple(Subdivision(part) for part in rest))] = None
    return tuple(found)
