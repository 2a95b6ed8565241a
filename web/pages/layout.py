"""The frame around every page: title, language, navigation and the search box."""

from collections.abc import Sequence
from dataclasses import dataclass

from discovery.search.params import Row, SearchParams
from web.i18n import OWN_NAMES, Words
from web.links import Links, SearchState

SCOPES = ("all", "title", "author", "subject", "series", "identifier")
OPERATORS = ("and", "or", "not")
ROWS = 3


@dataclass(frozen=True, slots=True)
class Option:
    """A choice of a select element, or of a row of links (then `url` leads there)."""

    value: str
    label: str
    selected: bool = False
    url: str = ""


@dataclass(frozen=True, slots=True)
class BoxRow:
    """One row of the search form; `suffix` numbers its parameters ("" for q, "2" for q2)."""

    suffix: str
    text: str
    scopes: tuple[Option, ...]
    operators: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class SearchBox:
    """The search form. `hidden` keeps what the form has no field for."""

    action: str
    first: BoxRow
    more: tuple[BoxRow, ...]
    more_open: bool
    hidden: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """What base.html needs. `canonical` is "" where a page shouldn't be found by search engines."""

    locale: str
    direction: str
    title: str
    site_name: str
    home: str
    browse: str
    libraries: str
    help: str
    opensearch: str
    api_docs: str
    languages: tuple[Option, ...]
    box: SearchBox
    canonical: str
    style: str
    icon: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What a layout is made of: the visit, without the request."""

    words: Words
    links: Links
    path: str
    pairs: tuple[tuple[str, str], ...]
    style: str
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
            opensearch=self.links.opensearch(),
            api_docs=self.links.api_docs(),
            languages=tuple(
                Option(code, name, code == self.words.locale, self.links.in_language(self.path, self.pairs, code))
                for code, name in OWN_NAMES.items()
            ),
            box=self._box(params or SearchParams(), keep),
            canonical=self.links.absolute(canonical) if canonical else "",
            style=self.style,
            icon=self.icon,
        )

    def _box(self, params: SearchParams, keep: Sequence[str]) -> SearchBox:
        rows = [*params.rows, *(Row("") for _ in range(ROWS - len(params.rows)))]
        made = [_box_row(row, number, self.words) for number, row in enumerate(rows, start=1)]
        hidden = [pair for pair in SearchState(params).pairs if pair[0] in keep]
        hidden += [("lang", self.links.language)] if self.links.language else []
        return SearchBox(
            action=self.links.search_form(),
            first=made[0],
            more=tuple(made[1:]),
            more_open=any(row.text for row in rows[1:]),
            hidden=tuple(hidden),
        )


def _box_row(row: Row, number: int, words: Words) -> BoxRow:
    names = scope_names(words)
    operators = operator_names(words)
    return BoxRow(
        suffix="" if number == 1 else str(number),
        text=row.text,
        scopes=tuple(Option(scope, names[scope], scope == row.scope) for scope in SCOPES),
        operators=tuple(Option(each, operators[each], each == row.operator) for each in OPERATORS),
    )


def scope_names(words: Words) -> dict[str, str]:
    """What each `in` parameter searches, in words."""
    return {
        "all": words.gettext("Everywhere"),
        "title": words.gettext("Title"),
        "author": words.gettext("Author"),
        "subject": words.gettext("Subject"),
        "series": words.gettext("Series"),
        "identifier": words.gettext("ISBN, ISSN or other number"),
    }


def operator_names(words: Words) -> dict[str, str]:
    """How rows are joined, in words."""
    return {"and": words.gettext("and"), "or": words.gettext("or"), "not": words.gettext("but not")}
