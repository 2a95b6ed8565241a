"""A member library of the cooperation, as padu.toml describes it."""

from typing import Literal

import msgspec

LibraryKind = Literal["national", "university", "academic", "school", "public", "special", "religious"]


class Translated(msgspec.Struct, frozen=True):
    """A text in the languages somebody gave it in: pairs of language code and text."""

    texts: tuple[tuple[str, str], ...]

    def in_language(self, language: str) -> str:
        """The text in `language`, else in Indonesian, else in English, else the first given."""
        texts = dict(self.texts)
        for code in (language, language.split("-")[0], "id", "en"):
            if code in texts:
                return texts[code]
        return self.texts[0][1] if self.texts else ""


class Library(msgspec.Struct, frozen=True):
    """`code` is what facets, links and holdings carry; everything else is for people.

    `borrow_with` is what somebody from elsewhere may borrow with ("KTP Jawa Barat"), empty where they may not.
    `librarian` is how to reach the reference librarian. `catalogue` and `cover` are templates of addresses
    (`discovery.catalog.outside`). `partners` are the codes of those partners whose records are of this library.
    """

    code: str
    name: Translated
    kind: LibraryKind
    city: str = ""
    province: str = ""
    address: str = ""
    hours: Translated = Translated(())
    contact: str = ""
    lending: Translated = Translated(())
    url: str = ""
    borrow_with: Translated = Translated(())
    reading_room: bool = False
    interlending: bool = False
    librarian: str = ""
    catalogue: str = ""
    cover: str = ""
    partners: tuple[str, ...] = ()

    @property
    def town(self) -> str:
        """Its city and province, once where they are called the same; "" where neither is known."""
        return ", ".join(dict.fromkeys(filter(None, (self.city, self.province))))
