"""A record as the standard styles cite it, through a CSL processor."""

from discovery.catalog.record import UnionRecord
from discovery.catalog.site import Site
from discovery.export.citation_processor import cite
from discovery.export.citing import STYLES, Citation
from discovery.export.csl import csl_item
from discovery.export.parts import resource_urls

# The processor's own languages; a style's words ("edited by") are English in the others.
_LOCALES = {"id": "id-ID", "en": "en-US", "ar": "ar"}


def citations(record: UnionRecord, site: Site, locale: str) -> tuple[Citation, ...]:
    """The record in every style of `citing.STYLES`, with the style's own words in the reader's language."""
    item = _cited(record, site)
    spoken = _LOCALES.get(locale, "en-US")
    return tuple(Citation(style, cite(item, style.file, spoken)) for style in STYLES)


def _cited(record: UnionRecord, site: Site) -> dict[str, object]:
    """The CSL item without what no style cites: shelf marks, extents, summaries, and addresses of printed things."""
    item = csl_item(record, site)
    for name in ("call-number", "number-of-pages", "abstract"):
        item.pop(name, None)
    if record.description.carrier != "online" or not resource_urls(record):
        item.pop("URL", None)
    if "genre" in item:
        # APA's style announces a publication number, of which catalogues know nothing, before a genre.
        item["medium"] = item.pop("genre")
    return item
