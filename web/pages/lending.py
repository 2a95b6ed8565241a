"""What a library lets a stranger do with its copies, in words."""

from dataclasses import dataclass
from typing import Literal

from discovery.catalog.library import Library
from web.i18n import Words

Way = Literal["borrow", "read", "interlending"]
WAYS: tuple[Way, ...] = ("borrow", "read", "interlending")


@dataclass(frozen=True, slots=True)
class Term:
    """One way to get at a library's copies; `asking` is what a request for it begins with."""

    way: Way
    text: str
    asking: str


def way_names(words: Words) -> dict[Way, str]:
    """The ways in a word or two, as they stand in a list of libraries."""
    return {
        "borrow": words.gettext("lends to visitors"),
        "read": words.gettext("reading room"),
        "interlending": words.gettext("interlending"),
    }


def open_ways(library: Library) -> tuple[Way, ...]:
    """The ways that padu.toml says are open, the easiest first."""
    is_open = {
        "borrow": bool(library.borrow_with.texts),
        "read": library.reading_room,
        "interlending": library.interlending,
    }
    return tuple(way for way in WAYS if is_open[way])


def lending_terms(library: Library, words: Words) -> tuple[Term, ...]:
    """The ways that padu.toml says are open, the easiest first; none where it says nothing."""
    proof = library.borrow_with.in_language(words.locale)
    found = (
        Term(
            "borrow",
            words.gettext("You may borrow here with %(proof)s.", proof=proof),
            words.gettext("I should like to borrow this from your library:"),
        )
        if proof
        else None,
        Term(
            "read",
            words.gettext("You may read it in the library."),
            words.gettext("I should like to read this in your library:"),
        )
        if library.reading_room
        else None,
        Term(
            "interlending",
            words.gettext("Your own library may ask for it through interlending."),
            words.gettext("We should like to borrow this from your library for one of our readers:"),
        )
        if library.interlending
        else None,
    )
    return tuple(term for term in found if term)
