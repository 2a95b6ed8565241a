"""What a function made of texts and headings that come again and again in a catalogue."""

import sys
from collections.abc import Callable, Hashable
from typing import Final, Generic, TypeVar

Told = TypeVar("Told", bound=Hashable)
Made = TypeVar("Made")

# What stands between two blanks, if it is no longer than this, comes again and again.
REPEATED: Final = 24


class Kept(Generic[Told, Made]):
    """The function's values, never None, by their texts or headings, of which at least so many of the last that were
    asked for are kept; those of texts longer than `longest` are made each time.

    It is looked into in a fifth of the instructions that `lru_cache` takes to note each use: a record asks for some
    eighty. Instead of noting them it keeps two lots. When the newer is full the older goes, and what of it is still
    asked for has come over by then.
    """

    def __init__(self, make: Callable[[Told], Made], least: int, longest: int = sys.maxsize) -> None:
        self._make = make
        self._full = least
        self._longest = longest
        self._newer: dict[Told, Made] = {}
        self._older: dict[Told, Made] = {}

    def __getitem__(self, told: Told) -> Made:
        made = self._newer.get(told)
        return self._made(told) if made is None else made

    def _made(self, told: Told) -> Made:
        if isinstance(told, str) and len(told) > self._longest:
            return self._make(told)
        if len(self._newer) >= self._full:
            # Put in its place and not emptied, since other threads may be looking into it.
            self._older, self._newer = self._newer, {}
        older = self._older.get(told)
        made = self._newer[told] = self._make(told) if older is None else older
        return made
