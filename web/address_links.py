"""What every part of `web.links` spells its addresses with."""

from abc import ABC, abstractmethod

Pairs = tuple[tuple[str, str], ...]


class AddressLinks(ABC):
    """A part of the catalogue's addresses."""

    __slots__ = ()

    @abstractmethod
    def _prefix(self) -> str:
        """The path under which the catalogue stands on its host; "" at the root."""

    @abstractmethod
    def _address(self, path: str, pairs: Pairs = ()) -> str:
        """A path of the catalogue, with these parameters and those that every address carries."""
