"""Single values of a request, as readers and crawlers spell them: clamped or left out, never refused."""

import re
from collections.abc import Sequence
from typing import TypeVar

from discovery.search.fields import FACETS
from discovery.search.notes import Note
from discovery.search.request import Filter, YearRange
from discovery.search.year_ranges import as_decade, parse_years, years_between

_WHOLE_NUMBER = re.compile(r"\s*(-?)0*(\d{1,12})\s*", re.ASCII)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}")
_LONGEST_VALUE = 1_000
_SURROGATE = re.compile("[\ud800-\udfff]")
# A note repeats what was typed, and not more of it than a line.
_LONGEST_IN_NOTE = 80

_Choice = TypeVar("_Choice", bound=str)


class ValueReader:
    """Reads the values of one request; `notes` gathers what had to be changed."""

    def __init__(self) -> None:
        self.notes: list[Note] = []

    def ignored(self, name: str, value: str) -> None:
        """Note that a value was left out."""
        self.notes.append(Note("value-ignored", (name[:_LONGEST_IN_NOTE], value[:_LONGEST_IN_NOTE])))

    def choice(self, name: str, value: str, choices: Sequence[_Choice]) -> _Choice:
        """One of a few words; the first of them where it is none."""
        for choice in choices:
            if value.strip().lower() == choice:
                return choice
        if value:
            self._changed(name, value, choices[0])
        return choices[0]

    def number(self, name: str, value: str, default: int, most: int) -> int:
        """A whole number from 1 to `most`."""
        if not value:
            return default
        match = _WHOLE_NUMBER.fullmatch(value)
        if match is None:
            self._changed(name, value, str(default))
            return default
        asked = int(match[1] + match[2])
        used = min(max(asked, 1), most)
        if used != asked:
            self._changed(name, value, str(used))
        return used

    def flag(self, value: str) -> bool:
        """Whether something is asked for."""
        return value.strip().lower() not in ("", "0", "false", "no")

    def years(self, values: Sequence[str]) -> YearRange | None:
        """A range of years: one text that `parse_years` reads, or the two ends that a form with two fields sends."""
        ends = [value.strip() for value in values[:2]]
        value = "-".join(filter(None, ends))
        years = years_between(*ends) if len(ends) == 2 else parse_years(value)
        if years is None and value.strip():
            self.ignored("year", value)
        return years

    def language(self, value: str) -> str:
        """An interface language as BCP 47 writes it; "" where it can be none."""
        if value and not _LANGUAGE.fullmatch(value):
            self.ignored("lang", value)
            return ""
        return value

    def headings(self, name: str, values: Sequence[str], most: int) -> tuple[str, ...]:
        """Whole headings, each once, at most so many."""
        kept: dict[str, None] = {}
        for value in values:
            if len(value) > _LONGEST_VALUE or len(kept) == most:
                self.ignored(name, value)
            elif value.strip():
                kept[value.strip()] = None
        return tuple(kept)

    def limits(self, pairs: Sequence[tuple[str, str]], most: int) -> tuple[Filter, ...]:
        """Facets with their selected values, each facet once, with `most` values in all; years are whole decades."""
        values: dict[str, dict[str, None]] = {}
        kept = 0
        for facet, given in pairs:
            value = as_decade(given) if facet == "year" else given
            if facet not in FACETS or len(value) > _LONGEST_VALUE or _SURROGATE.search(value) or (given and not value):
                self.ignored(facet, given)
            elif value and value not in values.get(facet, ()):
                kept += 1
                if kept <= most:
                    values.setdefault(facet, {})[value] = None
        if kept > most:
            self.notes.append(Note("filters-left-out", (str(most),)))
        return tuple(Filter(facet, tuple(selected)) for facet, selected in values.items())

    def _changed(self, name: str, value: str, used: str) -> None:
        self.notes.append(Note("value-changed", (name, value[:_LONGEST_IN_NOTE], used)))
