"""250 → the edition statement."""

from discovery.catalog.punctuation import trim_isbd
from indexer.crosswalks.marc.fields import MarcFields


def map_edition(marc: MarcFields) -> str:
    """$a and $b of every 250, joined: https://www.loc.gov/marc/bibliographic/bd250.html."""
    fields = marc.get("250")
    return "; ".join(statement for field in fields if (statement := trim_isbd(field.joined("ab")))) if fields else ""
