"""dc:creator and dc:contributor → the people and organisations behind a thing."""

import re

from discovery.catalog.contributor import Contributor
from discovery.catalog.roles import role_codes
from discovery.catalog.titled_names import names_within
from indexer.crosswalks.dublin_core.statements import DublinCore
from indexer.crosswalks.xml.names import LONGEST, ORGANISATION, contributor, united

_LISTED = re.compile(r"\s*[;|]\s*")
_NO_NAMES = ("department",)
# Koha gives a creator all that its MARC field holds: role and number of authority after the name.
_AUTHORITY = re.compile(r"^\d{1,7}\s+(?=\D+,)|(?<!\d)\s+\d{1,7}$")
_ROLE_AFTER = re.compile(r"[\s,]+([a-z]{6,})\.?$")


def map_contributors(record: DublinCore) -> tuple[Contributor, ...]:
    """Creators first (the very first is the main entry), then contributors with the role of their refinement.

    Several names in one element stand with semicolons between them, or with commas where that is certain; in OJS and
    its kin each name has its own, and behind the semicolon is where its bearer works, or nothing, and contributors are
    who paid. A creator is nobody's relator code: "aut" is what a creator of a text is, and of anything else nobody
    knows.
    """
    found: list[Contributor | None] = []
    for each in record.get("creator"):
        names = _LISTED.split(each.text)[:1] if record.is_of_pkp else _names(each.text)
        for name in names:
            found.append(_creator(name, primary=not found))
    # DSpace lists its people by what they did, and the authors may come last.
    for each in sorted(record.get("contributor"), key=lambda each: each.refinement != "author"):
        if each.refinement in _NO_NAMES or (record.is_of_pkp and not each.refinement):
            continue
        roles = role_codes(each.refinement) if each.refinement else ()
        primary = each.refinement == "author" and not found
        found += [contributor(name, roles, primary=primary) for name in _names(each.text)]
    return united(found)


def _names(text: str) -> list[str]:
    """The names in one element; a body's own name may have commas."""
    return [
        name
        for part in _LISTED.split(text)
        for name in ((part,) if len(part) > LONGEST or ORGANISATION.search(part) else names_within(part))
    ]


def _creator(text: str, *, primary: bool) -> Contributor | None:
    """One name; what a conversion of MARC leaves on it is taken off where a comma shows that it is a filed one."""
    if "," not in text or len(text) > LONGEST:
        return contributor(text, primary=primary)
    name = _AUTHORITY.sub("", text)
    after = _ROLE_AFTER.search(name)
    roles = role_codes(after[1]) if after else ()
    return contributor(name[: after.start()] if after and roles else name, roles, primary=primary)
