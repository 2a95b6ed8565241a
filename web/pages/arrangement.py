"""How results are arranged: in which order, by edition or work, how many a page."""

from discovery.search.params import SearchParams
from discovery.search.request import By, Sort
from web.i18n import Words
from web.links import Links, SearchState
from web.pages.search_rows import Option

SIZES = (20, 50, 100)


def sort_options(params: SearchParams, links: Links, words: Words) -> tuple[Option, ...]:
    """By what the hits are ordered."""
    names: dict[Sort, str] = {
        "relevance": words.gettext("relevance"),
        "newest": words.gettext("newest first"),
        "oldest": words.gettext("oldest first"),
        "title": words.gettext("title"),
        "author": words.gettext("author"),
        "holdings": words.gettext("most libraries"),
    }
    state = SearchState(params)
    return tuple(
        Option(sort, name, sort == params.sort, links.search(state.sorted_by(sort))) for sort, name in names.items()
    )


def grouping_options(params: SearchParams, links: Links, words: Words) -> tuple[Option, ...]:
    """Every edition by itself, or the editions of a work together."""
    names: dict[By, str] = {"edition": words.gettext("every edition"), "work": words.gettext("one line a work")}
    state = SearchState(params)
    return tuple(Option(by, name, by == params.by, links.search(state.grouped_by(by))) for by, name in names.items())


def size_options(params: SearchParams, links: Links, words: Words) -> tuple[Option, ...]:
    """How many hits a page: the usual numbers, and the one that an address asked for."""
    state = SearchState(params)
    return tuple(
        Option(str(size), words.number(size), size == params.size, links.search(state.sized(size)))
        for size in sorted({*SIZES, params.size})
    )
