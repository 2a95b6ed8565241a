"""250 with its 880, and 254 → the edition statement."""

from collections.abc import Iterable

from discovery.catalog.punctuation import trim_isbd
from indexer.crosswalks.marc.fields import Field, MarcFields


def map_edition(marc: MarcFields) -> str:
    """$a and $b of every 250, joined: https://www.loc.gov/marc/bibliographic/bd250.html; where there is none, of the
    880s that stand for one. In music 254 says whether it is a score or parts, for singing or for study.
    """
    fields = (*marc.get("250"), *marc.get("254"))
    return _statements(fields) if fields else _statements(marc.unlinked_originals("250"))


def map_original_edition(marc: MarcFields) -> str:
    """The same in its own script, where 250 has it in another."""
    fields = marc.get("250")
    if not fields:
        return ""
    linked = [original for field in fields if (original := marc.original(field)) is not None]
    return _statements([*linked, *marc.unlinked_originals("250")])


def _statements(fields: Iterable[Field]) -> str:
    return "; ".join([statement for field in fields if (statement := trim_isbd(field.joined("ab")))])
