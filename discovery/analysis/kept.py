"""What a function made of texts that come again and again in a catalogue."""

import sys
from collections.abc import Callable
from typing import Final, TypeVar

Made = TypeVar("Made")

# What stands between two blanks, if it is no longer than this, comes again and again.
REPEATED: Final = 24


class Kept(dict[str, Made]):
    """The function's values by their texts, of which at least so many of the last that were asked for are kept; those
    of texts longer than `longest` are made each time.

    It is looked into as a dictionary is, in a fifth of the instructions that `lru_cache` takes to note each use: a
    record asks for some eighty. Instead of noting them it keeps two lots. When the newer is full the older goes, and
    what of it is still asked for has come over by then.
    """

    def __init__(self, make: Callable[[str], Made], least: int, longest: int = sys.maxsize) -> None:
        super().__init__()
        self._make = make
        self._full = least
        self._longest = longest
        self._older: dict[str, Made] = {}

    def __missing__(self, text: str) -> Made:
        if len(text) > self._longest:
            return self._make(text)
        if len(self) >= self._full:
            # A copy, since other threads may be looking into both.
            self._older = self.copy()
            self.clear()
        older = self._older
        made = self[text] = older[text] if text in older else self._make(text)
        return made
