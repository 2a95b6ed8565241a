"""How near two words are, and which of the catalogue's words a reader may have meant."""

from collections.abc import Iterable

# One edit in a short word makes enough other words; in a long one two still leave it recognisable.
_LONGEST_WITH_ONE_EDIT = 7


def edits_allowed(word: str) -> int:
    """How many edits away a word may still be meant: 1 up to seven letters, 2 beyond."""
    return 1 if len(word) <= _LONGEST_WITH_ONE_EDIT else 2


def distance(first: str, second: str, limit: int) -> int | None:
    """Insertions, deletions, substitutions and exchanges of neighbours between two words; None beyond `limit`.

    Optimal string alignment: L. Boytsov, "Indexing methods for approximate dictionary searching" (2011), 2.2.
    """
    if abs(len(first) - len(second)) > limit:
        return None
    before: list[int] = []
    previous = list(range(len(second) + 1))
    for row, letter in enumerate(first, start=1):
        current = [row]
        for column, other in enumerate(second, start=1):
            cost = min(previous[column] + 1, current[-1] + 1, previous[column - 1] + (letter != other))
            if row > 1 and column > 1 and letter == second[column - 2] and first[row - 2] == other:
                cost = min(cost, before[column - 2] + 1)
            current.append(cost)
        if min(current) > limit and min(previous) > limit:
            return None
        before, previous = previous, current
    return previous[-1] if previous[-1] <= limit else None


def nearest(word: str, candidates: Iterable[tuple[str, int]]) -> str | None:
    """The best of some words with their counts: the same first letter, then fewer edits, then the more used."""
    limit = edits_allowed(word)
    ranked: list[tuple[bool, int, int, str]] = []
    for candidate, count in candidates:
        edits = distance(word, candidate, limit)
        if edits:
            ranked.append((candidate[0] != word[0], edits, -count, candidate))
    return min(ranked)[3] if ranked else None
