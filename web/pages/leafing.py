"""From a record to the ones before and after it in the results it was opened from."""

from dataclasses import dataclass

from discovery.search.neighbours import Neighbours
from web.i18n import Words
from web.links import Links, SearchState


@dataclass(frozen=True, slots=True)
class Leafing:
    """`results` leads back to the page of results that the record stands on; the others are "" at either end."""

    here: str
    results: str
    previous: str
    following: str


def leafing(found: Neighbours | None, state: SearchState, links: Links, words: Words) -> Leafing | None:
    """None for a record that wasn't opened from results, or no longer stands where it did."""
    if found is None:
        return None
    page = (found.number - 1) // state.params.size + 1
    return Leafing(
        here=words.gettext(
            "%(position)s of %(total)s", position=words.number(found.number), total=words.number(found.total)
        ),
        results=links.search(state.on_page(page)),
        previous=links.hit(found.previous, state, found.number - 1) if found.previous else "",
        following=links.hit(found.following, state, found.number + 1) if found.following else "",
    )
