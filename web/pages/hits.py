"""One result in a list."""

from dataclasses import dataclass

from markupsafe import Markup

from discovery.catalog.record import Description, UnionRecord
from discovery.labels.imprint import imprint
from discovery.search.keyword_fields import is_online
from discovery.search.service import FoundRecord
from web.i18n import Words
from web.links import Links, search_in

SHOWN_LIBRARIES = 3
SHOWN_AUTHORS = 3


@dataclass(frozen=True, slots=True)
class Name:
    """A name or heading, with the search that finds its records and its form in the original script.

    `browse` is its place in the list of headings, "" where it stands in none.
    """

    text: str
    url: str = ""
    original: str = ""
    browse: str = ""


@dataclass(frozen=True, slots=True)
class HitLibrary:
    """An owning library with its first shelf mark."""

    name: str
    call_number: str


@dataclass(frozen=True, slots=True)
class HitView:
    """A hit as it stands in the list. `title` and `matched` hold <mark> only; `language` is the title's, or "".

    `matched` is the heading in which the words were found, where the title doesn't show them.
    """

    url: str
    title: Markup
    language: str
    original: str
    authors: tuple[Name, ...]
    imprint: str
    matched: Markup
    kind: str
    libraries: tuple[HitLibrary, ...]
    more_libraries: str
    online: bool
    editions: str
    explanation: str


def hit_view(found: FoundRecord, links: Links, words: Words, *, explain: bool) -> HitView:
    """A hit in the reader's words."""
    record, description = found.record, found.record.description
    marked = dict(found.highlights)
    highlighted = marked.get("title")
    rest = len(record.libraries) - SHOWN_LIBRARIES
    return HitView(
        url=links.record(record.id),
        title=Markup(highlighted) if highlighted else Markup.escape(description.title.full),
        language=title_language(description),
        original=description.title.original,
        authors=_authors(description, links),
        imprint=imprint(description.publication),
        matched=Markup("" if highlighted else marked.get("subjects", "")),
        kind=kind(description, words),
        libraries=_libraries(record, words),
        more_libraries=(
            words.ngettext("and %(number)s more library", "and %(number)s more libraries", rest) if rest > 0 else ""
        ),
        online=is_online(record),
        editions=(
            words.ngettext("%(number)s edition", "%(number)s editions", found.editions) if found.editions > 1 else ""
        ),
        explanation=found.explanation if explain else "",
    )


def kind(description: Description, words: Words) -> str:
    """Type, carrier where it isn't the usual one, and languages, as one line."""
    labels = words.labels
    carrier = () if description.carrier == "print" else (labels.carrier(description.carrier),)
    return " · ".join((labels.type(description.type), *carrier, *map(labels.language, description.languages)))


def title_language(description: Description) -> str:
    """The language to mark a title with; none for a romanised one, which a voice would read wrongly."""
    if description.title.original or not description.languages:
        return ""
    return description.languages[0]


def _authors(description: Description, links: Links) -> tuple[Name, ...]:
    people = [each for each in description.contributors if not each.work]
    return tuple(
        Name(each.name, links.search(search_in("author", each.name)), each.original) for each in people[:SHOWN_AUTHORS]
    )


def _libraries(record: UnionRecord, words: Words) -> tuple[HitLibrary, ...]:
    marks: dict[str, str] = {}
    for holding in record.holdings:
        marks[holding.library] = marks.get(holding.library) or holding.call_number
    return tuple(HitLibrary(words.labels.library(code), mark) for code, mark in list(marks.items())[:SHOWN_LIBRARIES])
