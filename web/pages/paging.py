"""Leafing through the results: where the reader is, and where they can go."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from discovery.search.outcome import Outcome
from discovery.search.params import SearchParams
from discovery.search.request import WINDOW
from web.i18n import Words
from web.links import Links, SearchState
from web.pages.search_rows import Option


@dataclass(frozen=True, slots=True)
class Paging:
    """Where the reader is; a link is "" where there is nothing to go to.

    `pages` are the first, the last and those around this one; a gap between them has neither address nor label.
    `other_end` is the same search in the reversed order, for what lies past the window.
    """

    here: str
    pages: tuple[Option, ...]
    previous: str
    following: str
    other_end: str


def paging(outcome: Outcome, links: Links, words: Words) -> Paging:
    """Where the reader is among the hits, and where they can go from there."""
    params, state = outcome.params, SearchState(outcome.params)
    found = min(outcome.total if outcome.works is None else outcome.works, WINDOW)
    numbered = numbered_pages(found, params, words, lambda page: links.search(state.on_page(page)))
    return replace(numbered, other_end=links.search(SearchState(outcome.reversed)) if outcome.reversed else "")


def numbered_pages(found: int, params: SearchParams, words: Words, address: Callable[[int], str]) -> Paging:
    """The pages on which so many stand; `address` is that of a page by its number."""
    last = max(1, -(-found // params.size))
    return Paging(
        here=words.gettext("Page %(page)s of %(last)s", page=words.number(params.page), last=words.number(last)),
        pages=tuple(
            Option(str(page), words.number(page), page == params.page, address(page)) if page else Option("", "")
            for page in _shown_pages(params.page, last)
        ),
        previous=address(params.page - 1) if params.page > 1 else "",
        following=address(params.page + 1) if params.page < last else "",
        other_end="",
    )


def _shown_pages(here: int, last: int) -> list[int]:
    """The first page, the last and those beside this one, with 0 for each gap."""
    if last == 1:
        return []
    wanted = sorted({1, last, *range(max(1, here - 1), min(last, here + 1) + 1)})
    shown: list[int] = []
    for page in wanted:
        if shown and page - shown[-1] > 1:
            shown.append(page - 1 if page - shown[-1] == 2 else 0)
        shown.append(page)
    return shown
