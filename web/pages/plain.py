"""Pages that say something and list nothing: help, and errors."""

from dataclasses import dataclass

from discovery.errors import Gone, PaduError
from discovery.labels.translations import SOURCE_LOCALE
from discovery.search.params import SearchParams
from web.i18n import Words
from web.links import Links, search_for
from web.pages.layout import Frame, Layout


@dataclass(frozen=True, slots=True)
class Example:
    """A search to try, with what it shows."""

    query: str
    url: str
    meaning: str


@dataclass(frozen=True, slots=True)
class HelpPage:
    """How to search."""

    layout: Layout
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """What went wrong, in words for people; `detail` is "" where there is nothing to add.

    `detail_language` is "en" for a sentence that has no translation, and "" for any other and for a record's title.
    """

    layout: Layout
    status: int
    heading: str
    advice: str
    detail: str
    detail_language: str
    retry: str


def help_page(frame: Frame) -> HelpPage:
    """The help page with searches that can be tried by a click."""
    words = frame.words
    examples = (
        ("laskar pelangi", words.gettext("records with both words, anywhere")),
        ('"bumi manusia"', words.gettext("the words next to each other, in this order")),
        ("hukum adat OR hukum waris", words.gettext("either of them")),
        ("kopi -teh", words.gettext("the first word without the second")),
        ("perpustak*", words.gettext("every word that begins so")),
        ("pengarang:pramoedya judul:bumi", words.gettext("an author together with a title")),
        ("subjek:pertanian tahun:1990-1999", words.gettext("a subject within some years")),
        ("978-979-97312-3-4", words.gettext("an ISBN, with hyphens or without")),
    )
    title = words.gettext("How to search")
    return HelpPage(
        frame.layout(title, canonical=Links(frame.links.site_url).help()),
        tuple(Example(query, frame.links.search(search_for(query)), meaning) for query, meaning in examples),
    )


def error_page(status: int, error: PaduError | None, params: SearchParams, retry: str, frame: Frame) -> ErrorPage:
    """`params` keep what was typed in the box; `retry` is the address to try again, or ""."""
    heading, advice = _message(status, frame.words)
    detail, language = _detail(error, frame.words)
    return ErrorPage(
        layout=frame.layout(heading, params=params),
        status=status,
        heading=heading,
        advice=advice,
        detail=detail,
        detail_language=language,
        retry=retry,
    )


def _detail(error: PaduError | None, words: Words) -> tuple[str, str]:
    """What an error says, and the language that differs from the page's."""
    if error is None:
        return "", ""
    if isinstance(error, Gone):
        return error.title, ""
    told = error.told(words.error)
    return told, "en" if told == str(error) and words.locale != SOURCE_LOCALE else ""


def _message(status: int, words: Words) -> tuple[str, str]:
    messages = {
        404: (
            words.gettext("There is nothing here"),
            words.gettext("Perhaps the address was cut off on its way to you. Search for what you need."),
        ),
        405: (words.gettext("This can only be read"), words.gettext("Nothing can be sent to this address.")),
        410: (
            words.gettext("This record is no longer in the catalogue"),
            words.gettext("The last library that had it has withdrawn it. Other editions may still be there."),
        ),
        503: (
            words.gettext("The catalogue can't answer just now"),
            words.gettext("Your search is kept in the box above. Wait a moment, then try again."),
        ),
    }
    accident = (
        words.gettext("Something went wrong here"),
        words.gettext("It isn't your fault, and it has been written down. Try again, or search for something else."),
    )
    return messages.get(status, accident)
