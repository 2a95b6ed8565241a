"""Who is credited as what: catalogues name roles by relator, citations know authors, editors and translators."""

from dataclasses import dataclass

from discovery.catalog.contributor import Contributor
from discovery.catalog.record import Description

# Relators whose bearers a citation names first, whatever the thing is (MARC relator codes).
AUTHOR_ROLES = frozenset({"aut", "cre", "cmp", "ctg", "art", "lyr", "lbt", "drt", "pht", "ill", "adp", "ctb"})
_LEADING_ROLES = AUTHOR_ROLES - {"ill", "pht", "ctb", "adp", "lbt", "lyr"}


@dataclass(frozen=True, slots=True)
class Credits:
    """Contributors by what a citation calls them; the author of a contained work ($t of a 700) is none of them."""

    authors: tuple[Contributor, ...]
    editors: tuple[Contributor, ...]
    translators: tuple[Contributor, ...]
    others: tuple[Contributor, ...]


def credit(description: Description) -> Credits:
    """Sorts the contributors. One without a role is an author: before relators were common nobody wrote "aut".

    So is the main entry, whatever it is called: the body in 110 that "issued" a report stands where an author does
    (https://www.loc.gov/marc/bibliographic/bd1xx.html); only who edited or translated is named as that. A name stands
    once in each list: partners give one person different years.
    """
    lists: dict[str, dict[str, Contributor]] = {"authors": {}, "editors": {}, "translators": {}, "others": {}}
    for contributor in description.contributors:
        if not contributor.work:
            lists[_credit(contributor)].setdefault(contributor.name.casefold(), contributor)
    return Credits(**{name: tuple(found.values()) for name, found in lists.items()})


def _credit(contributor: Contributor) -> str:
    roles = set(contributor.roles)
    if not roles or roles & _LEADING_ROLES or (contributor.primary and roles & AUTHOR_ROLES):
        return "authors"
    if "edt" in roles or "com" in roles:
        return "editors"
    if "trl" in roles:
        return "translators"
    return "authors" if contributor.primary else "others"
