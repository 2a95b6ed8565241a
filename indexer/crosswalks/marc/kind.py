"""Leader/05 and /06: whether a record is alive, and what kind of record it is."""

from discovery.catalog.ids import RecordKind
from indexer.crosswalks.marc.fields import MarcFields

_DELETED_AUTHORITY = frozenset("dosx")


def kind_of(marc: MarcFields) -> RecordKind:
    """Leader/06: z is an authority, u, v, x and y are holdings, everything else describes a thing.

    https://www.loc.gov/marc/bibliographic/bdleader.html, https://www.loc.gov/marc/holdings/hdleader.html
    """
    letter = marc.leader[6]
    if letter == "z":
        return "authority"
    return "holdings" if letter in "uvxy" else "bibliographic"


def deleted(marc: MarcFields) -> bool:
    """Leader/05: d takes the record back; in authorities o, s and x do too (obsolete, split, replaced)."""
    return marc.leader[5] == "d" or (marc.leader[6] == "z" and marc.leader[5] in _DELETED_AUTHORITY)
