"""What crawlers may fetch: the site's map and its rules. https://www.sitemaps.org/protocol.html"""

from collections.abc import Iterable
from dataclasses import dataclass

from discovery.catalog.record import UnionRecord
from discovery.catalog.site import Site
from web.links import ANYTHING, Links

_REFUSED = (
    "/search",
    "/advanced",
    "/browse",
    "/libraries?",
    "/serials?",
    "/serials.csv",
    "/list",
    "/feed",
    "/api/",
    "/record/*?",
    "/record/*.",
    "/record/*/ask/",
    "/record/*/cite",
    "/record/*/marc",
)


@dataclass(frozen=True, slots=True)
class MappedPage:
    """An address, and the ISO date of its last change, "" where it isn't known."""

    url: str
    modified: str


@dataclass(frozen=True, slots=True)
class SiteMap:
    """Addresses of pages, or of further maps."""

    pages: tuple[MappedPage, ...]


def map_of_maps(parts: Iterable[str], links: Links) -> SiteMap:
    """Where the maps of the catalogue's parts are, and that of its other pages."""
    addresses = (links.sitemap("pages"), *(links.sitemap(f"records-{part}") for part in parts))
    return SiteMap(tuple(MappedPage(links.absolute(each), "") for each in addresses))


def map_of_pages(site: Site, links: Links) -> SiteMap:
    """The pages that aren't records."""
    serials = links.serials(ANYTHING)
    libraries = (links.library(each.code) for each in site.libraries)
    addresses = (links.home(), links.libraries(), serials, links.help(), *libraries)
    return SiteMap(tuple(MappedPage(links.absolute(each), "") for each in addresses))


def map_of_records(records: Iterable[UnionRecord], links: Links) -> SiteMap:
    """One part of the catalogue."""
    return SiteMap(tuple(MappedPage(links.absolute(links.record(each.id)), _last_written(each)) for each in records))


def _last_written(record: UnionRecord) -> str:
    """The day on which a record last came, changed or got another library (ISO), "" where nobody knows."""
    return max((member.confirmed[:10] for member in record.members), default="")


def robots(links: Links) -> str:
    """Rules for crawlers: welcome to records and libraries. Searches would lead them through every combination of
    facets, the forms of the directory and of the union list through each of their choices, lists through every
    combination of records, and exports are the same records again.
    """
    prefix = links.home().rstrip("/")
    rules = "\n".join(f"Disallow: {prefix}{path}" for path in _REFUSED)
    return f"User-agent: *\n{rules}\nSitemap: {links.absolute(links.sitemap())}\n"
