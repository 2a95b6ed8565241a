"""What a record page says to machines: schema.org, OpenURL, citation and Dublin Core tags."""

import json
from dataclasses import dataclass

from markupsafe import Markup

from discovery.catalog.record import UnionRecord
from discovery.catalog.site import Site
from discovery.export.coins import coins
from discovery.export.json_ld import json_ld_node
from discovery.export.meta_tags import meta_tags

# Of a novel in two hundred libraries the page stays a page; /record/{id}.jsonld has them all.
_MOST_OFFERS = 10
# The page has the summary already, and search engines show two lines of it.
_MOST_ABSTRACT = 300
# Inside a script element only these could end it: https://html.spec.whatwg.org/#restrictions-for-contents-of-script-elements
_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


@dataclass(frozen=True, slots=True)
class Metadata:
    """`json_ld` is safe inside a script element; `coins` goes into the title of a span."""

    tags: tuple[tuple[str, str], ...]
    json_ld: Markup
    coins: str


def metadata(record: UnionRecord, site: Site, locale: str) -> Metadata:
    """One record's, with permanent addresses."""
    node = json_ld_node(record, site, locale)
    offers = node.get("offers")
    if isinstance(offers, list):
        node["offers"] = offers[:_MOST_OFFERS]
    node["abstract"] = record.description.abstract[:_MOST_ABSTRACT]
    said = {"@context": "https://schema.org", **{name: value for name, value in node.items() if value}}
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
    return Metadata(meta_tags(record, site), Markup(text), coins(record, site))
