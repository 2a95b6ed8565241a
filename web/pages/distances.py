"""How far libraries are from the reader's own, in words."""

from discovery.catalog.nearness import ORDER, Nearness, Place, nearness
from discovery.catalog.site import Site
from web.i18n import Words


class Distances:
    """Measured from the nearest of the reader's own libraries; unknown to readers who named none."""

    def __init__(self, site: Site, homes: tuple[str, ...]) -> None:
        self._places = {library.code: Place(library.city, library.province) for library in site.libraries}
        self._homes = homes

    def rank(self, code: str) -> int:
        """Orders libraries: the reader's own, then the nearest, last those of which nothing is known."""
        return 0 if code in self._homes else 1 + ORDER.index(self._nearness(code))

    def told(self, code: str, words: Words) -> str:
        """How far a library is; "" where that isn't known."""
        if code in self._homes:
            return words.gettext("your library")
        told = {
            "city": words.gettext("in the same city as yours"),
            "province": words.gettext("in the same province as yours"),
            "island": words.gettext("on the same island as yours"),
            "far": words.gettext("farther away"),
            "unknown": "",
        }
        return told[self._nearness(code)]

    def _nearness(self, code: str) -> Nearness:
        place = self._places.get(code, Place())
        found = (nearness(place, self._places[home]) for home in self._homes if home in self._places)
        return min(found, key=ORDER.index, default="unknown")
