"""300 → the physical description as one line."""

from discovery.catalog.punctuation import trim_isbd
from indexer.crosswalks.marc.fields import MarcFields


def map_extent(marc: MarcFields) -> str:
    """Extent, other details, size and accompanying material, with the marks the cataloguer wrote between them.

    https://www.loc.gov/marc/bibliographic/bd300.html; several 300s stand side by side.
    """
    fields = marc.get("300")
    return " + ".join(extent for field in fields if (extent := trim_isbd(field.joined("abcefg")))) if fields else ""
