"""856 → addresses, by what stands behind them."""

from discovery.catalog.holding import Link, LinkKind
from indexer.crosswalks.marc.fields import MarcFields
from indexer.crosswalks.marc.links import is_manifest, web_address

# UNIMARC's second indicator means what MARC 21's does since 2008: blank, 0 resource, 1 version, 2 related.
_KINDS: dict[str, LinkKind] = {"0": "resource", "1": "version", "2": "related"}


def map_links(marc: MarcFields) -> tuple[Link, ...]:
    """Each http(s) address once: $u with the text of $2 (link text), $y or $z; $x is the staff's."""
    found: dict[str, Link] = {}
    for field in marc.get("856"):
        for value in field.all("u"):
            url = web_address(value)
            if url:
                kind = "manifest" if is_manifest(url) else _KINDS.get(field.second, "resource")
                found.setdefault(url, Link(url, field.get("2") or field.get("y") or field.get("z"), kind))
    return tuple(found.values())
