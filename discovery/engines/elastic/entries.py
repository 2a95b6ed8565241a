"""What the headings index keeps of a heading or a word."""

import msgspec

from discovery.search.request import HeadingKind
from discovery.search.results import Heading


class Entry(msgspec.Struct, frozen=True):
    """A heading or a word; `entry` says which."""

    entry: str
    key: str = ""
    folded: str = ""
    display: str = ""
    value: str = ""
    word: str = ""
    count: int = 0
    see: tuple[str, ...] = ()
    see_also: tuple[str, ...] = ()


def heading_kind(entry: Entry) -> HeadingKind:
    """Which list it stands in."""
    kind: HeadingKind = msgspec.convert(entry.entry, HeadingKind)
    return kind


def heading_of(entry: Entry) -> Heading:
    """The heading, as it was written."""
    return Heading(
        heading_kind(entry),
        entry.key,
        entry.folded,
        entry.display,
        entry.value,
        entry.count,
        entry.see,
        entry.see_also,
    )
