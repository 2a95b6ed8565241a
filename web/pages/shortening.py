"""Long lists cut to what a page can hold."""

from collections.abc import Sequence


def shortened(lines: Sequence[str], characters: int) -> tuple[tuple[str, ...], int]:
    """The first lines, whole, that together have about this many characters, one at least, and how many are left."""
    room = characters
    for number, line in enumerate(lines):
        room -= len(line)
        if room < 0:
            kept = max(1, number)
            shown = (*lines[: kept - 1], _cut(lines[kept - 1], characters))
            return shown, len(lines) - kept
    return tuple(lines), 0


def _cut(line: str, characters: int) -> str:
    """A single line cut at a word, with an ellipsis, where it is longer than all the room there is."""
    return line if len(line) <= characters else f"{line[:characters].rsplit(' ', 1)[0]} …"
