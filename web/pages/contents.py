"""A record's table of contents, as much of it as a page can hold."""

from dataclasses import dataclass

from discovery.catalog.record import Description
from web.i18n import Words
from web.pages.shortening import shortened

# A page stays below 40 kB with so many and fifteen libraries.
_MOST_CHARACTERS = 5_000
# Of the 353 lines of one book a phone shows a screenful; the others unfold.
_SHOWN_LINES = 12


@dataclass(frozen=True, slots=True)
class Contents:
    """The first lines; those `folded` away under the words of `unfold`, and in `more` how many aren't on the page."""

    shown: tuple[str, ...]
    folded: tuple[str, ...]
    unfold: str
    more: str


def contents_of(description: Description, words: Words) -> Contents:
    """What a description says of its contents, line by line; no line where it says nothing."""
    lines, left_out = shortened(description.contents, _MOST_CHARACTERS)
    folded = lines[_SHOWN_LINES:]
    return Contents(lines[:_SHOWN_LINES], folded, _more_lines(len(folded), words), _more_lines(left_out, words))


def _more_lines(number: int, words: Words) -> str:
    return words.ngettext("%(number)s more line", "%(number)s more lines", number) if number else ""
