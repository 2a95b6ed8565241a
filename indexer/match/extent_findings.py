"""What two records' extents say for or against their being one edition: pages, stretches of pages, and volumes."""

from collections.abc import Iterator

from indexer.match.features import Features

Finding = tuple[str, tuple[str, ...]]


def extent_findings(one: Features, other: Features) -> Iterator[Finding]:
    """Whether they count as many pages and volumes, or are parts of something, each where both sides say it."""
    yield from _stretches(one, other)
    yield from _extents(one, other)


def _stretches(one: Features, other: Features) -> Iterator[Finding]:
    """An article beside another one of the same volume, whose ISBN both may bear, or beside the volume itself."""
    mine, yours = one.stretch, other.stretch
    if mine and yours:
        if mine[1] <= yours[0] or yours[1] <= mine[0]:  # an article may begin where another ends
            yield "pages-elsewhere", (_ends(mine), _ends(yours))
    elif (mine and _is_within(mine, other)) or (yours and _is_within(yours, one)):
        yield "pages-within", (_shown_pages(one), _shown_pages(other))


def _is_within(stretch: tuple[int, int], whole: Features) -> bool:
    """Whether the whole has more than twice as many pages, and others: "1 p.l., p. 223-338" is the stretch itself."""
    first, last = stretch
    return bool(whole.pages) and first not in whole.pages and 2 * (last - first + 1) < whole.pages[0]


def _ends(stretch: tuple[int, int]) -> str:
    return f"{stretch[0]}-{stretch[1]}"


def _shown_pages(features: Features) -> str:
    return _ends(features.stretch) if features.stretch else _listed(features.pages)


def _extents(one: Features, other: Features) -> Iterator[Finding]:
    paged = _pages(one.pages, other.pages) if one.pages and other.pages else ""
    if paged:
        yield paged, (_listed(one.pages), _listed(other.pages))
    mine, yours = one.volume_counts, other.volume_counts
    if mine and yours:
        if volumes := _volumes(set(mine), set(yours)):
            yield volumes, (_listed(mine), _listed(yours))
    elif paged not in {"pages-equal", "pages-among"} and (
        (_is_set(mine) and other.pages) or (_is_set(yours) and one.pages)
    ):
        # A set beside one of its volumes, or beside another edition in one volume.
        yield "set-and-volume", (_listed(mine or (1,)), _listed(yours or (1,)))


def _is_set(volumes: tuple[int, ...]) -> bool:
    return bool(volumes) and volumes[-1] > 1


def _volumes(mine: set[int], yours: set[int]) -> str:
    """One may count the volumes as they came out, and the other as they are bound; "" where either has only one."""
    if mine & yours == {1}:
        return "" if {1} in (mine, yours) else "volumes-differ"
    return "volumes-equal" if mine & yours else "volumes-differ"


def _pages(mine: tuple[int, ...], yours: tuple[int, ...]) -> str:
    first, second = mine[0], yours[0]
    distance, larger = abs(first - second), max(first, second)
    if distance == 0:
        return "pages-equal"
    if (first in yours or second in mine) and min(first, second) >= 20:
        return "pages-among"  # "46 p., 100 plates" and "46 p."
    if distance <= max(4, larger // 33):
        return "pages-near"
    if distance <= larger // 10:
        return "pages-apart"
    return "pages-far" if 2 * larger >= 3 * min(first, second) else "pages-differ"


def _listed(numbers: tuple[int, ...]) -> str:
    return ", ".join(map(str, numbers))
