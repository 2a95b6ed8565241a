"""How the addresses of the union list of serials are spelled: a part of `web.links`."""

from typing import TYPE_CHECKING

from web.address_links import AddressLinks

if TYPE_CHECKING:
    from web.links import SearchState

# What the list decides for itself.
_ITS_OWN = frozenset({"f.type", "x.type", "sort", "by", "explain"})


class SerialLinks(AddressLinks):
    """Addresses of the union list of serials, whole or of a search."""

    __slots__ = ()

    def serials(self, state: "SearchState", *, typed: str = "", at: str = "") -> str:
        """A page of the list, counted from a title that was typed or from a place that an earlier page gave."""
        given = (("from", typed), ("at", at))
        return self._address("/serials", (*_pairs(state), *(pair for pair in given if pair[1])))

    def serials_table(self, state: "SearchState") -> str:
        """The whole list for spreadsheets."""
        return self._address("/serials.csv", _pairs(state.on_page(1)))

    def serials_form(self) -> str:
        """Where the form that narrows the list goes."""
        return self._prefix() + "/serials"


def _pairs(state: "SearchState") -> tuple[tuple[str, str], ...]:
    return tuple(pair for pair in state.pairs if pair[0] not in _ITS_OWN)
