"""The people of several descriptions of one thing, each once."""

from collections.abc import Sequence

from msgspec.structs import replace

from discovery.catalog.contributor import Contributor
from indexer.match.choice import is_all_capitals
from indexer.match.names import name_elements, names_agree


def unite_contributors(members: Sequence[tuple[Contributor, ...]]) -> tuple[Contributor, ...]:
    """Everybody whom a member names, in the order of the fullest description, which comes first.

    Two members' names are one person's if their elements agree ("M. Natsir", "Natsir, Mohammad, 1908-1993"); two
    names within one member never are. What one form lacks, dates, roles, original script or what initials stand for,
    the other gives.
    """
    united: list[Contributor] = []
    for contributors in members:
        known = list(enumerate(united))
        for contributor in contributors:
            match = next((place for place, other in known if _same(contributor, other)), None)
            if match is None:
                first = any(other.primary for other in united)
                united.append(replace(contributor, primary=False) if first else contributor)
            else:
                united[match] = _joined(united[match], contributor)
    return tuple(united)


def _same(one: Contributor, other: Contributor) -> bool:
    if one.kind != other.kind or one.work.casefold() != other.work.casefold():
        return False
    if one.dates and other.dates and one.dates[:4] != other.dates[:4]:
        return False
    mine, yours = name_elements(one.name), name_elements(other.name)
    # Organisations that share words are still different ones: "Universitas Indonesia", "Universitas Islam Indonesia".
    return names_agree(mine, yours) if one.kind == "person" else mine == yours


def _joined(kept: Contributor, other: Contributor) -> Contributor:
    better = is_all_capitals(kept.name) and not is_all_capitals(other.name)
    return replace(
        kept,
        name=other.name if better else kept.name,
        direct=other.direct if better else kept.direct,
        roles=tuple(dict.fromkeys((*kept.roles, *other.roles))),
        dates=kept.dates or other.dates,
        original=kept.original or other.original,
        fuller=kept.fuller or other.fuller,
    )
