"""How the addresses of the list, of exports, feeds and the map of the site are spelled: a part of `web.links`."""

from dataclasses import replace
from typing import TYPE_CHECKING

from web.address_links import AddressLinks

if TYPE_CHECKING:
    from web.links import Links, SearchState


class ListLinks(AddressLinks):
    """Addresses of many records at once."""

    __slots__ = ()
    saved: tuple[str, ...]

    def saved_list(self, extension: str = "") -> str:
        """The reader's list, which goes along in every address; or all its records in another format."""
        return self._address(f"/list.{extension}" if extension else "/list")

    def export(self, state: "SearchState", extension: str) -> str:
        """A whole result in another format."""
        return self._address(f"/search/export.{extension}", state.on_page(1).pairs)

    def feed(self, state: "SearchState") -> str:
        """What is new under a search, for feed readers."""
        return self._address("/feed", state.on_page(1).pairs)

    def sitemap(self, part: str = "") -> str:
        """The map of the site for crawlers, or one of its parts."""
        return self._address(f"/sitemap-{part}.xml" if part else "/sitemap.xml")


def saving(links: "Links", record_id: str) -> "Links":
    """The addresses of a reader who puts a record on the list."""
    return replace(links, saved=(*links.saved, record_id))


def dropping(links: "Links", record_id: str) -> "Links":
    """The addresses of a reader who takes a record off it."""
    return replace(links, saved=tuple(each for each in links.saved if each != record_id))
