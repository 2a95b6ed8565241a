"""The page that says what went wrong."""

from dataclasses import dataclass

from discovery.errors import Gone, PaduError
from discovery.labels.translations import SOURCE_LOCALE
from discovery.search.params import SearchParams
from web.i18n import Words
from web.pages.layout import Frame, Layout


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


def error_page(status: int, error: PaduError | None, params: SearchParams, retry: str, frame: Frame) -> ErrorPage:
    """`params` keep what was typed in the box; `retry` is the address to try again, or ""."""
    heading, advice = _message(status, frame.words, is_search=any(row.text for row in params.rows))
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


def _message(status: int, words: Words, *, is_search: bool) -> tuple[str, str]:
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
            words.gettext("Your search is kept in the box above. Wait a moment, then try again.")
            if is_search
            else words.gettext("Wait a moment, then try again."),
        ),
    }
    accident = (
        words.gettext("Something went wrong here"),
        words.gettext("It isn't your fault, and it has been written down. Try again, or search for something else."),
    )
    return messages.get(status, accident)
