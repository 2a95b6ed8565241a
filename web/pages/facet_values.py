"""The values of a facet as checkboxes, libraries by the places where they are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from discovery.catalog.library import Library
from discovery.search.request import Filter
from discovery.search.results import Facet
from web.i18n import Words


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value with its checkbox; `place` is a library's city, "" elsewhere."""

    value: str
    label: str
    count: str
    selected: bool
    place: str = ""


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """Some values under a heading of their own, "" where they need none."""

    label: str
    values: tuple[FacetValue, ...]


def facet_values(facet: Facet, selected: frozenset[str], words: Words) -> tuple[FacetValue, ...]:
    """A facet's buckets as checkboxes."""
    label, number, name = words.labels.value, words.number, facet.facet
    return tuple(
        FacetValue(bucket.value, label(name, bucket.value), number(bucket.count), bucket.value in selected)
        for bucket in facet.buckets
    )


def selected_values(filters: Iterable[Filter], facet: str) -> frozenset[str]:
    """The values of a facet among some filters."""
    return frozenset(value for each in filters if each.facet == facet for value in each.values)


def grouped_by_place(
    values: Iterable[FacetValue], libraries: Mapping[str, Library], homes: tuple[str, ...], words: Words
) -> tuple[FacetGroup, ...]:
    """The reader's own libraries, then the others by province, each with its city.

    Provinces stand as their first library does, so the one with the largest comes first. Without a province, or
    where all are in one, there is no heading.
    """
    groups: dict[str, list[FacetValue]] = {}
    own: list[FacetValue] = []
    for value in values:
        library = libraries.get(value.value)
        city, province = (library.city, library.province) if library else ("", "")
        placed = FacetValue(value.value, value.label, value.count, value.selected, "" if city == province else city)
        (own if value.value in homes else groups.setdefault(province, [])).append(placed)
    mine = [FacetGroup(words.gettext("My libraries"), tuple(own))] if own else []
    if len(groups) == 1 and not own:
        return tuple(FacetGroup("", tuple(placed)) for placed in groups.values())
    elsewhere = words.gettext("Elsewhere")
    ordered = sorted(groups.items(), key=lambda group: not group[0])
    return (*mine, *(FacetGroup(province or elsewhere, tuple(placed)) for province, placed in ordered))
