"""What two records' dates, publishers, places and series say for or against their being one edition."""

from collections.abc import Iterator

from rapidfuzz.fuzz import ratio

from indexer.match.features import Features, SeriesKey
from indexer.match.serials import are_of_two_houses, run_on_together
from indexer.match.wordings import written_apart

Finding = tuple[str, tuple[str, ...]]

# A year this far off is a slip of one cataloguer or a new printing; farther off, mostly another edition.
_CLOSE = 3
# An earlier year is one of the Hijra.
_FIRST_PRINTED = 1400
_MISTYPED = 85


def publication_findings(one: Features, other: Features) -> Iterator[Finding]:
    """Year, publisher, place and series, each where both sides say it."""
    yield from _years(one, other)
    yield from _publishers(one, other)
    if one.places and other.places and not written_apart(one.places, other.places):
        yield "place-agrees" if one.places & other.places else "place-differs", ()
    yield from _all_series(one, other)


def _years(one: Features, other: Features) -> Iterator[Finding]:
    if one.year is None or other.year is None:
        return
    yield _year(one, other, one.year, other.year), (str(one.year), str(other.year))


def _year(one: Features, other: Features, mine: int, yours: int) -> str:
    distance = abs(mine - yours)
    if distance == 0:
        return "year-equal"
    if _among(one.years & other.years, distance):
        return "year-among"
    if _within(mine, other.span) or _within(yours, one.span) or _overlap(one.through, other.through):
        return "year-possible"
    if run_on_together(one, other):
        return "year-possible"
    if distance == 1:
        return "year-near"
    return "year-close" if distance <= _CLOSE else "year-differs"


def _among(shared: frozenset[int], distance: int) -> bool:
    """Whether both dates say one year: "1971, c1970" and "1970", "1334 H. [1916]" and "1334 H. [1915?]".

    A year of the Hijra by the moon and one by the sun are forty years apart.
    """
    return any(year >= _FIRST_PRINTED or distance <= 1 for year in shared)


def _overlap(mine: tuple[int, int] | None, yours: tuple[int, int] | None) -> bool:
    """Whether two sets came out mostly in the same years: "1954-55" and "1953-1955"; a new printing follows later."""
    if mine is None or yours is None:
        return False
    common = min(mine[1], yours[1]) - max(mine[0], yours[0])
    return 2 * common > min(mine[1] - mine[0], yours[1] - yours[0])


def _within(year: int, span: tuple[int, int] | None) -> bool:
    return span is not None and span[0] <= year <= span[1]


def _publishers(one: Features, other: Features) -> Iterator[Finding]:
    if not one.publishers or not other.publishers:
        return
    if are_of_two_houses(one, other):
        yield "publisher-differs", ()
    elif shared := one.publishers & other.publishers:
        yield "publisher-agrees", tuple(sorted(shared))
    elif any(ratio(mine, yours) >= _MISTYPED for mine in one.publishers for yours in other.publishers):
        yield "publisher-agrees", ()
    elif _names(one, other) or _names(other, one):
        yield "publisher-named", ()
    elif not written_apart(one.publishers, other.publishers):
        yield "publisher-differs", ()


def _names(one: Features, other: Features) -> bool:
    """Whether the one's publisher is among the other's makers: a society, or the author."""
    return any(one.publishers & name for name in other.creators)


def _all_series(one: Features, other: Features) -> Iterator[Finding]:
    if not one.series or not other.series:
        return
    codes = {_series(mine, yours) for mine in one.series for yours in other.series}
    for code in ("series-equal", "series-number-differs"):
        if code in codes:
            yield code, ()
            return


def _series(mine: SeriesKey, yours: SeriesKey) -> str:
    if ratio(" ".join(mine[0]), " ".join(yours[0])) < _MISTYPED:
        return ""
    return "series-number-differs" if _number_differs(set(mine[1].split()), set(yours[1].split())) else "series-equal"


def _number_differs(mine: set[str], yours: set[str]) -> bool:
    """Whether nothing in two numbers is the same, or each has a figure of its own: "119-462", "119-424"."""
    if not mine or not yours or mine == yours:
        return False
    return not mine & yours or (any(map(str.isdigit, mine - yours)) and any(map(str.isdigit, yours - mine)))
