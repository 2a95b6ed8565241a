"""When a partner is to be synced: "hourly", "daily 02:30", "weekly mon 02:30", or a line as cron has it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from discovery.errors import SettingsError

_DAILY = re.compile(r"daily(?: ([01]?\d|2[0-3]):([0-5]\d))?")
_WEEKLY = re.compile(r"weekly (mon|tue|wed|thu|fri|sat|sun)(?: ([01]?\d|2[0-3]):([0-5]\d))?")
# Catalogues are fetched when their libraries sleep.
_HOUR, _MINUTE = "2", "30"


@dataclass(frozen=True, slots=True)
class Schedule:
    """`line` has the five fields of cron: minute, hour, day of the month, month, day of the week."""

    line: str

    def next_after(self, moment: datetime) -> datetime:
        """The first time after `moment`, by the clock and in the time zone that `moment` is in."""
        from cronsim import CronSim  # here and below: most commands only look whether it is a schedule

        return next(CronSim(self.line, moment))


@dataclass(frozen=True, slots=True)
class Scheduled:
    """What is to be kept up to date: a store, and its partners' schedules by code."""

    store_url: str
    schedules: Mapping[str, Schedule]


def read_schedule(partner: str, text: str) -> Schedule:
    """What padu.toml says. Raises SettingsError with what may be said."""
    line = _cron_line(text.strip().lower())
    if line != text.strip().lower():
        return Schedule(line)
    from cronsim import CronSim, CronSimError

    try:
        CronSim(line, datetime.now().astimezone())
    except CronSimError as error:
        raise SettingsError(
            f'padu.toml, partner {partner!r}: schedule = {text!r} is no schedule; say "hourly", "daily 02:30", '
            '"weekly mon 02:30", or a line as cron has it ("30 2 * * *").'
        ) from error
    return Schedule(line)


def _cron_line(text: str) -> str:
    if text == "hourly":
        return "0 * * * *"
    if daily := _DAILY.fullmatch(text):
        return f"{int(daily[2] or _MINUTE)} {int(daily[1] or _HOUR)} * * *"
    if weekly := _WEEKLY.fullmatch(text):
        return f"{int(weekly[3] or _MINUTE)} {int(weekly[2] or _HOUR)} * * {weekly[1]}"
    return text
