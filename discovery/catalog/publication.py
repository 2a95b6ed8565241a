"""Where, by whom and when an edition came out."""

from collections.abc import Sequence

import msgspec

from discovery.catalog.years import Years


class Publication(msgspec.Struct, frozen=True, omit_defaults=True):
    """`year` is that of the edition in hand, as an astronomical year (BCE ≤ 0), or None when it can't be told.

    `last_year` closes a range (a serial that ended, a multi-part set), else None. `date` is the text on the
    piece ("[199-?]", "1405 H [1985]"). `country` is the MARC place code of 008/15-17 without padding, or "".
    """

    place: str = ""
    publisher: str = ""
    date: str = ""
    year: int | None = None
    last_year: int | None = None
    uncertain: bool = False
    country: str = ""
    places: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()

    @staticmethod
    def of(
        places: Sequence[str], publishers: Sequence[str], date: str, years: Years, country: str = ""
    ) -> "Publication":
        """What came out in the first of these places, from the first of these publishers."""
        return Publication(
            places[0] if places else "",
            publishers[0] if publishers else "",
            date,
            years.first,
            years.last,
            years.uncertain,
            country,
            tuple(places),
            tuple(publishers),
        )
