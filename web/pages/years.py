"""The years of the results: how many in each decade, as a drawing, and the range to choose."""

from dataclasses import dataclass

from discovery.search.request import YearRange
from discovery.search.results import Facet
from web.i18n import Words

# In the drawing's own units; it is stretched to the width of its panel.
_BAR, _GAP, _HEIGHT = 10, 2, 48
# What is there at all must be seen.
_LOWEST = 2
_MOST_BARS = 40


@dataclass(frozen=True, slots=True)
class YearsView:
    """The bars of the decades as one path, those within the chosen range as another; "" where there are none. Where
    nothing is found there are neither, and nothing is drawn.

    `first` and `last` are the years at the two ends of the drawing, `low` and `high` what is typed. `summary` says
    in words what the drawing shows.
    """

    width: int
    height: int
    bars: str
    chosen: str
    first: int
    last: int
    low: str
    high: str
    summary: str


def years_view(facet: Facet, years: YearRange | None, words: Words) -> YearsView:
    """The drawing of a facet of decades. The oldest bar holds whatever is older than the drawing.

    A chosen decade stands in the facet also where nothing is found in it, and counts only where nothing else does.
    """
    decades = _by_decade(facet)
    counts = {decade: count for decade, count in decades.items() if count} or decades
    last = max(counts)
    first = max(min(counts), last - _MOST_BARS + 1)
    heights: dict[int, int] = {}
    for decade, count in counts.items():
        heights[max(decade, first)] = heights.get(max(decade, first), 0) + count
    most = max(heights.values())
    inside = {decade: count for decade, count in heights.items() if _is_chosen(decade, years)}
    return YearsView(
        width=(last - first + 1) * _BAR - _GAP,
        height=_HEIGHT,
        bars=_path({decade: count for decade, count in heights.items() if decade not in inside}, first, most),
        chosen=_path(inside, first, most),
        first=first * 10,
        last=last * 10 + 9,
        low="" if years is None or years.first is None else str(years.first),
        high="" if years is None or years.last is None else str(years.last),
        summary=_summary(counts, words) if most else "",
    )


def _summary(counts: dict[int, int], words: Words) -> str:
    busiest = max(counts, key=lambda decade: (counts[decade], decade))
    return words.gettext(
        "From %(first)s to %(last)s, most of them, %(number)s, in %(decade)s",
        first=min(counts) * 10,
        last=max(counts) * 10 + 9,
        number=words.number(counts[busiest]),
        decade=f"{busiest * 10}–{busiest * 10 + 9}",
    )


def _by_decade(facet: Facet) -> dict[int, int]:
    """The counts by decade number: 199 for "1990-1999", -5 for "-50--41"."""
    return {int(bucket.value[: bucket.value.index("-", 1)]) // 10: bucket.count for bucket in facet.buckets}


def _is_chosen(decade: int, years: YearRange | None) -> bool:
    if years is None:
        return False
    begins_in_time = years.last is None or decade * 10 <= years.last
    return begins_in_time and (years.first is None or decade * 10 + 9 >= years.first)


def _path(counts: dict[int, int], first: int, most: int) -> str:
    """One closed box for each decade: https://www.w3.org/TR/SVG2/paths.html"""
    boxes = []
    for decade, count in sorted(counts.items() if most else ()):
        height = max(_LOWEST, round(count / most * _HEIGHT))
        boxes.append(f"M{(decade - first) * _BAR} {_HEIGHT}v-{height}h{_BAR - _GAP}v{height}z")
    return "".join(boxes)
