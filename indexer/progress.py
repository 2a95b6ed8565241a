"""How far long work has come, for whoever watches: a terminal, or nobody."""

from typing import Protocol


class Progress(Protocol):
    """Told of each step; must be quick and never raise."""

    def begin(self, step: str, total: int | None = None) -> None:
        """A new step starts; `total` is the number of items it will take, where that is known."""
        ...

    def advance(self, items: int) -> None:
        """So many more items of the current step are done."""
        ...


class Unwatched:
    """Nobody watches."""

    def begin(self, step: str, total: int | None = None) -> None:
        """Nothing to show."""

    def advance(self, items: int) -> None:
        """Nothing to show."""
