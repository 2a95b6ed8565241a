"""The only place that spells a URL: pages ask for a thing's address and for "this search, with one thing changed"."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlencode, urlsplit

from discovery.search.browsing import ListPlace
from discovery.search.params import Row, RowScope, SearchParams, write_params
from discovery.search.request import By, Filter, HeadingKind, Sort
from web.address_links import Pairs
from web.library_links import LibraryLinks
from web.list_links import ListLinks
from web.record_links import RecordLinks
from web.search_links import SearchLinks
from web.serial_links import SerialLinks
from web.widget_links import WidgetLinks

# The parameters that go along from page to page.
CARRIED = frozenset({"lang", "home", "id"})


@dataclass(frozen=True, slots=True)
class SearchState:
    """A search and its neighbours. Every change but leafing goes back to the first page."""

    params: SearchParams

    def on_page(self, page: int) -> "SearchState":
        """Another page of the same results."""
        return SearchState(replace(self.params, page=page))

    def sorted_by(self, sort: Sort) -> "SearchState":
        """The same results in another order."""
        return self._changed(sort=sort)

    def sized(self, size: int) -> "SearchState":
        """More or fewer hits a page."""
        return self._changed(size=size)

    def grouped_by(self, by: By) -> "SearchState":
        """One hit an edition, or one a work."""
        return self._changed(by=by)

    def with_value(self, facet: str, value: str) -> "SearchState":
        """Narrowed to one more value of a facet."""
        return self._changed(filters=_with(self.params.filters, facet, value))

    def with_values(self, facet: str, values: Iterable[str]) -> "SearchState":
        """Narrowed to some more values of a facet."""
        state = self
        for value in values:
            state = state.with_value(facet, value)
        return state

    def without_value(self, facet: str, value: str) -> "SearchState":
        """No longer narrowed to a value."""
        return self._changed(filters=_without(self.params.filters, facet, value))

    def without_exclusion(self, facet: str, value: str) -> "SearchState":
        """A value let in again."""
        return self._changed(exclusions=_without(self.params.exclusions, facet, value))

    def without_facet(self, facet: str) -> "SearchState":
        """None of a facet's values selected."""
        return self._changed(filters=self.params.without_facet(facet).filters)

    def without_years(self) -> "SearchState":
        """Every year of publication."""
        return self._changed(years=None)

    def without_row(self, position: int) -> "SearchState":
        """Without the words of one row."""
        rows = tuple(row for at, row in enumerate(self.params.rows) if at != position)
        return self._changed(rows=rows or (Row(""),))

    def with_first_row_only(self) -> "SearchState":
        """Only the words that stand in the box."""
        return self._changed(rows=self.params.rows[:1], filters=(), exclusions=(), years=None)

    @property
    def pairs(self) -> Pairs:
        """The parameters as a query string or a form's hidden fields hold them."""
        return write_params(self.params)

    def _changed(self, **changes: object) -> "SearchState":
        return SearchState(replace(self.params, page=1, **changes))  # type: ignore[arg-type]  # named by callers above


def _with(filters: tuple[Filter, ...], facet: str, value: str) -> tuple[Filter, ...]:
    if not any(each.facet == facet for each in filters):
        return (*filters, Filter(facet, (value,)))
    return tuple(
        Filter(facet, tuple(dict.fromkeys((*each.values, value)))) if each.facet == facet else each for each in filters
    )


def _without(filters: tuple[Filter, ...], facet: str, value: str) -> tuple[Filter, ...]:
    kept = (
        Filter(each.facet, tuple(v for v in each.values if v != value)) if each.facet == facet else each
        for each in filters
    )
    return tuple(each for each in kept if each.values)


# Every record.
ANYTHING = SearchState(SearchParams())


def search_for(text: str, scope: RowScope = "all") -> SearchState:
    """A new search for some words."""
    return SearchState(SearchParams(rows=(Row(text, scope),)))


def search_in(facet: str, value: str) -> SearchState:
    """Every record that has a facet's value."""
    return SearchState(SearchParams(filters=(Filter(facet, (value,)),)))


@dataclass(frozen=True, slots=True)
class Links(SearchLinks, RecordLinks, LibraryLinks, ListLinks, SerialLinks, WidgetLinks):
    """Addresses inside this catalogue. What the reader chose by link is carried on from page to page: `language`, or
    "", `homes`, the codes of their own libraries, and `saved`, the ids of the records on their list.

    Links are relative to the host, so that a page works under any name; `absolute` makes the few that leave it.
    """

    site_url: str
    language: str = ""
    homes: tuple[str, ...] = ()
    saved: tuple[str, ...] = ()

    @property
    def carried(self) -> Pairs:
        """What every address and every form takes along."""
        language = (("lang", self.language),) if self.language else ()
        saved = (("id", ".".join(self.saved)),) if self.saved else ()
        return (*(("home", code) for code in self.homes), *saved, *language)

    @property
    def permanent(self) -> "Links":
        """The same without what the reader chose, as search engines keep them and readers cite them."""
        return Links(self.site_url)

    def home(self) -> str:
        """The front page."""
        return self._address("/")

    def front_form(self) -> str:
        """Where a form goes that only changes what is carried along."""
        return self._prefix() + "/"

    def browse(self, kind: HeadingKind, place: ListPlace | None = None) -> str:
        """An alphabetical list, opened at a place."""
        place = place or ListPlace()
        pairs = (("from", place.typed), ("at", place.at), ("before", place.before))
        return self._address(f"/browse/{kind}", tuple(pair for pair in pairs if pair[1]))

    def browse_form(self, kind: HeadingKind) -> str:
        """Where the form that opens a list goes."""
        return f"{self._prefix()}/browse/{kind}"

    def help(self) -> str:
        """How to search."""
        return self._address("/help")

    def offline(self) -> str:
        """What is shown where there is no connection."""
        return self._address("/offline")

    def api_docs(self) -> str:
        """The JSON API's documentation."""
        return self._prefix() + "/api/v1/docs"

    def opensearch(self) -> str:
        """The description that lets a browser add this catalogue to its search engines."""
        return self._address("/opensearch.xml")

    def static(self, name: str) -> str:
        """A file of ours, by its plain name or by the one that makes it safe to keep for ever."""
        return f"{self._prefix()}/static/{name}"

    def in_language(self, path: str, pairs: Iterable[tuple[str, str]], language: str) -> str:
        """The page that is shown, in another language."""
        others = tuple(pair for pair in pairs if pair[0] != "lang")
        return f"{self._prefix()}{path}?{urlencode((*others, ('lang', language)))}"

    def again(self, path: str, pairs: Pairs) -> str:
        """The page that was asked for."""
        return self._address(path, pairs)

    def absolute(self, link: str) -> str:
        """An address that works anywhere, from the configured site and never from the Host header."""
        parts = urlsplit(self.site_url)
        return f"{parts.scheme}://{parts.netloc}{link}" if parts.netloc else link

    def _prefix(self) -> str:
        return urlsplit(self.site_url).path.rstrip("/")

    def _address(self, path: str, pairs: Pairs = ()) -> str:
        query = urlencode((*(pair for pair in pairs if pair[0] not in CARRIED), *self.carried))
        return f"{self._prefix()}{path}?{query}" if query else f"{self._prefix()}{path}"
