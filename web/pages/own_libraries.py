"""The reader's own libraries: what they have of what was found, and where they are named.

No account and no cookie knows them: their codes go along in every address, as `home`.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from discovery.catalog.library import Library
from discovery.search.outcome import Owned
from discovery.search.params import SearchParams
from web.i18n import Words
from web.links import CARRIED, Links, SearchState
from web.pages.layout import Frame, Layout


@dataclass(frozen=True, slots=True)
class OwnCounts:
    """What the reader's own libraries have and what all have, each with its search; "" where that is this one."""

    own: str
    own_url: str
    everywhere: str
    everywhere_url: str


@dataclass(frozen=True, slots=True)
class OwnLibrary:
    """A library to tick."""

    code: str
    name: str
    city: str
    is_own: bool


@dataclass(frozen=True, slots=True)
class Province:
    """The libraries of a province; "" gathers those of none."""

    name: str
    libraries: tuple[OwnLibrary, ...]


@dataclass(frozen=True, slots=True)
class OwnLibrariesPage:
    """A form that leads back to the search it came from. `none` is that way with no library named, "" where none is."""

    layout: Layout
    action: str
    hidden: tuple[tuple[str, str], ...]
    provinces: tuple[Province, ...]
    most: str
    none: str


def own_libraries_page(libraries: Iterable[Library], params: SearchParams, most: int, frame: Frame) -> OwnLibrariesPage:
    """Every library by province and city; at most `most` of them are taken."""
    words, links, state = frame.words, frame.links, SearchState(params)
    provinces: dict[str, list[Library]] = {}
    for library in libraries:
        provinces.setdefault(library.province, []).append(library)
    nobodys = Links(links.site_url, links.language)
    back = nobodys.search(state) if state.pairs else nobodys.home()
    language = tuple(pair for pair in links.carried if pair[0] != "home")
    return OwnLibrariesPage(
        layout=frame.layout(words.gettext("My libraries"), params=params),
        action=links.search_form() if state.pairs else links.front_form(),
        hidden=(*(pair for pair in state.pairs if pair[0] not in CARRIED), *language),
        provinces=tuple(
            Province(name, _own_libraries(provinces[name], links.homes, words))
            for name in sorted(provinces, key=lambda name: (not name, words.filed(name)))
        ),
        most=words.number(most),
        none=back if links.homes else "",
    )


def _own_libraries(libraries: Iterable[Library], homes: tuple[str, ...], words: Words) -> tuple[OwnLibrary, ...]:
    """By city, then by name."""
    own = [OwnLibrary(each.code, words.labels.library(each.code), each.city, each.code in homes) for each in libraries]
    return tuple(sorted(own, key=lambda each: (words.filed(each.city), words.filed(each.name))))


def own_counts(owned: Owned, params: SearchParams, links: Links, words: Words) -> OwnCounts:
    """Both counts, with the search that each of them stands for."""
    everywhere = SearchState(params).without_facet("library")
    own = everywhere.with_values("library", links.homes)
    return OwnCounts(
        words.gettext("%(number)s in yours", number=words.number(owned.theirs)),
        "" if set(own.params.filters) == set(params.filters) else links.search(own),
        words.gettext("%(number)s in all", number=words.number(owned.everywhere)),
        "" if everywhere.params.filters == params.filters else links.search(everywhere),
    )
