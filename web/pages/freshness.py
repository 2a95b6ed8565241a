"""When holdings were last confirmed, and whether that is too long ago."""

from datetime import UTC, date, datetime

from discovery.search.partner_facts import Freshness
from web.i18n import Words


def today() -> date:
    """The day by which freshness is told."""
    return datetime.now(UTC).date()


def confirmed_text(day: str, freshness: Freshness, today: date, words: Words) -> str:
    """The day (ISO) in words, with a warning where it is past the partner's own limit; "" when it isn't known."""
    if not day:
        return ""
    told = words.date(day)
    if not freshness.is_stale(day, today):
        return told
    return words.ngettext(
        "%(date)s, more than %(number)s day ago: ask before you go",
        "%(date)s, more than %(number)s days ago: ask before you go",
        freshness.stale_after,
        date=told,
    )
