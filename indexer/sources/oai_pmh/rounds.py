"""Whether a list still goes on, or only round, or broke off: some have no end, and would be followed for ever."""

import hashlib
from typing import Literal

from indexer.sources.oai_pmh.answers import Page
from indexer.sources.oai_pmh.provider import PageRepeated

Verdict = Literal["new", "again", "over"]

# Pages in a row that came before, each with a token of its own: a list that began anew, not one that has moved.
_MOST_AGAIN = 5
# And of empty ones: some providers leave out what nobody may see only after they counted out a page.
_MOST_EMPTY = 500


class Rounds:
    """The pages of one list so far, and how many records `received` with them.

    `taken_up` says that an earlier run left it in its middle.
    """

    def __init__(self, *, taken_up: bool = False) -> None:
        self.received = 0
        self._size: int | None = None
        self._taken_up = taken_up
        self._pages: set[bytes] = set()
        self._contents: set[bytes] = set()
        self._again = self._empty = 0

    def verdict(self, page: Page) -> Verdict:
        """Whether the page is a new one, has what an earlier one had, or says that the list is over.

        Raises PageRepeated where the list goes round, and not at its end.
        """
        content = _mark(*page.records, *(each.identifier.encode() for each in page.headers))
        place = _mark(page.token.encode(), content)
        if not page.token:
            return "new"
        if place in self._pages:
            if page.size is not None and self.received >= page.size:
                return "over"
            raise PageRepeated("it gives one page again and again.")
        again = bool(page.headers) and content in self._contents
        self._again = self._again + 1 if again else 0
        self._empty = 0 if page.headers else self._empty + 1
        if self._again > _MOST_AGAIN or self._empty > _MOST_EMPTY:
            raise PageRepeated("it gives one new resumption token after another, and nothing new with them.")
        self._pages.add(place)
        self._contents.add(content)
        return "again" if again else "new"

    def ends_early(self, page: Page, token: str) -> bool:
        """Whether a list that was said to be longer, or that was taken up, ends in nothing; `token` asked for the page.

        So some providers say that they don't know a token. Who tells the list's size once more does know it, and counts
        what it leaves out, as oai_repo does.
        """
        self._size = page.size if page.size is not None else self._size
        taken_up, self._taken_up = self._taken_up, False
        if not token or page.headers or page.token or page.ends:
            return False
        return taken_up or self.received < (self._size or 0)

    def ended_early(self) -> str:
        """That it did, in words."""
        return f"it says that there are {self._size or 0:,} records, and ends after {self.received:,}."


def _mark(*parts: bytes) -> bytes:
    digest = hashlib.blake2b(digest_size=8)
    for part in parts:
        digest.update(part + b"\n")
    return digest.digest()
