"""dc:publisher, dc:date and dc:coverage → where, by whom and when."""

import re
from collections.abc import Sequence
from itertools import filterfalse

from discovery.catalog.names import without_email
from discovery.catalog.publication import Publication
from discovery.catalog.punctuation import trim_brackets, trim_isbd
from discovery.catalog.years import NO_YEARS, Years, latest_year, read_years
from indexer.crosswalks.dublin_core.statements import DublinCore
from indexer.crosswalks.unsaid import is_unsaid

# When the thing came out, most telling first. Not when a repository took it in or made it available.
_PUBLISHED = ("issued", "", "created", "datecopyrighted", "copyright", "dateaccepted", "datesubmitted", "submitted")
# A machine's date and time says when a record was made (https://www.w3.org/TR/NOTE-datetime).
_TIMESTAMP = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ]\d\d:\d\d.*)")
# A day in ISO 8601's basic form, as Greenstone's collections have them; its lists by date want eight digits, so that
# what isn't known stands as 00.
_DAY = re.compile(r"(1\d{3}|20\d\d)(?:00|(0[1-9]|1[0-2]))(?:00|(?<!00)(0[1-9]|[12]\d|3[01]))")
# OpenAIRE's word for the end of an embargo, among the dates: https://guidelines.openaire.eu/en/latest/literature/
_EMBARGO = "info:"
# An interval of ISO 8601, which dc:date may be (https://www.dublincore.org/specifications/dublin-core/dcmi-terms/#date),
# digits that are unknown and a year that is approximate (EDTF, https://www.loc.gov/standards/datetime/).
_INTERVAL = re.compile(r"(\d{4})(?:-\d\d){0,2}/(\d{4})(?:-\d\d){0,2}")
_UNKNOWN = re.compile(r"(?<!\d)(?:(\d\d)[Xx]{2}|(\d{3})[Xx])(?!\w)")
_ABOUT = re.compile(r"(\d{4}(?:-\d\d){0,2})[~%]")
_PLACES = ("place", "location", "city")
_PLACE = re.compile(r"^([^:;]{2,60}?)\s+:\s+(\S.*)$")


def map_publication(record: DublinCore) -> Publication:
    """Publisher, and the place before it where somebody wrote "Jakarta : Gramedia"; SLiMS has the place in coverage.

    Of several dates the issue's counts, else one that is no time stamp: repositories list when they took a thing in,
    and until when it may not be read, which is after that.
    """
    places: dict[str, None] = {}
    publishers: dict[str, None] = {}
    for each in record.get("publisher"):
        said = _PLACE.match(each.text)
        if said or each.refinement in _PLACES:
            places[trim_brackets(trim_isbd(said[1] if said else each.text))] = None
        if said or each.refinement not in _PLACES:
            publishers[trim_brackets(trim_isbd(without_email(said[2] if said else each.text)))] = None
    for text in record.texts("coverage", "") if record.is_slims else ():
        if not places and any(map(str.isalpha, text)):
            places[trim_isbd(text)] = None
    date, years = _date(record)
    return Publication.of([*filterfalse(is_unsaid, places)], [*filterfalse(is_unsaid, publishers)], date, years)


def map_edition(record: DublinCore) -> str:
    """SLiMS's hasVersion; to others that is another version's title, and the edition isn't told."""
    return trim_isbd(next(iter(record.texts("relation", "hasversion")), "")) if record.is_slims else ""


def _first_not_after(dates: Sequence[str], stamp: str) -> str:
    """The first date that isn't after the day of a time stamp, else the first of all; "" where there is none."""
    possible = (each for each in dates if not (stamp and each[:1].isdigit() and each[:10] > stamp[:10]))
    return next(possible, dates[0] if dates else "")


def _date(record: DublinCore) -> tuple[str, Years]:
    for refinement in _PUBLISHED:
        texts = record.texts("date", refinement)
        stated = [_with_hyphens(each) for each in texts if not each.startswith(_EMBARGO)]
        found = [each for each in stated if _years(each).first is not None]
        stamps = [each for each in found if _TIMESTAMP.fullmatch(each)]
        plain = [each for each in found if each not in stamps]
        # The plain date beats the time stamp, and of time stamps the earliest is nearest to the thing itself.
        text = _first_not_after(plain, max(stamps, default="")) or min(stamps, default="")
        if text:
            stamp = _TIMESTAMP.fullmatch(text)
            return (stamp[1] if stamp else text), _years(text)
    return "", NO_YEARS


def _with_hyphens(text: str) -> str:
    """A date of eight digits as "1996-09-15", or as much of it as is known; any other as it is."""
    day = _DAY.fullmatch(text)
    return "-".join(filter(None, day.groups())) if day else text


def _years(text: str) -> Years:
    interval = _INTERVAL.fullmatch(text)
    if interval and int(interval[1]) < int(interval[2]) <= latest_year():
        return Years(int(interval[1]), int(interval[2]))
    if "x" in text.casefold():
        text = _UNKNOWN.sub(lambda found: f"{found[1]}--" if found[1] else f"{found[2]}-", text)
    about = _ABOUT.fullmatch(text)
    return read_years(f"ca. {about[1]}" if about else text)
