"""Copies of no library: those under a code that padu.toml doesn't know, where it has no library for the rest either."""

from collections.abc import Iterator, Mapping

from discovery.catalog.record import Record
from discovery.counting import counted
from indexer.partners import LibraryRule, Partner

_MOST_NAMED = 5


def stray_codes(record: Record, rule: LibraryRule) -> Iterator[str]:
    """The codes of its holdings that are no library's, once each, where libraries are told by codes.

    They go to a library named like the partner, which a holding with a known code may be of as well.
    """
    if not rule.field or rule.library or record.partner in dict(rule.codes).values():
        return
    yield from dict.fromkeys(each.branch for each in record.holdings if each.library == record.partner)


def stray_remarks(partner: Partner, strays: Mapping[str, int]) -> tuple[str, ...]:
    """What is to be done about them, in a sentence; nothing where there is such a library."""
    if partner.is_library or not strays:
        return ()
    most = sorted(strays.items(), key=lambda found: (-found[1], found[0]))
    named = [f"{code!r} ({counted(number, 'record')})" if code else _without(number) for code, number in most]
    more = f" and {counted(len(named) - _MOST_NAMED, 'other')}" if len(named) > _MOST_NAMED else ""
    said = ", ".join(named[:_MOST_NAMED]) + more
    return (
        f"holdings of no library in padu.toml: {said}, by {partner.libraries.field}; say under libraries whose they "
        f'are, or add a [[library]] with code = "{partner.code}" for them.',
    )


def _without(number: int) -> str:
    return f"no code ({counted(number, 'record')})"
