"""Stretches of time that a harvest asks for, and how one that fails is narrowed.

Datestamps are UTC, `from` and `until` inclusive, by day or by second:
https://www.openarchives.org/OAI/openarchivesprotocol.html#Dates
"""

from datetime import UTC, datetime, timedelta
from typing import Literal

import msgspec

Granularity = Literal["day", "second"]

# What changed is asked for from this long before the last harvest began: providers write local time for UTC, show a
# record hours after its datestamp (a nightly job builds what they serve), and let a long change end after it began.
OVERLAP = timedelta(days=2)
# No catalogue of OAI-PMH is older than the protocol's draft.
_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
_UNITS: dict[Granularity, timedelta] = {"day": timedelta(days=1), "second": timedelta(seconds=1)}
_FORMS: dict[Granularity, str] = {"day": "%Y-%m-%d", "second": "%Y-%m-%dT%H:%M:%SZ"}


class Window(msgspec.Struct, frozen=True):
    """From when until when, in the provider's own form; "" is without end."""

    since: str = ""
    until: str = ""

    def arguments(self) -> dict[str, str]:
        """As a request has them."""
        return {name: value for name, value in (("from", self.since), ("until", self.until)) if value}

    def words(self) -> str:
        """As a sentence has them."""
        return f"{self.since or 'the beginning'} to {self.until or 'now'}"


def parsed(date: str) -> datetime | None:
    """A date by day or second; None for what is none, as "0000-00-00"."""
    try:
        return datetime.fromisoformat(date.strip().removesuffix("Z")).replace(tzinfo=UTC)
    except ValueError:
        return None


def since(began: str, granularity: Granularity) -> str:
    """Where the harvest after one that began then has to start."""
    moment = parsed(began)
    return "" if moment is None else (moment - OVERLAP).strftime(_FORMS[granularity])


def halves(window: Window, earliest: str, latest: str, granularity: Granularity) -> tuple[Window, ...]:
    """The window as two that share no moment; nothing where it can't be narrowed.

    `earliest` and `latest` stand in for an end that it doesn't have, to find its middle by. It stays open there: some
    records are older than Identify says, or newer than the clock.
    """
    begin, end = _ends(window, earliest, latest)
    unit, form = _UNITS[granularity], _FORMS[granularity]
    if granularity == "day":
        begin, end = (each.replace(hour=0, minute=0, second=0) for each in (begin, end))
    steps = (end - begin) // unit
    if steps < 1:
        return ()
    middle = begin + unit * (steps // 2)
    first_end, second_begin = middle.strftime(form), (middle + unit).strftime(form)
    return (
        Window(window.since and begin.strftime(form), first_end),
        Window(second_begin, window.until and end.strftime(form)),
    )


def is_short(window: Window, earliest: str, latest: str) -> bool:
    """Whether it is a day or less, so that its records may be few enough to ask for one by one."""
    begin, end = _ends(window, earliest, latest)
    return end - begin <= timedelta(days=1)


def adjoin(first: Window, second: Window) -> bool:
    """Whether the second begins at the moment after the first."""
    end, begin = parsed(first.until), parsed(second.since)
    unit = _UNITS["second" if "T" in second.since else "day"]
    return end is not None and begin is not None and end + unit == begin


def earlier(moment: str, now: datetime) -> str:
    """A moment of the provider's clock, or now where that clock is ahead, as ours would say it.

    What it changes before its clock is set right would be asked for by nobody until then.
    """
    told = parsed(moment)
    return moment if told is not None and told <= now else now.strftime(_FORMS["second"])


def _ends(window: Window, earliest: str, latest: str) -> tuple[datetime, datetime]:
    begin = parsed(window.since) or max(parsed(earliest) or _EARLIEST, _EARLIEST)
    end = parsed(window.until)
    if end is not None and "T" not in window.until:
        end += timedelta(days=1, seconds=-1)  # a day as an end is in it to its last second
    return begin, end or parsed(latest) or datetime.now(UTC)
