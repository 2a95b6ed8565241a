"""The frame around every page: title, language, navigation and the search box."""

from collections.abc import Sequence
from dataclasses import dataclass

from discovery.search.params import SearchParams
from web.i18n import OWN_NAMES, Words
from web.links import CARRIED, Links, SearchState
from web.pages.search_rows import Option as Option  # what every page's choices are made of
from web.pages.search_rows import box_row

# The box has fields for the first row.
_FIRST_ROW = frozenset({"q", "in", "op"})


@dataclass(frozen=True, slots=True)
class SearchBox:
    """The search form. `hidden` keeps what the form has no field for; `suggestions` is "" where none are offered."""

    action: str
    text: str
    scopes: tuple[Option, ...]
    hidden: tuple[tuple[str, str], ...]
    advanced: str
    suggestions: str


@dataclass(frozen=True, slots=True)
class Layout:
    """What base.html needs. `canonical` is "" where a page shouldn't be found by search engines, `script` where the
    reader's browser saves data; `saved_list` is None while nothing is on it.
    """

    locale: str
    direction: str
    title: str
    site_name: str
    home: str
    browse: str
    libraries: str
    help: str
    saved_list: Option | None
    opensearch: str
    api_docs: str
    widget: str
    languages: tuple[Option, ...]
    box: SearchBox
    canonical: str
    style: str
    script: str
    icon: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What a layout is made of: the visit, without the request."""

    words: Words
    links: Links
    path: str
    pairs: tuple[tuple[str, str], ...]
    style: str
    script: str
    icon: str

    def layout(
        self, title: str, *, params: SearchParams | None = None, canonical: str = "", keep: Sequence[str] = ()
    ) -> Layout:
        """The frame of one page. `keep` names the hidden parameters its search form carries on."""
        labels = self.words.labels
        full_title = f"{title} · {labels.site_name}" if title else labels.site_name
        return Layout(
            locale=self.words.locale,
            direction=self.words.direction,
            title=full_title,
            site_name=labels.site_name,
            home=self.links.home(),
            browse=self.links.browse("author"),
            libraries=self.links.libraries(),
            help=self.links.help(),
            saved_list=self._saved_list(),
            opensearch=self.links.opensearch(),
            api_docs=self.links.api_docs(),
            widget=self.links.widget(),
            languages=tuple(
                Option(code, name, code == self.words.locale, self.links.in_language(self.path, self.pairs, code))
                for code, name in OWN_NAMES.items()
            ),
            box=self._box(params or SearchParams(), keep),
            canonical=self.links.absolute(canonical) if canonical else "",
            style=self.style,
            script=self.script,
            icon=self.icon,
        )

    def _saved_list(self) -> Option | None:
        """The way to the reader's list; None while nothing is on it."""
        number = len(self.links.saved)
        label = self.words.gettext("My list (%(number)s)", number=self.words.number(number))
        return Option("", label, url=self.links.saved_list()) if number else None

    def hidden(self, pairs: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
        """The hidden fields of a form that goes on with some parameters, and with what every address carries."""
        return (*(pair for pair in pairs if pair[0] not in CARRIED), *self.links.carried)

    def _box(self, params: SearchParams, keep: Sequence[str]) -> SearchBox:
        state = SearchState(params)
        row = box_row(params.rows[0], 1, self.words)
        return SearchBox(
            action=self.links.search_form(),
            text=row.text,
            scopes=row.scopes,
            hidden=self.hidden([pair for pair in state.pairs if _kind(pair[0]) in keep and pair[0] not in _FIRST_ROW]),
            advanced=self.links.advanced(state),
            suggestions=self.links.suggestions() if self.script else "",
        )


def _kind(name: str) -> str:
    """A parameter's name without the number of its row."""
    return name.rstrip("0123456789")
