"""An alphabetical list of headings."""

from dataclasses import dataclass

from discovery.search.browsing import ListPage, ListPlace, list_search
from discovery.search.request import HeadingKind
from discovery.search.results import Heading
from web.i18n import Words
from web.links import Links, SearchState, search_for
from web.pages.layout import Frame, Layout, Option
from web.pages.linked_text import LinkedText


@dataclass(frozen=True, slots=True)
class HeadingLine:
    """A heading with the number of its records, and the headings it points to.

    `url` and `count` are "" where no record has it, and it only leads to others.
    """

    text: str
    url: str
    count: str
    see: tuple[LinkedText, ...]
    see_also: tuple[LinkedText, ...]


@dataclass(frozen=True, slots=True)
class BrowsePage:
    """Some headings in their order; `previous` and `following` are "" at either end.

    `referral` asks which libraries are strong in a subject, and is "" in the other lists.
    """

    layout: Layout
    heading: str
    kinds: tuple[Option, ...]
    form: str
    typed: str
    language: str
    lines: tuple[HeadingLine, ...]
    previous: str
    following: str
    referral: str


def browse_page(kind: HeadingKind, place: ListPlace, page: ListPage, frame: Frame) -> BrowsePage:
    """The list of one kind, opened at a place."""
    words, links = frame.words, frame.links
    names = kind_names(words)
    return BrowsePage(
        layout=frame.layout(names[kind]),
        heading=names[kind],
        kinds=tuple(Option(each, name, each == kind, links.browse(each)) for each, name in names.items()),
        form=links.browse_form(kind),
        typed=place.typed,
        language=links.language,
        lines=tuple(_line(heading, links, words) for heading in page.headings),
        previous=links.browse(kind, ListPlace(before=page.previous)) if page.previous else "",
        following=links.browse(kind, ListPlace(at=page.following)) if page.following else "",
        referral=links.referral(search_for(place.typed, "subject")) if kind == "subject" else "",
    )


def kind_names(words: Words) -> dict[HeadingKind, str]:
    """The lists there are, in words."""
    return {
        "author": words.gettext("Authors from A to Z"),
        "title": words.gettext("Titles from A to Z"),
        "subject": words.gettext("Subjects from A to Z"),
        "call_number": words.gettext("Call numbers in shelf order"),
    }


def _line(heading: Heading, links: Links, words: Words) -> HeadingLine:
    return HeadingLine(
        text=heading.display,
        url=links.search(SearchState(list_search(heading))) if heading.count else "",
        count=words.number(heading.count) if heading.count else "",
        see=tuple(LinkedText(text, links.browse(heading.kind, ListPlace(typed=text))) for text in heading.see),
        see_also=tuple(
            LinkedText(text, links.browse(heading.kind, ListPlace(typed=text))) for text in heading.see_also
        ),
    )
