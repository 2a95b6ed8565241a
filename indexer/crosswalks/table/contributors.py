"""PENGARANG, PENERJEMAH, EDITOR, … → the people and organisations behind a thing."""

import re

from discovery.catalog.contributor import Contributor
from discovery.catalog.names import direct_name
from indexer.crosswalks.table.fields import TableFields
from indexer.crosswalks.table.names import ORGANISATION, name_and_roles, names_of
from indexer.crosswalks.table.title import has_authors, with_authors

_ROLES = (("authors", ""), ("organisations", ""), ("editors", "edt"), ("translators", "trl"), ("illustrators", "ill"))
_NOBODY = re.compile(
    r"(?:tanpa |tidak ada |no )?(?:nama|pengarang|penulis|author)?|anonim|anonymous|anonym|n\.?n\.?", re.IGNORECASE
)
# What has a comma within quotation marks is a body: Sanggar "Baca, Tulis".
_QUOTED_COMMA = re.compile(r"\"[^\",]*,[^\"]*\"|[“„][^”“,]*,[^”“]*[”“]|«[^»,]*,[^»]*»")
# How a statement of responsibility may begin.
_STATEMENT = re.compile(r"\A\s*(?:(?:di)?(?:susun|tulis|karang)(?:an)?\s+)?(?:oleh|karya|by)\b[\s:]*", re.IGNORECASE)


def map_contributors(row: TableFields) -> tuple[Contributor, ...]:
    """Each name once with its roles, authors first; the first author is the main entry.

    A role may stand in brackets after a name or before a colon ("Editor: …"). Degrees are no part of a name, and a
    comma before one inverts nothing; two words around a single comma are a surname and the rest, several names of more
    than one word are a list: `discovery.catalog.names` has the practice.
    """
    found: dict[str, Contributor] = {}
    for field, role in _ROLES:
        for text in row.texts(field):
            for name in names_of(text):
                _add(found, name, role, organisation=field == "organisations")
    if not found and has_authors(row):
        for name in names_of(_STATEMENT.sub("", with_authors(row)[1])):
            _add(found, name, "", organisation=False)
    return tuple(found.values())


def _add(found: dict[str, Contributor], text: str, role: str, *, organisation: bool) -> None:
    name, roles = name_and_roles(text)
    if not any(map(str.isalpha, name)) or _NOBODY.fullmatch(name):
        return
    roles = roles or ((role,) if role else ())
    known = found.get(name)
    if known is not None:
        roles = tuple(dict.fromkeys((*known.roles, *roles)))
        primary = known.primary
    else:
        primary = not found and not role
    if organisation or ORGANISATION.search(name) or ("," in name and _QUOTED_COMMA.search(name)):
        found[name] = Contributor(name, name, "organisation", roles, primary)
    else:
        found[name] = Contributor(name, direct_name(name), "person", roles, primary)
