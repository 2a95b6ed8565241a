"""Copies that two partners tell of: a library's own catalogue, and a union catalogue that has it too.

Listed twice, one copy would be two for whoever looks how many there are.
"""

from collections.abc import Collection, Mapping, Sequence

from msgspec.structs import replace

from discovery.catalog.holding import Holding


def told_once(holdings: Sequence[Holding], numbers: Mapping[str, Collection[str]]) -> list[Holding]:
    """The holdings without those that another partner's holding of the same library says too, or more exactly.

    `numbers` are the barcodes and the like of each partner's copies. A holding that counts its copies is another's only
    where the two partners have a number in common; it stays beside it where nobody can tell.
    """
    kept = [*holdings]
    places: dict[str, list[int]] = {}
    for place, holding in enumerate(kept):
        places.setdefault(holding.library, []).append(place)
    dropped: set[int] = set()
    for its in places.values():
        if len({kept[place].partner for place in its}) > 1:
            dropped |= _told_again(kept, its, numbers)
    return [holding for place, holding in enumerate(kept) if place not in dropped] if dropped else kept


def _told_again(kept: list[Holding], places: Sequence[int], numbers: Mapping[str, Collection[str]]) -> set[int]:
    """The places of what need not be told; what stays names both partners, as either may confirm it from now on."""
    dropped: set[int] = set()
    for place in reversed(places):
        holding = kept[place]
        for other in places:
            fuller = kept[other]
            if other in dropped or fuller.partner == holding.partner or not _says_all_of(fuller, holding):
                continue
            if holding.copies and not _have_one_in_common(numbers, fuller.partner, holding.partner):
                continue
            dropped.add(place)
            also = dict.fromkeys((*fuller.also, holding.partner, *holding.also))
            kept[other] = replace(fuller, confirmed=max(fuller.confirmed, holding.confirmed), also=tuple(also))
            break
    return dropped


def _says_all_of(fuller: Holding, holding: Holding) -> bool:
    """Whether nothing that is said of the holding is missing from the other, or said otherwise."""
    return (
        holding.copies <= fuller.copies
        and (not holding.call_number or _marks(holding.call_number) == _marks(fuller.call_number))
        and holding.branch in ("", fuller.branch)
        and holding.shelf in ("", fuller.shelf)
        and holding.run in ("", fuller.run)
        and holding.note in ("", fuller.note)
        and set(holding.links).issubset(fuller.links)
        and holding.statuses in ((), fuller.statuses)
    )


def _marks(call_number: str) -> str:
    """A shelf mark however it is spaced and written: "899.221 TOE b", "899.221 Toe B"."""
    return "".join(call_number.split()).casefold()


def _have_one_in_common(numbers: Mapping[str, Collection[str]], one: str, other: str) -> bool:
    return not set(numbers.get(one, ())).isdisjoint(numbers.get(other, ()))
