"""852, 856 and 866 of a union record: https://www.loc.gov/marc/holdings/hd852.html"""

from collections.abc import Iterator

from pymarc import Field

from discovery.catalog.holding import Holding, Link
from discovery.catalog.record import UnionRecord
from discovery.export.marc.fields import data_field

_LINK_INDICATORS = {"resource": "40", "version": "41", "related": "42", "contents": "42"}


def holding_fields(record: UnionRecord) -> Iterator[Field | None]:
    """A library's shelf marks and runs; the cooperation's library code stands in $a."""
    for holding in record.holdings:
        yield _location(holding)
        yield data_field("866", " 0", [("a", holding.run)])
    links = [*record.description.links, *(link for holding in record.holdings for link in holding.links)]
    for link in dict.fromkeys(links):
        yield _link_field(link)


def _location(holding: Holding) -> Field | None:
    subfields = [("a", holding.library), ("b", holding.branch), ("c", holding.shelf)]
    subfields += [("h", holding.call_number), ("z", holding.note)]
    return data_field("852", "  ", subfields)


def _link_field(link: Link) -> Field | None:
    return data_field("856", _LINK_INDICATORS.get(link.kind, "42"), [("u", link.url), ("y", link.text)])
