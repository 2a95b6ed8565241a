"""How the addresses of searches and of their forms are spelled: a part of `web.links`."""

from typing import TYPE_CHECKING

from web.address_links import AddressLinks

if TYPE_CHECKING:
    from web.links import SearchState


class SearchLinks(AddressLinks):
    """Addresses of results, and of what leads to them."""

    __slots__ = ()

    def search(self, state: "SearchState") -> str:
        """A page of results."""
        return self._address("/search", state.pairs)

    def search_form(self) -> str:
        """Where search forms go; their fields make the rest of the address."""
        return self._prefix() + "/search"

    def advanced(self, state: "SearchState") -> str:
        """The form of many rows, filled in with a search."""
        return self._address("/advanced", state.pairs)

    def advanced_form(self) -> str:
        """Where that form goes for more rows."""
        return self._prefix() + "/advanced"

    def suggestions(self) -> str:
        """What a search box offers while somebody types."""
        return self._address("/search/suggest")

    def facet(self, state: "SearchState", facet: str, prefix: str = "", offset: int = 0) -> str:
        """All values of a facet of a search."""
        extra = (("prefix", prefix), ("offset", str(offset) if offset else ""))
        return self._address(f"/search/facet/{facet}", (*state.pairs, *(pair for pair in extra if pair[1])))

    def facet_form(self, facet: str) -> str:
        """Where the form that narrows a facet's values goes."""
        return f"{self._prefix()}/search/facet/{facet}"

    def search_template(self) -> str:
        """The address of a search with OpenSearch's place for the words."""
        return f"{self.search_form()}?q={{searchTerms}}"
