"""The help page: how to search, what to do with what was found, and what becomes of what a reader types."""

from dataclasses import dataclass

from discovery.search.field_names import FIELD_NAMES
from web.i18n import Words
from web.links import ANYTHING, Links, search_for
from web.pages.layout import Frame, Layout
from web.pages.linked_text import LinkedText


@dataclass(frozen=True, slots=True)
class Example:
    """A search to try, with what it shows."""

    query: str
    url: str
    meaning: str


@dataclass(frozen=True, slots=True)
class HelpSection:
    """Something a reader may want to do: how, and where it begins."""

    heading: str
    text: str
    links: tuple[LinkedText, ...] = ()


@dataclass(frozen=True, slots=True)
class HelpPage:
    """How to search, with searches that can be tried by a click; then everything else, each in a few sentences.

    `fields` are the names of a query's fields in the page's language, with their colons.
    """

    layout: Layout
    examples: tuple[Example, ...]
    fields: tuple[str, ...]
    advanced: str
    sections: tuple[HelpSection, ...]


def help_page(frame: Frame) -> HelpPage:
    """It asks nothing of the engine, and is there while the catalogue isn't."""
    words, links = frame.words, frame.links
    title = words.gettext("How to search")
    return HelpPage(
        layout=frame.layout(title, canonical=links.permanent.help()),
        examples=tuple(Example(query, links.search(search_for(query)), meaning) for query, meaning in _examples(words)),
        fields=tuple(f"{name}:" for names in FIELD_NAMES[words.locale].values() for name in names),
        advanced=links.advanced(ANYTHING),
        sections=(*_finding(links, words), *_getting(links, words), *_taking_away(links, words), _privacy(words)),
    )


def _examples(words: Words) -> tuple[tuple[str, str], ...]:
    return (
        ("laskar pelangi", words.gettext("records with both words, anywhere")),
        ('"bumi manusia"', words.gettext("the words next to each other, in this order")),
        ("hukum adat OR hukum waris", words.gettext("either of them")),
        ("kopi -teh", words.gettext("the first word without the second")),
        ("perpustak*", words.gettext("every word that begins so")),
        (words.gettext("author:pramoedya title:bumi"), words.gettext("an author together with a title")),
        (words.gettext("subject:pertanian year:1990-1999"), words.gettext("a subject within some years")),
        (
            words.gettext('subject:"^Pertanian$"'),
            words.gettext("a heading that is this and no more, as the lists from A to Z have it"),
        ),
        ("978-979-97312-3-4", words.gettext("an ISBN, with hyphens or without")),
    )


def _finding(links: Links, words: Words) -> tuple[HelpSection, ...]:
    return (
        HelpSection(
            words.gettext("Narrowing the results"),
            words.gettext(
                "Tick any number of values and choose Apply. Several values of one list widen the search, values of "
                "different lists narrow it. The minus sign leaves a value out. What is active stands above the "
                "results; a click takes it away."
            ),
        ),
        HelpSection(
            words.gettext("When little or nothing is found"),
            words.gettext(
                "Other spellings and nearby words are then tried, and the page says so; one click goes back to what "
                "you typed. Below a few records that have all your words stand others that have some of them. Fewer "
                "words find more. A subject may have another name in another language: where it is "
                "known, it is offered above the results."
            ),
            (LinkedText(words.gettext("Subjects from A to Z"), links.browse("subject")),),
        ),
        HelpSection(
            words.gettext("My libraries"),
            words.gettext(
                "Say which libraries are yours. They then come first, other libraries say how far they are, and every "
                "search counts what yours have and what there is in all."
            ),
            (LinkedText(words.gettext("My libraries"), links.own_libraries(ANYTHING)),),
        ),
    )


def _getting(links: Links, words: Words) -> tuple[HelpSection, ...]:
    return (
        HelpSection(
            words.gettext("Getting the book"),
            words.gettext(
                "A record says which libraries have it, under which call number, and in words whether you may borrow "
                "it there, read it there, or have it sent through your own library. “Write a request” prepares the "
                "letter. Holdings change: where the last word on them is old, the page warns you, so ask first."
            ),
            (LinkedText(words.gettext("Libraries"), links.libraries()),),
        ),
        HelpSection(
            words.gettext("Asking a librarian"),
            words.gettext(
                "For a subject you see which libraries have most on it, what only they have, and how to reach the "
                "reference librarian there."
            ),
            (LinkedText(words.gettext("Which library is strong in a subject?"), links.referral(ANYTHING)),),
        ),
    )


def _taking_away(links: Links, words: Words) -> tuple[HelpSection, ...]:
    return (
        HelpSection(
            words.gettext("Serials"),
            words.gettext(
                "The union list tells of each journal and newspaper which library has which years, what is missing "
                "everywhere, and what only one library has. Limit it to a library or to a search, print it, or open "
                "it in a spreadsheet."
            ),
            (LinkedText(words.gettext("Union list of serials"), links.serials(ANYTHING)),),
        ),
        HelpSection(
            words.gettext("Taking it with you"),
            words.gettext(
                "Put records on your list: it prints with their call numbers, goes to Zotero, EndNote or a "
                "spreadsheet, and plans the fewest visits. The list lives in the page's address, so a bookmark keeps "
                "it and a link or QR code shares it. A whole result can be taken too, and an Atom feed tells what is "
                "new in it."
            ),
        ),
    )


def _privacy(words: Words) -> HelpSection:
    return HelpSection(
        words.gettext("What becomes of what you type"),
        words.gettext(
            "Nothing is kept about you here: there is no account and no cookie, and no other site is asked for "
            "anything. Your last searches stay in your own browser, until you make it forget them. Every page works "
            "without JavaScript and by keyboard alone, and is marked up for screen readers."
        ),
    )
