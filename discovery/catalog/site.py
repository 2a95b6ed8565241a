"""The catalogue as a whole: what it is called, where it lives and whose libraries it unites."""

import msgspec

from discovery.catalog.library import Library, Translated


class Site(msgspec.Struct, frozen=True):
    """`url` is the only source of absolute addresses, without a final slash; "" makes them relative.

    `language` is what a reader gets who asked for none that we speak.
    """

    name: Translated
    url: str = ""
    libraries: tuple[Library, ...] = ()
    language: str = "id"

    def library(self, code: str) -> Library | None:
        """The library with this code; None when the cooperation has no such member."""
        return next((library for library in self.libraries if library.code == code), None)

    def library_names(self, locale: str) -> dict[str, str]:
        """The members' names by code, in a reader's language."""
        return {library.code: library.name.in_language(locale) for library in self.libraries}

    def record_url(self, record_id: str) -> str:
        """The permanent address of a record, as exports and citations carry it."""
        return f"{self.url}/record/{record_id}"
