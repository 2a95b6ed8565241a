"""dc:creator and dc:contributor → the people and organisations behind a thing."""

import re

from discovery.catalog.contributor import Contributor
from discovery.catalog.roles import role_codes
from indexer.crosswalks.dublin_core.statements import DublinCore
from indexer.crosswalks.xml.names import contributor, united

_LISTED = re.compile(r"\s*;\s*")
# DSpace's refinements of contributor that roles.py has under other words.
_ROLES = {"advisor": ("ths",), "other": (), "department": (), "author": ("aut",)}
_NO_NAMES = ("department",)


def map_contributors(record: DublinCore) -> tuple[Contributor, ...]:
    """Creators first (the very first is the main entry), then contributors with the role of their refinement.

    Several names in one element stand with semicolons between them. A creator is nobody's relator code: "aut" is what
    a creator of a text is, and of anything else nobody knows.
    """
    found: list[Contributor | None] = []
    for each in record.get("creator"):
        for name in _LISTED.split(each.text):
            found.append(contributor(name, primary=not found))
    for each in record.get("contributor"):
        if each.refinement in _NO_NAMES:
            continue
        roles = _ROLES.get(each.refinement, role_codes(each.refinement) if each.refinement else ())
        primary = each.refinement == "author" and not found
        found += [contributor(name, roles, primary=primary) for name in _LISTED.split(each.text)]
    return united(found)
