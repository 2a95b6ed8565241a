"""What stands on a page as a text that leads somewhere, or as a text alone."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LinkedText:
    """A name, heading or number with where it leads, most often the search for its records; `original` is its form in
    the original script. `browse` is its place in the list of headings, "" where it stands in none.
    """

    text: str
    url: str = ""
    original: str = ""
    browse: str = ""
