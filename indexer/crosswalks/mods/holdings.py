"""location → where it stands: https://www.loc.gov/standards/mods/userguide/location.html"""

from discovery.catalog.holding import Holding
from indexer.crosswalks.xml.elements import Element, attribute, children, descendants, first, text_of, texts
from indexer.partners import LibraryRule


def map_holdings(mods: Element, *, partner: str, rule: LibraryRule) -> tuple[Holding, ...]:
    """One holding for each physical location and shelf mark; without any, the partner's library has the thing.

    physicalLocation is the library or branch, copyInformation its copies with shelves and marks. A code that padu.toml
    lists is the cooperation's library.
    """
    found: dict[tuple[str, str, str, str], Holding] = {}
    for location in children(mods, "location"):
        place = text_of(first(location, "physicalLocation"))
        copies = [*descendants(location, "copyInformation")]
        marks = texts(location, "shelfLocator")
        for copy in copies:
            shelf, mark = text_of(first(copy, "subLocation")), text_of(first(copy, "shelfLocator"))
            _add(found, _owner(place, partner, rule), shelf, mark, _note(copy))
        if not copies and (place or marks):
            _add(found, _owner(place, partner, rule), "", marks[0] if marks else "", "")
    return tuple(found.values()) or (Holding(rule.library or partner),)


def _owner(place: str, partner: str, rule: LibraryRule) -> tuple[str, str]:
    """The cooperation's code for the owner, and the branch."""
    known = dict(rule.codes).get(place)
    return (known, "") if known else (rule.library or partner, place)


def _note(copy: Element) -> str:
    return "; ".join(text_of(each) for each in children(copy, "note") if not attribute(each, "type"))


def _add(
    found: dict[tuple[str, str, str, str], Holding], owner: tuple[str, str], shelf: str, mark: str, note: str
) -> None:
    key = (*owner, shelf, mark)
    known = found.get(key)
    copies = known.copies + 1 if known is not None else 1 if shelf else 0
    found[key] = Holding(owner[0], owner[1], shelf, mark, copies, "", note)
