"""The libraries that a subject is referred to, each in a few lines."""

from dataclasses import dataclass

from discovery.catalog.library import Library
from discovery.catalog.site import Site
from discovery.search.params import SearchParams
from discovery.search.results import Strength
from web.i18n import Words
from web.links import SearchState
from web.pages.contact import linked_contact
from web.pages.distances import Distances
from web.pages.layout import Frame
from web.pages.lending import lending_terms
from web.pages.linked_text import LinkedText


@dataclass(frozen=True, slots=True)
class ReferredLibrary:
    """A library with what it has of the subject. `unique` and `newest` are "" where there is nothing to tell.

    `ask` are the ways to reach somebody there, the reference librarian first; `terms` say how its copies are had.
    """

    name: str
    url: str
    place: str
    titles: LinkedText
    unique: str
    newest: LinkedText
    terms: tuple[str, ...]
    ask: tuple[LinkedText, ...]


class ReferredLibraries:
    """Makes the line of each library for one search."""

    def __init__(self, params: SearchParams, subject: str, site: Site, frame: Frame) -> None:
        self._everywhere = SearchState(params).without_facet("library")
        self._subject = subject
        self._site = site
        self._distances = Distances(site, frame.links.homes)
        self._words = frame.words
        self._links = frame.links

    def line(self, strength: Strength) -> ReferredLibrary:
        """A library with what it has; one that padu.toml doesn't describe is told by its name alone."""
        words, links, code = self._words, self._links, strength.value
        library = self._site.library(code)
        there = self._everywhere.with_value("library", code)
        titles = words.ngettext("%(number)s title", "%(number)s titles", strength.count)
        unique = words.gettext("%(number)s only here", number=words.number(strength.unique))
        newest = "" if strength.newest is None else words.gettext("newest %(year)s", year=strength.newest)
        place = library.town if library else ""
        return ReferredLibrary(
            name=words.labels.library(code),
            url=links.library(code) if library else "",
            place=" · ".join(filter(None, (place, self._distances.told(code, words)))),
            titles=LinkedText(titles, links.search(there)),
            unique=unique if strength.unique else "",
            newest=LinkedText(newest, links.search(there.sorted_by("newest")) if newest else ""),
            terms=tuple(term.text for term in lending_terms(library, words)) if library else (),
            ask=_ask(library, self._subject, words) if library else (),
        )


def _ask(library: Library, subject: str, words: Words) -> tuple[LinkedText, ...]:
    """The reference librarian and the general contact, each once; a letter begins with the subject."""
    about = words.gettext("A question about: %(subject)s", subject=subject)
    return tuple(linked_contact(text, about) for text in dict.fromkeys((library.librarian, library.contact)) if text)
