"""location → where it stands: https://www.loc.gov/standards/mods/userguide/location.html"""

from msgspec.structs import replace

from discovery.catalog.holding import Holding
from discovery.catalog.runs import parse_run
from indexer.crosswalks.xml.elements import Element, attribute, children, descendants, first, text_of, texts
from indexer.crosswalks.xml.numbers import link
from indexer.partners import LibraryRule


def map_holdings(mods: Element, *, partner: str, rule: LibraryRule) -> tuple[Holding, ...]:
    """One holding for each physical location and shelf mark; without any, the partner's library has the thing.

    physicalLocation is the library or branch, each copyInformation a copy with shelf (SLiMS writes sublocation), mark,
    note, address and, of a serial, what is there. A code that padu.toml lists is the cooperation's library.
    """
    found: dict[tuple[str, str, str, str], Holding] = {}
    for location in children(mods, "location"):
        place = text_of(first(location, "physicalLocation"))
        copies = [*descendants(location, "copyInformation")]
        marks = texts(location, "shelfLocator")
        for copy in copies:
            _add(found, _copy(copy, _owner(place, partner, rule)))
        if not copies and (place or marks):
            _add(found, Holding(*_owner(place, partner, rule), call_number=marks[0] if marks else ""))
    return tuple(found.values()) or (Holding(rule.library or partner),)


def map_copy_numbers(mods: Element) -> tuple[str, ...]:
    """Each copy's itemIdentifier, and what SLiMS writes for it (MODSoutput in its lib/detail.inc.php)."""
    copies = (copy for location in children(mods, "location") for copy in descendants(location, "copyInformation"))
    found = (number for copy in copies for number in texts(copy, "itemIdentifier", "numerationAndChronology"))
    return tuple(dict.fromkeys(found))


def _owner(place: str, partner: str, rule: LibraryRule) -> tuple[str, str]:
    """The cooperation's code for the owner, and the branch."""
    known = dict(rule.codes).get(place)
    return (known, "") if known else (rule.library or partner, place)


def _copy(copy: Element, owner: tuple[str, str]) -> Holding:
    shelf = next(iter(texts(copy, "subLocation", "sublocation")), "")
    run = "; ".join(texts(copy, "enumerationAndChronology"))
    note = "; ".join(text_of(each) for each in children(copy, "note") if not attribute(each, "type"))
    links = tuple(found for text in texts(copy, "electronicLocator") if (found := link(text)) is not None)
    mark = text_of(first(copy, "shelfLocator"))
    return Holding(*owner, shelf, mark, 1, run, note, links, parse_run(run) if run else ())


def _add(found: dict[tuple[str, str, str, str], Holding], holding: Holding) -> None:
    """One more copy where its place is known; what the first of them says counts."""
    key = (holding.library, holding.branch, holding.shelf, holding.call_number)
    known = found.get(key)
    found[key] = holding if known is None else replace(known, copies=known.copies + holding.copies)
