"""Which libraries have a record, as a list of records tells it: the first of them, and how many more there are."""

from dataclasses import dataclass

from discovery.catalog.record import UnionRecord
from web.i18n import Words


@dataclass(frozen=True, slots=True)
class Owner:
    """An owning library with its first shelf mark."""

    name: str
    call_number: str
    is_own: bool


@dataclass(frozen=True, slots=True)
class FirstOwners:
    """`more` says how many libraries have it besides, "" where none has."""

    libraries: tuple[Owner, ...]
    more: str


def first_owners(record: UnionRecord, size: int, homes: tuple[str, ...], words: Words) -> FirstOwners:
    """`size` of the libraries that have a record, the reader's own before all others."""
    marks = first_marks(record)
    ordered = sorted(marks.items(), key=lambda mark: mark[0] not in homes) if homes else list(marks.items())
    rest = len(marks) - size
    return FirstOwners(
        tuple(Owner(words.labels.library(code), mark, code in homes) for code, mark in ordered[:size]),
        words.ngettext("and %(number)s more library", "and %(number)s more libraries", rest) if rest > 0 else "",
    )


def first_marks(record: UnionRecord) -> dict[str, str]:
    """The first shelf mark by the code of each library that has a record, "" where none of its copies has any."""
    marks: dict[str, str] = {}
    for holding in record.holdings:
        marks[holding.library] = marks.get(holding.library) or holding.call_number
    return marks
