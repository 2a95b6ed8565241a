"""How the addresses of libraries are spelled: a part of `web.links`."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import quote

from web.address_links import AddressLinks, Pairs

if TYPE_CHECKING:
    from web.links import Links, SearchState


@dataclass(frozen=True, slots=True)
class DirectoryState:
    """Which libraries the directory shows, and grouped how; "" is all of them, or by province."""

    name: str = ""
    kind: str = ""
    province: str = ""
    lending: str = ""
    by: str = ""

    @property
    def pairs(self) -> Pairs:
        """The parameters as a query string or a form's hidden fields hold them."""
        given = (
            ("name", self.name),
            ("kind", self.kind),
            ("province", self.province),
            ("lending", self.lending),
            ("by", self.by),
        )
        return tuple(pair for pair in given if pair[1])


class LibraryLinks(AddressLinks):
    """Addresses of libraries, and of what leads to them."""

    __slots__ = ()

    def libraries(self, state: DirectoryState | None = None) -> str:
        """The directory of libraries, or a part of it."""
        return self._address("/libraries", state.pairs if state else ())

    def libraries_form(self) -> str:
        """Where the form that narrows the directory goes."""
        return self._prefix() + "/libraries"

    def library(self, code: str) -> str:
        """One library's page."""
        return self._address(f"/libraries/{quote(code, safe='')}")

    def quality(self, code: str) -> str:
        """The report on the records that a library's partners send."""
        return self._address(f"/libraries/{quote(code, safe='')}/quality")

    def own_libraries(self, state: "SearchState") -> str:
        """Where readers say which libraries are theirs, on the way back to a search."""
        return self._address("/search/home", state.pairs)

    def referral(self, state: "SearchState", order: str = "") -> str:
        """The libraries that are strongest in what is searched for."""
        given = (("order", order),) if order else ()
        return self._address("/search/libraries", (*state.on_page(1).pairs, *given))

    def referral_form(self) -> str:
        """Where the form that asks for another subject goes."""
        return self._prefix() + "/search/libraries"


def owning(links: "Links", code: str) -> "Links":
    """The addresses of a reader who names one more library as their own."""
    return replace(links, homes=(*links.homes, code))


def disowning(links: "Links", code: str) -> "Links":
    """The addresses of a reader who no longer names it."""
    return replace(links, homes=tuple(each for each in links.homes if each != code))
