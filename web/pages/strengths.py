"""What a library is strong in, by class and subject."""

from dataclasses import dataclass

from discovery.search.results import Strength
from discovery.search.strengths import LibraryProfile
from web.links import SearchState
from web.pages.layout import Frame


@dataclass(frozen=True, slots=True)
class StrengthLine:
    """A class or subject of which the library has much; `newest` is "" where no year is known."""

    label: str
    url: str
    records: str
    unique: str
    newest: str


@dataclass(frozen=True, slots=True)
class StrengthTable:
    """The largest of one kind, the largest first."""

    heading: str
    column: str
    lines: tuple[StrengthLine, ...]


def strength_tables(profile: LibraryProfile, state: SearchState, frame: Frame) -> tuple[StrengthTable, ...]:
    """What a library is strong in; `state` searches that library."""
    words = frame.words
    tables = (
        StrengthTable(
            words.gettext("Strong in these classes"),
            words.gettext("Class"),
            tuple(_line("class", each, state, frame) for each in profile.classes),
        ),
        StrengthTable(
            words.gettext("Strong in these subjects"),
            words.gettext("Subject"),
            tuple(_line("subject", each, state, frame) for each in profile.subjects),
        ),
    )
    return tuple(table for table in tables if table.lines)


def _line(facet: str, strength: Strength, state: SearchState, frame: Frame) -> StrengthLine:
    words = frame.words
    return StrengthLine(
        label=words.labels.value(facet, strength.value),
        url=frame.links.search(state.with_value(facet, strength.value)),
        records=words.number(strength.count),
        unique=words.number(strength.unique),
        newest=newest_year(strength),
    )


def newest_year(strength: Strength) -> str:
    """The newest one's year, "" where none is known."""
    return "" if strength.newest is None else str(strength.newest)
