"""Years of Iran and Afghanistan, which nothing but the language of a record tells from those of the moon."""

import re
from typing import Final

from msgspec.structs import replace

from discovery.catalog.calendars import hijri_to_common_era
from discovery.catalog.publication import Publication
from discovery.catalog.years import LATEST_HIJRI, latest_year

# Persian, as Dari is coded too, and Pashto.
_LANGUAGES: Final = frozenset({"fa", "ps"})
_YEAR: Final = re.compile(r"(?<!\d)\d{4}(?!\d)")
_OF_THE_SUN: Final = re.compile(r"ش|خورشید|\bs\.? ?h\b|\bh?\.? ?sh|\ba\.? ?p\b|\bkhorsh", re.IGNORECASE)
_OF_THE_MOON: Final = re.compile(r"ق|ه|قمر|\bh\b|\ba\.? ?h\b|\bq|\blunar", re.IGNORECASE)
# Iran went over to its solar calendar in 1304 (1925). A bare number below that, or ahead of our time, is a year of the
# moon; one up to 1344 may still be one, but few books are so old.
_FIRST_SOLAR: Final = 1304
_EARLIEST: Final = 1200
_BETWEEN: Final = 621


def in_common_era(publication: Publication, languages: tuple[str, ...]) -> Publication:
    """A Persian record's publication with the year of ours, where its date has only the other calendar's: "1380" is
    2001. A year that 008 or brackets tell in our calendar stands, and what is marked as lunar is read as that.
    """
    date = publication.date
    if publication.year is None or not date or _LANGUAGES.isdisjoint(languages):
        return publication
    told = [int(year) for year in _YEAR.findall(date)]  # int reads Persian digits
    if not told or not all(_EARLIEST <= year <= LATEST_HIJRI for year in told):
        return publication
    first = told[0]
    if publication.year not in (first, hijri_to_common_era(first)):
        return publication
    if _OF_THE_MOON.search(date) and not _OF_THE_SUN.search(date):
        return publication
    last = told[-1] if len(told) > 1 and told[-1] > first else None
    return replace(publication, year=_common(first), last_year=None if last is None else _common(last), uncertain=True)


def _common(year: int) -> int:
    return year + _BETWEEN if _FIRST_SOLAR <= year <= latest_year() - _BETWEEN else hijri_to_common_era(year)
